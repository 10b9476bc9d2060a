import { DateInput } from '@mantine/dates';
import { parseDay } from '#shared/time/day';
import { now } from '../../state/clock';
import { today } from '../../state/navigation';
import { readDay } from '../../state/quick-add/moment';
import { workspaceNow } from '../../state/workspace';
import { formatDayShort } from '../../ui';
import classes from './day-field.module.css';

interface DayFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | null | undefined;
  readonly clearable?: boolean;
  /** Inside a popover: its calendar stays within, so that a click on it does not count as outside. */
  readonly inPlace?: boolean;
  /** Its label is heard, not seen: in a bar of one line. */
  readonly bare?: boolean;
}

/** A day, picked or typed: "fri", "24 nov", "tomorrow". */
export function DayField(props: DayFieldProps) {
  const { label, value, onChange, error, clearable = true, inPlace = false, bare = false } = props;
  return (
    <DateInput
      {...(bare ? { 'aria-label': label } : { label })}
      value={value === '' ? null : value}
      error={error ?? null}
      placeholder="No date"
      clearable={clearable}
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
      ariaLabels={{ nextMonth: 'Next month', previousMonth: 'Previous month' }}
      classNames={{
        day: classes.day ?? '',
        weekday: classes.weekday ?? '',
        calendarHeaderControl: classes.control ?? '',
        calendarHeaderLevel: classes.level ?? '',
      }}
      getDayProps={(day) => ({ 'data-current': day === today() || undefined })}
      maxLevel="year"
      firstDayOfWeek={firstWeekday()}
      valueFormat={(day) => {
        const read = parseDay(day);
        return read ? formatDayShort(read) : day;
      }}
      dateParser={(text) => readTyped(text)}
      onChange={(next) => onChange(next ?? '')}
      popoverProps={{ shadow: 'md', withinPortal: !inPlace }}
    />
  );
}

function readTyped(text: string): string | null {
  const words = text.trim().toLowerCase().split(/\s+/);
  const context = { now: now(), zone: workspaceNow().settings.timeZone };
  // "Tue 24 Nov" as the field itself writes it: the date says it all.
  const from = words.length === 3 && /^\d/.test(words[1] ?? '') ? 1 : 0;
  return readDay(words, from, context)?.value ?? null;
}

/** Mantine counts Sunday as 0. */
function firstWeekday(): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return (workspaceNow().settings.firstWeekday % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}
