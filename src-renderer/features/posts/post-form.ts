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
  /** The campaign's own window and gap; they hold for all of its posts. */
  readonly campaignFrom: string;
  readonly campaignTo: string;
  readonly campaignGapHours: string;
  readonly duplicateGroup: string;
  /** Hours; empty: the general ones. */
  readonly duplicateGapHours: string;
}

export type PostFormProblems = Partial<Record<keyof PostForm, string>>;

export interface ReadPostForm {
  readonly post: Omit<PostFields, 'campaign'>;
  readonly campaign: ReadCampaign | null;
}

/** A campaign as the form has it; without an id it is to be made. */
export interface ReadCampaign extends Pick<Campaign, 'name' | 'from' | 'to' | 'minGapHours'> {
  readonly id: string | null;
  /** Whether something of it has to be stored. */
  readonly isChanged: boolean;
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
    ...campaignFieldsOf(campaign ?? null, zone),
    duplicateGroup: post.duplicateGroup ?? '',
    duplicateGapHours: post.duplicateGapHours == null ? '' : String(post.duplicateGapHours),
  };
}

/** The fields of a campaign, as choosing it fills them in. */
export function campaignFieldsOf(
  campaign: Campaign | null,
  zone: ZoneId,
): Pick<PostForm, 'campaignFrom' | 'campaignTo' | 'campaignGapHours'> {
  return {
    campaignFrom: momentText(campaign?.from ?? null, zone),
    campaignTo: momentText(campaign?.to ?? null, zone),
    campaignGapHours: campaign && campaign.minGapHours > 0 ? String(campaign.minGapHours) : '',
  };
}

/** The known campaign of a name, by any case. */
export function campaignNamed(name: string, campaigns: readonly Campaign[]): Campaign | null {
  const wanted = name.trim().toLowerCase();
  return campaigns.find((campaign) => (campaign.name || campaign.id).toLowerCase() === wanted) ?? null;
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
  const campaign = readCampaign(form, campaigns, context, problems);
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
    campaign,
  });
}

/** Tells its problems into `problems`. */
function readCampaign(
  form: PostForm,
  campaigns: readonly Campaign[],
  context: MomentContext,
  problems: { -readonly [Key in keyof PostForm]?: string },
): ReadCampaign | null {
  const name = form.campaign.trim();
  if (name === '') return null;
  const from = readMomentText(form.campaignFrom, context);
  const to = readMomentText(form.campaignTo, context);
  if (!from.ok) problems.campaignFrom = from.error;
  if (!to.ok) problems.campaignTo = to.error;
  const typed = form.campaignGapHours.replace(',', '.').trim();
  const minGapHours = Number(typed);
  if (!(minGapHours >= 0 && minGapHours <= 8784)) problems.campaignGapHours = 'Between 0 and 8784 hours.';
  if (!from.ok || !to.ok) return null;
  if (from.value !== null && to.value !== null) {
    const begins = momentFrom(from.value, context.zone);
    if (momentUntil(to.value, context.zone) <= begins) problems.campaignTo = 'It ends before it begins.';
  }
  const known = campaignNamed(name, campaigns);
  const before = campaignFieldsOf(known, context.zone);
  const isSame =
    known !== null &&
    before.campaignFrom === form.campaignFrom &&
    before.campaignTo === form.campaignTo &&
    Number(before.campaignGapHours) === minGapHours;
  const rest = { id: known?.id ?? null, name: known?.name ?? name, isChanged: !isSame };
  return isSame && known
    ? { ...rest, from: known.from, to: known.to, minGapHours: known.minGapHours }
    : { ...rest, from: from.value, to: to.value, minGapHours };
}
