// How a post did, typed by hand: figures as text and back. An empty field is a figure nobody knows, never 0.
import { failed, ok, type Result } from '#shared/base/result';
import { exportNumber } from '#shared/posts/import/export-number';
import type { PerformanceRecord } from '#shared/posts/nouns/performance-record';
import { plainNumber } from './typed-number';

export const FIGURES = [
  ['reach', 'Reach'],
  ['impressions', 'Impressions'],
  ['likes', 'Likes'],
  ['comments', 'Comments'],
  ['shares', 'Shares'],
  ['clicks', 'Clicks'],
  ['engagementRate', 'Engagement, %'],
  ['watchTimeMinutes', 'Watch time, min'],
] as const;

export type FigureName = (typeof FIGURES)[number][0];
export type FiguresForm = Readonly<Record<FigureName, string>>;
export type Figures = Readonly<Record<FigureName, number | null>>;
export type FigureProblems = Partial<Record<FigureName, string>>;

export function figuresFormOf(record: Partial<Pick<PerformanceRecord, FigureName>> | null): FiguresForm {
  const text = (name: FigureName): string => {
    const value = record?.[name] ?? null;
    if (value === null) return '';
    return String(name === 'engagementRate' ? Math.round(value * 100_000) / 1000 : value);
  };
  return Object.fromEntries(FIGURES.map(([name]) => [name, text(name)])) as FiguresForm;
}

/** Reads "1,500", "1.5K", "4.5". Fails with a problem at each field that holds none. */
export function readFigures(form: FiguresForm): Result<Figures, FigureProblems> {
  const problems: FigureProblems = {};
  const figures = Object.fromEntries(
    FIGURES.map(([name]) => {
      const text = form[name].trim();
      const value = text === '' ? null : readFigure(name, text);
      if (value === undefined)
        problems[name] = name === 'engagementRate' ? 'A share of at least 0%.' : 'A number of at least 0.';
      return [name, value ?? null];
    }),
  ) as Figures;
  return Object.keys(problems).length > 0 ? failed(problems) : ok(figures);
}

function readFigure(name: FigureName, text: string): number | undefined {
  if (name === 'engagementRate') {
    const share = Number(plainNumber(text));
    return Number.isFinite(share) && share >= 0 ? share / 100 : undefined;
  }
  const value = exportNumber(text);
  return value === undefined || value === null || value < 0 ? undefined : value;
}
