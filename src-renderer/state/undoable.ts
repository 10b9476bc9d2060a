// What was done at once, with an offer to take exactly that back.
import { takingBack } from './commit';
import { showNotice } from './toasts';

/** Runs some work, however many steps it stores. When it returns a title, that is shown with Undo. */
export async function undoable(work: () => Promise<string | null>): Promise<void> {
  let title: string | null = null;
  const takeBack = await takingBack(async () => {
    title = await work();
  });
  if (title === null) return;
  const said: string = title;
  const run = async () => {
    const done = await takeBack();
    showNotice(done.ok ? { title: `${said}: undone` } : { title: 'Not undone', body: done.error, tone: 'problem' });
  };
  showNotice({ title: said, action: { label: 'Undo', run: () => void run() } });
}
