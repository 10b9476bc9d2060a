// How even umpire loads can be at all: a min-cost flow by Bellman-Ford, slow and plain, that shares no code with the planner.
// Match -> (umpire, wave) -> umpire -> sink; a breach costs more than all loads together, the k-th match of an umpire costs 2k - 1.
// The least sum of squared loads has the least range as well, because the loads of cheapest flows form an M-convex set.

interface Row {
  readonly id: string;
  readonly entries: readonly unknown[];
  readonly umpire: string | null;
  readonly start: string | null;
  readonly end: string | null;
}

interface Edge {
  readonly to: number;
  readonly cost: number;
  room: number;
  readonly back: number;
}

/** Null where matches do not form waves, umpires also play, or some match has no umpire. */
export function fairestLoadRange(document: object, output: { readonly matches: readonly Row[] }): number | null {
  const doc = document as {
    umpires: readonly { id: string; club?: string | null; player?: string | null }[];
    participants: readonly { id: string; club?: string | null }[];
    options?: { respectClubNeutrality?: boolean };
  };
  const rows = output.matches.filter(({ start }) => start !== null);
  if (doc.umpires.length === 0 || doc.umpires.some(({ player }) => player != null)) return null;
  if (rows.some(({ umpire }) => umpire === null)) return null;
  const waves = [...new Set(rows.map(({ start }) => start!))].sort();
  const isWaves = rows.every(({ start, end }) => waves.every((wave) => wave <= start! || wave >= end!));
  if (!isWaves) return null;
  const clubOf = new Map(doc.participants.map(({ id, club }) => [id, club ?? null]));
  const respect = doc.options?.respectClubNeutrality ?? true;
  const isBreach = (row: Row, club: string | null | undefined): boolean =>
    respect && club != null && row.entries.some((entry) => typeof entry === 'string' && clubOf.get(entry) === club);

  const graph: Edge[][] = [];
  const node = (): number => graph.push([]) - 1;
  const join = (from: number, to: number, cost: number): void => {
    graph[from]!.push({ to, cost, room: 1, back: graph[to]!.length });
    graph[to]!.push({ to: from, cost: -cost, room: 0, back: graph[from]!.length - 1 });
  };
  const source = node();
  const sink = node();
  const breachCost = 4 * rows.length * rows.length + 1;
  const umpireNodes = doc.umpires.map(() => node());
  for (const umpire of umpireNodes)
    for (let match = 1; match <= rows.length; match += 1) join(umpire, sink, 2 * match - 1);
  for (const wave of waves) {
    const inWave = doc.umpires.map((_, index) => {
      const own = node();
      join(own, umpireNodes[index]!, 0);
      return own;
    });
    for (const row of rows.filter(({ start }) => start === wave)) {
      const match = node();
      join(source, match, 0);
      doc.umpires.forEach(({ club }, index) => {
        join(match, inWave[index]!, isBreach(row, club) ? breachCost : 0);
      });
    }
  }
  for (let unit = 0; unit < rows.length; unit += 1) if (!augment(graph, source, sink)) return null;
  const loads = umpireNodes.map((umpire) => graph[umpire]!.filter(({ to, room }) => to === sink && room === 0).length);
  return Math.max(...loads) - Math.min(...loads);
}

/** Sends one unit along a cheapest path. */
function augment(graph: Edge[][], source: number, sink: number): boolean {
  const cost = graph.map(() => Number.POSITIVE_INFINITY);
  const cameBy = new Map<number, { from: number; edge: Edge }>();
  cost[source] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    graph.forEach((edges, from) => {
      if (cost[from] === Number.POSITIVE_INFINITY) return;
      for (const edge of edges) {
        if (edge.room === 0 || cost[from]! + edge.cost >= cost[edge.to]!) continue;
        cost[edge.to] = cost[from]! + edge.cost;
        cameBy.set(edge.to, { from, edge });
        changed = true;
      }
    });
  }
  if (!cameBy.has(sink)) return false;
  for (let at = sink; at !== source; ) {
    const { from, edge } = cameBy.get(at)!;
    edge.room -= 1;
    graph[at]![edge.back]!.room += 1;
    at = from;
  }
  return true;
}
