// The words for a task's ranks and levels.
import type { Task } from '#shared/tasks/task';

export const PRIORITY_WORDS: Readonly<Record<Task['priority'], string>> = {
  1: 'Urgent',
  2: 'High',
  3: 'Normal',
  4: 'Low',
};

export const ENERGY_WORDS = { high: 'High', medium: 'Medium', low: 'Low' } as const;

export const PART_WORDS = { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening' } as const;
