import { useScreenKeys } from '../../../state/screen-keys';
import { setTournamentPlace } from '../../../state/tournament-place';
import { PrimaryButton, ScreenToolbar } from '../../../ui';
import { contextWords } from '../context-words';
import { ScheduleControl } from '../schedule-control';
import { TournamentTitle } from '../tournament-title';
import type { TournamentView } from '../tournament-view';
import { BasicsSection } from './basics-section';
import { CapacityPanel } from './capacity-panel';
import { CourtsSection } from './courts-section';
import { DrawsSection } from './draws-section';
import { EntriesSection } from './entries-section';
import { HoursSection } from './hours-section';
import { RulesSection } from './rules-section';
import classes from './setup.module.css';
import { UmpiresSection } from './umpires-section';

/** Everything a tournament consists of, in the order in which it is usually known. Each field is stored as it is left, and can be undone. */
export function SetupView({ view }: { readonly view: TournamentView }) {
  const close = () => setTournamentPlace({ panel: null });
  useScreenKeys({
    Escape: () => {
      close();
      return true;
    },
  });
  return (
    <>
      <ScreenToolbar
        title={<TournamentTitle view={view} />}
        context={contextWords(view)}
        right={
          <>
            <ScheduleControl view={view} />
            <PrimaryButton className={classes.done} variant="default" onClick={close}>
              Done
            </PrimaryButton>
          </>
        }
      />
      <div className={classes.body}>
        <div className={classes.sections}>
          <BasicsSection view={view} />
          <DrawsSection view={view} />
          <EntriesSection view={view} />
          <HoursSection view={view} />
          <CourtsSection view={view} />
          <UmpiresSection view={view} />
          <RulesSection view={view} />
        </div>
        <CapacityPanel view={view} />
      </div>
    </>
  );
}
