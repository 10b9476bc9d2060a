// One line of text becomes a task: "Report 90m p2 morning #work fri 16:00". What is understood is taken out of the title
// and shown as chips; a chip that was not meant can be dismissed, and its words go back into the title.
// Words in double quotes are never read.
import type { EnergyLevel } from '#shared/engine/settings';
import type { Task } from '#shared/tasks/task';
import type { Day } from '#shared/time/day';
import { plusDays } from '#shared/time/day';
import type { Instant, Minutes } from '#shared/time/instant';
import { instantAtMinute } from '#shared/time/zone';
import { type Due, dueInstant } from '../due';
import { dayForTime, type MomentContext, type Read, readDay, readTime } from './moment';

export type QuickAddContext = MomentContext;

export type PartOfDay = 'morning' | 'afternoon' | 'evening';

/** What one stretch of words means. */
export type Meaning =
  | { readonly kind: 'duration'; readonly minutes: Minutes }
  | { readonly kind: 'priority'; readonly priority: Task['priority'] }
  | { readonly kind: 'project'; readonly name: string }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'part'; readonly part: PartOfDay }
  | { readonly kind: 'energy'; readonly level: EnergyLevel }
  | { readonly kind: 'due'; readonly due: Due; readonly hard: boolean }
  /** "on sat": that day and no other. */
  | { readonly kind: 'on'; readonly day: Day }
  /** Not before. */
  | { readonly kind: 'after'; readonly day: Day; readonly minutes: Minutes }
  /** A fixed start. */
  | { readonly kind: 'start'; readonly day: Day; readonly minutes: Minutes };

export interface Chip {
  /** Kind and words; stays the same while the words stay, so that a dismissal survives typing on. */
  readonly key: string;
  /** The words as typed. */
  readonly text: string;
  readonly meaning: Meaning;
}

export interface QuickAdd {
  readonly title: string;
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
  const taken = new Set<string>();
  for (let at = 0; at < words.length; ) {
    const found = readMeaning(lower, at, context, title.length === 0);
    const chip = found ? chipOf(words, at, found) : null;
    if (found && chip && !dismissed.has(chip.key) && !taken.has(slotOf(chip.meaning))) {
      chips.push(chip);
      taken.add(slotOf(chip.meaning));
      at += found.words;
    } else {
      title.push(words[at]!.text);
      at += 1;
    }
  }
  return { title: title.join(' '), chips };
}

/** The fields that the chips stand for. */
export function quickAddFields(parsed: QuickAdd, context: QuickAddContext): QuickAddFields {
  const fields: { -readonly [Key in keyof QuickAddFields]: QuickAddFields[Key] } = { title: parsed.title };
  const tags: string[] = [];
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
        break;
      case 'on':
        fields.notBefore = instantAtMinute(context.zone, meaning.day, 0);
        fields.dueAt = dueInstant(context.zone, { day: meaning.day, minutes: null });
        break;
      case 'after':
        fields.notBefore = instantAtMinute(context.zone, meaning.day, meaning.minutes);
        break;
      case 'start':
        fields.pinnedStart = instantAtMinute(context.zone, meaning.day, meaning.minutes);
        break;
    }
  }
  if (tags.length > 0) fields.tags = tags;
  return fields;
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

function readMeaning(
  words: readonly string[],
  at: number,
  context: QuickAddContext,
  opensTitle: boolean,
): Read<Meaning> | null {
  return (
    readDuration(words, at) ??
    readMarks(words[at]!) ??
    readEnergy(words, at) ??
    readPart(words, at, opensTitle) ??
    readMoment(words, at, context)
  );
}

/** `90m`, `90 min`, `2h`, `1h30`, `1h 30m`, `1.5h`, `2 hours`. */
function readDuration(words: readonly string[], at: number): Read<Meaning> | null {
  const joined = /^(\d{1,2})h(\d{1,2})m?$/.exec(words[at]!);
  if (joined) return duration(Number(joined[1]) * 60 + Number(joined[2]), 1);
  const first = readAmount(words, at);
  if (!first) return null;
  const second = first.value.unit === 'h' ? readAmount(words, at + first.words) : null;
  if (second?.value.unit === 'm')
    return duration(first.value.minutes + second.value.minutes, first.words + second.words);
  return duration(first.value.minutes, first.words);
}

function readAmount(words: readonly string[], at: number): Read<{ unit: 'h' | 'm'; minutes: number }> | null {
  const whole = /^(\d{1,4}(?:[.,]\d{1,2})?)(h|hr|hrs|hours?|m|min|mins|minutes?)$/;
  const one = whole.exec(words[at] ?? '');
  // "5 m" may be metres: a unit on its own needs at least its first syllable.
  const apart =
    /^\d{1,4}(?:[.,]\d{1,2})?$/.test(words[at] ?? '') &&
    /^(h|hr|hrs|hours?|min|mins|minutes?)$/.test(words[at + 1] ?? '');
  const match = one ?? (apart ? whole.exec(`${words[at]}${words[at + 1]}`) : null);
  if (!match) return null;
  const unit = match[2]!.startsWith('h') ? 'h' : 'm';
  const minutes = Math.round(Number(match[1]!.replace(',', '.')) * (unit === 'h' ? 60 : 1));
  return { value: { unit, minutes }, words: one ? 1 : 2 };
}

