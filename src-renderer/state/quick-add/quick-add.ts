// One line of text becomes a task: "Report 90m p2 morning #work fri 16:00". What is understood is taken out of the title
// and shown as chips; a chip that was not meant can be dismissed, and its words go back into the title.
// Words in double quotes are never read.
import type { EnergyLevel } from '#shared/engine/settings';
import { firstDayAfter } from '#shared/tasks/repeat';
import type { Repeat, Task } from '#shared/tasks/task';
import type { Day } from '#shared/time/day';
import type { Instant, Minutes } from '#shared/time/instant';
import { dayAt, instantAtMinute, minuteOfDayAt } from '#shared/time/zone';
import { dueInstant } from '../due';
import { type Meaning, type PartOfDay, readMeaning } from './meanings';
import type { MomentContext, Read } from './moment';

export type QuickAddContext = MomentContext;

export interface Chip {
  /** Kind and words; stays the same while the words stay, so that a dismissal survives typing on. */
  readonly key: string;
  /** The words as typed. */
  readonly text: string;
  readonly meaning: Meaning;
}

/** Words that stay in the title; `again`: understood, but already said before. Quoted words are meant as they are. */
export interface LeftWord {
  readonly text: string;
  readonly again: boolean;
}

export interface QuickAdd {
  readonly title: string;
  readonly left: readonly LeftWord[];
  readonly chips: readonly Chip[];
}

/** The fields of a task that a line can set; what was not said is absent. */
export interface QuickAddFields {
  readonly title: string;
  readonly durationMinutes?: Minutes;
  readonly priority?: Task['priority'];
  readonly energy?: EnergyLevel;
  readonly partOfDay?: PartOfDay;
  readonly dueAt?: Instant;
  readonly dueHard?: boolean;
  readonly notBefore?: Instant;
  readonly pinnedStart?: Instant;
  readonly projectName?: string;
  readonly tags?: readonly string[];
  readonly repeat?: Repeat;
}

/** Reads a line. `dismissed` holds keys of chips whose words belong to the title after all. */
export function parseQuickAdd(
  text: string,
  context: QuickAddContext,
  dismissed: ReadonlySet<string> = new Set(),
): QuickAdd {
  const words = splitWords(text);
  const lower = words.map((word) => (word.quoted ? '"' : word.text.toLowerCase().replace(/,$/, '')));
  const chips: Chip[] = [];
  const title: string[] = [];
  const left: LeftWord[] = [];
  const taken = new Set<string>();
  for (let at = 0; at < words.length; ) {
    const found = readMeaning(lower, at, context, title.length === 0);
    const chip = found ? chipOf(words, at, found) : null;
    const stretch = words.slice(at, at + (found?.words ?? 1));
    at += stretch.length;
    if (chip && !dismissed.has(chip.key) && !taken.has(slotOf(chip.meaning))) {
      chips.push(chip);
      taken.add(slotOf(chip.meaning));
      continue;
    }
    title.push(...stretch.map((word) => word.text));
    if (chip && !dismissed.has(chip.key)) left.push({ text: chip.text, again: true });
    else if (!chip && !stretch[0]!.quoted) left.push({ text: stretch[0]!.text, again: false });
  }
  return { title: title.join(' '), left, chips: onFirstDay(chips, context) };
}

