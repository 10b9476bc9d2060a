// Everything the palette can do, with the key that does the same.
import {
  IconAdjustments,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCalendarShare,
  IconCalendarWeek,
  IconChartHistogram,
  IconChecklist,
  IconDeviceDesktop,
  IconEye,
  IconFileImport,
  IconFlame,
  IconMoon,
  IconPlus,
  IconPrinter,
  IconRepeat,
  IconSend,
  IconSettings,
  IconSparkles,
  IconSun,
  IconTrophy,
  type TablerIcon,
} from '@tabler/icons-react';
import { parseInstant } from '#shared/time/instant';
import { announce } from '../../state/announce';
import { now } from '../../state/clock';
import { redo, undo, updateSettings } from '../../state/edit';
import { openEditor } from '../../state/editor';
import { refreshHabitDays } from '../../state/habit-day';
import { requestAddFiles } from '../../state/importing';
import { goTo, setViewedDay } from '../../state/navigation';
import { newTournament } from '../../state/new-tournament';
import { lateWork, planLate } from '../../state/plan-late';
import { planNow, previewPlan } from '../../state/planning';
import { fillWeek } from '../../state/posts/planning';
import { trainModels } from '../../state/posts/training';
import { runEdit } from '../../state/run-edit';
import { openSampleTournament } from '../../state/sample-tournament';
import { setTournamentPlace } from '../../state/tournament-place';
import { openTournamentNow, printOrderOfPlay, scheduleTournament } from '../../state/tournaments';
import type { WorkspaceState } from '../../state/workspace';
import { formatTime } from '../../ui';

export interface Command {
  readonly id: string;
  readonly text: string;
  readonly also?: string;
  readonly detail: string;
  readonly keys: readonly string[];
  readonly icon: TablerIcon;
  readonly run: () => void;
}

/** In the order of usefulness; what cannot be done now is left out. */
export function commandsNow(state: WorkspaceState): Command[] {
  const open = state.tasks.filter((task) => task.status === 'open');
  const locked = open.filter((task) => task.pinnedStart !== null).length;
  const planned = `${open.length} ${open.length === 1 ? 'task' : 'tasks'}`;
  const theme = (next: 'light' | 'dark' | 'system') => () => void runEdit(updateSettings({ theme: next }));
  return [
    command(
      'plan',
      'Plan the week',
      locked > 0 ? `${planned}, keeps ${locked} locked` : planned,
      ['P'],
      IconSparkles,
      () => void planNow(),
      'schedule run',
    ),
    command(
      'preview',
      'Preview a replan',
      'See every move before it happens',
      ['Shift', 'P'],
      IconEye,
      () => void previewPlan(),
      'plan changes',
    ),
    ...lateCommand(state),
    ...undoCommands(state),
    ...(state.habits.some((habit) => habit.status === 'active')
      ? [
          command(
            'refresh-habits',
            'Fit today’s habits again',
            'Around your events and tasks as they are now',
            [],
            IconRepeat,
            () => void refreshedHabits(),
            'refresh update occurrences',
          ),
        ]
      : []),
    command(
      'new-task',
      'New task',
      '',
      ['N'],
      IconPlus,
      () => openEditor({ kind: 'task', id: null }),
      'add create todo',
    ),
    command(
      'new-habit',
      'New habit',
      '',
      ['H'],
      IconPlus,
      () => openEditor({ kind: 'habit', id: null }),
      'add create routine',
    ),
    ...postCommands(state),
    ...tournamentCommands(),
    command(
      'add-files',
      'Add files',
      'Import calendars from .ics',
      ['O'],
      IconFileImport,
      addFiles,
      'import open ics calendar',
    ),
    command(
      'export-plan',
      'Export plan as .ics',
      'In Settings, by kind and range',
      [],
      IconCalendarShare,
      () => goTo('settings'),
      'calendar google outlook apple download',
    ),
    command('today', 'Go to Today', '', ['1'], IconSun, () => openToday()),
    command('week', 'Go to Week', '', ['2'], IconCalendarWeek, () => goTo('week'), 'calendar month day'),
    command('tasks', 'Go to Tasks', '', ['3'], IconChecklist, () => goTo('tasks'), 'list todo'),
    command('habits', 'Go to Habits', '', ['4'], IconRepeat, () => goTo('habits'), 'routine'),
    command('posts', 'Go to Posts', '', ['5'], IconSend, () => goTo('posts'), 'social media publish schedule'),
    command(
      'tournament',
      'Go to Tournament',
      '',
      ['6'],
      IconTrophy,
      () => goTo('tournament'),
      'courts umpires draw matches',
    ),
    command(
      'insights',
      'Go to Insights',
      '',
      ['7'],
      IconChartHistogram,
      () => goTo('insights'),
      'runs report statistics time use',
    ),
    command('import', 'Go to Import', '', ['8'], IconFileImport, () => goTo('import'), 'ics calendar'),
    command(
      'settings',
      'Go to Settings',
      '',
      [],
      IconSettings,
      () => goTo('settings'),
      'preferences working hours energy backup',
    ),
    ...(state.settings.theme === 'light'
      ? []
      : [command('light', 'Use the light theme', '', [], IconSun, theme('light'), 'appearance')]),
    ...(state.settings.theme === 'dark'
      ? []
      : [command('dark', 'Use the dark theme', '', [], IconMoon, theme('dark'), 'appearance night')]),
    ...(state.settings.theme === 'system'
      ? []
      : [
          command('system', 'Follow the theme of the system', '', [], IconDeviceDesktop, theme('system'), 'appearance'),
        ]),
  ];
}

