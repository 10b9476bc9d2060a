// Everything but events, in memory: loaded at start, brought up to date by each commit.
import { createStore, useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Calendar } from '#shared/calendar/event';
import type { Placement, Unplaced } from '#shared/engine/plan';
import type { Settings } from '#shared/engine/settings';
import type { Habit, HabitOccurrence } from '#shared/habits/habit';
import { NO_POSTS, type WorkspacePosts } from '#shared/posts/workspace-posts';
import type { Project, Task } from '#shared/tasks/task';
import type { PostPlanRecord } from '../db/post-rows';
import type { RunRecord, StoredTournament } from '../db/rows';
import { defaultSettings } from './default-settings';

export type { RunRecord, StoredTournament } from '../db/rows';

export interface WorkspaceState {
  /** `emptied`: the marker says there was data and the store holds none, so a restore is offered. */
  readonly status: 'loading' | 'ready' | 'emptied' | 'failed';
  readonly problem: string | null;
  /** The store cannot be opened and may be replaced by a backup; false for a store of a newer version. */
  readonly unreadable: boolean;
  /** Grows by one with each commit. */
  readonly revision: number;
  /** Grows by one when events or calendars change. */
  readonly eventsRevision: number;
  readonly settings: Settings;
  readonly calendars: readonly Calendar[];
  readonly projects: readonly Project[];
  readonly tasks: readonly Task[];
  readonly habits: readonly Habit[];
  readonly habitOccurrences: readonly HabitOccurrence[];
  /** The plan in force, by start. */
  readonly placements: readonly Placement[];
  /** By their start. */
  readonly tournaments: readonly StoredTournament[];
  /** Of the last plan. */
  readonly unplaced: readonly Unplaced[];
  readonly lastRun: RunRecord | null;
  /** Everything about posts that the document carries. Placements and history by time, the queue by id. */
  readonly posts: WorkspacePosts;
  readonly lastPostPlan: PostPlanRecord | null;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  /** Number of the newest user action in the store that this memory knows of. */
  readonly newestStep: number;
  /** Nothing was ever stored. */
  readonly isFirstStart: boolean;
}

const store = createStore<WorkspaceState>(() => emptyWorkspace());

/** Reads the workspace in a component; selectors are compared shallowly. */
export function useWorkspace<T>(selector: (state: WorkspaceState) => T): T {
  return useStore(store, useShallow(selector));
}

/** Reads the workspace outside React. */
export function workspaceNow(): WorkspaceState {
  return store.getState();
}

/** Only what loads and commits may call this. */
export function setWorkspace(next: Partial<WorkspaceState>): void {
  store.setState(next);
}

export function onWorkspace(listener: (state: WorkspaceState, before: WorkspaceState) => void): () => void {
  return store.subscribe(listener);
}

export function emptyWorkspace(): WorkspaceState {
  return {
    status: 'loading',
    problem: null,
    unreadable: false,
    revision: 0,
    eventsRevision: 0,
    settings: defaultSettings(),
    calendars: [],
    projects: [],
    tasks: [],
    habits: [],
    habitOccurrences: [],
    placements: [],
    tournaments: [],
    unplaced: [],
    lastRun: null,
    posts: NO_POSTS,
    lastPostPlan: null,
    undoLabel: null,
    redoLabel: null,
    newestStep: 0,
    isFirstStart: true,
  };
}
