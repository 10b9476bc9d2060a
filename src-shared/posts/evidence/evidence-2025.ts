import type { EvidenceWindow } from './evidence-window';

const STUDY = { source: 'Posting windows by platform, research summary', year: 2025 } as const;
const WEEKDAYS = [1, 2, 3, 4, 5];
const MON_TO_THU = [1, 2, 3, 4];
const TUE_TO_THU = [2, 3, 4];
const WEEKEND = [6, 7];
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

interface Hours {
  readonly days: number[];
  readonly from: number;
  readonly to: number;
  readonly strength: number;
  readonly types?: string[];
  readonly note?: string;
}

function peak(platform: string, { days, from, to, strength, types = [], note = '' }: Hours): EvidenceWindow {
  return { ...STUDY, platform, contentTypes: types, kind: 'peak', days, fromHour: from, toHour: to, strength, note };
}

function avoid(platform: string, hours: Hours): EvidenceWindow {
  return { ...peak(platform, hours), kind: 'avoid' };
}

/** The study's table, window by window. Strengths are Daywright's reading of "peak", "prioritised" and "underperforms". */
export const EVIDENCE_2025: readonly EvidenceWindow[] = [
  peak('youtube', { days: [3], from: 16, to: 17, strength: 1, note: 'Wed 4 pm' }),
  peak('youtube', { days: WEEKDAYS, from: 15, to: 17, strength: 0.8, note: 'Weekdays 3 to 5 pm' }),
  peak('tiktok', { days: [3], from: 17, to: 18, strength: 1, note: 'Wed 5 to 6 pm' }),
  peak('tiktok', { days: [7], from: 20, to: 21, strength: 0.95, note: 'Sun 8 pm' }),
  avoid('tiktok', { days: [6], from: 0, to: 24, strength: 0.4, note: 'Avoid Saturday' }),
  peak('instagram', { days: MON_TO_THU, from: 10, to: 15, strength: 1, note: 'Mon to Thu 10 am to 3 pm' }),
  peak('instagram', {
    days: EVERY_DAY,
    from: 6,
    to: 9,
    strength: 0.9,
    types: ['instagram_reels'],
    note: 'Reels 6 to 9 am',
  }),
  peak('instagram', {
    days: EVERY_DAY,
    from: 18,
    to: 21,
    strength: 1,
    types: ['instagram_reels'],
    note: 'Reels 6 to 9 pm',
  }),
  peak('x', { days: TUE_TO_THU, from: 8, to: 12, strength: 1, note: 'Tue to Thu 8 am to 12 pm' }),
  avoid('x', { days: WEEKEND, from: 0, to: 24, strength: 0.5, note: 'Weekends underperform' }),
  peak('linkedin', { days: TUE_TO_THU, from: 8, to: 11, strength: 1, note: 'Tue to Thu 8 to 11 am' }),
  peak('linkedin', { days: TUE_TO_THU, from: 12, to: 14, strength: 0.9, note: 'Tue to Thu 12 to 2 pm' }),
  peak('linkedin', { days: WEEKDAYS, from: 8, to: 17, strength: 0.5, note: 'Business hours' }),
  avoid('linkedin', { days: WEEKEND, from: 0, to: 24, strength: 0.3, note: 'Outside business hours' }),
  peak('facebook', { days: MON_TO_THU, from: 11, to: 14, strength: 1, note: 'Mon to Thu midday' }),
];
