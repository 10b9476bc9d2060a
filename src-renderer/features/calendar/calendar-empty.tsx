import type { CalendarView } from '../../state/navigation';
import { goTo } from '../../state/navigation';
import { EmptyState, SecondaryButton } from '../../ui';
import classes from './calendar-screen.module.css';

/** What a view without anything says. It lies over the grid, which stays usable. */
export function CalendarEmpty({ view }: { readonly view: CalendarView }) {
  return (
    <div className={classes.empty} data-view={view}>
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
