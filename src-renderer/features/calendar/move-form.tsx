import { type FormEvent, useState } from 'react';
import { parseDay } from '#shared/time/day';
import { minutesBetween } from '#shared/time/instant';
import { formatTimeOfDay, parseTimeOfDay } from '#shared/time/wall-time';
import { dayAt, minuteOfDayAt } from '#shared/time/zone';
import { useWorkspace } from '../../state/workspace';
import { formatDayShort, PrimaryButton, QuietButton } from '../../ui';
import { spanAtMinute } from './grid-time';
import classes from './move-form.module.css';
import { dropOutcome, outcomeWords } from './pushed-rows';
import { moveRow, type WorkRow } from './row-actions';
import type { ScheduleRow } from './schedule-rows';

interface MoveFormProps {
  readonly row: WorkRow;
  readonly rows: readonly ScheduleRow[];
  readonly onClose: () => void;
}

/** Moving without a mouse, to any day: day, start and length. A habit keeps its day. */
export function MoveForm({ row, rows, onClose }: MoveFormProps) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  const [dayText, setDayText] = useState<string>(dayAt(zone, row.start));
  const [startText, setStartText] = useState(formatTimeOfDay(minuteOfDayAt(zone, row.start)));
  const [lengthText, setLengthText] = useState(String(minutesBetween(row.start, row.end)));
  const day = parseDay(dayText);
  const start = parseTimeOfDay(startText);
  const length = Number(lengthText);
  const valid = day !== null && start !== null && Number.isInteger(length) && length >= 5 && length <= 1440;
  const to = valid ? spanAtMinute(zone, day, start, length) : null;
  const outcome = to ? dropOutcome(rows, to, row.key) : null;
  const words = outcome ? outcomeWords(outcome) : '';

  function move(event: FormEvent) {
    event.preventDefault();
    if (!to || !outcome) return;
    onClose();
    void moveRow(row, to, outcome);
  }

  return (
    <form className={classes.form} onSubmit={move} aria-label={`Move ${row.title}`}>
      {row.kind === 'habit' ? (
        <p className={classes.fixed}>{`On ${formatDayShort(row.day)}, its due day`}</p>
      ) : (
        <label className={classes.field} data-wide>
          Day
          <input type="date" required value={dayText} onChange={(event) => setDayText(event.currentTarget.value)} />
        </label>
      )}
      <label className={classes.field}>
        Start
        <input
          type="time"
          required
          step={300}
          value={startText}
          onChange={(event) => setStartText(event.currentTarget.value)}
        />
      </label>
      <label className={classes.field}>
        Minutes
        <input
          type="number"
          required
          min={5}
          max={1440}
          step={5}
          value={lengthText}
          onChange={(event) => setLengthText(event.currentTarget.value)}
        />
      </label>
      {words ? <p className={classes.words}>{words}</p> : null}
      <div className={classes.buttons}>
        <QuietButton onClick={onClose}>Cancel</QuietButton>
        <PrimaryButton type="submit" disabled={!valid}>
          Move and lock
        </PrimaryButton>
      </div>
    </form>
  );
}
