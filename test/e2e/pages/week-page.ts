import type { Locator, Page } from '@playwright/test';

export interface BlockBox {
  readonly name: string;
  readonly kind: 'Event' | 'Task' | 'Habit';
  /** Says of itself that it takes no time: free, declined or all day. */
  readonly free: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The grid of hours. */
export class WeekPage {
  readonly blocks: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.blocks = page.locator('[data-block]');
  }

  /** A block by the beginning of its accessible name: `Task, Report`. */
  block(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name }).and(this.blocks).first();
  }

  async next(): Promise<void> {
    await this.page.getByRole('button', { name: /^Next/ }).click();
  }

  /** Where the blocks are drawn, in pixels. */
  async boxes(): Promise<BlockBox[]> {
    return this.blocks.evaluateAll((elements) =>
      elements.map((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const name = element.getAttribute('aria-label') ?? '';
        return {
          name,
          kind: name.split(',')[0] as 'Event' | 'Task' | 'Habit',
          free: /, (all day|free|declined)(,|$)/.test(name),
          left,
          right,
          top,
          bottom,
        };
      }),
    );
  }
}

/** Pairs drawn over each other of which one is ours and the other takes time; events may overlap events. */
export function overlapsOf(boxes: readonly BlockBox[]): string[] {
  const found: string[] = [];
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      if (a.kind === 'Event' && b.kind === 'Event') continue;
      if (a.free || b.free) continue;
      // A pixel of tolerance: neighbours share an edge after rounding.
      const over = a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
      if (over) found.push(`${a.name} over ${b.name}`);
    }
  }
  return found;
}
