import { minutesBetween } from '../../../time/instant';
import { momentFrom, momentUntil } from '../../nouns/moment';
import type { PostRule } from '../post-plan-view';

/** A post of a campaign starts inside the campaign. Amount: minutes outside. */
export const staysInCampaign: PostRule = {
  id: 'post.staysInCampaign',
  sentence: 'A post of a campaign starts inside the campaign.',
  check({ frame, placed }) {
    return placed.flatMap(({ post, start, fixed, id, title }) => {
      const campaign = post?.campaign ? frame.campaigns.get(post.campaign) : undefined;
      if (fixed || !campaign) return [];
      const early = campaign.from === null ? 0 : minutesBetween(start, momentFrom(campaign.from, frame.zone));
      const late = campaign.to === null ? 0 : minutesBetween(momentUntil(campaign.to, frame.zone), start) + 1;
      const amount = Math.max(early, late);
      if (amount <= 0) return [];
      const message = `"${title}" starts ${amount} min outside its campaign "${campaign.name || campaign.id}".`;
      return [{ amount, unit: 'min', parties: [id], message }];
    });
  },
};
