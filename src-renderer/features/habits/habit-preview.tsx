import { useDeferredValue, useMemo } from 'react';
import { instantOfMinute } from '#shared/engine/epoch-minute';
import { type Habit, habitSchema } from '#shared/habits/habit';
import { type PreviewedDay, previewHabit } from '#shared/planning/preview-habit';
import type { ZoneId } from '#shared/time/zone';
import { nowText } from '../../state/clock';
import { useHabitSituation } from '../../state/use-habit-situation';
import { formatDayShort, formatTime, typeset } from '../../ui';
import { type HabitForm, readHabitForm } from './habit-form';
import classes from './habit-preview.module.css';
import { deltaWords } from './habit-words';

const DAYS = 7;
const NEW_ID = 'new habit';

interface HabitPreviewProps {
  readonly form: HabitForm;
  readonly known: Habit | null;
}

/** Where the habit in the editor would lie in the coming week, as it is typed. */
export function HabitPreview({ form, known }: HabitPreviewProps) {
  const situation = useHabitSituation(DAYS);
  const wanted = useDeferredValue(form);
  const days = useMemo(() => {
    const read = readHabitForm(wanted);
    if (!read.ok || !situation) return null;
    const habit = habitSchema.parse({ ...(known ?? { id: NEW_ID, createdAt: nowText() }), ...read.value });
    return previewHabit(situation.problem, habit);
  }, [wanted, situation, known]);
  return (
    <section className={classes.preview} aria-labelledby="habit-preview">
      <h3 id="habit-preview">The coming week</h3>
      {days === null || !situation ? (
        <p className={classes.nothing}>It shows here once every field is filled in.</p>
      ) : days.length === 0 ? (
        <p className={classes.nothing}>It is not due in the next seven days.</p>
      ) : (
        <ul className={classes.days} aria-live="polite">
          {days.map((day) => (
            <PreviewLine key={day.day} day={day} zone={situation.problem.settings.timeZone} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PreviewLine({ day, zone }: { readonly day: PreviewedDay; readonly zone: ZoneId }) {
  const { place } = day;
  const pushed = day.pushed.length === 0 ? '' : `, moves ${day.pushed.join(' and ')}`;
  return (
    <li data-room={place !== null || undefined}>
      <span className={classes.day}>{formatDayShort(day.day)}</span>
      <span className={classes.time}>{place ? formatTime(zone, instantOfMinute(place.start)) : 'No room'}</span>
      <span className={classes.note}>{typeset(place ? `${deltaWords(day.deltaMinutes)}${pushed}` : day.why)}</span>
    </li>
  );
}
