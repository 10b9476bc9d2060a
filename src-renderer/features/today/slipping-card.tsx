import { instantOfMinute } from '#shared/engine/epoch-minute';
import type { HabitSuggestion } from '#shared/planning/habit-suggestions';
import type { Day } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { takeSuggestion } from '../../state/habit-moves';
import { slippingWords } from '../../state/slipping-words';
import { SUGGESTION_ICONS, suggestionKey, suggestionTitle } from '../../state/suggestion-words';
import { AttemptSquares, ChoiceList, Dot, formatTime, QuietButton } from '../../ui';
import classes from './slipping-card.module.css';
import type { SlippingHabit } from './slipping-habit';

interface SlippingCardProps {
  readonly slipping: SlippingHabit;
  readonly suggestions: readonly HabitSuggestion[];
  /** Other habits that slip today. */
  readonly others: readonly SlippingHabit[];
  /** Shows another of them. */
  readonly onShow: (habitId: string) => void;
  readonly zone: ZoneId;
  readonly today: Day;
}

/** The habit that wants a word, why, and the ways out in the order of the smallest step. */
export function SlippingCard({ slipping, suggestions, others, onShow, zone, today }: SlippingCardProps) {
  const { habit, recent, strength } = slipping;
  return (
    <section className={classes.card} aria-labelledby="slipping-today">
      <header className={classes.header}>
        <h2 id="slipping-today">
          <Dot tone="warn" />
          {titleOf(slipping)}
        </h2>
        <span>{`Strength ${strength}%`}</span>
      </header>
      <p className={classes.why}>
        <AttemptSquares recent={recent} places={15} />
        <span>{whyOf(slipping, zone)}</span>
      </p>
      <ChoiceList
        label={`Ways out for ${habit.title}`}
        choices={suggestions.map((suggestion) => ({
          key: suggestionKey(suggestion),
          icon: SUGGESTION_ICONS[suggestion.kind],
          title: suggestionTitle(suggestion, zone, today),
          detail: suggestion.evidence,
          onChoose: () => void takeSuggestion(habit, slipping.open.day, suggestion),
        }))}
      />
      {others.length > 0 ? (
        <p className={classes.others}>
          Also today:
          {others.map((other) => (
            <QuietButton key={other.habit.id} onClick={() => onShow(other.habit.id)}>
              {other.habit.title}
            </QuietButton>
          ))}
        </p>
      ) : null}
    </section>
  );
}

function titleOf({ habit, state, passed, sign }: SlippingHabit): string {
  if (state.kind === 'slipped') return `${habit.title} has no room left today`;
  if (state.kind === 'lastCall') return `Last call for ${habit.title}`;
  if (sign) return `${habit.title} is slipping`;
  return passed ? `${habit.title} is still open` : `Time gets short for ${habit.title}`;
}

function whyOf({ open, state, passed, sign }: SlippingHabit, zone: ZoneId): string {
  const last = state.lastStart === null ? '' : formatTime(zone, instantOfMinute(state.lastStart));
  if (state.kind === 'lastCall') return `Begin by ${last}`;
  if (sign) return slippingWords(sign);
  if (passed && open.place) return `It was at ${formatTime(zone, instantOfMinute(open.place.start))}`;
  return state.kind === 'slipped' ? 'Nothing that long is free' : `The last start is at ${last}`;
}