/** About the tournament that is open; one without a timetable cannot be printed. */
function tournamentCommands(): Command[] {
  const open = openTournamentNow();
  const name = open?.document.name ?? 'Tournament';
  const show = (run: () => void) => () => {
    goTo('tournament');
    run();
  };
  return [
    command(
      'new-tournament',
      'New tournament',
      'On the next Saturday',
      [],
      IconTrophy,
      () => void newTournament(),
      'add create courts umpires',
    ),
    ...(open === null
      ? [
          command(
            'sample-tournament',
            'Open the sample tournament',
            '36 matches on 5 courts',
            [],
            IconTrophy,
            () => void openSampleTournament(),
            'example demo harbour cup',
          ),
        ]
      : [
          command(
            'schedule-tournament',
            `Schedule ${name}`,
            `${open.matches.length} matches`,
            [],
            IconSparkles,
            show(() => void scheduleTournament(open.id, open.document.lastRun?.mode ?? 'best')),
            'timetable courts umpires run',
          ),
          command(
            'setup-tournament',
            `Set up ${name}`,
            'Entries, courts, umpires, rules',
            [],
            IconAdjustments,
            show(() => setTournamentPlace({ panel: 'setup' })),
            'wizard csv import players rename',
          ),
        ]),
    ...(open?.isScheduled
      ? [
          command(
            'print-tournament',
            'Print the order of play',
            name,
            [],
            IconPrinter,
            () => printOrderOfPlay(open.id),
            'pdf paper timetable',
          ),
          command(
            'day-of-play',
            'Open the desk of the day',
            'What is on court, what to call next',
            [],
            IconTrophy,
            show(() => setTournamentPlace({ side: 'day', match: null, person: null, isSideOpen: true, panel: null })),
            'queue results late check in',
          ),
        ]
      : []),
  ];
}

/** What needs posts is left out while there are none. */
function postCommands({ posts }: WorkspaceState): Command[] {
  const waiting = posts.queue.filter(({ postedAt }) => postedAt === null).length;
  const waitingWords = `${waiting} ${waiting === 1 ? 'post' : 'posts'}`;
  return [
    command(
      'new-post',
      'New post',
      '',
      [],
      IconPlus,
      () => openEditor({ kind: 'post', id: null }),
      'add create publish',
    ),
    ...(waiting === 0
      ? []
      : [
          command(
            'fill-posts',
            'Fill the week with posts',
            waitingWords,
            [],
            IconSend,
            fillPosts,
            'plan schedule publish',
          ),
        ]),
    ...(posts.performanceHistory.length === 0
      ? []
      : [
          command(
            'train-posts',
            'Train the posting models',
            '',
            [],
            IconSparkles,
            () => void trainModels(),
            'learn forest',
          ),
        ]),
  ];
}

async function refreshedHabits(): Promise<void> {
  if (await runEdit(refreshHabitDays())) announce('Today’s habits are fitted again');
}

/** "2 late, 1 without a place"; left out where nothing is. */
function lateCommand(state: WorkspaceState): Command[] {
  const { late, homeless } = lateWork(state, now());
  const detail = [
    ...(late.length === 0 ? [] : [`${late.length} late`]),
    ...(homeless.length === 0 ? [] : [`${homeless.length} without a place`]),
  ].join(', ');
  if (detail === '') return [];
  return [
    command(
      'plan-late',
      'Plan only what is late',
      detail,
      [],
      IconFlame,
      () => void planLate(),
      'unplaced overdue without place',
    ),
  ];
}

function undoCommands(state: WorkspaceState): Command[] {
  const plannedAt = state.lastRun === null ? null : parseInstant(state.lastRun.plannedAt);
  const isPlan = state.undoLabel?.startsWith('Plan ') === true && plannedAt !== null;
  const undoText = isPlan ? 'Undo last plan' : 'Undo';
  const undoDetail = isPlan ? `Of ${formatTime(state.settings.timeZone, plannedAt)}` : (state.undoLabel ?? '');
  return [
    ...(state.undoLabel === null
      ? []
      : [
          command(
            'undo',
            undoText,
            undoDetail,
            ['Ctrl', 'Z'],
            IconArrowBackUp,
            () => void runEdit(undo()),
            'back revert',
          ),
        ]),
    ...(state.redoLabel === null
      ? []
      : [
          command(
            'redo',
            'Redo',
            state.redoLabel,
            ['Ctrl', 'Shift', 'Z'],
            IconArrowForwardUp,
            () => void runEdit(redo()),
            'again',
          ),
        ]),
  ];
}

function command(
  id: string,
  text: string,
  detail: string,
  keys: readonly string[],
  icon: TablerIcon,
  run: () => void,
  also = '',
): Command {
  return { id, text, detail, keys, icon, run, also };
}

function openToday(): void {
  setViewedDay(null);
  goTo('today');
}

function fillPosts(): void {
  goTo('posts');
  void fillWeek();
}

function addFiles(): void {
  goTo('import');
  requestAddFiles();
}
