// The four figures above the heat map. What nobody measured is said, not drawn as zero.
import { percent } from '#shared/base/percent';
import type { Kpis } from '#shared/posts/adaptive/kpis';
import type { ModelCard, StoredModel } from '#shared/posts/learning/stored-model';
import { LEAST_SAMPLES } from '#shared/posts/learning/train-platform';
import type { Day } from '#shared/time/day';
import { counted } from '../../ui/format-count';
import { formatDate, weekdayLong } from '../../ui/format-time';
import { METRIC_WORDS } from './heat-grid';

export interface KpiFigure {
  readonly value: string;
  /** "p50" beside the figure. */
  readonly unit: string;
}

export interface KpiCard {
  readonly key: 'fit' | 'adherence' | 'latency' | 'rateLimited';
  readonly title: string;
  /** Empty while nothing is known. */
  readonly figures: readonly KpiFigure[];
  readonly detail: string;
  /** Week by week, of the fit training by training; oldest first, those without a figure left out. Drawn from two on. */
  readonly course: readonly number[];
}

export interface WeeklyKpis {
  readonly from: Day;
  readonly kpis: Kpis;
}

const WEEKS_SHOWN = 12;

/** `samples`: posts with a figure and an hour, what a model would learn from. */
export function kpiCards(
  kpis: Kpis,
  weekly: readonly WeeklyKpis[],
  model: Pick<StoredModel, 'card' | 'fits'> | null,
  samples: number,
): KpiCard[] {
  const weeks = weekly.slice(-WEEKS_SHOWN);
  const course = (value: (kpis: Kpis) => number | null) => weeks.flatMap((week) => value(week.kpis) ?? []);
  return [
    fitCard(model?.card ?? null, samples, model?.fits?.map(({ r2 }) => r2) ?? []),
    {
      key: 'adherence',
      title: 'Adherence',
      figures: kpis.adherence === null ? [] : [{ value: percent(kpis.adherence), unit: '' }],
      detail:
        kpis.adherence === null
          ? 'No post has both a plan and a posting time yet'
          : `${kpis.punctual} of ${kpis.planned} went out within 15 min of plan`,
      course: course((week) => week.adherence),
    },
    latencyCard(
      kpis,
      course((week) => week.latency?.p95 ?? null),
    ),
    {
      key: 'rateLimited',
      title: 'Rate limited, 429',
      figures: kpis.rateLimitedShare === null ? [] : [{ value: share(kpis.rateLimitedShare), unit: '' }],
      detail: rateLimitedWords(kpis),
      course: course((week) => week.rateLimitedShare),
    },
  ];
}

function fitCard(card: ModelCard | null, samples: number, course: readonly number[]): KpiCard {
  const base = { key: 'fit', title: 'Fit, R²', course } as const;
  if (!card) return { ...base, figures: [], detail: untrainedWords(samples) };
  if (card.r2 === null) {
    return { ...base, figures: [], detail: untrainedWords(card.samples) };
  }
  const metric = METRIC_WORDS[card.metric ?? ''] ?? 'the result';
  const detail =
    card.verdict === 'forest'
      ? `Hour and day explain ${percent(card.r2)} of ${metric}, ${card.samples} posts`
      : `No better than plain means over ${card.samples} posts: the rules stand`;
  return { ...base, figures: [{ value: card.r2.toFixed(2), unit: '' }], detail };
}

function untrainedWords(samples: number): string {
  if (samples === 0) return 'No posts yet: the studies stand';
  return samples < LEAST_SAMPLES
    ? `${samples} of ${LEAST_SAMPLES} posts with figures: the rules stand until then`
    : `Not trained yet: open to learn from ${samples} posts`;
}

function latencyCard(kpis: Kpis, course: readonly number[]): KpiCard {
  const base = { key: 'latency', title: 'Send latency', course } as const;
  const { latency } = kpis;
  if (latency === null) return { ...base, figures: [], detail: 'No job has told when it started yet' };
  return {
    ...base,
    figures: [
      { value: seconds(latency.p50), unit: 'p50' },
      { value: seconds(latency.p95), unit: 'p95' },
    ],
    detail: `Worst ${seconds(latency.worst)}, on ${weekdayLong(latency.worstOn)} ${formatDate(latency.worstOn)}`,
  };
}

function rateLimitedWords(kpis: Kpis): string {
  if (kpis.rateLimitedShare === null) return 'No job has counted its requests yet';
  if (kpis.rateLimited === 0) return `None of ${counted(kpis.requests, 'request')}`;
  const failed = kpis.jobs - kpis.completed;
  const after = failed === 0 ? 'all sent on retry' : `${counted(failed, 'job')} never went out`;
  return `${kpis.rateLimited.toLocaleString('en')} of ${counted(kpis.requests, 'request')}, ${after}`;
}

/** "1.8 s", "21 s", "4 min", "2 h 10". */
export function seconds(value: number): string {
  if (value < 10) return `${value.toFixed(1)} s`;
  if (value < 120) return `${Math.round(value)} s`;
  const minutes = Math.round(value / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
}

/** Small shares need their decimal: "0.4%". */
function share(value: number): string {
  return value > 0 && value < 0.1 ? percent(value, 1) : percent(value);
}
