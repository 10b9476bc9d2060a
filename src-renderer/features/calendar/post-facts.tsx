import { IconCheck, IconCopy, IconPencil } from '@tabler/icons-react';
import { dayAt } from '#shared/time/zone';
import { openEditor } from '../../state/editor';
import { goTo } from '../../state/navigation';
import { copyPostText, togglePublished } from '../../state/posts/post-out';
import { useWorkspace } from '../../state/workspace';
import { formatDayShort, formatTime, QuietButton, SecondaryButton } from '../../ui';
import classes from './inspector.module.css';
import type { PostRow } from './schedule-rows';

const GLYPH = { size: 14, stroke: 1.6, 'aria-hidden': true } as const;

/** A post met in the calendar: when it goes out, its text, and whether it did. */
export function PostFacts({ row }: { readonly row: PostRow }) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  return (
    <>
      <dl className={classes.facts}>
        <dt>{row.done ? 'Out' : 'Goes out'}</dt>
        <dd>{`${formatDayShort(dayAt(zone, row.start))}, ${formatTime(zone, row.start)}`}</dd>
        <dt>Time</dt>
        <dd>Takes none</dd>
      </dl>
      <div className={classes.actions}>
        {row.text === '' ? null : (
          <SecondaryButton leftSection={<IconCopy {...GLYPH} />} onClick={() => void copyPostText(row.id)}>
            Copy text
          </SecondaryButton>
        )}
        <SecondaryButton
          shortcut="D"
          aria-keyshortcuts="D"
          leftSection={<IconCheck {...GLYPH} />}
          onClick={() => void togglePublished(row.id)}
        >
          {row.done ? 'Not out' : 'Mark done'}
        </SecondaryButton>
        <SecondaryButton
          leftSection={<IconPencil {...GLYPH} />}
          onClick={() => openEditor({ kind: 'post', id: row.id })}
        >
          Edit
        </SecondaryButton>
      </div>
      <p className={classes.aside}>It moves in the week plan of its platform only.</p>
      <QuietButton onClick={() => goTo('posts')}>Show in Posts</QuietButton>
    </>
  );
}