/** The fields that the chips stand for. */
export function quickAddFields(parsed: QuickAdd, context: QuickAddContext): QuickAddFields {
  const fields: { -readonly [Key in keyof QuickAddFields]: QuickAddFields[Key] } = { title: parsed.title };
  const tags: string[] = [];
  let repeat: Extract<Meaning, { kind: 'repeat' }> | null = null;
  /** The day that the line itself gives to the first of several, and whether with a time. */
  let first: { readonly day: Day; readonly timed: boolean } | null = null;
  let earliest: Day | null = null;
  for (const { meaning } of parsed.chips) {
    switch (meaning.kind) {
      case 'duration':
        fields.durationMinutes = meaning.minutes;
        break;
      case 'priority':
        fields.priority = meaning.priority;
        break;
      case 'project':
        fields.projectName = meaning.name;
        break;
      case 'tag':
        tags.push(meaning.name);
        break;
      case 'part':
        fields.partOfDay = meaning.part;
        break;
      case 'energy':
        fields.energy = meaning.level;
        break;
      case 'due':
        fields.dueAt = dueInstant(context.zone, meaning.due);
        fields.dueHard = meaning.hard;
        first ??= { day: meaning.due.day, timed: meaning.due.minutes !== null };
        break;
      case 'on':
        fields.notBefore = instantAtMinute(context.zone, meaning.day, 0);
        fields.dueAt = dueInstant(context.zone, { day: meaning.day, minutes: null });
        first = { day: meaning.day, timed: false };
        break;
      case 'after':
        fields.notBefore = instantAtMinute(context.zone, meaning.day, meaning.minutes);
        earliest = meaning.day;
        break;
      case 'start':
        fields.pinnedStart = instantAtMinute(context.zone, meaning.day, meaning.minutes);
        if (meaning.length !== null) fields.durationMinutes ??= meaning.length;
        first = { day: meaning.day, timed: true };
        break;
      case 'repeat':
        repeat = meaning;
        break;
    }
  }
  if (repeat !== null) {
    const day = first?.day ?? firstDayOf(repeat.rule, repeat.minutes, earliest, context);
    fields.repeat = { rule: repeat.rule, from: day };
    if (!first?.timed && repeat.at) fields.pinnedStart = instantAtMinute(context.zone, day, repeat.minutes ?? 0);
    else if (first === null || (!first.timed && repeat.minutes !== null))
      fields.dueAt = dueInstant(context.zone, { day, minutes: repeat.minutes });
  }
  if (tags.length > 0) fields.tags = tags;
  return fields;
}

/** A time that stands without a day in a line that says how often is of the first of several: "every fri 12:30-13:00". */
function onFirstDay(chips: readonly Chip[], context: QuickAddContext): readonly Chip[] {
  const repeat = chips.map(({ meaning }) => meaning).find((meaning) => meaning.kind === 'repeat');
  if (!repeat) return chips;
  const after = chips.map(({ meaning }) => meaning).find((meaning) => meaning.kind === 'after');
  const earliest = after?.daySaid ? after.day : null;
  const firstDay = (minutes: Minutes | null) => firstDayOf(repeat.rule, repeat.minutes ?? minutes, earliest, context);
  return chips.map((chip) => {
    const { meaning } = chip;
    if (!('daySaid' in meaning) || meaning.daySaid) return chip;
    if (meaning.kind === 'due')
      return { ...chip, meaning: { ...meaning, due: { ...meaning.due, day: firstDay(meaning.due.minutes) } } };
    return { ...chip, meaning: { ...meaning, day: firstDay(meaning.kind === 'start' ? meaning.minutes : null) } };
  });
}

/** The first day of a rule from today or a later day on, where its time is still ahead. */
function firstDayOf(rule: string, minutes: Minutes | null, earliest: Day | null, context: QuickAddContext): Day {
  const today = dayAt(context.zone, context.now);
  const from = earliest ?? today;
  // "Every other Monday" begins on the coming one, whichever week that is.
  const plain = { rule: rule.replace(/;INTERVAL=\d+/, ''), from };
  const isOver = from === today && minutes !== null && minutes <= minuteOfDayAt(context.zone, context.now);
  return firstDayAfter(plain, from, !isOver) ?? from;
}

/** A task has one due, one length and so on, and many tags; the first words win, later ones stay in the title. */
function slotOf(meaning: Meaning): string {
  if (meaning.kind === 'tag') return `tag ${meaning.name}`;
  return meaning.kind === 'on' ? 'due' : meaning.kind;
}

function chipOf(words: readonly Word[], at: number, found: Read<Meaning>): Chip {
  const text = words
    .slice(at, at + found.words)
    .map((word) => word.text)
    .join(' ');
  const key = `${found.value.kind} ${text.toLowerCase()}`;
  // Names keep the case they were typed in.
  const meaning = found.value;
  if (meaning.kind !== 'project' && meaning.kind !== 'tag') return { key, text, meaning };
  return { key, text, meaning: { ...meaning, name: text.replace(/,$/, '').slice(1) } };
}

interface Word {
  readonly text: string;
  readonly quoted: boolean;
}

function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/["“”]([^"“”]*)["“”]|(\S+)/g)) {
    if (match[1] === undefined) words.push({ text: match[2]!, quoted: false });
    else for (const word of match[1].split(/\s+/).filter(Boolean)) words.push({ text: word, quoted: true });
  }
  return words;
}
