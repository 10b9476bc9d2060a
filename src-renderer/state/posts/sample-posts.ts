// The sample posts: the posts part of the sample workspace, put beside whatever the user has.
import { failed, ok, type Result } from '#shared/base/result';
import { parseWorkspace } from '#shared/workspace/document';
import { postRows } from '../../db/post-rows';
import { nowText } from '../clock';
import { commit } from '../commit';
import { host } from '../host';
import { setViewedDay } from '../navigation';
import { undoable } from '../undoable';
import { fillWeek } from './planning';

/** Opens the sample posts and fills their week, as one thing to undo. Fails with a sentence for the user. */
export async function openSamplePosts(): Promise<Result<void, string>> {
  const samples = await host().request('host.samples', { now: nowText() });
  if (samples.kind !== 'ok') {
    return failed(samples.kind === 'failed' ? samples.error.message : 'Opening the sample posts was cancelled.');
  }
  const parsed = parseWorkspace(samples.value.workspace);
  if (!parsed.ok) return failed(parsed.error.join('\n'));
  let stored: Result<void, string> = ok(undefined);
  await undoable(async () => {
    stored = await commit('Open the sample posts', () => ({ puts: postRows(parsed.value.posts) }));
    if (!stored.ok) return null;
    setViewedDay(samples.value.monday);
    await fillWeek(samples.value.monday);
    return 'Opened the sample posts';
  });
  return stored;
}
