// The rules of the task planner, hard ones first. After them come the levels: unplaced by weight, late minutes by weight (both in `board.ts`), and the factors of `factors.ts`.
import { avoidsBusyTime } from './rules/avoids-busy-time';
import { avoidsOtherTasks } from './rules/avoids-other-tasks';
import { hasItsWholeDuration } from './rules/has-its-whole-duration';
import { keepsBuffer } from './rules/keeps-buffer';
import { keepsChunkLengths } from './rules/keeps-chunk-lengths';
import { leavesFixedWork } from './rules/leaves-fixed-work';
import { startsAfterDependencies } from './rules/starts-after-dependencies';
import { startsAfterEarliestStart } from './rules/starts-after-earliest-start';
import { startsAfterLead } from './rules/starts-after-lead';
import { staysInWorkingHours } from './rules/stays-in-working-hours';
import type { TaskRule } from './rules/task-plan-view';

export const taskRules: readonly TaskRule[] = [
  avoidsBusyTime,
  avoidsOtherTasks,
  staysInWorkingHours,
  startsAfterLead,
  startsAfterEarliestStart,
  startsAfterDependencies,
  hasItsWholeDuration,
  keepsChunkLengths,
  keepsBuffer,
  leavesFixedWork,
];
