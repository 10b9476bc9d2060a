import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { Factor } from '#shared/engine/plan';
import type { Day } from '#shared/time/day';
import { dayAt, type ZoneId } from '#shared/time/zone';
import { useNow } from '../../state/clock';
import type { Alternative, BlockedSlot, Explanation, PlacedExplanation } from '../../state/explanation';
import { useWorkspace } from '../../state/workspace';
import { asFragment, Dot, formatDayRelative, formatDayShort, formatTime, QuietButton } from '../../ui';
import { ALTERNATIVES_SHOWN } from './alternative-ghosts';
import { factorName } from './factor-name';
import { dropOutcome } from './pushed-rows';
import { moveRow } from './row-actions';
import type { ScheduleRow, WorkRow } from './schedule-rows';
import { useToday } from './use-today';
import classes from './why-here.module.css';

interface WhyHereProps {
  readonly row: WorkRow;
  readonly rows: readonly ScheduleRow[];
  readonly explanation: Explanation | null;
  readonly pointed: number | null;
  readonly onPoint: (index: number | null) => void;
}

const BLOCKERS_SHOWN = 2;

/** Never a score without its reason: what counted, what stood in the way of better, what else would do. */
export function WhyHere({ row, rows, explanation, pointed, onPoint }: WhyHereProps) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  if (explanation?.kind !== 'placed') return null;
  return (
    <>
      <Factors row={row} explanation={explanation} />
      {explanation.blocked.length > 0 ? (
        <section className={classes.part} aria-labelledby="blocked-title">
          <h3 id="blocked-title">What blocked a better slot</h3>
          <ul className={classes.list}>
            {explanation.blocked.slice(0, BLOCKERS_SHOWN).map((slot) => (
              <Blocked key={slot.start} slot={slot} rows={rows} zone={zone} />
            ))}
          </ul>
        </section>
      ) : null}
      <Alternatives row={row} rows={rows} explanation={explanation} pointed={pointed} onPoint={onPoint} />
    </>
  );
}

function Alternatives({
  row,
  rows,
  explanation,
  pointed,
  onPoint,
}: WhyHereProps & { readonly explanation: PlacedExplanation }) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  const at = useNow();
  const [all, setAll] = useState(false);
  const { alternatives } = explanation;
  if (alternatives.length === 0) {
    if (row.locked || explanation.factors.length === 0) return null;
    const isUnderWay = row.start <= at && at < row.end;
    return (
      <section className={classes.part} aria-labelledby="alternatives-title">
        <h3 id="alternatives-title">Alternatives</h3>
        <p className={classes.plain}>
          {isUnderWay ? 'It is under way, so it stays.' : 'No other free slot would keep its rules.'}
        </p>
      </section>
    );
  }
  const more = alternatives.length - ALTERNATIVES_SHOWN;
  return (
    <section className={classes.part} aria-labelledby="alternatives-title">
      <div className={classes.heading}>
        <h3 id="alternatives-title">Alternatives</h3>
        <span className={classes.hint}>Hover to preview</span>
      </div>
      <ol className={classes.list}>
        {alternatives.slice(0, all ? undefined : ALTERNATIVES_SHOWN).map((alternative, index) => (
          <AlternativeChoice
            key={alternative.start}
            alternative={alternative}
            index={index}
            zone={zone}
            pointed={pointed === index}
            onPoint={(on) => onPoint(on ? index : null)}
            onTake={() => {
              onPoint(null);
              void moveRow(row, alternative, dropOutcome(rows, alternative, row.key));
            }}
          />
        ))}
      </ol>
      {more > 0 ? (
        <QuietButton aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `${more} more`}
        </QuietButton>
      ) : null}
    </section>
  );
}

