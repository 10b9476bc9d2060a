import { Suspense, useDeferredValue, useEffect } from 'react';
import { CalendarScreen, PreviewScreen } from '../features/calendar';
import { HabitEditor, HabitsScreen } from '../features/habits';
import { ImportScreen } from '../features/import';
import { InsightsScreen } from '../features/insights';
import { OrderOfPlayScreen } from '../features/order-of-play';
import { CommandPalette } from '../features/palette';
import { PostEditor, PostsScreen } from '../features/posts';
import { RestoreOffer, SettingsScreen } from '../features/settings';
import { TaskEditor, TasksScreen } from '../features/tasks';
import { TodayScreen } from '../features/today';
import { TournamentsScreen } from '../features/tournaments';
import { useEditor } from '../state/editor';
import { currentSection, goTo, type Section, useSection } from '../state/navigation';
import { usePlanning } from '../state/planning';
import { useOrderOfPlay } from '../state/tournaments';
import { useWorkspace } from '../state/workspace';
import { ErrorNote, LoadingBar } from '../ui';
import { ErrorBoundary } from './error-boundary';
import { LiveRegions } from './live-regions';
import { Notices } from './notices';
import { PlanControl } from './plan-control';
import { Rail } from './rail';
import classes from './shell.module.css';
import { useShortcuts } from './shortcuts';
import { TitleBar } from './title-bar';

/** Title bar, rail and the one main card that every screen fills. */
export function Shell() {
  const status = useWorkspace((state) => state.status);
  useShortcuts();
  return (
    <div className={classes.shell}>
      <TitleBar />
      <Rail />
      <main className={classes.card} id="main" tabIndex={-1} data-region="main">
        <LoadingBar active={status === 'loading'} label="Opening your workspace" />
        <MainContent status={status} />
      </main>
      <FirstStartAtImport />
      <Editors />
      <CommandPalette />
      <Notices />
      <LiveRegions />
    </div>
  );
}

function MainContent({ status }: { readonly status: 'loading' | 'ready' | 'emptied' | 'failed' }) {
  // A screen is built in slices, between which the page draws and answers; until it stands, the one before stays.
  const section = useDeferredValue(useSection());
  const problem = useWorkspace((state) => state.problem);
  const previewing = usePlanning((state) => state.phase === 'previewing');
  const orderOfPlay = useOrderOfPlay();
  if (status === 'loading') return null;
  if (status === 'failed') {
    return (
      <div className={classes.startProblem}>
        <ErrorNote>{problem ?? 'The workspace could not be opened.'}</ErrorNote>
        <RestoreOffer />
      </div>
    );
  }
  if (status === 'emptied') {
    return (
      <div className={classes.startProblem}>
        <RestoreOffer />
      </div>
    );
  }
  if (orderOfPlay && !previewing) {
    return (
      <ErrorBoundary what="The order of play" key="order-of-play">
        <OrderOfPlayScreen view={orderOfPlay} />
      </ErrorBoundary>
    );
  }
  return (
    <ErrorBoundary what={previewing ? 'The preview' : 'This screen'} key={previewing ? 'preview' : section}>
      {previewing ? <PreviewScreen /> : <Screen section={section} />}
    </ErrorBoundary>
  );
}

function Screen({ section }: { readonly section: Section }) {
  switch (section) {
    case 'today':
      return <TodayScreen planControl={<PlanControl brief />} />;
    case 'week':
      return <CalendarScreen planControl={<PlanControl />} />;
    case 'tasks':
      return <TasksScreen planControl={<PlanControl />} />;
    case 'habits':
      return <HabitsScreen />;
    case 'posts':
      return <PostsScreen />;
    case 'tournament':
      return <TournamentsScreen />;
    case 'insights':
      return (
        <Suspense fallback={<LoadingBar active label="Opening Insights" />}>
          <InsightsScreen />
        </Suspense>
      );
    case 'import':
      return <ImportScreen />;
    case 'settings':
      return <SettingsScreen />;
  }
}

function Editors() {
  const editor = useEditor();
  if (!editor) return null;
  switch (editor.kind) {
    case 'task':
      return <TaskEditor />;
    case 'habit':
      return <HabitEditor />;
    case 'post':
      return <PostEditor />;
  }
}

/** A newcomer lands on Import, where the drop area and the sample week are. */
function FirstStartAtImport() {
  const isFirstStart = useWorkspace((state) => state.status === 'ready' && state.isFirstStart);
  useEffect(() => {
    // Who was quicker than the store stays where they went.
    if (isFirstStart && currentSection() === 'week') goTo('import');
  }, [isFirstStart]);
  return null;
}
