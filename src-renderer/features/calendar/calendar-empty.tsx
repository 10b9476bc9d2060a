import { goTo } from '../../state/navigation';
import { useWorkspace } from '../../state/workspace';
import { EmptyState, SecondaryButton } from '../../ui';
import classes from './calendar-screen.module.css';

/** Said over the empty grid, which stays usable, while there is nothing that could be shown on any day. */
export function CalendarEmpty() {
  const empty = useWorkspace(
    (state) => state.calendars.length + state.tasks.length + state.habits.length === 0 && state.status === 'ready',
  );
  if (!empty) return null;
  return (
    <div className={classes.empty}>
      <EmptyState
        action={
          <SecondaryButton shortcut="O" onClick={() => goTo('import')}>
            Import a calendar
          </SecondaryButton>
        }
      >
        Nothing here yet. Import a calendar or press N to add a task.
      </EmptyState>
    </div>
  );
}
