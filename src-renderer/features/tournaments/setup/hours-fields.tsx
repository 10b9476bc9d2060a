import type { Day } from '#shared/time/day';
import type { WallSpan } from '#shared/tournaments/document';
import { ClockField } from './fields';
import classes from './setup.module.css';
import { hoursOn, withHours } from './setup-edits';

interface HoursFieldsProps {
  readonly label: string;
  readonly day: Day;
  readonly spans: readonly WallSpan[] | null | undefined;
  readonly onChange: (spans: WallSpan[] | null) => void;
}

const MORNING = 8 * 60;
const EVENING = 20 * 60;

/** From and to on one day; both empty means always. */
export function HoursFields({ label, day, spans, onChange }: HoursFieldsProps) {
  const hours = hoursOn(spans, day);
  const put = (from: number | null, to: number | null) => {
    if (from === null && to === null) onChange(withHours(spans, day, null));
    else onChange(withHours(spans, day, { from: from ?? MORNING, to: to ?? EVENING }));
  };
  return (
    <div className={classes.hoursPair}>
      <ClockField
        label={`${label}, from`}
        inColumn
        mayBeEmpty
        placeholder="always"
        value={hours?.from ?? null}
        onStore={(from) => put(from, from === null ? null : (hours?.to ?? null))}
      />
      <span aria-hidden="true">–</span>
      <ClockField
        label={`${label}, to`}
        inColumn
        isEnd
        mayBeEmpty
        value={hours?.to ?? null}
        onStore={(to) => put(to === null ? null : (hours?.from ?? null), to)}
      />
    </div>
  );
}