function Factors({ row, explanation }: { readonly row: WorkRow; readonly explanation: PlacedExplanation }) {
  if (explanation.factors.length === 0) {
    if (!row.locked && row.kind === 'task') return null;
    return (
      <section className={classes.part} aria-labelledby="why-title">
        <h3 id="why-title">Why here?</h3>
        <p className={classes.plain}>
          {row.locked
            ? 'You put it here. Unlock it to let the next plan choose.'
            : 'As near to its target as the day allows.'}
        </p>
      </section>
    );
  }
  return (
    <section className={classes.part} aria-labelledby="why-title">
      <div className={classes.heading}>
        <h3 id="why-title">Why here?</h3>
        <span className={classes.score}>
          Score <b>{explanation.score.toFixed(2)}</b>
        </span>
      </div>
      <ul className={classes.factors}>
        {[...explanation.factors].sort(byWeight).map((factor) => (
          <li key={factor.name}>
            <span className={classes.factorLine}>
              <span className={classes.factor}>
                <span className={classes.factorName}>{factorName(factor.name)}</span>{' '}
                <span className={classes.factorDetail}>{asFragment(factor.detail)}</span>
              </span>
              <span className={classes.value}>{factor.value.toFixed(2)}</span>
            </span>
            <span className={classes.track} aria-hidden="true">
              <span className={classes.bar} style={{ width: `${Math.round(clamp(factor.value) * 100)}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Blocked({
  slot,
  rows,
  zone,
}: {
  readonly slot: BlockedSlot;
  readonly rows: readonly ScheduleRow[];
  readonly zone: ZoneId;
}) {
  const today = useToday();
  const { by } = slot;
  const event = by.kind === 'event' ? rows.find((row) => row.kind === 'event' && row.id === by.id) : undefined;
  return (
    <li className={classes.blocked}>
      <BlockerMark slot={slot} edge={event?.kind === 'event' ? event.edge : 'slate'} />
      <span>
        <span className={classes.when}>
          {`${dayWords(dayAt(zone, slot.start), today)} ${formatTime(zone, slot.start)} `}
          <span className={classes.would}>{`would score ${slot.score.toFixed(2)}`}</span>
        </span>
        <span className={classes.by}>{blockerWords(slot, event)}</span>
      </span>
    </li>
  );
}

function BlockerMark({ slot, edge }: { readonly slot: BlockedSlot; readonly edge: string }) {
  if (slot.by.kind === 'event')
    return <span className={classes.edge} style={{ background: `var(--dw-edge-${edge})` }} aria-hidden="true" />;
  if (slot.by.pinned) return <IconLock size={14} stroke={1.6} className={classes.mark} aria-hidden="true" />;
  return (
    <span className={classes.mark}>
      <Dot tone={slot.by.kind} square />
    </span>
  );
}

function blockerWords({ by }: BlockedSlot, event: ScheduleRow | undefined): string {
  if (by.kind === 'event') {
    const calendar = event?.kind === 'event' && event.calendarName ? `, from ${event.calendarName}` : '';
    return `${by.title}${calendar}`;
  }
  return by.pinned ? `${by.title} is locked there` : `${by.title} stands there`;
}

interface AlternativeChoiceProps {
  readonly alternative: Alternative;
  readonly index: number;
  readonly zone: ZoneId;
  readonly pointed: boolean;
  readonly onPoint: (on: boolean) => void;
  readonly onTake: () => void;
}

function AlternativeChoice({ alternative, index, zone, pointed, onPoint, onTake }: AlternativeChoiceProps) {
  const when = `${formatDayShort(dayAt(zone, alternative.start))}, ${formatTime(zone, alternative.start)}`;
  return (
    <li>
      <button
        type="button"
        className={classes.alternative}
        data-pointed={pointed || undefined}
        onPointerEnter={() => onPoint(true)}
        onPointerLeave={() => onPoint(false)}
        onFocus={() => onPoint(true)}
        onBlur={() => onPoint(false)}
        onClick={onTake}
      >
        <span className={classes.number} aria-hidden="true">
          {index + 1}
        </span>
        <span className={classes.choice}>
          <span className="dw-visually-hidden">Move to </span>
          <span className={classes.choiceWhen}>{when}</span>
          {alternative.detail ? <span className={classes.by}>{asFragment(alternative.detail)}</span> : null}
        </span>
        <span className={classes.value}>
          <span className="dw-visually-hidden">, score </span>
          {alternative.score.toFixed(2)}
        </span>
      </button>
    </li>
  );
}

function byWeight(a: Factor, b: Factor): number {
  return b.value * b.weight - a.value * a.weight;
}

function dayWords(day: Day, today: Day): string {
  const relative = formatDayRelative(day, today);
  return /\d/.test(relative) ? formatDayShort(day) : relative;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
