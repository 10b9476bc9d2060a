// What the tray asks for and what was opened with the application.
import type { EventPayload } from '#shared/ipc/contract';
import { type Day, parseDay } from '#shared/time/day';
import { answerHabits, showHabitOfNotice } from './answer-habits';
import { showDueNotice } from './due-notice';
import { checkHabit, completeTask } from './edit';
import { openEditor } from './editor';
import { host } from './host';
import { addImportFiles } from './importing';
import { goTo, isSection, today } from './navigation';
import { planNow } from './planning';
import { unmarkPublished } from './posts/edit-posts';
import { copyPostText, publishPost } from './posts/post-out';
import { runEdit } from './run-edit';

/** Follows the host's events. Returns the function that ends it. */
export function followHost(): () => void {
  const ends = [
    host().on('tray.action', (action) => void actOn(action)),
    host().on('notice.due', showDueNotice),
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
      if (action.habit) showHabitOfNotice(action.habit);
      else if (isSection(action.section)) goTo(action.section);
      return;
    case 'complete':
      if (action.entryKind === 'task') await completeTask(action.id, action.done);
      else if (action.entryKind === 'post')
        await (action.done ? publishPost(action.id) : runEdit(unmarkPublished(action.id)));
      else await checkHabit(action.id, dayOf(action.day) ?? today(), action.done ? 'done' : 'planned');
      return;
    case 'copyText':
      await copyPostText(action.id);
      return;
    case 'habits':
      await answerHabits(action.action, action.of);
  }
}

function dayOf(text: string | null): Day | null {
  return text === null ? null : parseDay(text);
}
