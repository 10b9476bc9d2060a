import { IconMinus, IconSearch, IconSquare, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { openPalette } from '../features/palette';
import { host } from '../state/host';
import { useWorkspace } from '../state/workspace';
import { IconButton, Kbd } from '../ui';
import { Mark } from './mark';
import { NoticesBell } from './notices-bell';
import { commandKey } from './shortcuts';
import classes from './title-bar.module.css';

interface Door {
  readonly door: 'desktop' | 'browser' | 'test';
  readonly platform: string;
}

/** Mark, command field, notices and, in our own window, its controls. All of it drags the window except controls. */
export function TitleBar() {
  const door = useDoor();
  const desktop = door?.door === 'desktop';
  const mac = door?.platform === 'darwin';
  return (
    <header className={classes.bar} data-traffic-lights={(desktop && mac) || undefined} data-region="title">
      <div className={classes.brand}>
        <Mark />
        <span>Daywright</span>
      </div>
      <button
        type="button"
        className={classes.command}
        onClick={() => openPalette()}
        aria-keyshortcuts={`${commandKey()}+K`}
      >
        <IconSearch size={14} stroke={1.6} aria-hidden="true" />
        <span>Search or run a command</span>
        <Kbd>{`${commandKey()} K`}</Kbd>
      </button>
      <div className={classes.controls}>
        <NoticesBell />
        {desktop && !mac ? <WindowControls /> : null}
      </div>
    </header>
  );
}

function WindowControls() {
  const control = (action: 'minimize' | 'toggleMaximize' | 'close') => () =>
    void host().request('window.control', { action });
  return (
    <>
      <IconButton label="Minimise" onClick={control('minimize')}>
        <IconMinus size={16} stroke={1.6} />
      </IconButton>
      <IconButton label="Maximise or restore" onClick={control('toggleMaximize')}>
        <IconSquare size={14} stroke={1.6} />
      </IconButton>
      <IconButton label="Close to tray" onClick={control('close')}>
        <IconX size={16} stroke={1.6} />
      </IconButton>
    </>
  );
}

function useDoor(): Door | null {
  const started = useWorkspace((state) => state.status !== 'loading');
  const [door, setDoor] = useState<Door | null>(null);
  useEffect(() => {
    if (!started) return;
    void host()
      .request('host.describe', {})
      .then((outcome) => {
        if (outcome.kind === 'ok') setDoor(outcome.value);
      });
  }, [started]);
  return door;
}
