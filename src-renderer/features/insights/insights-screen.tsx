import { Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { platformsOf } from '#shared/posts/posts-file';
import { type Day, daysBetween, plusDays } from '#shared/time/day';
import { type Instant, parseInstant } from '#shared/time/instant';
import { dayAt, instantAtMinute } from '#shared/time/zone';
import { useNow } from '../../state/clock';
import { useEventsBetween } from '../../state/events';
import { useHabitMethods } from '../../state/habit-methods';
import { planNow } from '../../state/planning';
import { type RunRecord, useRunHistory } from '../../state/run-history';
import { showNotice } from '../../state/toasts';
import { useWorkspace } from '../../state/workspace';
import { EmptyState, LoadingBar, PrimaryButton, ScreenToolbar, SecondaryButton, Segmented } from '../../ui';
import { saveTextFile } from '../../ui/save-text-file';
import { HabitsView } from './habits-view';
import classes from './insights.module.css';
import { habitDaysCsv, postsCsv, runsCsv, timeUseCsv } from './insights-csv';
import { PlanQualityView } from './plan-quality-view';
import { type PostDelivery, postDelivery } from './post-delivery';
import { PostsView } from './posts-view';
import { timeUse } from './time-use';
import { TimeUseView } from './time-use-view';

type View = 'quality' | 'time' | 'habits' | 'posts';
type Range = '7' | '30' | '90' | '365';

const VIEWS: readonly { readonly value: View; readonly label: string }[] = [
  { value: 'quality', label: 'Plan quality' },
  { value: 'time', label: 'Time use' },
  { value: 'habits', label: 'Habits' },
  { value: 'posts', label: 'Posts' },
];
const RANGES: { value: Range; label: string }[] = [
  { value: '7', label: 'Last 7 days' },
  { value: '30', label: 'Last 30 days' },
  { value: '90', label: 'Last 90 days' },
  { value: '365', label: 'Last 365 days' },
];

/** Is the plan good, and where do the hours go. Every figure is of a stored run, or computed from what is stored. */
export function InsightsScreen() {
  const [view, setView] = useState<View>('quality');
  const [range, setRange] = useState<Range>('30');
  const zone = useWorkspace((state) => state.settings.timeZone);
  const now = useNow();
  const today = dayAt(zone, now);
  const firstDay = plusDays(today, 1 - Number(range));
  const every = useRunHistory();
  const runs = useMemo(
    () => (every ?? []).filter((run) => daysBetween(firstDay, dayAt(zone, parseInstant(run.plannedAt)!)) >= 0),
    [every, firstDay, zone],
  );
  const comparison = useHabitMethods(view === 'habits');
  const use = useTimeUse(firstDay, today, now);
  const delivery = usePostDelivery(firstDay, today, view === 'posts');
  const csv = csvOf(view, runs, use.value, comparison, delivery);
  const save = () => {
    if (csv === null) return;
    const name = `daywright-${FILES[view]}-${today}.csv`;
    saveTextFile(name, csv, 'text/csv');
    showNotice({ title: `Exported ${name}` });
  };
  return (
    <>
      <ScreenToolbar
        title="Insights"
        right={
          <>
            {view === 'habits' ? null : (
              <Select
                aria-label="Which days"
                classNames={{ wrapper: classes.range ?? '', input: classes.rangeInput ?? '' }}
                data={RANGES}
                value={range}
                onChange={(value) => setRange((value as Range | null) ?? '30')}
              />
            )}
            <SecondaryButton
              leftSection={<IconDownload size={14} stroke={1.6} aria-hidden="true" />}
              disabled={csv === null}
              onClick={save}
            >
              Export CSV
            </SecondaryButton>
          </>
        }
      >
        <Segmented label="View" value={view} options={VIEWS} onChange={setView} />
      </ScreenToolbar>
      <div className={classes.body}>
        <LoadingBar active={every === null || (view === 'habits' && comparison === null)} label="Reading the runs" />
        {every === null ? null : content()}
      </div>
    </>
  );

  function content(): ReactNode {
    switch (view) {
      case 'quality':
        return runs.length === 0 ? (
          <NoRuns any={(every ?? []).length > 0} onAll={() => setRange('365')} />
        ) : (
          <PlanQualityView runs={runs} everyRun={every ?? []} today={today} />
        );
      case 'time':
        return use.value === null ? null : <TimeUseView use={use.value} firstWeekday={use.firstWeekday} />;
      case 'habits':
        return <HabitsView comparison={comparison} />;
      case 'posts':
        return delivery && <PostsView delivery={delivery} />;
    }
  }
}

function NoRuns({ any, onAll }: { readonly any: boolean; readonly onAll: () => void }) {
  return any ? (
    <EmptyState action={<SecondaryButton onClick={onAll}>Show the last 365 days</SecondaryButton>}>
      Nothing was planned in these days.
    </EmptyState>
  ) : (
    <EmptyState
      action={
        <PrimaryButton shortcut="P" onClick={() => void planNow()}>
          Plan
        </PrimaryButton>
      }
    >
      Nothing was planned yet. Each plan leaves a report here.
    </EmptyState>
  );
}

function useTimeUse(firstDay: Day, today: Day, now: Instant) {
  const sources = useWorkspace((state) => ({
    settings: state.settings,
    calendars: state.calendars,
    placements: state.placements,
    tasks: state.tasks,
    projects: state.projects,
    habits: state.habits,
    habitOccurrences: state.habitOccurrences,
  }));
  const { settings, calendars, placements, tasks, projects, habits, habitOccurrences } = sources;
  const from = instantAtMinute(settings.timeZone, firstDay, 0);
  const to = instantAtMinute(settings.timeZone, plusDays(today, 1), 0);
  const { events, loading } = useEventsBetween(from, to);
  const value = useMemo(
    () =>
      timeUse(
        { settings, calendars, events, placements, tasks, projects, habits, habitOccurrences },
        firstDay,
        today,
        now,
      ),
    [settings, calendars, events, placements, tasks, projects, habits, habitOccurrences, firstDay, today, now],
  );
  return { value: loading ? null : value, firstWeekday: settings.firstWeekday };
}

/** Null while it is not wanted: years of records are a while's work. */
function usePostDelivery(firstDay: Day, today: Day, isWanted: boolean): PostDelivery | null {
  const { posts, zone } = useWorkspace((state) => ({ posts: state.posts, zone: state.settings.timeZone }));
  return useMemo(() => {
    if (!isWanted) return null;
    const names = new Map(platformsOf(posts).map(({ id, name }) => [id, name]));
    const nameOf = (platform: string) => names.get(platform) ?? platform;
    return postDelivery({ records: posts.performanceHistory, nameOf, zone }, firstDay, today);
  }, [posts, zone, firstDay, today, isWanted]);
}

const FILES: Readonly<Record<View, string>> = {
  quality: 'runs',
  time: 'time-use',
  habits: 'habit-days',
  posts: 'posts',
};

function csvOf(
  view: View,
  runs: readonly RunRecord[],
  use: ReturnType<typeof timeUse> | null,
  comparison: ReturnType<typeof useHabitMethods>,
  delivery: PostDelivery | null,
): string | null {
  switch (view) {
    case 'quality':
      return runs.length === 0 ? null : runsCsv(runs);
    case 'time':
      return use === null ? null : timeUseCsv(use);
    case 'habits':
      return comparison === null || comparison.days.length === 0 ? null : habitDaysCsv(comparison);
    case 'posts':
      return delivery === null || delivery.all.jobs === 0 ? null : postsCsv(delivery);
  }
}
