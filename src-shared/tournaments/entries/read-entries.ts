// Entries from a spreadsheet: one line an entry, with a preview of what was understood and what was not.
import { readCsv } from '../../base/csv';
import { type Participant, participantSchema } from '../document';

export interface EntryProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export interface EntriesRead {
  readonly participants: readonly Participant[];
  /** Lines with a problem give no entry, unless the message says what was done instead. */
  readonly problems: readonly EntryProblem[];
  /** What each column was taken for; null = not used. */
  readonly columns: readonly (EntryColumn | null)[];
}

export type EntryColumn = 'name' | 'partner' | 'club' | 'seed' | 'category' | 'id';

const COLUMN_NAMES: Readonly<Record<string, EntryColumn>> = {
  name: 'name',
  player: 'name',
  spieler: 'name',
  team: 'name',
  entry: 'name',
  partner: 'partner',
  'player 2': 'partner',
  'spieler 2': 'partner',
  club: 'club',
  verein: 'club',
  seed: 'seed',
  seeding: 'seed',
  setzplatz: 'seed',
  setzung: 'seed',
  category: 'category',
  event: 'category',
  klasse: 'category',
  disziplin: 'category',
  id: 'id',
};

const WITHOUT_HEADER: readonly EntryColumn[] = ['name', 'club', 'seed', 'category'];

/**
 * Reads name, club, seed and category (and partner, id), with a header line in English or German in any order, or without one in this order.
 * Ids are made from the names where none are given. Two people of one name and club are the same player; twice in a category is a problem.
 */
export function readEntries(text: string): EntriesRead {
  const { rows: read, openQuote } = readCsv(text);
  const rows = read.map(({ line, cells }) => ({ line, fields: cells.map((cell) => cell.trim()) }));
  const problems: EntryProblem[] = [];
  if (openQuote !== null) problems.push({ line: openQuote, message: 'A quote opens here and never closes.' });
  const header = rows[0]?.fields.map((field) => COLUMN_NAMES[field.toLowerCase()] ?? null) ?? [];
  const hasHeader = header.includes('name');
  const columns = hasHeader ? header : (rows[0]?.fields.map((_, index) => WITHOUT_HEADER[index] ?? null) ?? []);
  const participants: Participant[] = [];
  const lineOf = new Map<string, number>();
  const ids = new Set<string>();
  for (const { line, fields } of hasHeader ? rows.slice(1) : rows) {
    const textOf = (column: EntryColumn): string => fields[columns.indexOf(column)] ?? '';
    const name = textOf('name');
    const partner = textOf('partner');
    const club = textOf('club') || null;
    const category = textOf('category') || null;
    const complain = (message: string): void => void problems.push({ line, message });
    if (name === '') {
      complain('The name is missing.');
      continue;
    }
    const players = [name, partner].filter((one) => one !== '').map((one) => personId(one, club));
    const fullName = partner === '' ? name : `${name} / ${partner}`;
    const key = JSON.stringify([players.toSorted(), category]);
    if (lineOf.has(key)) {
      complain(`${fullName} stands on line ${lineOf.get(key)} already${category === null ? '' : ` in ${category}`}.`);
      continue;
    }
    const seed = seedOf(textOf('seed'));
    if (seed === undefined)
      complain(`The seed "${textOf('seed')}" is no whole number from 1: ${fullName} is not seeded.`);
    const taken = seed == null ? undefined : lineOf.get(JSON.stringify(['seed', seed, category]));
    if (taken !== undefined) complain(`Seed ${seed} stands on line ${taken} already: ${fullName} is not seeded.`);
    const ownSeed = taken === undefined ? (seed ?? null) : null;
    if (ownSeed !== null) lineOf.set(JSON.stringify(['seed', ownSeed, category]), line);
    const given = textOf('id');
    if (given !== '' && ids.has(given)) {
      complain(`The id ${given} is given twice.`);
      continue;
    }
    lineOf.set(key, line);
    const id = given || freeId(ids, [category, ...players].filter((part) => part !== null).join('-'));
    ids.add(id);
    participants.push(participantSchema.parse({ id, name: fullName, club, seed: ownSeed, players, category }));
  }
  return { participants, problems, columns };
}

/** Undefined when it is no seed; null when there is none. */
function seedOf(text: string): number | null | undefined {
  if (text === '') return null;
  const seed = Number(text);
  return /^\d+$/.test(text) && seed >= 1 ? seed : undefined;
}

/** The same for the same name and club, whatever the case and the blanks. */
function personId(name: string, club: string | null): string {
  return (
    [name, club ?? '']
      .map(slug)
      .filter((part) => part !== '')
      .join('.') || 'player'
  );
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}

function freeId(taken: ReadonlySet<string>, wanted: string): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  return id;
}
