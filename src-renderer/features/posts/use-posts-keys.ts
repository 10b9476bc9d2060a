import { plusDays } from '#shared/time/day';
import { openEditor } from '../../state/editor';
import { setViewedDay, viewedDay } from '../../state/navigation';
import { useScreenKeys } from '../../state/screen-keys';
import type { BoardSelection } from './board-selection';

interface PostsKeys {
  readonly platform: string;
  readonly selection: BoardSelection | null;
  readonly onClose: () => void;
}

/** N begins a post here, [ and ] leaf by weeks, Escape closes the panel. */
export function usePostsKeys({ platform, selection, onClose }: PostsKeys): void {
  useScreenKeys({
    n: () => {
      openEditor({ kind: 'post', id: null, draft: { platform } });
      return true;
    },
    '[': () => {
      setViewedDay(plusDays(viewedDay(), -7));
      return true;
    },
    ']': () => {
      setViewedDay(plusDays(viewedDay(), 7));
      return true;
    },
    Escape: () => {
      if (selection === null) return false;
      onClose();
      return true;
    },
  });
}
