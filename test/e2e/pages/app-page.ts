import { expect, type Locator, type Page } from '@playwright/test';
import type { StartedBrowserHost } from '../../helpers/browser-host';
import { ImportPage } from './import-page';
import { WeekPage } from './week-page';

type SectionName = 'Today' | 'Week' | 'Tasks' | 'Habits' | 'Posts' | 'Tournament' | 'Insights' | 'Import' | 'Settings';

/** The shell: rail, plan control, notices. */
export class AppPage {
  readonly import: ImportPage;
  readonly week: WeekPage;
  /** The plan's status in the toolbar: "Planned 20 tasks in 12 ms". Narrow windows leave it out of sight. */
  readonly planned: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.import = new ImportPage(page);
    this.week = new WeekPage(page);
    this.planned = page.getByText(/^Planned \d+ tasks?/).first();
  }

  /** Opens the printed address, then the application at a frozen time. */
  async open(host: StartedBrowserHost, now: string): Promise<void> {
    await this.page.goto(host.url);
    await this.page.goto(`http://127.0.0.1:${host.port}/?now=${now}`);
    await expect(this.page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  async goTo(section: SectionName): Promise<void> {
    // Its name goes on with a count ("Tasks , 22 open"); days of the month below say "…, tasks due".
    const link = this.page
      .getByRole('navigation', { name: 'Sections' })
      .getByRole('button', { name: new RegExp(`^${section}\\b`) });
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
  }

  /** Presses Plan and waits until the new plan is stored. */
  async plan(): Promise<void> {
    const before = await this.runCount();
    await this.page.getByRole('button', { name: 'Plan', exact: true }).click();
    await expect.poll(() => this.runCount(), { timeout: 30_000 }).toBeGreaterThan(before);
    await expect(this.planned).toBeAttached();
  }

  async openSampleWeek(): Promise<void> {
    await this.page.getByRole('button', { name: 'Open the sample week' }).click();
    await expect(this.page.getByRole('button', { name: 'Plan', exact: true })).toBeVisible({ timeout: 30_000 });
    await expect.poll(() => this.runCount(), { timeout: 30_000 }).toBeGreaterThan(0);
  }

  async addTask(words: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: 'Add a task' });
    await field.fill(words);
    await field.press('Enter');
    await expect(field).toHaveValue('');
  }

  /** Rows of one table of the page's store, read past the application. */
  async stored<Row>(table: string): Promise<Row[]> {
    return this.page.evaluate(
      (name) =>
        new Promise<Row[]>((resolve, reject) => {
          const opening = indexedDB.open('daywright');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const database = opening.result;
            const reading = database.transaction(name).objectStore(name).getAll();
            reading.onerror = () => reject(reading.error);
            reading.onsuccess = () => {
              database.close();
              resolve(reading.result as Row[]);
            };
          };
        }),
      table,
    );
  }

  private async runCount(): Promise<number> {
    return (await this.stored('runs')).length;
  }
}
