// Whose clock the heat map is read on: the user's own, or that of a part of the audience.
import { percent } from '#shared/base/percent';
import { parseFixedOffset } from '#shared/posts/nouns/audience-zone';
import type { Minutes } from '#shared/time/instant';
import type { AudienceZone } from '../../state/posts/views';
import { formatDuration } from '../../ui/format-time';

export interface AudienceClock {
  /** IANA zone or UTC offset; `own` for the user's clock. */
  readonly value: string;
  /** "Audience in Helsinki", "Your own time". */
  readonly label: string;
  /** "Helsinki time", "your time". */
  readonly time: string;
  /** "64% of followers, 1 h ahead of you". */
  readonly note: string;
  /** How far this clock is ahead of the user's; negative behind. */
  readonly aheadMinutes: Minutes;
}

export const OWN_CLOCK = 'own';

/** The zones of an audience as they come, the largest share first, then the user's own clock. */
export function audienceClocks(zones: readonly AudienceZone[]): AudienceClock[] {
  return [
    ...zones.map(clockOf),
    {
      value: OWN_CLOCK,
      label: 'Your own time',
      time: 'your time',
      note: zones.length === 0 ? 'Nobody has said yet where the audience lives' : '',
      aheadMinutes: 0,
    },
  ];
}

/** `Europe/Helsinki` -> `Helsinki`, `UTC-5` stays. */
export function zoneName(zone: string): string {
  return parseFixedOffset(zone) !== null ? zone : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function clockOf({ zone, share, minutesAhead }: AudienceZone): AudienceClock {
  const name = zoneName(zone);
  return {
    value: zone,
    label: `Audience in ${name}`,
    time: `${name} time`,
    note: `${percent(share)} of followers, ${distance(minutesAhead)}`,
    aheadMinutes: minutesAhead,
  };
}

function distance(aheadMinutes: Minutes): string {
  if (aheadMinutes === 0) return 'on your clock';
  return `${formatDuration(Math.abs(aheadMinutes))} ${aheadMinutes > 0 ? 'ahead of' : 'behind'} you`;
}
