import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconSparkles } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { cancelScheduling, scheduleTournament, useScheduling } from '../../state/tournaments';
import { useWorkspace } from '../../state/workspace';
import { Dot, PrimaryButton, QuietButton } from '../../ui';
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
    <div className={classes.control}>
      {slow ? (
        <Running fraction={scheduling.progress?.fraction ?? 0} phase={scheduling.progress?.phase ?? ''} />
      ) : isOwn && scheduling.problem !== null ? (
        <span className={classes.problem} title={scheduling.problem}>
          <Dot tone="bad" />
          {scheduling.problem.split('\n')[0]}
        </span>
      ) : (
        <Status view={view} />
      )}
      <span className={classes.divider} />
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
    </div>
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
  if (!view.state.isScheduled)
    return view.state.matches.length > 0 ? (
      <span className={classes.status}>{`${view.state.matches.length} matches to schedule`}</span>
    ) : null;
  const clashes = warningLines(view).filter(({ tone }) => tone === 'bad').length;
  return (
    <div className={classes.status}>
      <span className={classes.sentence}>
        <IconCheck size={14} stroke={1.6} aria-hidden="true" />
        {scheduledWords(view.document.lastRun)}
      </span>
      {clashes > 0 ? (
        <span className={classes.clashes}>
          <Dot tone="bad" />
          {`${clashes} ${clashes === 1 ? 'clash' : 'clashes'}`}
        </span>
      ) : null}
      {undoLabel?.startsWith('Schedule ') ? (
        <QuietButton className={classes.undo} onClick={undoLast}>
          Undo
        </QuietButton>
      ) : null}
    </div>
  );
}

function Running({ fraction, phase }: { readonly fraction: number; readonly phase: string }) {
  const percent = Math.round(fraction * 100);
  return (
    <div className={classes.status}>
      <span className={classes.sentence}>{phase || 'Scheduling'}</span>
      <progress
        className={classes.progress}
        max={100}
        value={percent}
        aria-label="Scheduling"
      >{`${percent}%`}</progress>
      <span className={classes.percent}>{`${percent}%`}</span>
      <QuietButton onClick={cancelScheduling}>Cancel</QuietButton>
    </div>
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
