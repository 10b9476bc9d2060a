import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconButton } from './buttons';
import classes from './side-panel.module.css';

interface SidePanelProps {
  readonly label: string;
  /** The line above the title. */
  readonly kind: ReactNode;
  readonly title: string;
  /** Beside the close button. */
  readonly more?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The inspector at the right of the main card, over it in narrow windows: one thing, or what lies behind a figure. */
export function SidePanel({ label, kind, title, more, onClose, children }: SidePanelProps) {
  return (
    <aside className={classes.panel} aria-label={label} data-region="inspector">
      <div className={classes.top}>
        <span className={classes.kind}>{kind}</span>
        <span className={classes.buttons}>
          {more}
          <IconButton label="Close" shortcut="Esc" onClick={onClose}>
            <IconX size={16} stroke={1.6} aria-hidden="true" />
          </IconButton>
        </span>
      </div>
      <h2 className={classes.title}>{title}</h2>
      {children}
    </aside>
  );
}
