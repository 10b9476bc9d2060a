import { Progress } from '@mantine/core';
import { IconCheck, IconMapPin } from '@tabler/icons-react';
import { type Instant, minutesBetween } from '#shared/time/instant';
import { spanMinutes } from '#shared/time/span';
import type { ZoneId } from '#shared/time/zone';
import { Dot, formatDuration, formatRange, SecondaryButton } from '../../ui';
import type { AgendaBlock } from './day-agenda';
import classes from './next-up.module.css';

interface NextUpProps {
  readonly next: AgendaBlock | null;
  readonly current: AgendaBlock | null;
  readonly zone: ZoneId;
  readonly now: Instant;
  readonly onDone: (block: AgendaBlock) => void;
  readonly onMore: (block: AgendaBlock) => void;
}

/** What now: the countdown to the next thing, and the work under way. */
export function NextUp({ next, current, zone, now, onDone, onMore }: NextUpProps) {
  return (
    <section className={classes.card} aria-labelledby="next-up">
      <header className={classes.header}>
        <h2 id="next-up">Next up</h2>
        {next ? <span>{formatRange(zone, next.start, next.end)}</span> : null}
      </header>
      {next ? <Countdown next={next} now={now} /> : <p className={classes.nothing}>Nothing more today.</p>}
      {current ? <Current block={current} now={now} onDone={onDone} onMore={onMore} /> : null}
    </section>
  );
}

function Countdown({ next, now }: { readonly next: AgendaBlock; readonly now: Instant }) {
  return (
    <>
      <p className={classes.countdown}>
        {formatDuration(Math.ceil(minutesBetween(now, next.start)))} <span>to go</span>
      </p>
      <p className={classes.what} data-kind={next.kind} data-edge={next.edge ?? undefined}>
        {next.title}
      </p>
      {next.meta === '' ? null : (
        <p className={classes.where}>
          {next.kind === 'event' || next.kind === 'match' ? (
            <IconMapPin size={14} stroke={1.6} aria-hidden="true" />
          ) : null}
          {next.meta}
        </p>
      )}
    </>
  );
}

function Current({
  block,
  now,
  onDone,
  onMore,
}: Pick<NextUpProps, 'now' | 'onDone' | 'onMore'> & { readonly block: AgendaBlock }) {
  const whole = Math.round(spanMinutes(block));
  const passed = Math.min(whole, Math.floor(minutesBetween(block.start, now)));
  return (
    <article className={classes.current} aria-label={`Now: ${block.title}`}>
      <header className={classes.header}>
        <h3>
          <Dot tone={block.kind} square />
          {block.title}
        </h3>
        <span>{`${passed} of ${whole} min`}</span>
      </header>
      <Progress
        value={(passed / whole) * 100}
        size={4}
        radius="xl"
        aria-label={`${passed} of ${whole} minutes`}
        classNames={{ root: classes.track ?? '', section: classes.fill ?? '' }}
      />
      <div className={classes.actions}>
        <SecondaryButton
          shortcut="D"
          aria-keyshortcuts="d"
          leftSection={<IconCheck size={14} stroke={1.6} />}
          onClick={() => onDone(block)}
        >
          Done
        </SecondaryButton>
        {block.kind === 'task' ? (
          <SecondaryButton onClick={() => onMore(block)}>Needs 30 min more</SecondaryButton>
        ) : null}
      </div>
    </article>
  );
}
