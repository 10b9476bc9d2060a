import { assertNever } from '#shared/base/assert-never';
import type { Day } from '#shared/time/day';
import { formatMinuteOfDay } from '../../ui/format-time';
import { formatLength } from '../../ui/length';
import { dueWordsInline } from '../due';
import { repeatWords } from '../repeat-words';
import { ENERGY_WORDS, PART_WORDS, PRIORITY_WORDS } from '../task-words';
import type { Meaning } from './meanings';

/** What a chip says: `90 min`, `High priority`, `Due Fri 16:00`. */
export function meaningWords(meaning: Meaning, today: Day): string {
  switch (meaning.kind) {
    case 'duration':
      return formatLength(meaning.minutes);
    case 'priority':
      return `${PRIORITY_WORDS[meaning.priority]} priority`;
    case 'project':
      return meaning.name;
    case 'tag':
      return `+${meaning.name}`;
    case 'part':
      return PART_WORDS[meaning.part];
    case 'energy':
      return `${ENERGY_WORDS[meaning.level]} energy`;
    case 'due':
      return `${meaning.hard ? 'Must be done by' : 'Due'} ${dueWordsInline(meaning.due, today)}`;
    case 'on':
      return `Only ${dueWordsInline({ day: meaning.day, minutes: null }, today)}`;
    case 'after':
      return `Not before ${dueWordsInline({ day: meaning.day, minutes: meaning.minutes === 0 ? null : meaning.minutes }, today)}`;
    case 'start':
      return `Starts ${dueWordsInline({ day: meaning.day, minutes: meaning.minutes }, today)}${meaning.length === null ? '' : ` – ${formatMinuteOfDay(meaning.minutes + meaning.length)}`}`;
    case 'repeat':
      if (meaning.minutes === null) return repeatWords(meaning.rule);
      return `${repeatWords(meaning.rule)}, ${meaning.at ? 'starts' : 'by'} ${formatMinuteOfDay(meaning.minutes)}`;
    default:
      return assertNever(meaning, 'meaning');
  }
}
