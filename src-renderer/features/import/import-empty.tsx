import { useState } from 'react';
import { openSampleWeek } from '../../state/samples';
import { useWorkspace } from '../../state/workspace';
import { ErrorNote, LoadingBar, SecondaryButton } from '../../ui';
import { DropArea } from './drop-area';
import classes from './import-empty.module.css';

interface ImportEmptyProps {
  readonly onPick: () => void;
  readonly dragging: boolean;
}

/** No file yet: the drop area and, while there is nothing of the user's own, the sample week. */
export function ImportEmpty({ onPick, dragging }: ImportEmptyProps) {
  const isNew = useWorkspace((state) => state.calendars.length + state.tasks.length + state.habits.length === 0);
  const [opening, setOpening] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const openSample = async () => {
    setOpening(true);
    const opened = await openSampleWeek();
    setOpening(false);
    setProblem(opened.ok ? null : opened.error);
  };
  return (
    <div className={classes.empty}>
      <LoadingBar active={opening} label="Opening the sample week" />
      <div className={classes.words}>
        {isNew ? <h2>Begin with your calendar</h2> : null}
        <p>
          {isNew
            ? 'Export it from Google, Outlook or Apple as an .ics file and drop it here. You see what it holds before anything is stored.'
            : 'You see what a file would change before anything is stored. The same file again changes nothing.'}
        </p>
      </div>
      <DropArea large active={dragging} onPick={onPick} />
      {isNew ? (
        <div className={classes.sample}>
          <span>No calendar at hand?</span>
          <SecondaryButton disabled={opening} onClick={() => void openSample()}>
            Open the sample week
          </SecondaryButton>
        </div>
      ) : null}
      {problem ? <ErrorNote>{problem}</ErrorNote> : null}
    </div>
  );
}
