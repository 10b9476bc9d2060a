import { expect, type Locator, type Page } from '@playwright/test';

export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The Import screen. */
export class ImportPage {
  readonly confirm: Locator;
  readonly files: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.confirm = page.getByRole('button', { name: /^Import .*changes?/ });
    this.files = page.getByRole('list', { name: 'Files' });
  }

  /** Picks files as the file dialog would. */
  async pick(files: string[] | GivenFile[]): Promise<void> {
    await this.page.getByLabel('Calendar files').setInputFiles(files);
  }

  file(name: string): Locator {
    return this.files.getByRole('listitem').filter({ hasText: name });
  }

  /** Imports what is ticked, and waits until it is stored. */
  async importAll(): Promise<void> {
    await expect(this.confirm).toBeEnabled({ timeout: 30_000 });
    await this.confirm.click();
    await expect(this.page.getByText(/^Imported .*changes?$/).first()).toBeVisible({ timeout: 30_000 });
  }

  /** The tick of a change, by what happens to which event: "Updated: Review". */
  tick(change: string): Locator {
    return this.page.getByRole('checkbox', { name: change, exact: true });
  }

  /** The row of a change. */
  change(change: string): Locator {
    return this.page.getByRole('row').filter({ has: this.tick(change) });
  }

  /** One of the four counts above the changes. */
  count(name: 'Added' | 'Updated' | 'Removed' | 'Unchanged'): Locator {
    return this.page.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd');
  }

  planAfter(): Locator {
    return this.page.getByRole('checkbox', { name: 'Plan again after import' });
  }
}
