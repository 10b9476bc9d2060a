// What a toolbar says of a run (a plan, a timetable, a filled week) before its primary button.

import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { percent } from '#shared/base/percent';
import { QuietButton } from './buttons';
import { Dot } from './dot';
import classes from './run-status.module.css';

interface RunControlProps {
  /** One of the parts below, or nothing. */
  readonly status: ReactNode;
  readonly children: ReactNode;
}

/** Status, a hairline where there is one, then the buttons. */
export function RunControl({ status, children }: RunControlProps) {
  return (
    <div className={classes.control}>
      {status}
      <span className={classes.divider} aria-hidden="true" />
      {children}
    </div>
  );
}

interface RunStatusProps {
  /** "Planned 46 tasks in 38 ms"; left out of sight in narrow windows. */
  readonly children?: ReactNode;
  /** What went amiss, in two words: "3 late". */
  readonly amiss?: string | null;
  readonly onUndo?: (() => void) | null;
  /** Nothing has run yet: the words say what is to do. */
  readonly isOpen?: boolean;
}

export function RunStatus({ children, amiss = null, onUndo = null, isOpen = false }: RunStatusProps) {
  return (
    <div className={classes.status}>
      {children ? (
        <span className={classes.sentence}>
          {isOpen ? null : <IconCheck size={14} stroke={1.6} aria-hidden="true" />}
          <span>{children}</span>
        </span>
      ) : null}
      {amiss === null ? null : (
        <span className={classes.amiss}>
          <Dot tone="bad" />
          {amiss}
        </span>
      )}
      {onUndo ? (
        <QuietButton className={classes.undo} onClick={onUndo}>
          Undo
        </QuietButton>
      ) : null}
    </div>
  );
}

interface RunProgressProps {
  /** What is going on, for the name of the bar. */
  readonly label: string;
  readonly phase: string | undefined;
  /** 0 to 1. */
  readonly fraction: number | undefined;
  readonly onCancel: () => void;
}

export function RunProgress({ label, phase, fraction = 0, onCancel }: RunProgressProps) {
  const share = percent(fraction);
  return (
    <div className={classes.status}>
      <span className={classes.sentence}>{phase || label}</span>
      <progress className={classes.progress} max={1} value={fraction} aria-label={label}>
        {share}
      </progress>
      <span className={classes.percent}>{share}</span>
      <QuietButton onClick={onCancel}>Cancel</QuietButton>
    </div>
  );
}

/** The first line of what stopped it; the rest, its advice, is in the tooltip. */
export function RunProblem({ text }: { readonly text: string }) {
  return (
    <span className={classes.problem} title={text}>
      <Dot tone="bad" />
      <span className={classes.problemText}>{text.split('\n')[0]}</span>
    </span>
  );
}
