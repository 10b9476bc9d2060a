import { parseInstant } from '#shared/time/instant';
import type { Explanation } from '../../state/explanation';
import { useWorkspace } from '../../state/workspace';
import { Dot, formatMoment, SidePanel } from '../../ui';
import { EventFacts } from './event-facts';
import classes from './inspector.module.css';
import { InspectorActions } from './inspector-actions';
import { InspectorMenu } from './inspector-menu';
import { MatchFacts } from './match-facts';
import { PostFacts } from './post-facts';
import { isWork, type ScheduleRow } from './schedule-rows';
import { WhyHere } from './why-here';
import { WorkFacts } from './work-facts';

interface InspectorProps {
  readonly row: ScheduleRow;
  readonly rows: readonly ScheduleRow[];
  readonly explanation: Explanation | null;
  /** Index of the alternative shown on the grid. */
  readonly pointed: number | null;
  readonly onPoint: (index: number | null) => void;
  readonly onClose: () => void;
}

/** What a block is, what can be done to it, and why it is where it is. */
export function Inspector({ row, rows, explanation, pointed, onPoint, onClose }: InspectorProps) {
  return (
    <SidePanel
      label={`Details of ${row.title}`}
      kind={
        <>
          <Dot tone={row.kind} square />
          {kindLine(row)}
        </>
      }
      title={row.title}
      more={isWork(row) ? <InspectorMenu row={row} /> : null}
      onClose={onClose}
    >
      {row.kind === 'event' ? <EventFacts row={row} /> : null}
      {row.kind === 'match' ? <MatchFacts row={row} /> : null}
      {row.kind === 'post' ? <PostFacts row={row} /> : null}
      {isWork(row) ? (
        <>
          <WorkFacts row={row} />
          <InspectorActions row={row} rows={rows} />
          <WhyHere key={row.key} row={row} rows={rows} explanation={explanation} pointed={pointed} onPoint={onPoint} />
          <PlacedNote explanation={explanation} />
        </>
      ) : null}
    </SidePanel>
  );
}

/** "Placed at 10:38, best of 212 slots tried". */
function PlacedNote({ explanation }: { readonly explanation: Explanation | null }) {
  const { zone, plannedAt } = useWorkspace((state) => ({
    zone: state.settings.timeZone,
    plannedAt: state.lastRun?.plannedAt ?? null,
  }));
  if (explanation?.kind !== 'placed' || plannedAt === null || explanation.factors.length === 0) return null;
  const at = parseInstant(plannedAt);
  const tried = explanation.candidates;
  return (
    <p className={classes.note}>
      {at === null ? '' : `Planned ${formatMoment(zone, at)}`}
      {tried > 1 ? `, best of ${tried} slots tried` : ''}
    </p>
  );
}

function kindLine(row: ScheduleRow): string {
  switch (row.kind) {
    case 'event':
      return row.calendarName ? `Event · ${row.calendarName}` : 'Event';
    case 'task':
      return row.projectName ? `Task · ${row.projectName}` : 'Task';
    case 'habit':
      return 'Habit';
    case 'post':
      return `Post · ${row.platformName}`;
    case 'match':
      return `Match · ${row.tournamentName}`;
  }
}
