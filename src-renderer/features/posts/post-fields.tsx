import { Autocomplete, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import type { Platform } from '#shared/posts/nouns/platform';
import type { PriorityTier } from '#shared/posts/nouns/post';
import { QuietButton } from '../../ui';
import classes from './post-fields.module.css';
import type { PostForm, PostFormProblems } from './post-form';

interface PostFieldsProps {
  readonly form: PostForm;
  readonly problems: PostFormProblems;
  readonly platforms: readonly Platform[];
  readonly campaigns: readonly string[];
  readonly duplicateGroups: readonly string[];
  readonly onChange: (patch: Partial<PostForm>) => void;
  /** Absent while the campaign is none that is stored. */
  readonly onDeleteCampaign?: (() => void) | undefined;
}

type TextField =
  | 'title'
  | 'earliest'
  | 'deadline'
  | 'campaignFrom'
  | 'campaignTo'
  | 'campaignGapHours'
  | 'duplicateGapHours';

const TIERS: { value: PriorityTier; label: string }[] = [
  { value: 'urgent', label: 'Urgent' },
  { value: 'high', label: 'High' },
  { value: 'normal', label: 'Normal' },
  { value: 'low', label: 'Low' },
];

/** Every field of a post, what is asked first on top. */
export function PostFields(props: PostFieldsProps) {
  const { form, problems, platforms, campaigns, duplicateGroups, onChange, onDeleteCampaign } = props;
  const platform = platforms.find(({ id }) => id === form.platform);
  const text = (field: TextField) => ({
    value: form[field],
    error: problems[field] ?? null,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [field]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput label="Title" data-autofocus {...text('title')} />
      <div className={classes.pair}>
        <Select
          label="Platform"
          value={form.platform}
          data={platforms.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => {
            const next = platforms.find((one) => one.id === id);
            if (next) onChange({ platform: next.id, contentType: next.contentTypes[0]?.id ?? '' });
          }}
        />
        <Select
          label="Content type"
          value={form.contentType}
          data={(platform?.contentTypes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(contentType) => onChange({ contentType: contentType ?? '' })}
        />
      </div>
      <Textarea
        label="Text"
        description={form.text === '' ? 'Copied with one click at posting time' : `${form.text.length} characters`}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={4}
        maxRows={12}
        value={form.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <div className={classes.choice}>
        <span className={classes.label}>Priority</span>
        <SegmentedControl
          fullWidth
          aria-label="Priority"
          value={form.priority}
          data={TIERS}
          onChange={(priority) => onChange({ priority: priority as PriorityTier })}
        />
      </div>
      <div className={classes.pair}>
        <TextInput label="Not before" placeholder="fri 16:00, tomorrow" {...text('earliest')} />
        <TextInput label="At the latest" placeholder="24 nov" {...text('deadline')} />
      </div>
      <Autocomplete
        label="Campaign"
        placeholder="None"
        value={form.campaign}
        data={[...campaigns]}
        onChange={(campaign) => onChange({ campaign })}
      />
      {form.campaign.trim() === '' ? null : (
        <div className={classes.campaign}>
          <TextInput label="Campaign from" placeholder="Any time" {...text('campaignFrom')} />
          <TextInput label="to" placeholder="Any time" {...text('campaignTo')} />
          <TextInput label="Hours apart" placeholder="0" inputMode="decimal" {...text('campaignGapHours')} />
          {onDeleteCampaign ? <QuietButton onClick={onDeleteCampaign}>Delete this campaign</QuietButton> : null}
        </div>
      )}
      <div className={classes.pair}>
        <Autocomplete
          label="Says the same as"
          placeholder="A name for the group"
          value={form.duplicateGroup}
          error={problems.duplicateGroup ?? null}
          data={[...duplicateGroups]}
          onChange={(duplicateGroup) => onChange({ duplicateGroup })}
        />
        <TextInput
          label="Hours between them"
          placeholder="24"
          inputMode="decimal"
          disabled={form.duplicateGroup.trim() === ''}
          {...text('duplicateGapHours')}
        />
      </div>
    </>
  );
}
