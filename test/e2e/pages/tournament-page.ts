import { expect, type Locator, type Page } from '@playwright/test';

/** The Tournament screen: board, draws, inspector and set-up. */
export class TournamentPage {
  /** Matches on the board. */
  readonly blocks: Locator;
  readonly inspector: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.blocks = page.locator('[data-match]');
    this.inspector = page.getByRole('complementary', { name: 'Inspector' });
  }

  /** From the empty screen; waits until the sample stands on the board. */
  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Open the sample' }).click();
    await expect(this.blocks.first()).toBeVisible({ timeout: 30_000 });
    await expect(this.page.getByText(/^Scheduled in /).first()).toBeAttached();
  }

  /** A match on the board by its id. */
  block(id: string): Locator {
    return this.page.locator(`[data-match="${id}"]`).first();
  }

  /** Chooses a match on the board; the inspector shows it. */
  async select(id: string): Promise<void> {
    await this.block(id).click();
    await expect(this.block(id)).toHaveAttribute('aria-pressed', 'true');
  }

  /** Carries a match by pixels and lets go. */
  async drag(id: string, across: number, down: number): Promise<void> {
    await this.pickUp(id, across, down);
    await this.page.mouse.up();
  }

  /** The same without letting go. */
  async pickUp(id: string, across: number, down: number): Promise<void> {
    // Waits until the board stands still.
    await this.block(id).scrollIntoViewIfNeeded();
    const box = await this.block(id).boundingBox();
    if (!box) throw new Error(`Match ${id} is not on the board`);
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + across / 2, y + down / 2, { steps: 4 });
    await this.page.mouse.move(x + across, y + down, { steps: 4 });
  }

  /** Stores who won the selected match. */
  async storeResult(winner: string | RegExp, score: string): Promise<void> {
    const form = this.page.getByRole('form', { name: 'Result' });
    await form.getByRole('button', { name: winner }).click();
    await form.getByLabel('Score').fill(score);
    await form.getByRole('button', { name: 'Store result' }).click();
  }

  async openSetup(): Promise<void> {
    await this.page.getByRole('button', { name: /Switch or change the tournament/ }).click();
    await this.page.getByRole('menuitem', { name: 'Set up or rename' }).click();
    await expect(this.page.getByRole('heading', { name: 'Basics' })).toBeVisible();
  }

  async schedule(): Promise<void> {
    await this.page.getByRole('button', { name: 'Schedule', exact: true }).click();
    await expect(this.page.getByText(/^Scheduled in /).first()).toBeAttached({ timeout: 30_000 });
  }
}
