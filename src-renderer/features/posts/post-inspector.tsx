import { IconCheck, IconCopy, IconLock, IconLockOpen, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { Post } from '#shared/posts/nouns/post';
import type { Instant } from '#shared/time/instant';
import { useNow } from '../../state/clock';
import { openEditor } from '../../state/editor';
import { recordPerformance } from '../../state/posts/edit-performance';
import { markPublished, pinPost, unmarkPublished, unpinPost } from '../../state/posts/edit-posts';
import { movePost } from '../../state/posts/move-post';
import { copyPostText } from '../../state/posts/post-out';
import { runEdit } from '../../state/run-edit';
import { useWorkspace } from '../../state/workspace';
import { formatMoment, formatTime, SecondaryButton, SidePanel } from '../../ui';
import { FiguresFields } from './figures-fields';
import { Facts, PanelPart } from './panel-part';
import { PlatformGlyph } from './platform-glyph';
import { postFacts } from './post-facts';
import classes from './post-inspector.module.css';
import { recordFacts } from './record-facts';
import { usePostReasons } from './use-post-reasons';
import { WhyThisHour } from './why-this-hour-part';

interface PostInspectorProps {
  readonly post: Post;
  readonly onClose: () => void;
}

const GLYPH = { size: 14, stroke: 1.6, 'aria-hidden': true } as const;

/** One post: what it is, why it goes out then, what can be done to it. */
export function PostInspector({ post, onClose }: PostInspectorProps) {
  const { zone, record, campaigns } = useWorkspace((state) => ({
    zone: state.settings.timeZone,
    record: state.posts.performanceHistory.find(({ postId }) => postId === post.id) ?? null,
    campaigns: state.posts.campaigns,
  }));
  const [recording, setRecording] = useState(false);
  const reasons = usePostReasons(post);
  const published = post.postedAt !== null;
  const campaign = campaigns.find(({ id }) => id === post.campaign);
  return (
    <SidePanel
      label={`Details of ${post.title || 'the post'}`}
      kind={
        <>
          <PlatformGlyph platform={post.platform} />
          {reasons.kind}
        </>
      }
      title={post.title || 'Post without a title'}
      onClose={onClose}
    >
      <Facts facts={postFacts(post, reasons.start, campaign?.name ?? '', zone)} />
      <Actions post={post} start={reasons.start} onRecord={() => setRecording(true)} />
      {recording ? (
        <FiguresFields
          record={record}
          onCancel={() => setRecording(false)}
          onSave={(figures) =>
            runEdit(
              recordPerformance({
                platform: post.platform,
                contentType: post.contentType,
                postedAt: record?.postedAt ?? post.postedAt ?? '',
                postId: post.id,
                ...figures,
              }),
              'Recorded the figures',
            )
          }
        />
      ) : published && record ? (
        <PanelPart title="How it did">
          <Facts facts={recordFacts(record, zone)} />
        </PanelPart>
      ) : null}
      {reasons.why ? (
        <WhyThisHour
          why={reasons.why}
          zone={zone}
          onTake={(at) => void runEdit(movePost(post.id, at), `Moved “${post.title}” to ${formatMoment(zone, at)}`)}
        />
      ) : null}
      {post.text === '' ? null : (
        <PanelPart title="Text">
          <p className={classes.text}>{post.text}</p>
        </PanelPart>
      )}
    </SidePanel>
  );
}

interface ActionsProps {
  readonly post: Post;
  readonly start: Instant | null;
  readonly onRecord: () => void;
}

function Actions({ post, start, onRecord }: ActionsProps) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  const now = useNow();
  const published = post.postedAt !== null;
  const pinned = post.pinnedStart !== null;
  const isDue = start !== null && start <= now;
  return (
    <div className={classes.actions}>
      {published ? (
        <>
          <SecondaryButton onClick={onRecord}>Record figures</SecondaryButton>
          <SecondaryButton onClick={() => void runEdit(unmarkPublished(post.id))}>Not published</SecondaryButton>
        </>
      ) : (
        <>
          <SecondaryButton
            leftSection={<IconCheck {...GLYPH} />}
            onClick={() => void runEdit(markPublished(post.id), `Published “${post.title}”`)}
          >
            Published now
          </SecondaryButton>
          {isDue ? (
            <SecondaryButton
              onClick={() => void runEdit(markPublished(post.id, start), `Published “${post.title}”`)}
            >{`Was out at ${formatTime(zone, start)}`}</SecondaryButton>
          ) : (
            <SecondaryButton
              disabled={start === null}
              leftSection={pinned ? <IconLockOpen {...GLYPH} /> : <IconLock {...GLYPH} />}
              onClick={() => void runEdit(pinned ? unpinPost(post.id) : pinPost(post.id))}
            >
              {pinned ? 'Unlock' : 'Lock here'}
            </SecondaryButton>
          )}
        </>
      )}
      <SecondaryButton
        leftSection={<IconPencil {...GLYPH} />}
        onClick={() => openEditor({ kind: 'post', id: post.id })}
      >
        Edit
      </SecondaryButton>
      <SecondaryButton
        disabled={post.text === ''}
        leftSection={<IconCopy {...GLYPH} />}
        onClick={() => void copyPostText(post.id)}
      >
        Copy text
      </SecondaryButton>
    </div>
  );
}
