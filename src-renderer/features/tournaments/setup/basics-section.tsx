import { Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useMemo } from 'react';
import { type Day, parseDay } from '#shared/time/day';
import { changeTournament, setCourts, setUmpires } from '../../../state/tournaments';
import { undoable } from '../../../state/undoable';
import { zoneChoices, zoneOf } from '../../../state/zone-choices';
import { formatDayShort } from '../../../ui';
import { perform } from '../perform';
import type { TournamentView } from '../tournament-view';
import { ClockField, NumberField, TextField } from './fields';
import classes from './setup.module.css';
import { movedStart, startDay, startMinutes } from './setup-edits';
import { SetupSection } from './setup-section';

/** Name, place, when, and how long a match is. */
export function BasicsSection({ view }: { readonly view: TournamentView }) {
  const { document } = view;
  const { id } = document;
  const zones = useMemo(() => zoneChoices(document.timeZone), [document.timeZone]);
  const change = (patch: Parameters<typeof changeTournament>[1]) => void perform(view, changeTournament(id, patch));
  const move = async (day: Day, minutes: number) => {
    const { courts, umpires, ...rest } = movedStart(document, day, minutes);
    if (day === startDay(document)) {
      change({ start: rest.start });
      return;
    }
    // Three lists move along: one offer to take all of it back.
    await undoable(async () => {
      const stored =
        (await perform(view, changeTournament(id, rest))) &&
        (await perform(view, setCourts(id, courts))) &&
        (await perform(view, setUmpires(id, umpires)));
      return stored ? `Moved to ${formatDayShort(day)}` : null;
    });
  };
  return (
    <SetupSection title="Basics">
      <div className={classes.grid}>
        <TextField
          label="Name"
          value={document.name ?? ''}
          problemOf={(text) => (text === '' ? 'Give it a name.' : null)}
          onStore={(name) => change({ name })}
        />
        <TextField
          label="Place"
          value={document.place ?? ''}
          placeholder="Hall B"
          onStore={(place) => change({ place })}
        />
        <DateInput
          label="First day"
          value={startDay(document)}
          valueFormat={(text) => formatDayShort(text as Day)}
          onChange={(next) => {
            const day = next === null ? null : parseDay(next);
            if (day !== null && day !== startDay(document)) void move(day, startMinutes(document));
          }}
        />
        <ClockField
          label="First match"
          value={startMinutes(document)}
          onStore={(minutes) => {
            if (minutes !== null) void move(startDay(document), minutes);
          }}
        />
        <NumberField
          label="Match, minutes"
          value={document.matchMinutes}
          min={1}
          max={1440}
          onStore={(matchMinutes) => change({ matchMinutes: matchMinutes! })}
        />
        <NumberField
          label="Rest, minutes"
          value={document.restMinutes}
          min={0}
          max={1440}
          onStore={(restMinutes) => change({ restMinutes: restMinutes! })}
        />
        <NumberField
          label="Changeover, minutes"
          value={document.changeoverMinutes}
          min={0}
          max={1440}
          onStore={(changeoverMinutes) => change({ changeoverMinutes: changeoverMinutes! })}
        />
        <Select
          label="Time zone"
          searchable
          value={document.timeZone}
          data={zones}
          onChange={(name) => {
            const timeZone = name === null ? null : zoneOf(name);
            if (timeZone !== null) change({ timeZone });
          }}
        />
      </div>
    </SetupSection>
  );
}
