// What belongs together: all components of one UID, the master and the occurrences that replace its own.
import { firstIndex } from '../../base/first-index';
import { groupBy } from '../../base/group-by';
import { by, descending, inOrder } from '../../base/ordering';
import type { Notes } from '../notes';
import { formatHash } from '../text/content-hash';
import type { EventComponent } from './event-component';
import type { Moment } from './moment';

const DAY = 86_400_000;

export interface Series {
  /** The key inside its calendar: the UID, made unique where a file uses one UID for several events. */
  readonly key: string;
  readonly uid: string;
  /** Null when the file holds only replaced occurrences. */
  readonly master: EventComponent | null;
  /** One for each replaced occurrence, newest version. */
  readonly overrides: readonly EventComponent[];
}

/** Newer first: SEQUENCE, LAST-MODIFIED, DTSTAMP, then the content's hash so that the order of a file never decides. */
const newestFirst = inOrder<EventComponent>(
  descending(by((x) => x.sequence)),
  descending(by((x) => x.lastModified ?? Number.NEGATIVE_INFINITY)),
  descending(by((x) => x.stamp ?? Number.NEGATIVE_INFINITY)),
  by((x) => formatHash(x.hash)),
);

/** `components` share one UID. */
export function seriesOf(uid: string, components: readonly EventComponent[], notes: Notes): Series[] {
  if (components.length === 1) {
    const only = components[0]!;
    return only.recurrenceId
      ? [{ key: uid, uid, master: null, overrides: components }]
      : [{ key: uid, uid, master: only, overrides: [] }];
  }
  const sorted = [...components].sort(newestFirst);
  const masters = sorted.filter((component) => component.recurrenceId === null);
  const overrides = newestOfEach(sorted.filter((component) => component.recurrenceId !== null));
  const distinct = sharedUid(masters);
  if (distinct) {
    const owned = ownersOf(overrides, distinct);
    return distinct.map((master, index) => ({
      key: index === 0 ? uid : `${uid}#${momentKey(master.start)}`,
      uid,
      master,
      overrides: owned.get(master) ?? [],
    }));
  }
  for (const older of masters.slice(1)) {
    const isSame = formatHash(older.hash) === formatHash(masters[0]!.hash);
    notes.add({
      severity: isSame ? 'repaired' : 'leftOut',
      code: isSame ? 'identity.repeated' : 'identity.olderVersion',
      message: isSame ? 'The same event again' : 'An older version of an event',
      repair: isSame ? 'Read once' : 'The newer one is read',
      line: older.line,
      uid,
    });
  }
  return [{ key: uid, uid, master: masters[0] ?? null, overrides }];
}

/**
 * Different events under one UID: a program that gives every event the same UID. They start at different times and neither SEQUENCE nor
 * LAST-MODIFIED tells which is newer; DTSTAMP is when each was written out. Null when they are versions of one.
 */
function sharedUid(masters: readonly EventComponent[]): readonly EventComponent[] | null {
  if (masters.length < 2) return null;
  const starts = new Set(masters.map((master) => momentKey(master.start)));
  const sequences = new Set(masters.map((master) => master.sequence));
  const modified = new Set(masters.map((master) => master.lastModified).filter((at) => at !== null));
  if (starts.size < masters.length || sequences.size > 1 || modified.size > 1) return null;
  return [...masters].sort(by((master) => momentKey(master.start)));
}

/** Replaced occurrences by the event under a shared UID they belong to: the series that began last before them. */
function ownersOf(
  overrides: readonly EventComponent[],
  masters: readonly EventComponent[],
): ReadonlyMap<EventComponent, readonly EventComponent[]> {
  // Looked for once for each override, by halving: thousands of events may share a UID.
  const series = masters
    .filter((master) => master.rules.length + master.extraStarts.length > 0)
    .map((master) => ({ master, start: epochOf(master.start) }))
    .sort(by(({ start }) => start));
  return groupBy(overrides, ({ recurrenceId }) => {
    const id = recurrenceId!;
    // A date may stand for any time of its day.
    const at = epochOf(id) + (id.clock === null ? DAY - 1 : 0);
    const after = firstIndex(series.length, (index) => series[index]!.start > at);
    return series[after - 1]?.master ?? masters[0]!;
  });
}

function epochOf({ local, clock }: Moment): number {
  return clock === null ? local : clock.instantOf(local);
}

function newestOfEach(sorted: readonly EventComponent[]): EventComponent[] {
  const newest = new Map<string, EventComponent>();
  for (const component of sorted) {
    const key = momentKey(component.recurrenceId!);
    if (!newest.has(key)) newest.set(key, component);
  }
  return [...newest.values()];
}

/** The same for equal instants in any zone; dates stay apart from times. */
export function momentKey(moment: Moment): string {
  return moment.clock === null ? `d${moment.local}` : `t${moment.clock.instantOf(moment.local)}`;
}
