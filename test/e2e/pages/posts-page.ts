import { expect, type Locator, type Page } from '@playwright/test';
import type { AppPage } from './app-page';

/** The Posts screen: its toolbar, the week's lanes, the panel at the right, the dialogs. */
export class PostsPage {
  /** "Placed 8 posts in 40 ms". */
  readonly said: Locator;
  readonly blocks: Locator;
  readonly panel: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.said = page.getByText(/^Placed \d+ posts? in/).first();
    this.blocks = page.locator('[data-post]');
    this.panel = page.locator('aside[data-region="inspector"]');
  }

  /** Fills the shown week and waits until its plan is stored. */
  async fill(app: AppPage): Promise<void> {
    const plans = async () => (await app.stored('postPlans')).length;
    const before = await plans();
    await this.page.getByRole('button', { name: 'Fill the week' }).click();
    await expect.poll(plans, { timeout: 30_000 }).toBe(before + 1);
    await expect(this.said).toBeVisible();
  }

  async choose(platform: string): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Platform' }).getByText(platform, { exact: true }).click();
  }

  /** A post on its lane, by platform and title. */
  block(platform: string, title: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${platform}, [\\d:]+ ${title},`) }).and(this.blocks);
  }

  lane(platform: string): Locator {
    return this.page.getByRole('region', { name: platform, exact: true });
  }

  /** One of the four figures above the hours. */
  figure(name: 'Fit' | 'Adherence' | 'Send latency' | 'Rate limited'): Locator {
    return this.page.getByRole('list', { name: 'Key figures' }).getByRole('button', { name: new RegExp(`^${name}`) });
  }

  hour(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name},`) }).and(this.page.locator('[data-index]'));
  }

  recommendation(words: RegExp): Locator {
    return this.page
      .getByRole('region', { name: /^Recommendations/ })
      .getByRole('listitem')
      .filter({ hasText: words });
  }

  async more(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More', exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Drags a post by days and hours along its lane. */
  async drag(block: Locator, hours: number): Promise<void> {
    const { box, x, y, target } = await this.grab(block, hours);
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + Math.sign(hours) * Math.min(20, box.width), y, { steps: 3 });
    await this.page.mouse.move(target, y, { steps: 5 });
    await this.page.mouse.up();
  }

  private async grab(block: Locator, hours: number) {
    await block.scrollIntoViewIfNeeded();
    const box = await block.boundingBox();
    const lane = await block.locator('xpath=..').boundingBox();
    if (!box || !lane) throw new Error('The post is not drawn');
    const x = box.x + Math.min(30, box.width / 2);
    return { box, x, y: box.y + box.height / 2, target: x + (hours * lane.width) / 168 };
  }
}
