// What the plan did about new events or an urgent task, in words.
import type { ZoneId } from '#shared/time/zone';
import { counted } from '../ui/format-count';
import type { Followed } from './mend-in-pool';
import type { Moved } from './mended-plan';
import { movedPlace, movedWords } from './say-moved';
import { workspaceNow } from './workspace';

/** The news with what the plan did about it: "Imported 1 change, 3 items moved around new events". */
export function withFollowed(news: string, followed: Followed | null): string {
  if (followed === null || followed.moved.length === 0) return news;
  const { title } = followedWords(followed, workspaceNow().settings.timeZone);
  return `${news}, ${title}`;
}

export function followedWords(
  { moved, placed, homeless }: Followed,
  zone: ZoneId,
): { readonly title: string; readonly body: string } {
  const [newest] = placed;
  const others = moved.filter((one) => !placed.includes(one));
  const without = homeless.length === 0 ? '' : `No place now for ${homeless.join(', ')}.`;
  if (moved.length === 0)
    return { title: `No room for ${homeless.join(', ')} in the plan`, body: 'Plan makes all of it anew.' };
  if (newest && others.length === 0) {
    const more = new Set(placed.map(({ id }) => id)).size - 1;
    return {
      title: `${newest.title} is planned for ${movedPlace(newest, zone)}${more > 0 ? `, and ${more} more` : ''}`,
      body: without,
    };
  }
  const title = `${countedKinds(others)} moved ${newest ? `for ${newest.title}` : 'around new events'}`;
  return { title, body: [movedWords(moved, zone), without].filter(Boolean).join(' ') };
}

/** "2 tasks and 1 habit". */
function countedKinds(moved: readonly Moved[]): string {
  return (['task', 'habit'] as const)
    .map((kind) => ({ kind, count: new Set(moved.filter((one) => one.kind === kind).map(({ id }) => id)).size }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => counted(count, kind))
    .join(' and ');
}
