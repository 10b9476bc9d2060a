// What the tray asks for and what was opened with the application.
import type { EventPayload } from '#shared/ipc/contract';
import { parseDay } from '#shared/time/day';
import { checkHabit, completeTask } from './edit';
import { openEditor } from './editor';
import { host } from './host';
import { addImportFiles } from './importing';
import { goTo, isSection, today } from './navigation';
import { planNow } from './planning';
import { workspaceNow } from './workspace';

/** Follows the host's events. Returns the function that ends it. */
export function followHost(): () => void {
  const ends = [
    host().on('tray.action', (action) => void actOn(action)),
    host().on('files.opened', ({ files }) => {
      goTo('import');
      void addImportFiles(files);
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

async function actOn(action: EventPayload<'tray.action'>): Promise<void> {
  switch (action.kind) {
    case 'plan':
      await planNow('From the tray');
      return;
    case 'newTask':
      openEditor({ kind: 'task', id: null });
      return;
    case 'open':
      if (isSection(action.section)) goTo(action.section);
      return;
    case 'complete':
      if (action.entryKind === 'task') await completeTask(action.id, action.done);
      else await checkHabit(action.id, dayOfHabit(action.id), action.done ? 'done' : 'planned');
  }
}

/** The day of the habit's next block in the plan; today when it has none. */
function dayOfHabit(id: string) {
  const placed = workspaceNow().placements.find((x) => x.kind === 'habit' && x.id === id && x.day === today());
  return (placed?.day === undefined ? null : parseDay(placed.day)) ?? today();
}
