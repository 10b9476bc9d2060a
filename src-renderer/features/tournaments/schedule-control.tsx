import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconSparkles } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { cancelScheduling, scheduleTournament, useScheduling } from '../../state/tournaments';
import { useWorkspace } from '../../state/workspace';
import { PrimaryButton, RunControl, RunProblem, RunProgress, RunStatus, useSlow } from '../../ui';
import { undoLast } from './perform';
import classes from './schedule-control.module.css';
import { scheduledWords } from './schedule-words';
import type { TournamentView } from './tournament-view';
import { warningLines } from './warning-words';

interface ScheduleControlProps {
  readonly view: TournamentView;
  /** Smaller buttons before the primary one. */
  readonly children?: ReactNode;
}

/** What the last timetable cost and left open, and the button that makes the next one. */
export function ScheduleControl({ view, children }: ScheduleControlProps) {
  const scheduling = useScheduling((state) => state);
  const { id } = view.document;
  const isOwn = scheduling.id === id;
  const busy = isOwn && scheduling.phase === 'scheduling';
  const slow = useSlow(busy);
  const hasMatches = view.state.matches.length > 0;
  const mode = view.document.lastRun?.mode ?? 'best';
  const schedule = (wanted: 'best' | 'classic') => void scheduleTournament(id, wanted);
  return (
    <RunControl
      status={
        slow ? (
          <RunProgress
            label="Scheduling"
            phase={scheduling.progress?.phase}
            fraction={scheduling.progress?.fraction}
            onCancel={cancelScheduling}
          />
        ) : isOwn && scheduling.problem !== null ? (
          <RunProblem text={scheduling.problem} />
        ) : (
          <Status view={view} />
        )
      }
    >
      {children}
      <div className={classes.pair}>
        <PrimaryButton
          className={classes.main}
          leftSection={<IconSparkles size={14} stroke={1.6} />}
          aria-keyshortcuts="s"
          disabled={!hasMatches || busy}
          onClick={() => schedule(mode)}
        >
          Schedule
        </PrimaryButton>
        <Menu position="bottom-end" width={264}>
          <Menu.Target>
            <PrimaryButton className={classes.more} disabled={!hasMatches || busy} aria-label="How to schedule">
              <IconChevronDown size={14} stroke={1.6} />
            </PrimaryButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Mode
              title="Best"
              detail="Keeps rests and hours, shortest day, neutral umpires, even loads"
              isOn={mode === 'best'}
              onClick={() => schedule('best')}
            />
            <Mode
              title="Classic"
              detail="Waves in list order, courts in turn, the least used neutral umpire"
              isOn={mode === 'classic'}
              onClick={() => schedule('classic')}
            />
          </Menu.Dropdown>
        </Menu>
      </div>
    </RunControl>
  );
}

interface ModeProps {
  readonly title: string;
  readonly detail: string;
  readonly isOn: boolean;
  readonly onClick: () => void;
}

function Mode({ title, detail, isOn, onClick }: ModeProps) {
  return (
    <Menu.Item
      leftSection={isOn ? <IconCheck size={14} stroke={1.6} /> : <span className={classes.blank} />}
      onClick={onClick}
    >
      <span className={classes.mode}>{title}</span>
      <small className={classes.detail}>{detail}</small>
    </Menu.Item>
  );
}

/** "Scheduled in 54 ms, 1 clash, Undo". */
function Status({ view }: { readonly view: TournamentView }) {
  const undoLabel = useWorkspace((state) => state.undoLabel);
  const { matches, isScheduled } = view.state;
  if (matches.length === 0) return null;
  const clashes = isScheduled ? warningLines(view).filter(({ tone }) => tone === 'bad').length : 0;
  return (
    <div className={classes.status}>
      <RunStatus
        amiss={clashes === 0 ? null : `${clashes} ${clashes === 1 ? 'clash' : 'clashes'}`}
        onUndo={undoLabel?.startsWith('Schedule ') ? undoLast : null}
        isOpen={!isScheduled}
      >
        {isScheduled
          ? scheduledWords(view.document.lastRun)
          : `${matches.length.toLocaleString('en')} matches to schedule`}
      </RunStatus>
    </div>
  );
}
