import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { instantOfMinute } from '#shared/engine/epoch-minute';
import { type Day, plusDays } from '#shared/time/day';
import { dayAt, spanOfDay } from '#shared/time/zone';
import { useNow } from '../../state/clock';
import { openEditor } from '../../state/editor';
import { useEventsBetween } from '../../state/events';
import { goTo, setViewedDay, useViewedDay } from '../../state/navigation';
import { useShownPosts } from '../../state/posts/shown-posts';
import { useScreenKeys } from '../../state/screen-keys';
import { select, useSelection } from '../../state/selection';
import { useOwnMatches } from '../../state/tournaments';
import { useHabitSituation } from '../../state/use-habit-situation';
import { useWorkspace } from '../../state/workspace';
import {
  EmptyState,
  formatDayLong,
  formatDayShort,
  IconButton,
  LoadingBar,
  QuietButton,
  ScreenToolbar,
  SecondaryButton,
} from '../../ui';
import { currentBlock, dayAgenda, dayTotals, nextBlock } from './day-agenda';
import { habitsOfDay } from './habits-of-day';
import { HabitsToday } from './habits-today';
import { NextUp } from './next-up';
import { NoticesSwitch } from './notices-switch';
import { SlippingCard } from './slipping-card';
import { Timeline, type TimelineOffer } from './timeline';
import { finish, needsMore, openBlock } from './today-actions';
import classes from './today-screen.module.css';
import { Totals } from './totals';
import { type HabitHelp, useHabitHelp } from './use-habit-help';

/** Weekdays are judged by the next four of their kind. */
const DAYS_AHEAD = 28;

interface TodayScreenProps {
  readonly planControl?: ReactNode;
}

/** One day: its timeline, what is next, what runs, and its habits. */
export function TodayScreen({ planControl }: TodayScreenProps) {
  const now = useNow();
  const day = useViewedDay();
  const { agenda, totals, habits, zone, loading } = useDay(day);
  const selection = useSelection();
  const shownHabit = selection?.kind === 'habit' ? selection.id : null;
  const situation = useHabitSituation(DAYS_AHEAD);
  const help = useHabitHelp(situation, shownHabit);
  const today = dayAt(zone, now);
  const isToday = day === today;
  const next = isToday ? nextBlock(agenda, now) : null;
  const current = isToday ? currentBlock(agenda, now, ['task', 'habit']) : null;
  const step = (days: number) => () => setViewedDay(plusDays(day, days) === today ? null : plusDays(day, days));
  const finishCurrent = () => {
    if (current) finish(current, day);
    return current !== null;
  };
  const keys = { '[': () => void step(-1)(), ']': () => void step(1)(), d: finishCurrent };
  useScreenKeys(keys);

  return (
    <div className={classes.screen}>
      <ScreenToolbar
        title={formatDayLong(day)}
        right={
          <>
            <SecondaryButton
              shortcut="N"
              aria-keyshortcuts="n"
              leftSection={<IconPlus size={14} stroke={1.6} />}
              onClick={() => openEditor({ kind: 'task', id: null })}
            >
              New
            </SecondaryButton>
            {planControl}
          </>
        }
      >
        <div className={classes.steps}>
          <IconButton label="Previous day" shortcut="[" onClick={step(-1)}>
            <IconChevronLeft size={16} stroke={1.6} />
          </IconButton>
          {isToday ? null : <QuietButton onClick={() => setViewedDay(null)}>Today</QuietButton>}
          <IconButton label="Next day" shortcut="]" onClick={step(1)}>
            <IconChevronRight size={16} stroke={1.6} />
          </IconButton>
        </div>
        <div className={classes.totals}>
          <Totals totals={totals} />
        </div>
      </ScreenToolbar>
      <div className={classes.body}>
        <LoadingBar active={loading} label="Reading the day" />
        {agenda.blocks.length === 0 && agenda.allDay.length === 0 && !loading ? (
          <Nothing isToday={isToday} />
        ) : (
          <Timeline
            agenda={agenda}
            day={day}
            zone={zone}
            now={now}
            offer={isToday ? offerOf(help) : null}
            onOpen={openBlock}
          />
        )}
        <aside className={classes.side} aria-label="Now and habits">
          {isToday ? (
            <NextUp
              next={next}
              current={current}
              zone={zone}
              now={now}
              onDone={(block) => finish(block, day)}
              onMore={(block) => void needsMore(block, agenda)}
            />
          ) : null}
          {isToday && help ? (
            <SlippingCard
              slipping={help.slipping}
              suggestions={help.suggestions}
              others={help.others}
              onShow={(id) => select({ kind: 'habit', id, day })}
              zone={zone}
              today={today}
            />
          ) : null}
          <HabitsToday
            habits={habits}
            shown={shownHabit}
            day={day}
            title={isToday ? 'Habits today' : `Habits on ${formatDayShort(day)}`}
            zone={zone}
            isToday={isToday}
          />
          <span className={classes.gap} />
          {isToday ? <NoticesSwitch situation={situation} zone={zone} now={now} /> : null}
        </aside>
      </div>
    </div>
  );
}

function useDay(day: Day) {
  const world = useWorkspace((state) => ({
    settings: state.settings,
    calendars: state.calendars,
    projects: state.projects,
    tasks: state.tasks,
    habits: state.habits,
    habitOccurrences: state.habitOccurrences,
    placements: state.placements,
    unplaced: state.unplaced,
  }));
  const zone = world.settings.timeZone;
  const now = useNow();
  const matches = useOwnMatches();
  const posts = useShownPosts();
  const span = useMemo(() => spanOfDay(zone, day), [zone, day]);
  const { events, loading } = useEventsBetween(span.start, span.end);
  const agenda = useMemo(
    () => dayAgenda({ ...world, events, matches, posts }, day),
    [world, events, matches, posts, day],
  );
  const habits = useMemo(() => habitsOfDay(world, day, now), [world, day, now]);
  return { agenda, habits, totals: dayTotals(agenda, world.settings, day, now), zone, loading };
}

/** Where the habit that slips could go today: drawn on the timeline, placed by its suggestion. */
function offerOf(help: HabitHelp | null): TimelineOffer | null {
  const slot = help?.suggestions.find((one) => one.kind === 'slotToday');
  if (!help || slot?.kind !== 'slotToday') return null;
  const start = instantOfMinute(slot.place.start);
  return { title: `${help.slipping.habit.title} could go here`, start, end: instantOfMinute(slot.place.end) };
}

function Nothing({ isToday }: { readonly isToday: boolean }) {
  return (
    <EmptyState action={<SecondaryButton onClick={() => goTo('import')}>Import a calendar</SecondaryButton>}>
      {isToday ? 'Nothing is planned today.' : 'Nothing is planned on this day.'} Press N to add a task and P to plan
      it.
    </EmptyState>
  );
}
