import { IconEye, IconSparkles } from '@tabler/icons-react';
import { formatElapsed } from '../features/calendar';
import { undo } from '../state/edit';
import { REPLAN_LABEL } from '../state/mend-in-pool';
import { cancelPlan, planNow, previewPlan, usePlanning } from '../state/planning';
import { runEdit } from '../state/run-edit';
import { useWorkspace } from '../state/workspace';
import { counted, IconButton, PrimaryButton, RunControl, RunProblem, RunProgress, RunStatus, useSlow } from '../ui';

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
    <RunControl
      status={slow ? <Running /> : problem !== null ? <RunProblem text={problem} /> : <LastRun brief={brief} />}
    >
      <IconButton label="Preview changes" shortcut="Shift P" disabled={slow} onClick={() => void previewPlan()}>
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
    </RunControl>
  );
}

/** "Planned 46 tasks in 38 ms, 3 late, Undo", until the next plan. */
function LastRun({ brief }: { readonly brief: boolean }) {
  const { run, undoLabel } = useWorkspace((state) => ({ run: state.lastRun, undoLabel: state.undoLabel }));
  if (!run) return null;
  const undoable = undoLabel?.startsWith('Plan ') === true || undoLabel?.startsWith(REPLAN_LABEL) === true;
  if (brief && run.late === 0 && !undoable) return null;
  const what = run.tasks > 0 || run.habits === 0 ? counted(run.tasks, 'task') : counted(run.habits, 'habit');
  return (
    <RunStatus amiss={run.late > 0 ? `${run.late} late` : null} onUndo={undoable ? () => void runEdit(undo()) : null}>
      {brief ? null : run.scope !== undefined ? (
        `${run.why}, ${formatElapsed(run.totalMilliseconds)}`
      ) : run.tasks + run.habits + run.unplaced.length === 0 ? (
        'Nothing to plan yet'
      ) : (
        <>
          Planned <b>{what}</b>
          {` in ${formatElapsed(run.totalMilliseconds)}`}
        </>
      )}
    </RunStatus>
  );
}

function Running() {
  const progress = usePlanning((state) => state.progress);
  return <RunProgress label="Planning" phase={progress?.phase} fraction={progress?.fraction} onCancel={cancelPlan} />;
}
