import { IconX } from '@tabler/icons-react';
import { IconButton } from '../../ui';
import classes from './side-head.module.css';

interface SideHeadProps {
  readonly title: string;
  readonly note?: string | undefined;
  readonly onClose: () => void;
}

/** The head of what the inspector shows instead of its usual content. */
export function SideHead({ title, note, onClose }: SideHeadProps) {
  return (
    <header className={classes.head}>
      <div>
        <h2>{title}</h2>
        {note ? <p>{note}</p> : null}
      </div>
      <IconButton label="Close" shortcut="Esc" onClick={onClose}>
        <IconX size={16} stroke={1.6} aria-hidden="true" />
      </IconButton>
    </header>
  );
}
