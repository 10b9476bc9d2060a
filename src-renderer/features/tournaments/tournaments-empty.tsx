import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { newTournament } from '../../state/new-tournament';
import { openSampleTournament } from '../../state/sample-tournament';
import { EmptyState, ErrorNote, PrimaryButton, ScreenToolbar, SecondaryButton } from '../../ui';
import classes from './tournaments-empty.module.css';

/** No tournament yet: one sentence, one action, and a sample to look at. */
export function TournamentsEmpty() {
  const [problem, setProblem] = useState<string | null>(null);
  const openSample = async () => {
    const opened = await openSampleTournament();
    setProblem(opened.ok ? null : opened.error);
  };
  return (
    <>
      <ScreenToolbar title="Tournament" />
      <div className={classes.empty}>
        {problem === null ? null : <ErrorNote>{problem}</ErrorNote>}
        <EmptyState
          action={
            <div className={classes.actions}>
              <PrimaryButton leftSection={<IconPlus size={14} stroke={1.6} />} onClick={() => void newTournament()}>
                New tournament
              </PrimaryButton>
              <SecondaryButton onClick={() => void openSample()}>Open the sample</SecondaryButton>
            </div>
          }
        >
          No tournament yet. Give entries, courts and umpires, and Daywright draws, schedules and keeps the day running.
        </EmptyState>
      </div>
    </>
  );
}
