import { useMemo, useState } from 'react';
import type { Platform } from '#shared/posts/nouns/platform';
import { planFrameOf } from '#shared/posts/plan/plan-frame';
import { plusDays, weekStart } from '#shared/time/day';
import { instantAtMinute } from '#shared/time/zone';
import { now, useNow } from '../../state/clock';
import { openEditor } from '../../state/editor';
import { useEventsBetween } from '../../state/events';
import { setViewedDay, useViewedDay } from '../../state/navigation';
import { applyRecommended } from '../../state/posts/edit-rules';
import { movePost, movePostToNext } from '../../state/posts/move-post';
import { usePostsFile } from '../../state/posts/posts-file';
import { usePlatformView, usePostKpis, useRecommendations } from '../../state/posts/views';
import { runEdit } from '../../state/run-edit';
import { useWorkspace } from '../../state/workspace';
import { ErrorNote } from '../../ui';
import type { AudienceClock } from './audience-clock';
import { type BoardSelection, selectedKey } from './board-selection';
import { eventBars } from './event-bars';
import { heatContext } from './heat-context';
import { bestHours, heatSquares, METRIC_WORDS } from './heat-grid';
import { HeatSection } from './heat-section';
import { hourDraft } from './hour-draft';
import { kpiCards } from './kpi-cards';
import { KpiStrip } from './kpi-strip';
import { RecommendationList } from './recommendation-list';
import { changeWords } from './recommendation-words';
import { UnplacedList } from './unplaced-list';
import { weekLanes } from './week-lanes';
import { useStartCheck } from './week-moves';
import { WeekPlan } from './week-plan';

interface PostsBoardProps {
  readonly platform: Platform;
  readonly platforms: readonly Platform[];
  readonly clock: AudienceClock;
  readonly selection: BoardSelection | null;
  readonly onSelect: (selection: BoardSelection | null) => void;
}

/** Figures, hours, the week, what has no place, and what to change. */
export function PostsBoard({ platform, platforms, clock, selection, onSelect }: PostsBoardProps) {
  return (
    <>
      <Figures platform={platform} onSelect={onSelect} />
      <Hours platform={platform} clock={clock} />
      <Week platforms={platforms} selection={selection} onSelect={onSelect} />
      <Unplaced />
      <Advice platform={platform} />
    </>
  );
}

function Figures({ platform, onSelect }: Pick<PostsBoardProps, 'platform' | 'onSelect'>) {
  const { now, weeks } = usePostKpis(platform.id);
  const { model, samples } = usePlatformView(platform.id, null);
  return (
    <KpiStrip
      cards={kpiCards(now, weeks, model, samples)}
      onOpen={(card) => onSelect({ kind: card === 'fit' ? 'model' : 'delivery' })}
    />
  );
}

function Hours({ platform, clock }: Pick<PostsBoardProps, 'platform' | 'clock'>) {
  const file = usePostsFile();
  const firstWeekday = useWorkspace((state) => state.settings.firstWeekday);
  const now = useNow();
  const [chosen, setChosen] = useState<string | null>(null);
  const type = platform.contentTypes.find(({ id }) => id === chosen) ?? platform.contentTypes[0];
  const view = usePlatformView(platform.id, type?.id ?? null);
  const ahead = clock.aheadMinutes;
  const squares = useMemo(() => heatSquares(view, ahead, firstWeekday), [view, ahead, firstWeekday]);
  const hours = useMemo(() => bestHours(view, ahead), [view, ahead]);
  const metric = METRIC_WORDS[view.metric ?? ''] ?? 'result';
  return (
    <HeatSection
      platform={platform.name}
      context={heatContext(view, clock.time, file.history, now)}
      squares={squares}
      hours={hours}
      metric={`${metric.slice(0, 1).toUpperCase()}${metric.slice(1)}`}
      studies={view.evidence
        .filter(({ kind }) => kind === 'peak')
        .slice(0, 4)
        .map(({ note, source, year }) => ({ note, source: `${source}, ${year}` }))}
      types={platform.contentTypes.map(({ id, name }) => ({ value: id, label: name }))}
      type={type?.id ?? ''}
      onType={setChosen}
      hasPosts={view.samples > 0}
      onChoose={(square) =>
        openEditor({
          kind: 'post',
          id: null,
          draft: { platform: platform.id, contentType: type?.id ?? null, ...hourDraft(square.key, file.timeZone, now) },
        })
      }
    />
  );
}

function Week({ platforms, selection, onSelect }: Pick<PostsBoardProps, 'platforms' | 'selection' | 'onSelect'>) {
  const file = usePostsFile();
  const { placements, zone, firstWeekday, gridMinutes } = useWorkspace((state) => ({
    placements: state.posts.placements,
    gridMinutes: state.posts.gridMinutes,
    zone: state.settings.timeZone,
    firstWeekday: state.settings.firstWeekday,
  }));
  const now = useNow();
  const day = useViewedDay();
  const firstDay = weekStart(day, firstWeekday);
  const [showsEvents, setShowsEvents] = useState(false);
  const frame = useMemo(() => planFrameOf(file, now), [file, now]);
  const week = useMemo(
    () =>
      frame.ok
        ? weekLanes({ frame: frame.value, placements, platforms: platforms.map(({ id }) => id), firstDay, now })
        : null,
    [frame, placements, platforms, firstDay, now],
  );
  const { events } = useEventsBetween(
    instantAtMinute(zone, firstDay, 0),
    instantAtMinute(zone, plusDays(firstDay, 7), 0),
  );
  const check = useStartCheck();
  if (!frame.ok || week === null) return <ErrorNote>{frame.ok ? '' : frame.error}</ErrorNote>;
  return (
    <WeekPlan
      week={week}
      zone={zone}
      firstDay={firstDay}
      gridMinutes={gridMinutes}
      selectedKey={selectedKey(selection)}
      events={showsEvents ? eventBars(events, zone, firstDay) : null}
      onShowEvents={setShowsEvents}
      onLeaf={(direction) => setViewedDay(plusDays(day, 7 * direction))}
      onSelect={({ postId, key }) => onSelect(postId === null ? { kind: 'record', key } : { kind: 'post', id: postId })}
      check={check}
      onMove={(postId, at) => void runEdit(movePost(postId, at))}
    />
  );
}

function Unplaced() {
  const { unplaced, queue } = useWorkspace((state) => ({ unplaced: state.posts.unplaced, queue: state.posts.queue }));
  const posts = unplaced.flatMap((one) => {
    const post = queue.find(({ id, postedAt }) => id === one.id && postedAt === null);
    return post ? [{ unplaced: one, title: post.title || post.id }] : [];
  });
  if (posts.length === 0) return null;
  return (
    <UnplacedList
      posts={posts}
      onEdit={(id) => openEditor({ kind: 'post', id })}
      onNext={(id, title) => void runEdit(movePostToNext(id, now()), `Placed “${title}” at its next free time`)}
    />
  );
}

function Advice({ platform }: Pick<PostsBoardProps, 'platform'>) {
  const recommendations = useRecommendations(platform.id);
  return (
    <RecommendationList
      platform={platform.name}
      recommendations={recommendations}
      onApply={({ change }) => {
        if (change) void runEdit(applyRecommended(change), `Done: ${changeWords(change).toLowerCase()}`);
      }}
    />
  );
}
