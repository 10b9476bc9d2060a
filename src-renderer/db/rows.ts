// What a row of each table looks like. Rows are the document's own objects; a few carry derived keys that never leave this folder's border.
import type { Calendar, CalendarEvent, CalendarItem } from '#shared/calendar/event';
import type { Placement, PlanQuality, RunMetrics, Unplaced } from '#shared/engine/plan';
import type { Settings } from '#shared/engine/settings';
import type { Habit, HabitOccurrence } from '#shared/habits/habit';
import type { StoredModel } from '#shared/posts/learning/stored-model';
import type { Constraint } from '#shared/posts/nouns/constraint';
import type { Campaign, Post } from '#shared/posts/nouns/post';
import type { PostPlacement } from '#shared/posts/plan/posting-plan';
import type { PlatformAudience, StoredJob } from '#shared/posts/workspace-posts';
import type { Project, Task } from '#shared/tasks/task';
import type { TournamentDocument } from '#shared/tournaments/document';
import type { Change } from './change';
import type { MappingRow, PerformanceRow, PostPlanRecord, PostSettingRow } from './post-rows';

export interface SettingsRow {
  readonly id: typeof SETTINGS_ID;
  readonly value: Settings;
}

/** The settings are one row. */
export const SETTINGS_ID = 'settings';

export interface EventRow {
  readonly id: string;
  readonly calendarId: string;
  readonly uid: string;
  /** Epoch milliseconds, for the range index. */
  readonly startMs: number;
  readonly endMs: number;
  /** Which of the length classes of `event-range` the event falls in. */
  readonly lengthClass: number;
  readonly event: CalendarEvent;
}

export interface ItemRow {
  readonly id: string;
  readonly calendarId: string;
  readonly uid: string;
  /**
   * Occurrences are stored for [expandedFrom, expandedTo), epoch milliseconds. Absent, and so not in the index,
   * when every occurrence there is is stored: most items are single events, and those never need expanding again.
   */
  readonly expandedFrom?: number;
  readonly expandedTo?: number;
  readonly item: CalendarItem;
}

export interface PlacementRow {
  readonly key: string;
  readonly placement: Placement;
}

/** One Plan that was stored. */
export interface RunRecord {
  readonly planId: string;
  /** Counts up with each stored plan; two plans may have the same moment. */
  readonly order: number;
  /** ISO instant. */
  readonly plannedAt: string;
  /** What asked for it: "Plan", "3 events changed". */
  readonly why: string;
  /** Of a plan that followed a change: what gave way. Absent on a whole plan. */
  readonly scope?: 'touched' | 'days' | 'week' | 'all';
  readonly tasks: number;
  readonly habits: number;
  readonly totalMilliseconds: number;
  /** From the click to the frame that shows the result; null until that frame was drawn. */
  readonly clickToDrawnMilliseconds: number | null;
  readonly moved: number;
  /** Tasks that end after their due. */
  readonly late: number;
  readonly quality: PlanQuality;
  readonly metrics: RunMetrics;
  readonly unplaced: readonly Unplaced[];
  /** What the plan is held against; absent on a run of an earlier version. */
  readonly checks?: PlanChecks;
  /** How it was stored; absent until that was noted, and on a run of an earlier version. */
  readonly storage?: RunStorage;
}

/** Counted over what was put in force, tasks and habits alike; a plan as it comes from the planner has none of them. */
export interface PlanChecks {
  /** Placements that share time with another one or with a blocking event. */
  readonly overlaps: number;
  /** Locked placements that stand elsewhere than before. */
  readonly lockedMoved: number;
  /** Minutes of task work outside the working hours; only what the user locked can lie there. */
  readonly outsideMinutes: number;
}

export interface RunStorage {
  readonly transactions: number;
  readonly milliseconds: number;
  readonly rowsWritten: number;
}

/** One import that was stored. */
export interface ImportRecord {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  readonly calendarId: string;
  readonly files: readonly string[];
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

/** A tournament is stored as its document, day of play and timetable in force included; here it always has an id. */
export type StoredTournament = TournamentDocument & { readonly id: string };

export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

/** One step of undo or redo: the change that takes it back, or does it again. */
export interface UndoRow {
  readonly seq?: number;
  readonly stack: 'undo' | 'redo';
  /** For the user: "Import 38 changes". */
  readonly label: string;
  readonly change: Change;
  /** 1 for a plan; other steps go without, and so stay out of the index. */
  readonly plan?: 1;
  /** The change is large and stands in `undoParts`; `change` is empty. */
  readonly inParts?: boolean;
}

/** A part of a large undo step. */
export interface UndoPartRow {
  readonly id?: number;
  readonly seq: number;
  readonly change: Change;
}

/** Row type and string key of every table a change may touch. */
export interface Rows {
  readonly settings: SettingsRow;
  readonly calendars: Calendar;
  readonly items: ItemRow;
  readonly events: EventRow;
  readonly projects: Project;
  readonly tasks: Task;
  readonly habits: Habit;
  readonly habitOccurrences: HabitOccurrence;
  readonly placements: PlacementRow;
  readonly runs: RunRecord;
  readonly imports: ImportRecord;
  readonly tournaments: StoredTournament;
  readonly meta: MetaRow;
  readonly posts: Post;
  readonly campaigns: Campaign;
  readonly postJobs: StoredJob;
  readonly postPlacements: PostPlacement;
  readonly postPlans: PostPlanRecord;
  readonly performance: PerformanceRow;
  readonly postAudiences: PlatformAudience;
  readonly postConstraints: Constraint;
  readonly postModels: StoredModel;
  readonly columnMappings: MappingRow;
  readonly postSettings: PostSettingRow;
}

export type TableName = keyof Rows;

/** The primary key of each table. */
export const KEY_FIELDS = {
  settings: 'id',
  calendars: 'id',
  items: 'id',
  events: 'id',
  projects: 'id',
  tasks: 'id',
  habits: 'id',
  habitOccurrences: 'id',
  placements: 'key',
  runs: 'planId',
  imports: 'id',
  tournaments: 'id',
  meta: 'key',
  posts: 'id',
  campaigns: 'id',
  postJobs: 'bulkJobId',
  postPlacements: 'id',
  postPlans: 'planId',
  performance: 'id',
  postAudiences: 'platform',
  postConstraints: 'platform',
  postModels: 'platform',
  columnMappings: 'id',
  postSettings: 'id',
} as const satisfies Record<TableName, string>;

export const TABLE_NAMES = Object.keys(KEY_FIELDS) as readonly TableName[];

export function keyOfRow<Name extends TableName>(table: Name, row: Rows[Name]): string {
  return (row as unknown as Record<string, string>)[KEY_FIELDS[table]]!;
}
