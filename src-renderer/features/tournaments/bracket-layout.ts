// A knockout on paper: a column a round, every match between the two that feed it, and the lines that lead there.
import type { Match } from '#shared/tournaments/document';
import type { TournamentView } from './tournament-view';

export interface BracketNode {
  readonly match: string;
  readonly left: number;
  readonly top: number;
}

export interface BracketLine {
  readonly from: string;
  readonly to: string;
  /** SVG path data. */
  readonly path: string;
}

export interface Bracket {
  readonly final: string;
  readonly kind: 'main' | 'consolation';
  readonly columns: readonly { readonly left: number; readonly title: string }[];
  readonly nodes: readonly BracketNode[];
  readonly lines: readonly BracketLine[];
  readonly width: number;
  readonly height: number;
}

export const NODE_HEIGHT = 26;
const ROW = 31;
const NARROWEST_NODE = 178;
const WIDEST_NODE = 240;
const GAP = 44;
/** Room for the titles of the columns. */
const HEAD = 30;
const BEND = 4;

export interface BracketOptions {
  /** Pixels to fill; columns shrink to their narrowest and then the bracket scrolls. */
  readonly width: number;
}

export function nodeWidth(columns: number, width: number): number {
  const fitting = Math.floor((width - GAP * (columns - 1)) / columns);
  return Math.min(WIDEST_NODE, Math.max(NARROWEST_NODE, fitting));
}

/** The brackets of a category, the main one first; the match for third place stands under its final. */
export function bracketsOf(view: TournamentView, category: string | null, { width }: BracketOptions): Bracket[] {
  const own = view.state.matches.filter((match) => match.category === category && view.places.has(match.id));
  const finals = [...new Set(own.map(({ id }) => view.places.get(id)!.final))].filter(
    (final) => view.places.get(final)!.kind !== 'third',
  );
  const third = own.find(({ id }) => view.places.get(id)!.kind === 'third') ?? null;
  return finals
    .sort((one, other) => Number(isConsolation(view, one)) - Number(isConsolation(view, other)))
    .map((final) =>
      layOut(
        view,
        own.filter(({ id }) => view.places.get(id)!.final === final),
        final,
        isConsolation(view, final) ? null : third,
        width,
      ),
    );
}

function layOut(
  view: TournamentView,
  matches: readonly Match[],
  final: string,
  third: Match | null,
  width: number,
): Bracket {
  const byId = new Map(matches.map((match) => [match.id, match]));
  const deepest = Math.max(...matches.map(({ id }) => view.places.get(id)!.depth));
  const columnCount = deepest + 1;
  const node = nodeWidth(columnCount, width);
  const leftOf = (depth: number): number => (deepest - depth) * (node + GAP);
  const rowOf = new Map<string, number>();
  let leaves = 0;
  const place = (id: string): number => {
    const feeders = feedersIn(byId, id);
    const rows = feeders.map(place);
    const row = rows.length === 0 ? leaves++ : (Math.min(...rows) + Math.max(...rows)) / 2;
    rowOf.set(id, row);
    return row;
  };
  place(final);
  const topOf = (id: string): number => HEAD + rowOf.get(id)! * ROW;
  const nodes = matches.map(({ id }) => ({ match: id, left: leftOf(view.places.get(id)!.depth), top: topOf(id) }));
  const finalTop = topOf(final);
  const thirdTop = finalTop + ROW * 2;
  const lines = matches.flatMap(({ id }) =>
    feedersIn(byId, id).map((from) => ({
      from,
      to: id,
      path: connector(
        leftOf(view.places.get(from)!.depth) + node,
        topOf(from) + NODE_HEIGHT / 2,
        leftOf(view.places.get(id)!.depth),
        topOf(id) + NODE_HEIGHT / 2,
      ),
    })),
  );
  return {
    final,
    kind: isConsolation(view, final) ? 'consolation' : 'main',
    columns: Array.from({ length: columnCount }, (_, column) => {
      const some = matches.find(({ id }) => view.places.get(id)!.depth === deepest - column)!;
      return { left: column * (node + GAP), title: pluralOf(view.state.words.get(some.id)!.round.long) };
    }),
    nodes: third ? [...nodes, { match: third.id, left: leftOf(0), top: thirdTop }] : nodes,
    lines,
    width: columnCount * node + deepest * GAP,
    height: HEAD + Math.max(leaves * ROW, third ? thirdTop + NODE_HEIGHT + 16 - HEAD : 0),
  };
}

/** The matches of this bracket whose winners meet in it, in the order of its sides. */
function feedersIn(byId: ReadonlyMap<string, Match>, id: string): string[] {
  return byId.get(id)!.entries.flatMap((slot) => {
    const feeder =
      slot !== null && typeof slot === 'object' && typeof slot.winnerOf === 'string' ? slot.winnerOf : null;
    return feeder !== null && byId.has(feeder) ? [feeder] : [];
  });
}

/** Right, down or up around two soft corners, right. */
export function connector(x1: number, y1: number, x2: number, y2: number): string {
  if (Math.abs(y2 - y1) < 1) return `M${x1} ${y1}H${x2}`;
  const middle = (x1 + x2) / 2;
  const turn = Math.min(BEND, Math.abs(y2 - y1) / 2) * Math.sign(y2 - y1);
  return `M${x1} ${y1}H${middle - BEND}Q${middle} ${y1} ${middle} ${y1 + turn}V${y2 - turn}Q${middle} ${y2} ${middle + BEND} ${y2}H${x2}`;
}

/** Every match an entry or person has stood in or may still reach, and the lines between two of them. */
export function pathOf(view: TournamentView, people: ReadonlySet<string>): ReadonlySet<string> {
  if (people.size === 0) return new Set();
  const players = new Set(
    view.document.participants
      .filter(({ id, players: own }) => people.has(id) || own?.some((player) => people.has(player)))
      .map(({ id }) => id),
  );
  const persons = new Set([
    ...people,
    ...view.state.problem.umpires.flatMap(({ id, player }) => (people.has(id) && player !== null ? [player] : [])),
  ]);
  const onPath = view.state.problem.matches.filter(
    (match) =>
      match.entries.some((entry) => players.has(entry)) || [...persons].some((person) => match.possible.has(person)),
  );
  return new Set(onPath.map(({ id }) => id));
}

function isConsolation(view: TournamentView, final: string): boolean {
  return view.places.get(final)!.kind === 'consolation';
}

/** "Semi-finals" over a column of two. */
function pluralOf(round: string): string {
  return /(?:semi|quarter)-final$/i.test(round) ? `${round}s` : round;
}
