import type { Adjustments, DemographicAdjustment } from './adjustment';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const WEEKDAYS = [1, 2, 3, 4, 5];

/**
 * Daywright's starting assumptions, not findings: the study names the weights of these adjustments and no values.
 * All can be edited; one's own history outweighs them within a few posts a cell.
 */
export const STARTING_ADJUSTMENTS: Adjustments = {
  demographic: [
    age('18-24', 6, 9, -0.4),
    age('18-24', 20, 24, 0.6),
    age('25-34', 7, 9, 0.2),
    age('25-34', 18, 22, 0.4),
    age('35-44', 6, 9, 0.4),
    age('35-44', 12, 13, 0.3),
    age('35-44', 20, 22, 0.3),
    age('45-54', 6, 9, 0.4),
    age('45-54', 17, 20, 0.3),
    age('55+', 8, 11, 0.4),
    age('55+', 21, 24, -0.4),
    { part: 'device', name: 'mobile', days: EVERY_DAY, fromHour: 6, toHour: 9, adjustment: 0.3 },
    { part: 'device', name: 'mobile', days: EVERY_DAY, fromHour: 18, toHour: 23, adjustment: 0.3 },
    { part: 'device', name: 'desktop', days: WEEKDAYS, fromHour: 9, toHour: 17, adjustment: 0.4 },
    { part: 'device', name: 'desktop', days: EVERY_DAY, fromHour: 20, toHour: 24, adjustment: -0.2 },
  ],
  format: [
    { contentType: 'youtube_long', days: EVERY_DAY, fromHour: 15, toHour: 21, adjustment: 0.3 },
    { contentType: 'instagram_stories', days: EVERY_DAY, fromHour: 7, toHour: 22, adjustment: 0.3 },
    { contentType: 'instagram_carousel', days: WEEKDAYS, fromHour: 11, toHour: 14, adjustment: 0.3 },
    { contentType: 'x_thread', days: WEEKDAYS, fromHour: 8, toHour: 11, adjustment: 0.3 },
    { contentType: 'linkedin_carousel', days: WEEKDAYS, fromHour: 8, toHour: 11, adjustment: 0.3 },
    { contentType: 'facebook_reels', days: EVERY_DAY, fromHour: 0, toHour: 24, adjustment: 0.5 },
  ],
  season: [{ platform: 'linkedin', months: [7, 8, 12], adjustment: -0.5 }],
};

function age(name: string, fromHour: number, toHour: number, adjustment: number): DemographicAdjustment {
  return { part: 'age', name, days: EVERY_DAY, fromHour, toHour, adjustment };
}
