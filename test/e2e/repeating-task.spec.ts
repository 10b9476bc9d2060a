// A task that comes again: typed in one line, done, followed by the next one, taken back in one step; and what the line did not understand is said.
import { expect, test } from './app-test';

interface TaskRow {
  readonly title: string;
  readonly status: string;
  readonly dueAt: string | null;
  readonly repeat?: { readonly rule: string } | null;
}

test('a task repeats by a line of words, and what the line did not understand is said', async ({ app, page }) => {
  await app.goTo('Tasks');
  const field = page.getByRole('textbox', { name: 'Add a task' });
  const due = async () =>
    (await app.stored<TaskRow>('tasks'))
      .filter(({ status }) => status === 'open')
      .map(({ title, dueAt, repeat }) => `${title} ${dueAt} ${repeat?.rule ?? 'once'}`);

  await test.step('what was understood, and what was not, stands beside the line', async () => {
    await field.fill('Report every fri 16:00 90m p7 30 feb');
    const understood = page.getByRole('list', { name: 'Understood' }).getByRole('listitem');
    await expect(understood).toHaveText(['Every Fri, by 16:00', '90 min']);
    await expect(page.getByRole('list', { name: 'Worth a look' }).getByRole('listitem')).toHaveText([
      'p7: priorities are p1 to p4',
      '30 feb: no such day',
    ]);
    await field.fill('');
  });

  await test.step('done, it is followed by the next one, in one undo step', async () => {
    await app.addTask('Report every fri 16:00 90m');
    await expect(page.getByRole('img', { name: 'Every Fri' })).toBeVisible();
    expect(await due()).toEqual(['Report 2026-11-27T15:00:00Z FREQ=WEEKLY;BYDAY=FR']);
    await page.getByRole('checkbox', { name: 'Done: Report' }).check({ force: true });
    await expect(page.getByText('Done: Report. Next on Fri 4 Dec').first()).toBeVisible();
    expect(await due()).toEqual(['Report 2026-12-04T15:00:00Z FREQ=WEEKLY;BYDAY=FR']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect.poll(due).toEqual(['Report 2026-11-27T15:00:00Z FREQ=WEEKLY;BYDAY=FR']);
  });

  await test.step('the editor changes how often, and a reload keeps it', async () => {
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await page.getByRole('combobox', { name: 'Repeats' }).click();
    await page.getByRole('option', { name: 'Every month', exact: true }).click();
    await page.keyboard.press('Control+Enter');
    await expect.poll(due).toEqual(['Report 2026-11-27T15:00:00Z FREQ=MONTHLY']);
    await app.reload();
    await expect(page.getByRole('img', { name: 'Every month' })).toBeVisible();
  });
});
