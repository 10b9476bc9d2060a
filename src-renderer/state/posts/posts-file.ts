// The posts part of the workspace as the document that all planning, scoring and learning works on. Made once for each state.
import { learnedByModels } from '#shared/posts/learning/stored-model';
import type { Platform } from '#shared/posts/nouns/platform';
import { type PostsFile, platformsOf } from '#shared/posts/posts-file';
import { type FileScores, scoresOfFile } from '#shared/posts/timing/slot-scores';
import { postsFileOf, type WorkspacePosts } from '#shared/posts/workspace-posts';
import type { Instant } from '#shared/time/instant';
import { useWorkspace, type WorkspaceState, workspaceNow } from '../workspace';

const files = new WeakMap<WorkspacePosts, PostsFile>();

export function postsFileIn({ posts, settings }: Pick<WorkspaceState, 'posts' | 'settings'>): PostsFile {
  const known = files.get(posts);
  if (known && known.timeZone === settings.timeZone) return known;
  const file = postsFileOf(posts, settings.timeZone);
  files.set(posts, file);
  return file;
}

export function postsFileNow(): PostsFile {
  return postsFileIn(workspaceNow());
}

export function usePostsFile(): PostsFile {
  return useWorkspace(postsFileIn);
}

/** The built-in platforms and the user's own. */
export function usePlatforms(): readonly Platform[] {
  const file = usePostsFile();
  return platformsOf(file);
}

/** Scores of the file as of a moment, by the models where they are used. */
export function scoresIn(posts: WorkspacePosts, file: PostsFile, at: Instant): FileScores {
  return scoresOfFile(file, at, learnedByModels(posts.models));
}
