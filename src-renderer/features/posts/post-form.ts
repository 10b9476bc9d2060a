// The post editor's fields as text, and the way from a post to them and back. Every problem belongs to a field.
import { failed, ok, type Result } from '#shared/base/result';
import { momentFrom, momentUntil } from '#shared/posts/nouns/moment';
import type { Campaign, Post, PriorityTier } from '#shared/posts/nouns/post';
import type { ZoneId } from '#shared/time/zone';
import type { MomentContext } from '../../state/quick-add/moment';
import { momentText, readMomentText } from './moment-text';

export interface PostForm {
  readonly platform: string;
  readonly contentType: string;
  readonly title: string;
  readonly text: string;
  readonly priority: PriorityTier;
  readonly earliest: string;
  readonly deadline: string;
  /** Empty: none. Else the name of a known campaign, or of a new one. */
  readonly campaign: string;
  readonly duplicateGroup: string;
  /** Hours; empty: the general ones. */
  readonly duplicateGapHours: string;
}

export type PostFormProblems = Partial<Record<keyof PostForm, string>>;

export interface ReadPostForm {
  readonly post: Omit<PostFields, 'campaign'>;
  /** Id of a known campaign, the name of one to be made, or none. */
  readonly campaign: { readonly id: string } | { readonly name: string } | null;
}

type PostFields = Pick<
  Post,
  | 'platform'
  | 'contentType'
  | 'title'
  | 'text'
  | 'priority'
  | 'earliest'
  | 'deadline'
  | 'campaign'
  | 'duplicateGroup'
  | 'duplicateGapHours'
>;

export interface PostDefaults {
  readonly platform: string;
  readonly contentType: string;
}

export function postFormOf(
  post: Partial<Post>,
  defaults: PostDefaults,
  campaigns: readonly Campaign[],
  zone: ZoneId,
): PostForm {
  const campaign = campaigns.find(({ id }) => id === post.campaign);
  return {
    platform: post.platform ?? defaults.platform,
    contentType: post.contentType ?? defaults.contentType,
    title: post.title ?? '',
    text: post.text ?? '',
    priority: post.priority ?? 'normal',
    earliest: momentText(post.earliest ?? null, zone),
    deadline: momentText(post.deadline ?? null, zone),
    campaign: campaign ? campaign.name || campaign.id : (post.campaign ?? ''),
    duplicateGroup: post.duplicateGroup ?? '',
    duplicateGapHours: post.duplicateGapHours == null ? '' : String(post.duplicateGapHours),
  };
}

export function readPostForm(
  form: PostForm,
  campaigns: readonly Campaign[],
  context: MomentContext,
): Result<ReadPostForm, PostFormProblems> {
  const problems: { -readonly [Key in keyof PostForm]?: string } = {};
  const title = form.title.trim();
  if (title === '') problems.title = 'A post needs a title.';
  const earliest = readMomentText(form.earliest, context);
  const deadline = readMomentText(form.deadline, context);
  if (!earliest.ok) problems.earliest = earliest.error;
  if (!deadline.ok) problems.deadline = deadline.error;
  if (earliest.ok && deadline.ok && earliest.value !== null && deadline.value !== null) {
    const from = momentFrom(earliest.value, context.zone);
    if (momentUntil(deadline.value, context.zone) <= from) problems.deadline = 'It lies before the earliest time.';
  }
  const gap = form.duplicateGapHours.trim() === '' ? null : Number(form.duplicateGapHours.replace(',', '.'));
  if (gap !== null && !(gap >= 0 && gap <= 8784)) problems.duplicateGapHours = 'Between 0 and 8784 hours.';
  if (form.duplicateGroup.trim().length > 200) problems.duplicateGroup = 'At most 200 characters.';
  if (Object.keys(problems).length > 0 || !earliest.ok || !deadline.ok) return failed(problems);
  return ok({
    post: {
      platform: form.platform,
      contentType: form.contentType || null,
      title,
      text: form.text,
      priority: form.priority,
      earliest: earliest.value,
      deadline: deadline.value,
      duplicateGroup: form.duplicateGroup.trim() || null,
      duplicateGapHours: gap,
    },
    campaign: campaignOf(form.campaign.trim(), campaigns),
  });
}

function campaignOf(name: string, campaigns: readonly Campaign[]): ReadPostForm['campaign'] {
  if (name === '') return null;
  const known = campaigns.find((campaign) => (campaign.name || campaign.id).toLowerCase() === name.toLowerCase());
  return known ? { id: known.id } : { name };
}
