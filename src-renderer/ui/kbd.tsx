import classes from './kbd.module.css';

interface KbdProps {
  readonly children: string;
  readonly tone?: 'plain' | 'accent';
}

/** A key, as small as the text beside it. Not part of the control's name: the control says its key through `aria-keyshortcuts`. */
export function Kbd({ children, tone = 'plain' }: KbdProps) {
  return (
    <span aria-hidden="true">
      <kbd className={classes.key} data-tone={tone}>
        {children}
      </kbd>
    </span>
  );
}
