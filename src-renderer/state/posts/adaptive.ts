// The adaptive cycle: measure, analyse, adjust, validate. Every turn is logged and can be taken back.
import type { Result } from '#shared/base/result';
import {
  adaptiveCycle,
  LEAST_JOBS,
  resetAdaptation,
  revertChange,
  startingState,
} from '#shared/posts/adaptive/adaptive-cycle';
import type { AdaptiveState } from '#shared/posts/adaptive/adaptive-state';
import type { PostSettingRow } from '../../db/post-rows';
import { now } from '../clock';
import { commit } from '../commit';
import { useWorkspace, type WorkspaceState } from '../workspace';

/** What the cycle remembers, with its log, oldest first. */
export function useAdaptiveState(): AdaptiveState {
  return useWorkspace((state) => adaptiveIn(state.posts));
}

/** One turn over the history as it stands. Refused with the reason when there is too little to go by. */
export function runAdaptiveCycle(): Promise<Result<void, string>> {
  return commit('Adapt the posting parameters', (state) => {
    const { postSettings } = adaptiveRows(state);
    if (postSettings) return { puts: { postSettings } };
    return `Nothing to adapt yet: the cycle waits for ${LEAST_JOBS} jobs since the last change.`;
  });
}

/** Takes one logged change back: the parameters are those before it. */
export function revertAdaptiveChange(number: number): Promise<Result<void, string>> {
  return commit(`Take change ${number} back`, ({ posts }) => ({
    puts: { postSettings: rowsOf(revertChange(adaptiveIn(posts), number, now())) },
  }));
}

/** All parameters as at the start; the log stays. */
export function resetAdaptive(): Promise<Result<void, string>> {
  return commit('Reset the posting parameters', ({ posts }) => ({
    puts: { postSettings: rowsOf(resetAdaptation(adaptiveIn(posts), now())) },
  }));
}

/** The rows of a turn over the history of a state; none when it waits. */
export function adaptiveRows({ posts, settings }: WorkspaceState): { readonly postSettings?: PostSettingRow[] } {
  const before = adaptiveIn(posts);
  const seed = before.log.length + 1;
  const after = adaptiveCycle(before, posts.performanceHistory, now(), settings.timeZone, seed);
  return after === before ? {} : { postSettings: rowsOf(after) };
}

const states = new WeakMap<WorkspaceState['posts'], AdaptiveState>();

/** The parameters in force are the posts' own: the user may have turned them by hand. */
function adaptiveIn(posts: WorkspaceState['posts']): AdaptiveState {
  let state = states.get(posts);
  if (!state) {
    state = { ...(posts.adaptive ?? startingState()), parameters: posts.parameters };
    states.set(posts, state);
  }
  return state;
}

function rowsOf(state: AdaptiveState): PostSettingRow[] {
  return [
    { id: 'adaptive', value: state },
    { id: 'parameters', value: state.parameters },
  ];
}
