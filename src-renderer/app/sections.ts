import {
  IconCalendarWeek,
  IconChartHistogram,
  IconChecklist,
  IconFileImport,
  IconRepeat,
  IconSend,
  IconSettings,
  IconSun,
  IconTrophy,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Section } from '../state/navigation';

export interface SectionEntry {
  readonly section: Section;
  readonly label: string;
  readonly icon: TablerIcon;
}

/** In the order of the rail; their keys are 1, 2, 3, … Settings stands apart at the foot. */
export const SECTIONS: readonly SectionEntry[] = [
  { section: 'today', label: 'Today', icon: IconSun },
  { section: 'week', label: 'Week', icon: IconCalendarWeek },
  { section: 'tasks', label: 'Tasks', icon: IconChecklist },
  { section: 'habits', label: 'Habits', icon: IconRepeat },
  { section: 'posts', label: 'Posts', icon: IconSend },
  { section: 'tournament', label: 'Tournament', icon: IconTrophy },
  { section: 'insights', label: 'Insights', icon: IconChartHistogram },
  { section: 'import', label: 'Import', icon: IconFileImport },
];

export const SETTINGS_SECTION: SectionEntry = { section: 'settings', label: 'Settings', icon: IconSettings };