function duration(minutes: Minutes, words: number): Read<Meaning> | null {
  return minutes >= 1 && minutes <= 10_080 ? { value: { kind: 'duration', minutes }, words } : null;
}

/** `p1` to `p4`, `#project`, `+tag`. */
function readMarks(word: string): Read<Meaning> | null {
  const priority = /^p([1-4])$/.exec(word);
  if (priority) return { value: { kind: 'priority', priority: Number(priority[1]) as Task['priority'] }, words: 1 };
  const project = /^#([\p{L}\d][\p{L}\d_/-]*)$/u.exec(word);
  if (project) return { value: { kind: 'project', name: project[1]! }, words: 1 };
  const tag = /^\+(\p{L}[\p{L}\d_-]*)$/u.exec(word);
  return tag ? { value: { kind: 'tag', name: tag[1]! }, words: 1 } : null;
}

/** "high energy", "low energy". */
function readEnergy(words: readonly string[], at: number): Read<Meaning> | null {
  const level = words[at];
  if (words[at + 1] !== 'energy' || (level !== 'high' && level !== 'medium' && level !== 'low')) return null;
  return { value: { kind: 'energy', level }, words: 2 };
}

/** "morning", "in the evening". The word that opens the line names the thing: "Morning pages". */
function readPart(words: readonly string[], at: number, opensTitle: boolean): Read<Meaning> | null {
  const lead = words[at] === 'in' && words[at + 1] === 'the' ? 2 : 0;
  const part = words[at + lead];
  if (opensTitle || (part !== 'morning' && part !== 'afternoon' && part !== 'evening')) return null;
  return { value: { kind: 'part', part }, words: lead + 1 };
}

type Role = 'due' | 'before' | 'after' | 'on' | 'start';

const LEADS: readonly (readonly [readonly string[], Role])[] = [
  [['not', 'before'], 'after'],
  [['due', 'by'], 'due'],
  [['due', 'on'], 'due'],
  [['due'], 'due'],
  [['by'], 'due'],
  [['until'], 'due'],
  [['till'], 'due'],
  [['before'], 'before'],
  [['from'], 'after'],
  [['after'], 'after'],
  [['starting'], 'after'],
  [['on'], 'on'],
  [['at'], 'start'],
];

/** A day, a time or both, with the word before it that says what it is for; a bare moment is the due. A `!` after it makes the due hard. */
function readMoment(words: readonly string[], at: number, context: QuickAddContext): Read<Meaning> | null {
  const lead = LEADS.find(([phrase]) => phrase.every((word, index) => words[at + index] === word));
  const moment = readDayAndTime(words, at + (lead?.[0].length ?? 0), context);
  if (!moment) return null;
  const { day: saidDay, minutes, at: saidAt, hard } = moment.value;
  const role = saidAt && (lead === undefined || lead[1] === 'on') ? 'start' : (lead?.[1] ?? 'due');
  const day = saidDay ?? dayForTime(minutes ?? 0, context);
  const meaning = meaningOf(role, day, minutes, hard);
  return meaning ? { value: meaning, words: (lead?.[0].length ?? 0) + moment.words } : null;
}

function meaningOf(role: Role, day: Day, minutes: Minutes | null, hard: boolean): Meaning | null {
  switch (role) {
    case 'due':
      return { kind: 'due', due: { day, minutes }, hard };
    case 'before':
      return { kind: 'due', due: minutes === null ? { day: plusDays(day, -1), minutes } : { day, minutes }, hard };
    case 'after':
      return { kind: 'after', day, minutes: minutes ?? 0 };
    case 'on':
      return minutes === null ? { kind: 'on', day } : { kind: 'start', day, minutes };
    case 'start':
      return minutes === null ? null : { kind: 'start', day, minutes };
  }
}

interface SaidMoment {
  readonly day: Day | null;
  readonly minutes: Minutes | null;
  /** "fri at 16:00": a start, not a due. */
  readonly at: boolean;
  readonly hard: boolean;
}

function readDayAndTime(words: readonly string[], from: number, context: QuickAddContext): Read<SaidMoment> | null {
  const plain = words.map((word) => word.replace(/!+$/, ''));
  const isHard = (count: number): boolean => /!$/.test(words[from + count - 1] ?? '');
  const day = readDay(plain, from, context);
  if (day) {
    const hasAt = plain[from + day.words] === 'at';
    const time = isHard(day.words) ? null : readTime(plain, from + day.words + (hasAt ? 1 : 0));
    const count = day.words + (time ? time.words + (hasAt ? 1 : 0) : 0);
    return {
      value: { day: day.value, minutes: time?.value ?? null, at: hasAt && time !== null, hard: isHard(count) },
      words: count,
    };
  }
  const time = readTime(plain, from);
  if (!time) return null;
  const lead = plain[from + time.words] === 'on' ? 1 : 0;
  const after = isHard(time.words) ? null : readDay(plain, from + time.words + lead, context);
  const count = time.words + (after ? after.words + lead : 0);
  return { value: { day: after?.value ?? null, minutes: time.value, at: false, hard: isHard(count) }, words: count };
}
