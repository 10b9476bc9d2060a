// What a stretch of words of a quick add line means: a length, a mark, a part of the day, a moment, a repetition.
import type { EnergyLevel } from '#shared/engine/settings';
import type { Task } from '#shared/tasks/task';
import { type Day, plusDays } from '#shared/time/day';
import type { Minutes } from '#shared/time/instant';
import type { Due } from '../due';
import { dayForTime, type MomentContext, type Read, readDay, readSoon, readTime } from './moment';
import { readAdverb, readRule } from './rule';

export type PartOfDay = 'morning' | 'afternoon' | 'evening';

/** What one stretch of words means. `daySaid`: false where a time stands alone, and its day was filled in. */
export type Meaning =
  | { readonly kind: 'duration'; readonly minutes: Minutes }
  | { readonly kind: 'priority'; readonly priority: Task['priority'] }
  | { readonly kind: 'project'; readonly name: string }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'part'; readonly part: PartOfDay }
  | { readonly kind: 'energy'; readonly level: EnergyLevel }
  | { readonly kind: 'due'; readonly due: Due; readonly hard: boolean; readonly daySaid: boolean }
  /** "on sat": that day and no other. */
  | { readonly kind: 'on'; readonly day: Day }
  /** Not before. */
  | { readonly kind: 'after'; readonly day: Day; readonly minutes: Minutes; readonly daySaid: boolean }
  /** A fixed start; a range of times says its length too. */
  | {
      readonly kind: 'start';
      readonly day: Day;
      readonly minutes: Minutes;
      readonly length: Minutes | null;
      readonly daySaid: boolean;
    }
  /** It comes again by a rule; a time of day after it is its due, or with "at" its fixed start. */
  | { readonly kind: 'repeat'; readonly rule: string; readonly minutes: Minutes | null; readonly at: boolean };

/** The meaning of the words from `at` on; null where they belong to the title. */
export function readMeaning(
  words: readonly string[],
  at: number,
  context: MomentContext,
  opensTitle: boolean,
): Read<Meaning> | null {
  return (
    readRepeat(words, at, context) ??
    readDuration(words, at) ??
    readMarks(words[at]!) ??
    readEnergy(words, at) ??
    readPart(words, at, opensTitle) ??
    readMoment(words, at, context)
  );
}

/** "every fri", "every weekday 16:00", "every mon at 9:00". */
function readRepeat(words: readonly string[], at: number, context: MomentContext): Read<Meaning> | null {
  const endsTitle = () => words[at + 1] === undefined || readMeaning(words, at + 1, context, false) !== null;
  const adverb = readAdverb(words, at);
  const rule = readRule(words, at) ?? (adverb && endsTitle() ? adverb : null);
  if (!rule) return null;
  const next = at + rule.words;
  const hasAt = words[next] === 'at';
  const time = readTime(words, next + (hasAt ? 1 : 0));
  const value = { kind: 'repeat', rule: rule.value, minutes: time?.value ?? null, at: hasAt && time !== null } as const;
  return { value, words: rule.words + (time ? time.words + (hasAt ? 1 : 0) : 0) };
}

/** The same with the small words around it: "for 45 min", "2 hours of", "half an hour". */
function readDuration(words: readonly string[], at: number): Read<Meaning> | null {
  const lead = words[at] === 'for' ? 1 : 0;
  const length = readLength(words, at + lead);
  if (!length) return null;
  const of = words[at + lead + length.words] === 'of' ? 1 : 0;
  return { value: length.value, words: lead + length.words + of };
}

/** `90m`, `90 min`, `2h`, `1h30`, `1h 30m`, `1.5h`, `2 hours`, `an hour`. */
function readLength(words: readonly string[], at: number): Read<Meaning> | null {
  if (words[at] === 'half' && words[at + 1] === 'an' && words[at + 2] === 'hour') return duration(30, 3);
  if (words[at] === 'an' && words[at + 1] === 'hour') return duration(60, 2);
  const joined = /^(\d{1,2})h(\d{1,2})m?$/.exec(words[at] ?? '');
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
function readMoment(words: readonly string[], at: number, context: MomentContext): Read<Meaning> | null {
  const soon = readSoon(words, at, context);
  if (soon) return { value: { kind: 'due', due: soon.value, hard: false, daySaid: true }, words: soon.words };
  const range = readRange(words, at, context);
  if (range) return range;
  const lead = LEADS.find(([phrase]) => phrase.every((word, index) => words[at + index] === word));
  const moment = readDayAndTime(words, at + (lead?.[0].length ?? 0), context);
  if (!moment) return null;
  const { day: saidDay, minutes, at: saidAt, hard } = moment.value;
  const role = saidAt && (lead === undefined || lead[1] === 'on') ? 'start' : (lead?.[1] ?? 'due');
  const day = saidDay ?? dayForTime(minutes ?? 0, context);
  const meaning = meaningOf(role, { day, minutes, hard, daySaid: saidDay !== null });
  return meaning ? { value: meaning, words: (lead?.[0].length ?? 0) + moment.words } : null;
}

/** "fri 12:30-13:00", "12:30-13:00 on fri": where it is, and how long. */
function readRange(words: readonly string[], at: number, context: MomentContext): Read<Meaning> | null {
  const lead = words[at] === 'on' ? 1 : 0;
  const before = readDay(words, at + lead, context);
  const from = at + (before ? lead + before.words : 0);
  const [first, last] = (words[from] ?? '').split(/[-–]/);
  const start = readTime([first ?? ''], 0);
  const end = readTime([last ?? ''], 0);
  if (!start || !end || end.value <= start.value) return null;
  const on = words[from + 1] === 'on' ? 1 : 0;
  const after = before ? null : readDay(words, from + 1 + on, context);
  const day = before?.value ?? after?.value ?? dayForTime(start.value, context);
  const length = end.value - start.value;
  return {
    value: { kind: 'start', day, minutes: start.value, length, daySaid: before !== null || after !== null },
    words: from - at + 1 + (after ? on + after.words : 0),
  };
}

interface KnownMoment {
  readonly day: Day;
  readonly minutes: Minutes | null;
  readonly hard: boolean;
  readonly daySaid: boolean;
}

function meaningOf(role: Role, { day, minutes, hard, daySaid }: KnownMoment): Meaning | null {
  switch (role) {
    case 'due':
      return { kind: 'due', due: { day, minutes }, hard, daySaid };
    case 'before': {
      const due = minutes === null ? { day: plusDays(day, -1), minutes } : { day, minutes };
      return { kind: 'due', due, hard, daySaid };
    }
    case 'after':
      return { kind: 'after', day, minutes: minutes ?? 0, daySaid };
    case 'on':
      return minutes === null ? { kind: 'on', day } : { kind: 'start', day, minutes, length: null, daySaid };
    case 'start':
      return minutes === null ? null : { kind: 'start', day, minutes, length: null, daySaid };
  }
}

interface SaidMoment {
  readonly day: Day | null;
  readonly minutes: Minutes | null;
  /** "fri at 16:00": a start, not a due. */
  readonly at: boolean;
  readonly hard: boolean;
}

function readDayAndTime(words: readonly string[], from: number, context: MomentContext): Read<SaidMoment> | null {
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
