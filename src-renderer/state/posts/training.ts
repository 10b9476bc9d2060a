// Learning from the history: a forest for each platform, grown in the host's workers.
import { createStore, useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Result } from '#shared/base/result';
import type { Progress } from '#shared/ipc/outcome';
import { withEarlierFits } from '#shared/posts/learning/stored-model';
import { LEAST_SAMPLES } from '#shared/posts/learning/train-platform';
import { announce } from '../announce';
import { nowText } from '../clock';
import { commit } from '../commit';
import { host } from '../host';
import { sentence } from '../planning';
import { workspaceNow } from '../workspace';
import { postsFileIn } from './posts-file';

export interface PostTraining {
  readonly phase: 'idle' | 'training';
  /** Platforms being learned. */
  readonly platforms: readonly string[];
  readonly progress: Progress | null;
  readonly problem: string | null;
}

const IDLE: PostTraining = { phase: 'idle', platforms: [], progress: null, problem: null };

const store = createStore<PostTraining>(() => IDLE);
let abort: AbortController | null = null;

export function usePostTraining<T>(selector: (state: PostTraining) => T): T {
  return useStore(store, useShallow(selector));
}

export function postTrainingNow(): PostTraining {
  return store.getState();
}

/**
 * Learns platforms; without any, all that have posts with figures. Models are derived from the history, so that this is no undo step.
 * Returns whether models were stored.
 */
export async function trainModels(platforms?: readonly string[]): Promise<boolean> {
  if (store.getState().phase === 'training') return false;
  const state = workspaceNow();
  const file = postsFileIn(state);
  const wanted = platforms ?? [...new Set(file.history.map((record) => record.platform))];
  if (wanted.length === 0)
    return refuse(`There is no history to learn from yet: at least ${LEAST_SAMPLES} posts with figures are needed.`);
  abort = new AbortController();
  store.setState({
    ...IDLE,
    phase: 'training',
    platforms: wanted,
    progress: { fraction: 0, phase: 'Looking at the history' },
  });
  try {
    const outcome = await host().request(
      'posts.train',
      // The queue teaches nothing.
      { file: { ...file, posts: [], campaigns: [] }, platforms: [...wanted], now: nowText(), seed: 1 },
      { signal: abort.signal, onProgress: (progress) => store.setState({ progress }) },
    );
    if (outcome.kind === 'cancelled') {
      store.setState(IDLE);
      announce('Training stopped, the models are as they were');
      return false;
    }
    if (outcome.kind === 'failed') return refuse(sentence(outcome.error));
    const stored = await commit(null, ({ posts }) => ({
      puts: {
        postModels: outcome.value.models.map((model) =>
          withEarlierFits(
            model,
            posts.models.find(({ platform }) => platform === model.platform),
          ),
        ),
      },
    }));
    if (!stored.ok) return refuse(stored.error);
    store.setState(IDLE);
    announce(`Learned from ${wanted.length} ${wanted.length === 1 ? 'platform' : 'platforms'}`);
    return true;
  } catch (error) {
    return refuse(`Training failed: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    abort = null;
  }
}

/** Stops the training; the models stay as they were. */
export function cancelTraining(): void {
  abort?.abort();
}

/** Forgets a model: the rules and one's own posts stand again. */
export function forgetModel(platform: string): Promise<Result<void, string>> {
  return commit('Forget a model', () => ({ deletes: { postModels: [platform] } }));
}

function refuse(problem: string): false {
  store.setState({ ...IDLE, problem });
  announce(problem, 'assertive');
  return false;
}
