// Every screen, light and dark, wide and narrow: axe finds nothing serious, nothing is cut off, and the keyboard reaches it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { expect, test } from './app-test';
import { TournamentPage } from './pages/tournament-page';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCREENS = ['Today', 'Week', 'Tasks', 'Habits', 'Posts', 'Tournament', 'Insights', 'Import', 'Settings'] as const;

interface AxeViolation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** Serious and critical findings, one line each. The script is evaluated, not added as a tag: the page's policy refuses inline scripts. */
async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run(): Promise<{ violations: AxeViolation[] }> } }).axe;
    return (await axe.run()).violations;
  });
  return violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    );
}

/** Whether the page as a whole scrolls sideways: then something does not fit. */
const overflows = (page: Page) =>
  page.evaluate(
    () =>
      document.documentElement.scrollWidth > window.innerWidth ||
      document.documentElement.scrollHeight > window.innerHeight,
  );

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 1024, height: 700 },
  ]) {
    test(`all screens, ${colorScheme}, ${viewport.width} × ${viewport.height}`, async ({ app, page }) => {
      test.setTimeout(180_000);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      for (const pass of ['empty', 'full'] as const) {
        if (pass === 'full') {
          await app.goTo('Import');
          await app.openSampleWeek();
        }
        for (const screen of SCREENS) {
          await app.goTo(screen);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          expect(await seriousFindings(page), `${screen}, ${pass}`).toEqual([]);
          expect(await overflows(page), `${screen}, ${pass}: scrolls as a whole`).toBe(false);
        }
      }
    });
  }
}

test('editors, palette, inspector and preview are as accessible as the screens', async ({ app, page }) => {
  await app.openSampleWeek();
  await app.goTo('Week');
  await app.week.block(/^Task, Board deck: risks/).click();
  await expect(page.getByText('Why here?')).toBeVisible();
  expect(await seriousFindings(page), 'inspector').toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await seriousFindings(page), 'palette').toEqual([]);
  await page.keyboard.press('Escape');
  // Gone, not only fading: while an overlay is there, single keys belong to it.
  await expect(page.locator('[role="dialog"]')).toHaveCount(0);
  await page.keyboard.press('Shift+P');
  await expect(page.getByRole('heading', { level: 1, name: 'Replan preview' })).toBeVisible();
  expect(await seriousFindings(page), 'preview').toEqual([]);
  await page.keyboard.press('Escape');
  await app.goTo('Habits');
  await page.keyboard.press('h');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await seriousFindings(page), 'habit editor').toEqual([]);
  await page.keyboard.press('Escape');
  await app.goTo('Week');
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await seriousFindings(page), 'task editor').toEqual([]);
});

test('open menus hold menu items only, and the keyboard walks them', async ({ app, page }) => {
  test.setTimeout(120_000);
  await app.openSampleWeek();
  await app.goTo('Week');
  await app.week.block(/^Task, Board deck: risks/).click();
  await expect(page.getByText('Why here?')).toBeVisible();
  const menus = [
    { screen: null, more: page.getByRole('button', { name: 'More', exact: true }) },
    { screen: 'Habits', more: page.getByRole('button', { name: 'More for Spanish' }) },
    { screen: 'Posts', more: page.getByRole('button', { name: 'More', exact: true }) },
    { screen: 'Tournament', more: page.getByRole('button', { name: /Switch or change the tournament$/ }) },
  ] as const;
  const menu = page.getByRole('menu');
  for (const { screen, more } of menus) {
    if (screen !== null) await app.goTo(screen);
    if (screen === 'Tournament') await new TournamentPage(page).openSample();
    await more.focus();
    await page.keyboard.press('Enter');
    await expect(menu).toBeVisible();
    const items = menu.getByRole('menuitem');
    await expect(items.first()).toBeFocused();
    expect(await seriousFindings(page), `menu of ${screen ?? 'the inspector'}`).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await expect(items.nth(1)).toBeFocused();
    await page.keyboard.press('End');
    await expect(items.last()).toBeFocused();
    await page.keyboard.press('Home');
    await expect(items.first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await expect(more).toBeFocused();
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every view of a tournament, ${colorScheme}, wide and narrow`, async ({ app, page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme });
    await app.goTo('Tournament');
    const tournament = new TournamentPage(page);
    await tournament.openSample();
    await tournament.select('MS-r1m5');
    for (const width of [1440, 1024, 900]) {
      await page.setViewportSize({ width, height: 800 });
      for (const view of ['Courts', 'Draws', 'Umpires', 'Players']) {
        await page.getByRole('radiogroup', { name: 'View' }).getByText(view).click();
        expect(await seriousFindings(page), `${view}, ${width}`).toEqual([]);
        expect(await overflows(page), `${view}, ${width}: scrolls as a whole`).toBe(false);
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.keyboard.press('Escape');
    expect(await seriousFindings(page), 'load and warnings').toEqual([]);
    await page.getByRole('button', { name: 'Day of play' }).click();
    expect(await seriousFindings(page), 'day of play').toEqual([]);
    await tournament.openSetup();
    expect(await seriousFindings(page), 'set-up').toEqual([]);
  });
}

test('the board, the year and every view of Insights are as accessible as the screens', async ({ app, page }) => {
  test.setTimeout(180_000);
  await app.openSampleWeek();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await app.goTo('Tasks');
    await page.getByRole('radiogroup', { name: 'Layout' }).getByText('Board').click();
    await expect(page.locator('[data-card]').first()).toBeVisible();
    expect(await seriousFindings(page), `board, ${colorScheme}`).toEqual([]);
    await app.goTo('Week');
    await page.getByRole('radiogroup', { name: 'View' }).getByText('Year').click();
    await expect(page.getByRole('region', { name: 'November 2026' })).toBeVisible();
    expect(await seriousFindings(page), `year, ${colorScheme}`).toEqual([]);
    await app.goTo('Insights');
    for (const [view, heading] of [
      ['Plan quality', 'Checks on the plan'],
      ['Time use', 'Hours by day'],
      ['Habits', 'Two methods on your days'],
    ] as const) {
      await page.getByRole('radiogroup', { name: 'View' }).getByText(view).click();
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
      expect(await seriousFindings(page), `${view}, ${colorScheme}`).toEqual([]);
    }
  }
});
