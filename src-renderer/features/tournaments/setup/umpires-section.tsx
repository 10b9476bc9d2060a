import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Umpire } from '#shared/tournaments/document';
import { setUmpires } from '../../../state/tournaments';
import { formatDayShort, IconButton, SecondaryButton } from '../../../ui';
import { perform, performWithUndo } from '../perform';
import type { TournamentView } from '../tournament-view';
import { NumberField, TextField } from './fields';
import { HoursFields } from './hours-fields';
import { peopleChoices } from './people-choices';
import { PlaysAs } from './plays-as';
import classes from './setup.module.css';
import { freeId } from './setup-edits';
import { SetupSection } from './setup-section';

/** Umpires with club, duty and limit; one who plays too is known under both hats. */
export function UmpiresSection({ view }: { readonly view: TournamentView }) {
  const { id, umpires } = view.document;
  const people = useMemo(() => peopleChoices(view), [view]);
  const patch = (umpire: Umpire, fields: Partial<Umpire>) =>
    void perform(
      view,
      setUmpires(
        id,
        umpires.map((one) => (one === umpire ? { ...one, ...fields } : one)),
      ),
    );
  const add = () => {
    const umpire = freeId(umpires, 'umpire');
    const name = `Umpire ${umpire.slice('umpire-'.length)}`;
    void perform(
      view,
      setUmpires(id, [...umpires, { id: umpire, name, club: null, player: null, available: null, maxPerDay: null }]),
    );
  };
  return (
    <SetupSection
      title="Umpires"
      note={umpires.length === 0 ? 'Without umpires, matches are scheduled by courts alone' : String(umpires.length)}
      action={
        <SecondaryButton leftSection={<IconPlus size={14} stroke={1.6} />} onClick={add}>
          Add umpire
        </SecondaryButton>
      }
    >
      {umpires.length === 0 ? null : (
        <div className={classes.tableScroller}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Club</th>
                <th scope="col">Plays as</th>
                {view.days.map((day) => (
                  <th key={day} scope="col" className={classes.hours}>
                    {view.days.length > 1 ? `Duty ${formatDayShort(day)}` : 'Duty'}
                  </th>
                ))}
                <th scope="col" className={classes.narrow}>
                  A day
                </th>
                <th scope="col" className={classes.last}>
                  <span className="dw-visually-hidden">Delete</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {umpires.map((umpire) => {
                const name = umpire.name ?? umpire.id;
                return (
                  <tr key={umpire.id}>
                    <td>
                      <TextField
                        label={`Name of ${name}`}
                        inColumn
                        value={name}
                        onStore={(next) => patch(umpire, { name: next })}
                      />
                    </td>
                    <td>
                      <TextField
                        label={`Club of ${name}`}
                        inColumn
                        placeholder="Independent"
                        value={umpire.club ?? ''}
                        onStore={(club) => patch(umpire, { club: club === '' ? null : club })}
                      />
                    </td>
                    <td>
                      <PlaysAs
                        label={`${name} plays as`}
                        people={people}
                        value={umpire.player}
                        onChange={(player) => patch(umpire, { player })}
                      />
                    </td>
                    {view.days.map((day) => (
                      <td key={day}>
                        <HoursFields
                          label={name}
                          day={day}
                          spans={umpire.available}
                          onChange={(available) => patch(umpire, { available })}
                        />
                      </td>
                    ))}
                    <td>
                      <NumberField
                        label={`Matches a day of ${name}`}
                        inColumn
                        value={umpire.maxPerDay}
                        min={1}
                        max={99}
                        mayBeEmpty
                        onStore={(maxPerDay) => patch(umpire, { maxPerDay })}
                      />
                    </td>
                    <td>
                      <IconButton
                        label={`Delete ${name}`}
                        onClick={() =>
                          void performWithUndo(
                            setUmpires(
                              id,
                              umpires.filter((one) => one !== umpire),
                            ),
                            `${name} is removed`,
                          )
                        }
                      >
                        <IconTrash size={16} stroke={1.6} aria-hidden="true" />
                      </IconButton>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </SetupSection>
  );
}
