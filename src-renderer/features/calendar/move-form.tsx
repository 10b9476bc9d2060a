import { NumberInput, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { type Day, parseDay } from '#shared/time/day';
import { minutesBetween } from '#shared/time/instant';
import { dayAt, minuteOfDayAt } from '#shared/time/zone';
import { readTime } from '../../state/quick-add/moment';
import { useWorkspace } from '../../state/workspace';
import { formatDayShort, formatMinuteOfDay, PrimaryButton, QuietButton } from '../../ui';
import { spanAtMinute } from './grid-time';
import classes from './move-form.module.css';
import { dropOutcome, outcomeWords } from './pushed-rows';
import { moveRow } from './row-actions';
import type { ScheduleRow, WorkRow } from './schedule-rows';

interface MoveFormProps {
  readonly row: WorkRow;
  readonly rows: readonly ScheduleRow[];
  readonly onClose: () => void;
}

/** Moving without a mouse, to any day: day, start and length. A habit keeps its day. */
export function MoveForm({ row, rows, onClose }: MoveFormProps) {
  const { zone, firstWeekday } = useWorkspace((state) => ({
    zone: state.settings.timeZone,
    // Mantine counts Sunday as 0.
    firstWeekday: (state.settings.firstWeekday % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6,
  }));
  const [dayText, setDayText] = useState<string>(dayAt(zone, row.start));
  const [startText, setStartText] = useState(formatMinuteOfDay(minuteOfDayAt(zone, row.start)));
  const [length, setLength] = useState<number | string>(minutesBetween(row.start, row.end));
  const day = parseDay(dayText);
  const start = timeIn(startText);
  const fits = typeof length === 'number' && length >= 5 && length <= 1440;
  const to = day !== null && start !== null && fits ? spanAtMinute(zone, day, start, length) : null;
  const outcome = to ? dropOutcome(rows, to, row.key) : null;
  const words = outcome ? outcomeWords(outcome) : '';

  function move(event: FormEvent) {
    event.preventDefault();
    if (!to || !outcome) return;
    onClose();
    void moveRow(row, to, outcome);
  }

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  }

  return (
    <form className={classes.form} onSubmit={move} onKeyDown={closeOnEscape} aria-label={`Move ${row.title}`}>
      {row.kind === 'habit' ? (
        <p className={classes.fixed}>{`On ${formatDayShort(row.day)}, its due day`}</p>
      ) : (
        <DateInput
          className={classes.wide ?? ''}
          label="Day"
          size="sm"
          value={dayText}
          firstDayOfWeek={firstWeekday}
          valueFormat={(text) => formatDayShort(text as Day)}
          onChange={(next) => setDayText(next ?? '')}
        />
      )}
      <TextInput
        label="Start"
        autoComplete="off"
        value={startText}
        error={start === null ? 'Such as 9:30' : null}
        onChange={(event) => setStartText(event.currentTarget.value)}
        onBlur={() => start !== null && setStartText(formatMinuteOfDay(start))}
      />
      <NumberInput
        label="Minutes"
        min={5}
        max={1440}
        step={15}
        allowDecimal={false}
        value={length}
        error={fits ? null : '5 to 1440'}
        onChange={setLength}
      />
      {words ? <p className={classes.words}>{words}</p> : null}
      <div className={classes.buttons}>
        <QuietButton onClick={onClose}>Cancel</QuietButton>
        <PrimaryButton type="submit" disabled={to === null}>
          Move and lock
        </PrimaryButton>
      </div>
    </form>
  );
}

/** Minutes after midnight of what was typed: `16:00`, `4pm`. */
function timeIn(text: string): number | null {
  return readTime(text.trim().toLowerCase().split(/\s+/), 0)?.value ?? null;
}
