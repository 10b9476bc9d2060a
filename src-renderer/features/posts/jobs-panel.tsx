import { QuietButton, SecondaryButton, SidePanel } from '../../ui';
import classes from './adaptive-panel.module.css';
import { Facts, PanelPart } from './panel-part';
import type { ShownJob } from './shown-jobs';

interface JobsPanelProps {
  readonly jobs: readonly ShownJob[];
  readonly onPlan: (id: string) => void;
  readonly onExport: (id: string) => void;
  readonly onForget: (id: string) => void;
  readonly onClose: () => void;
}

/** The orders of batch pipelines: each can be planned again, its schedule plan goes out, or it is forgotten. */
export function JobsPanel({ jobs, onPlan, onExport, onForget, onClose }: JobsPanelProps) {
  return (
    <SidePanel label="Batch jobs" kind="All platforms" title="Batch jobs" onClose={onClose}>
      {jobs.length === 0 ? (
        <PanelPart title="None yet">
          <p>A pipeline's order is taken in as JSON: Take in a batch job, under More.</p>
        </PanelPart>
      ) : null}
      {jobs.map((job) => (
        <PanelPart key={job.id} title={job.id}>
          {job.takenAt === '' ? null : <p>{`Taken in ${job.takenAt}`}</p>}
          <Facts facts={job.facts} />
          <div className={classes.buttons}>
            <SecondaryButton disabled={!job.isOpen} onClick={() => onPlan(job.id)}>
              Plan again
            </SecondaryButton>
            <SecondaryButton disabled={!job.isPlanned} onClick={() => onExport(job.id)}>
              Schedule as .json
            </SecondaryButton>
            <QuietButton onClick={() => onForget(job.id)}>Forget</QuietButton>
          </div>
        </PanelPart>
      ))}
    </SidePanel>
  );
}
