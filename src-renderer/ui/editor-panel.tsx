import { Drawer } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { PrimaryButton, QuietButton, SecondaryButton } from './buttons';
import classes from './editor-panel.module.css';

interface EditorPanelProps {
  readonly opened: boolean;
  /** Names the panel to assistive technology. */
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The panel at the right in which one thing is edited. */
export function EditorPanel({ opened, label, onClose, children }: EditorPanelProps) {
  useFocusReturn();
  return (
    <Drawer
      returnFocus={false}
      opened={opened}
      onClose={onClose}
      position="right"
      size={420}
      withCloseButton={false}
      padding={0}
      overlayProps={{ backgroundOpacity: 0.18 }}
      attributes={{ content: { 'aria-label': label } }}
      classNames={{ content: classes.content ?? '', body: classes.body ?? '' }}
    >
      {children}
    </Drawer>
  );
}

/** The panel leaves the page as it closes, before Mantine would give the focus back to what had it. */
function useFocusReturn() {
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, [opener]);
}

interface EditorFormProps {
  readonly title: string;
  readonly saveLabel: string;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  /** Absent while there is nothing to delete. */
  readonly onDelete?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** Its form: fields that scroll, and the actions at the foot. Ctrl Enter saves from anywhere. */
export function EditorForm({ title, saveLabel, onSave, onCancel, onDelete, children }: EditorFormProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSave();
  };
  return (
    <form
      className={classes.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <header className={classes.header}>
        <h2>{title}</h2>
      </header>
      <div className={classes.fields}>{children}</div>
      <footer className={classes.footer}>
        {onDelete ? <QuietButton onClick={onDelete}>Delete</QuietButton> : null}
        <span className={classes.gap} />
        <SecondaryButton onClick={onCancel}>Cancel</SecondaryButton>
        <PrimaryButton type="submit" shortcut="Ctrl ↵" aria-keyshortcuts="Control+Enter">
          {saveLabel}
        </PrimaryButton>
      </footer>
    </form>
  );
}
