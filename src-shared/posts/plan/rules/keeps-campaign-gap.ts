import type { PostRule } from '../post-plan-view';
import { tooClose } from './apart';

/** Posts of a campaign start at least its gap apart, on whatever platforms. Amount: minutes missing. */
export const keepsCampaignGap: PostRule = {
  id: 'post.keepsCampaignGap',
  sentence: 'Posts of a campaign start at least its gap apart.',
  check({ frame, placed }) {
    return [...frame.campaigns.values()].flatMap((campaign) => {
      const own = placed.filter(({ post }) => post?.campaign === campaign.id);
      const gap = campaign.minGapHours * 60;
      return tooClose(own, gap, () => gap, `campaign "${campaign.name || campaign.id}"`);
    });
  },
};
