import { MultiSelect, SegmentedControl, Switch } from '@mantine/core';
import { useMemo } from 'react';
import type { TournamentDocument } from '#shared/tournaments/document';
import { changeTournament } from '../../../state/tournaments';
import { perform } from '../perform';
import type { TournamentView } from '../tournament-view';
import { NumberField } from './fields';
import { peopleChoices } from './people-choices';
import classes from './setup.module.css';
import { SetupSection } from './setup-section';

/** What a timetable must keep, and who the user is in it. */
export function RulesSection({ view }: { readonly view: TournamentView }) {
  const { id, options, me, avoidOwnEvents, umpires } = view.document;
  const people = useMemo(() => peopleChoices(view), [view]);
  const change = (patch: Parameters<typeof changeTournament>[1]) => void perform(view, changeTournament(id, patch));
  const set = (patch: Partial<TournamentDocument['options']>) => change({ options: { ...options, ...patch } });
  const meChoices = [
    { group: 'Players', items: people },
    {
      group: 'Umpires',
      items: umpires.map((umpire) => ({ value: umpire.id, label: `${umpire.name ?? umpire.id}, umpire` })),
    },
  ];
  return (
    <SetupSection title="Rules">
      <div className={classes.rules}>
        <Switch
          label="Umpires are neutral"
          description="Nobody umpires a match of the own club while somebody else can"
          checked={options.respectClubNeutrality}
          onChange={(event) => set({ respectClubNeutrality: event.currentTarget.checked })}
        />
        <div>
          <span className={classes.fieldLabel}>A match waits for</span>
          <SegmentedControl
            aria-label="A match waits for"
            value={options.rounds}
            data={[
              { value: 'strict', label: 'the whole round before' },
              { value: 'dependency', label: 'its own players only' },
            ]}
            onChange={(rounds) => set({ rounds: rounds === 'strict' ? 'strict' : 'dependency' })}
          />
        </div>
        <div className={classes.grid}>
          <NumberField
            label="Most matches at once"
            value={options.maxParallelMatchesOverride}
            min={0}
            max={200}
            mayBeEmpty
            placeholder="as courts and umpires allow"
            onStore={(maxParallelMatchesOverride) => set({ maxParallelMatchesOverride })}
          />
          <NumberField
            label="An umpire’s matches in a row"
            value={options.umpireMaxInRow}
            min={1}
            max={50}
            onStore={(umpireMaxInRow) => set({ umpireMaxInRow: umpireMaxInRow! })}
          />
          <NumberField
            label="A player’s matches a day"
            value={options.playerMaxPerDay}
            min={1}
            max={50}
            mayBeEmpty
            placeholder="no limit"
            onStore={(playerMaxPerDay) => set({ playerMaxPerDay })}
          />
        </div>
        <MultiSelect
          label="You are"
          placeholder={me.length === 0 ? 'Nobody in it' : ''}
          searchable
          limit={50}
          value={[...me]}
          data={meChoices}
          onChange={(next) => change({ me: next })}
        />
        <Switch
          label="Keep my own appointments free"
          description="Blocking events of your calendars are times at which you neither play nor umpire"
          disabled={me.length === 0}
          checked={avoidOwnEvents}
          onChange={(event) => change({ avoidOwnEvents: event.currentTarget.checked })}
        />
      </div>
    </SetupSection>
  );
}
