import { useState } from 'react';
import { platformsOf } from '#shared/posts/posts-file';
import { announce } from '../../state/announce';
import { now } from '../../state/clock';
import { closeEditor, type EditorTarget, useEditor } from '../../state/editor';
import { addPost, removeCampaign, removePosts, saveCampaign, updatePost } from '../../state/posts/edit-posts';
import { usePostsFile } from '../../state/posts/posts-file';
import { runEdit } from '../../state/run-edit';
import { useWorkspace } from '../../state/workspace';
import { EditorForm, EditorPanel } from '../../ui';
import { ownPlatforms } from './own-platforms';
import { PostFields } from './post-fields';
import {
  campaignFieldsOf,
  campaignNamed,
  type PostForm,
  type PostFormProblems,
  postFormOf,
  type ReadPostForm,
  readPostForm,
} from './post-form';

/** The panel for one post, new or known. The shell mounts it while the editor's target is a post. */
export function PostEditor() {
  const target = useEditor();
  return (
    <EditorPanel
      opened={target?.kind === 'post'}
      label={target?.id == null ? 'New post' : 'Post'}
      onClose={closeEditor}
    >
      {target?.kind === 'post' ? <PostEditorForm key={target.id ?? 'new'} target={target} /> : null}
    </EditorPanel>
  );
}

function PostEditorForm({ target }: { readonly target: Extract<EditorTarget, { kind: 'post' }> }) {
  const file = usePostsFile();
  const { posts, zone } = useWorkspace((state) => ({ posts: state.posts, zone: state.settings.timeZone }));
  const known = target.id === null ? null : (posts.queue.find(({ id }) => id === target.id) ?? null);
  const platforms = platformsOf(file);
  const first = platforms.find(({ id }) => id === target.draft?.platform) ?? ownPlatforms(file)[0];
  const [form, setForm] = useState<PostForm>(() =>
    postFormOf(
      known ?? target.draft ?? {},
      { platform: first?.id ?? '', contentType: first?.contentTypes[0]?.id ?? '' },
      posts.campaigns,
      zone,
    ),
  );
  const [problems, setProblems] = useState<PostFormProblems>({});

  const save = async () => {
    const read = readPostForm(form, posts.campaigns, { now: now(), zone });
    if (!read.ok) {
      setProblems(read.error);
      announce(Object.values(read.error).join(' '), 'assertive');
      return;
    }
    const campaign = await campaignId(read.value.campaign);
    if (campaign === undefined) return;
    const fields = { ...read.value.post, campaign };
    const stored = known ? updatePost(known.id, fields) : addPost({ ...target.draft, ...fields });
    if (await runEdit(stored)) {
      announce(`${fields.title} is saved`);
      closeEditor();
    }
  };
  const remove = known
    ? () => {
        closeEditor();
        void runEdit(removePosts([known.id]), `Deleted “${known.title}”`);
      }
    : undefined;
  const campaign = campaignNamed(form.campaign, posts.campaigns);
  const deleteCampaign = campaign
    ? async () => {
        const words = `Deleted the campaign “${campaign.name || campaign.id}”`;
        if (await runEdit(removeCampaign(campaign.id), words)) {
          setForm({ ...form, campaign: '', ...campaignFieldsOf(null, zone) });
        }
      }
    : undefined;
  return (
    <EditorForm
      title={known ? 'Post' : 'New post'}
      saveLabel={known ? 'Save' : 'Add post'}
      onSave={() => void save()}
      onCancel={closeEditor}
      onDelete={remove}
    >
      <PostFields
        form={form}
        problems={problems}
        platforms={platforms}
        campaigns={posts.campaigns.map(({ name, id }) => name || id)}
        onDeleteCampaign={deleteCampaign && (() => void deleteCampaign())}
        duplicateGroups={[...new Set(posts.queue.flatMap(({ duplicateGroup }) => duplicateGroup ?? []))]}
        onChange={(patch) => {
          // Choosing a known campaign shows its own window and gap.
          const chosen = patch.campaign === undefined ? null : campaignNamed(patch.campaign, posts.campaigns);
          setForm({ ...form, ...patch, ...(chosen ? campaignFieldsOf(chosen, zone) : {}) });
          setProblems(Object.fromEntries(Object.entries(problems).filter(([field]) => !(field in patch))));
        }}
      />
    </EditorForm>
  );
}

/** The id of the campaign meant, stored when it is new or changed; `undefined` when that failed. */
async function campaignId(campaign: ReadPostForm['campaign']): Promise<string | null | undefined> {
  if (campaign === null) return null;
  const { id, isChanged, ...fields } = campaign;
  if (id !== null && !isChanged) return id;
  const saved = await saveCampaign({ ...fields, ...(id === null ? {} : { id }) });
  if (saved.ok) return saved.value;
  await runEdit(Promise.resolve(saved));
  return undefined;
}
