import { useState } from 'react';
import { viewedDay } from '../../state/navigation';
import { fillWeek } from '../../state/posts/planning';
import { usePostsFile } from '../../state/posts/posts-file';
import { useAudienceZones } from '../../state/posts/views';
import { audienceClocks } from './audience-clock';
import { BatchFiles, useBatchFiles } from './batch-files';
import type { BoardSelection } from './board-selection';
import { ImportDialog } from './import-dialog';
import { NewPlatformPanel } from './new-platform-panel';
import { ownPlatforms } from './own-platforms';
import { PostsBoard } from './posts-board';
import { PostsEmpty } from './posts-empty';
import classes from './posts-screen.module.css';
import { type MoreAction, PostsToolbar } from './posts-toolbar';
import { SettingsPanel } from './settings-panel';
import { SidePanels } from './side-panels';
import { usePostsKeys } from './use-posts-keys';

/** When to publish: what is known of the hours, and the week's plan that keeps every rule. */
export function PostsScreen() {
  const file = usePostsFile();
  const platforms = ownPlatforms(file);
  const [chosen, setChosen] = useState<string | null>(null);
  const platform = platforms.find(({ id }) => id === chosen) ?? platforms[0]!;
  const zones = useAudienceZones(platform.id);
  const clocks = audienceClocks(zones);
  const [clockValue, setClock] = useState<string | null>(null);
  const clock = clocks.find(({ value }) => value === clockValue) ?? clocks[0]!;
  const [selection, setSelection] = useState<BoardSelection | null>(null);
  const [dialog, setDialog] = useState<'import' | 'settings' | 'platform' | null>(null);
  const batch = useBatchFiles();
  usePostsKeys({ platform: platform.id, selection, onClose: () => setSelection(null) });

  const more = (action: MoreAction) => {
    if (action === 'import' || action === 'settings' || action === 'platform') setDialog(action);
    else if (action === 'learning' || action === 'jobs') setSelection({ kind: action });
    else batch.run(action);
  };
  const isEmpty = file.posts.length === 0 && file.history.length === 0;
  return (
    <div className={classes.screen}>
      <PostsToolbar
        platforms={platforms}
        platform={platform}
        onPlatform={setChosen}
        clocks={clocks}
        clock={clock}
        onClock={setClock}
        onFill={() => void fillWeek(viewedDay())}
        onMore={more}
      />
      <div className={classes.body}>
        <div className={classes.board}>
          {isEmpty ? <PostsEmpty onImport={() => setDialog('import')} /> : null}
          <PostsBoard
            platform={platform}
            platforms={platforms}
            clock={clock}
            selection={selection}
            onSelect={setSelection}
          />
        </div>
        {selection === null ? null : (
          <SidePanels platform={platform} selection={selection} onClose={() => setSelection(null)} />
        )}
      </div>
      <ImportDialog opened={dialog === 'import'} onClose={() => setDialog(null)} />
      <SettingsPanel platform={platform} opened={dialog === 'settings'} onClose={() => setDialog(null)} />
      <NewPlatformPanel opened={dialog === 'platform'} onAdded={setChosen} onClose={() => setDialog(null)} />
      <BatchFiles files={batch} />
    </div>
  );
}
