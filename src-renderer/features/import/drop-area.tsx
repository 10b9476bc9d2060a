import { IconFileDownload } from '@tabler/icons-react';
import classes from './drop-area.module.css';

interface DropAreaProps {
  readonly onPick: () => void;
  /** Files are over the window. */
  readonly active: boolean;
  readonly large?: boolean;
}

/** Where files can be dropped; a click opens the picker. The whole screen takes drops, this says so. */
export function DropArea({ onPick, active, large = false }: DropAreaProps) {
  return (
    <button
      type="button"
      className={classes.area}
      data-active={active || undefined}
      data-large={large || undefined}
      onClick={onPick}
    >
      <IconFileDownload size={large ? 24 : 18} stroke={1.6} aria-hidden="true" />
      <span>{active ? 'Drop to read' : 'Drop .ics or .zip files here'}</span>
      {large ? <span className={classes.hint}>or choose them from a folder</span> : null}
    </button>
  );
}
