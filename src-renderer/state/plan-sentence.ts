import type { RunRecord } from '../db/rows';
import { counted } from '../ui/format-count';

/** "Planned 46 tasks in 38 ms, 3 late": what the toolbar says and the live region speaks. */
export function planSentence(run: RunRecord | null): string {
  if (!run) return '';
  if (run.tasks === 0 && run.habits === 0 && run.unplaced.length === 0) return 'Nothing to plan yet';
  const what = [counted(run.tasks, 'task'), run.habits > 0 ? counted(run.habits, 'habit') : '']
    .filter(Boolean)
    .join(' and ');
  const late = run.late > 0 ? `, ${run.late} late` : '';
  const without = run.unplaced.length > 0 ? `, ${run.unplaced.length} without a place` : '';
  return `Planned ${what} in ${Math.max(1, Math.round(run.totalMilliseconds))} ms${late}${without}`;
}
