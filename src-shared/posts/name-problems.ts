// Names in a posts document that must exist, or stand only once: what a schema of shapes cannot see.
import type { Constraint } from './nouns/constraint';
import { mergePlatforms, type Platform } from './nouns/platform';
import { PLATFORM_CATALOG } from './nouns/platform-catalog';

type Path = readonly (string | number)[];

export interface NameProblem {
  readonly path: Path;
  readonly value: string;
  readonly expected: string;
}

interface Posted {
  readonly id?: unknown;
  readonly platform: string;
  readonly contentType: string | null;
}

/** The lists of a document with the names they stand under there. */
export interface NamedLists {
  /** The document's own platforms. */
  readonly platforms: readonly Platform[];
  readonly constraints: readonly Constraint[];
  readonly posts: readonly [name: string, readonly Posted[]];
  readonly history: readonly [name: string, readonly Posted[]];
  /** Where each audience stands, and its platform. */
  readonly audiences: readonly (readonly [Path, platform: string])[];
}

const ONLY_ONCE = 'expected a value that stands only once in the list';

/** Unknown platforms, content types of another platform, ids given twice. */
export function nameProblems(lists: NamedLists): NameProblem[] {
  const platforms = new Map(mergePlatforms(PLATFORM_CATALOG, lists.platforms).map((one) => [one.id, one]));
  const known = [...platforms.keys()].join(', ');
  const problems: NameProblem[] = [];
  const checkPlatform = (path: Path, value: string): void => {
    if (!platforms.has(value)) problems.push({ path, value, expected: `expected one of ${known}` });
  };
  lists.constraints.forEach(({ platform }, i) => {
    checkPlatform(['constraints', i, 'platform'], platform);
  });
  for (const [name, list] of [lists.posts, lists.history]) {
    list.forEach(({ platform, contentType }, i) => {
      checkPlatform([name, i, 'platform'], platform);
      const types = platforms.get(platform)?.contentTypes.map((type) => type.id);
      if (contentType === null || !types || types.includes(contentType)) return;
      const expected = `expected one of ${types.join(', ')}`;
      problems.push({ path: [name, i, 'contentType'], value: contentType, expected });
    });
  }
  for (const [path, platform] of lists.audiences) if (platform !== 'default') checkPlatform(path, platform);
  const [posts, queue] = lists.posts;
  const once = (values: readonly string[], pathOf: (index: number) => Path): void => {
    for (const i of repeats(values)) problems.push({ path: pathOf(i), value: values[i]!, expected: ONLY_ONCE });
  };
  once(
    queue.map((post) => String(post.id)),
    (i) => [posts, i, 'id'],
  );
  once(
    lists.constraints.map((constraint) => constraint.platform),
    (i) => ['constraints', i, 'platform'],
  );
  once(
    lists.audiences.map(([, platform]) => platform),
    (i) => lists.audiences[i]![0],
  );
  return problems;
}

/** Positions of values that stood before. */
function repeats(values: readonly string[]): number[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [index];
    seen.add(value);
    return [];
  });
}
