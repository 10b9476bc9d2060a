import { IconCheck, IconEye, IconSparkles } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { formatElapsed } from '../features/calendar';
import { undo } from '../state/edit';
import { cancelPlan, planNow, previewPlan, usePlanning } from '../state/planning';
import { runEdit } from '../state/run-edit';
import { useWorkspace } from '../state/workspace';
import { Dot, IconButton, PrimaryButton, QuietButton } from '../ui';
import classes from './plan-control.module.css';

interface PlanControlProps {
  /** The toolbar has words of its own: only what calls for action is said. */
  readonly brief?: boolean;
}

/** What the last plan did, and the button that makes the next one. Planning is instant and reversible: no dialog. */
export function PlanControl({ brief = false }: PlanControlProps) {
  const { phase, problem } = usePlanning((state) => ({ phase: state.phase, problem: state.problem }));
  const planning = phase === 'planning';
  const slow = useSlow(planning);
  return (
    <div className={classes.control}>
      {slow ? <Running /> : problem !== null ? <Problem text={problem} /> : <LastRun brief={brief} />}
      <span className={classes.divider} aria-hidden="true" />
      <IconButton label="Preview changes" shortcut="Shift P" disabled={planning} onClick={() => void previewPlan()}>
        <IconEye size={16} stroke={1.6} aria-hidden="true" />
      </IconButton>
      <PrimaryButton
        shortcut="P"
        aria-keyshortcuts="P"
        leftSection={<IconSparkles size={14} stroke={1.6} aria-hidden="true" />}
        disabled={slow}
        onClick={() => void planNow()}
      >
        Plan
      </PrimaryButton>
    </div>
  );
}

/** "Planned 46 tasks in 38 ms, 3 late, Undo", until the next plan. */
function LastRun({ brief }: { readonly brief: boolean }) {
  const { run, undoLabel } = useWorkspace((state) => ({ run: state.lastRun, undoLabel: state.undoLabel }));
  if (!run) return null;
  const undoable = undoLabel?.startsWith('Plan ') === true;
  if (brief && run.late === 0 && !undoable) return null;
  const what = run.tasks > 0 || run.habits === 0 ? counted(run.tasks, 'task') : counted(run.habits, 'habit');
  return (
    <div className={classes.status}>
      <span className={classes.sentence} hidden={brief}>
        <IconCheck size={14} stroke={1.6} aria-hidden="true" />
        {run.tasks + run.habits + run.unplaced.length === 0 ? (
          <span>Nothing to plan yet</span>
        ) : (
          <span>
            Planned <b>{what}</b>
            {` in ${formatElapsed(run.totalMilliseconds)}`}
          </span>
        )}
      </span>
      {run.late > 0 ? (
        <span className={classes.late}>
          <Dot tone="bad" />
          {`${run.late} late`}
        </span>
      ) : null}
      {undoable ? (
        <QuietButton className={classes.undo} onClick={() => void runEdit(undo())}>
          Undo
        </QuietButton>
      ) : null}
    </div>
  );
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function Running() {
  const progress = usePlanning((state) => state.progress);
  const percent = Math.round((progress?.fraction ?? 0) * 100);
  return (
    <div className={classes.status}>
      <span className={classes.sentence}>{progress?.phase || 'Planning'}</span>
      <progress className={classes.progress} max={100} value={percent} aria-label="Planning">{`${percent}%`}</progress>
      <span className={classes.percent}>{`${percent}%`}</span>
      <QuietButton onClick={cancelPlan}>Cancel</QuietButton>
    </div>
  );
}

function Problem({ text }: { readonly text: string }) {
  return (
    <span className={classes.problem} title={text}>
      <Dot tone="bad" />
      {text.split('\n')[0]}
    </span>
  );
}

/** Under 150 ms nothing shows. */
function useSlow(active: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!active) {
      setSlow(false);
      return;
    }
    const timer = setTimeout(() => setSlow(true), 150);
    return () => clearTimeout(timer);
  }, [active]);
  return slow && active;
}
