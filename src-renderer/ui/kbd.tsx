import classes from './kbd.module.css';

interface KbdProps {
  readonly children: string;
  readonly tone?: 'plain' | 'accent';
}

/** A key, as small as the text beside it. Hidden from assistive technology: the control says its key through `aria-keyshortcuts`. */
export function Kbd({ children, tone = 'plain' }: KbdProps) {
  return (
    <kbd className={classes.key} data-tone={tone} aria-hidden="true">
      {children}
    </kbd>
  );
}
