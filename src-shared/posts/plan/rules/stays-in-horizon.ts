import { formatInstant, minutesBetween } from '../../../time/instant';
import type { PostRule } from '../post-plan-view';

/** Every post starts inside the planned stretch, which a batch job may narrow. Amount: minutes outside. */
export const staysInHorizon: PostRule = {
  id: 'post.staysInHorizon',
  sentence: 'Every post starts inside the planned stretch.',
  check({ frame, placed }) {
    const { from, until } = frame.horizon;
    return placed.flatMap(({ start, fixed, id, title }) => {
      if (fixed || (start >= from && start < until)) return [];
      const amount = start < from ? minutesBetween(start, from) : minutesBetween(until, start) + 1;
      const message = `"${title}" starts ${amount} min outside ${formatInstant(from)} to ${formatInstant(until)}.`;
      return [{ amount, unit: 'min', parties: [id], message }];
    });
  },
};
