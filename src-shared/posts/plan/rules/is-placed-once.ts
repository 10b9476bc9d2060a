import type { PostRule } from '../post-plan-view';

/** Every post is placed once or named as unplaced. Amount: places too many, or one missing. */
export const isPlacedOnce: PostRule = {
  id: 'post.isPlacedOnce',
  sentence: 'Every post is placed once, or named as unplaced.',
  check({ frame, given, unplaced }) {
    const known = new Set([...frame.open.map((post) => post.id), ...frame.fixed.flatMap(({ post }) => post?.id ?? [])]);
    const missing = frame.open
      .filter((post) => !given.has(post.id) && !unplaced.has(post.id))
      .map((post) => breachOf(post.id, 1, `"${post.title || post.id}" has neither a place nor a reason.`));
    const wrong = [...given].flatMap(([id, { times }]) => {
      if (!known.has(id)) return [breachOf(id, 1, `"${id}" is placed and in no queue.`)];
      const count = times + (unplaced.has(id) ? 1 : 0);
      return count === 1 ? [] : [breachOf(id, count - 1, `"${id}" is placed or named ${count} times.`)];
    });
    return [...missing, ...wrong];
  },
};

function breachOf(id: string, amount: number, message: string) {
  return { amount, unit: 'posts', parties: [id], message };
}
