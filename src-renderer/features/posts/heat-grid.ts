// The heat map as squares: colour is the value, side is the number of posts, an outline marks the best hours.
import { LEAST_CELL_SAMPLES } from '#shared/posts/adaptive/exploration';
import type { HeatCell, HeatMap } from '#shared/posts/timing/heat-map';
import type { Minutes } from '#shared/time/instant';
import { formatMinuteOfDay } from '../../ui/format-time';

/** What the map is drawn from: 168 cells from Monday 00:00 on the user's clock. */
export type HeatWeek = Pick<HeatMap, 'metric' | 'samples' | 'cells'>;

export interface HeatSquare {
  readonly key: string;
  /** Where it is drawn: ISO weekday and hour of the clock the map is read on. */
  readonly weekday: number;
  readonly hour: number;
  /** 0 to 1 between the weakest and the best hour shown. */
  readonly shade: number;
  /** Side as a share of the full square, 0 to 1; 0 where nothing is known. */
  readonly side: number;
  readonly best: boolean;
  readonly n: number;
  /** "Tue 9:00" on the clock the map is read on. */
  readonly when: string;
  /** "8:00 for you"; empty on the user's own clock. */
  readonly own: string;
  /** "1.42 × usual reach". */
  readonly value: string;
  /** "± 0.14, n 23". */
  readonly sure: string;
}

export interface BestHour {
  readonly key: string;
  readonly when: string;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  /** Better than usual for sure: outlined on the map. */
  readonly sure: boolean;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const BEST_HOURS = 5;
const SMALLEST_SIDE = 0.3;
/** Before any post of one's own all squares are alike: only the studies speak. */
const STUDIES_SIDE = 0.62;
/** An hour never tried shows the least dot where the studies rate it at least so. */
const WORTH_SHOWING = 0.3;

export const METRIC_WORDS: Readonly<Record<string, string>> = {
  reach: 'reach',
  engagementRate: 'engagement',
  impressions: 'impressions',
  watchTimeMinutes: 'watch time',
  likes: 'likes',
  clicks: 'clicks',
};

/** All 168 squares from the first weekday on, hour by hour. `aheadMinutes` is how far the shown clock is ahead of the user's. */
export function heatSquares(map: HeatWeek, aheadMinutes: Minutes, firstWeekday: number): HeatSquare[] {
  const best = new Set(bestHours(map, aheadMinutes).flatMap((hour) => (hour.sure ? [hour.key] : [])));
  const known = map.cells.filter((cell) => isKnown(map, cell));
  const low = Math.min(...known.map(({ ratio }) => ratio));
  const high = Math.max(...known.map(({ ratio }) => ratio));
  const most = Math.max(LEAST_CELL_SAMPLES, ...map.cells.map(({ n }) => n));
  const metric = METRIC_WORDS[map.metric ?? ''] ?? 'result';
  const squares = map.cells.map((cell): HeatSquare => {
    const shown = shifted(cell, aheadMinutes);
    const key = keyOf(cell);
    return {
      key,
      weekday: shown.weekday,
      hour: Math.floor(shown.minute / 60),
      shade: high > low ? Math.min(1, Math.max(0, (cell.ratio - low) / (high - low))) : 1,
      side: sideOf(map, cell, most),
      best: best.has(key),
      n: cell.n,
      when: `${WEEKDAYS[shown.weekday - 1]} ${formatMinuteOfDay(shown.minute)}`,
      own: aheadMinutes === 0 ? '' : `${ownTime(cell, shown.weekday)} for you`,
      value: `${cell.ratio.toFixed(2)} × usual ${metric}`,
      sure: cell.n === 0 ? 'by the studies, n 0' : `± ${((cell.high - cell.low) / 2).toFixed(2)}, n ${cell.n}`,
    };
  });
  const order = ({ weekday, hour }: HeatSquare) => ((weekday - firstWeekday + 7) % 7) * 24 + hour;
  return squares.sort((a, b) => order(a) - order(b));
}

/** The best hours tried often enough, no two side by side; hours with fewer than five posts never. */
export function bestHours(map: HeatWeek, aheadMinutes: Minutes): BestHour[] {
  // By what they are sure to be: of neighbours much alike the one with more posts stands for both.
  const tried = map.cells.filter(({ n }) => n >= LEAST_CELL_SAMPLES).sort((a, b) => b.low - a.low);
  const chosen: HeatCell[] = [];
  for (const cell of tried) {
    if (chosen.length === BEST_HOURS) break;
    if (chosen.some((one) => one.weekday === cell.weekday && Math.abs(one.hour - cell.hour) === 1)) continue;
    chosen.push(cell);
  }
  return chosen
    .sort((a, b) => b.ratio - a.ratio)
    .map((cell) => {
      const { weekday, minute } = shifted(cell, aheadMinutes);
      return {
        key: keyOf(cell),
        when: `${WEEKDAYS[weekday - 1]} ${formatMinuteOfDay(minute)}`,
        ratio: cell.ratio,
        low: cell.low,
        high: cell.high,
        n: cell.n,
        sure: cell.low > 1,
      };
    });
}

function keyOf({ weekday, hour }: HeatCell): string {
  return `${weekday}-${hour}`;
}

function isKnown(map: HeatWeek, cell: HeatCell): boolean {
  return map.samples === 0 || cell.n > 0 || cell.prior >= WORTH_SHOWING;
}

function sideOf(map: HeatWeek, cell: HeatCell, most: number): number {
  if (map.samples === 0) return STUDIES_SIDE;
  if (cell.n === 0) return isKnown(map, cell) ? SMALLEST_SIDE / 2 : 0;
  // Area, not side, is what the eye compares.
  return Math.max(SMALLEST_SIDE, Math.sqrt(cell.n / most));
}

function shifted(cell: HeatCell, aheadMinutes: Minutes): { readonly weekday: number; readonly minute: Minutes } {
  const minute = (cell.weekday - 1) * 1440 + cell.hour * 60 + aheadMinutes;
  const inWeek = ((minute % 10_080) + 10_080) % 10_080;
  return { weekday: Math.floor(inWeek / 1440) + 1, minute: inWeek % 1440 };
}

/** The user's own time, with the weekday where it is another one. */
function ownTime(cell: HeatCell, shownWeekday: number): string {
  const time = formatMinuteOfDay(cell.hour * 60);
  return cell.weekday === shownWeekday ? time : `${WEEKDAYS[cell.weekday - 1]} ${time}`;
}
