// What a run is called, and its glyph.
import {
  IconArrowsMove,
  IconClock,
  IconDeviceDesktop,
  IconEye,
  IconFileImport,
  IconHandMove,
  IconRestore,
  IconSparkles,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Day } from '#shared/time/day';
import { daysBetween } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { dayAt, type ZoneId } from '#shared/time/zone';
import type { RunRecord } from '../../state/run-history';
import { formatDate, formatTime, weekdayShort } from '../../ui';

const WHY: Readonly<Record<string, { readonly words: string; readonly icon: TablerIcon }>> = {
  Plan: { words: 'You pressed Plan', icon: IconSparkles },
  Preview: { words: 'You applied a preview', icon: IconEye },
  Recovered: { words: 'Finished after an interruption', icon: IconRestore },
  'After an import': { words: 'Import', icon: IconFileImport },
  'From the tray': { words: 'From the tray', icon: IconDeviceDesktop },
};

export function whyWords(run: RunRecord): string {
  return WHY[run.why]?.words ?? run.why;
}

export function whyIcon(run: RunRecord): TablerIcon {
  const known = WHY[run.why]?.icon;
  if (known) return known;
  if (/^You (moved|fixed) /.test(run.why)) return IconHandMove;
  if (run.scope !== undefined) return IconArrowsMove;
  return /import/i.test(run.why) ? IconFileImport : IconClock;
}

/** `Today 10:38`, `Mon 18:12` within the last six days, else `2 Nov 18:12`. */
export function whenWords(plannedAt: string, zone: ZoneId, today: Day): string {
  const at = parseInstant(plannedAt)!;
  const day = dayAt(zone, at);
  const ago = daysBetween(day, today);
  const name = ago === 0 ? 'Today' : ago > 0 && ago < 7 ? weekdayShort(day) : formatDate(day);
  return `${name} ${formatTime(zone, at)}`;
}
