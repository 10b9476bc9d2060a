import { IconCalendarShare, IconPlus, IconTrash } from '@tabler/icons-react';
import type { Court } from '#shared/tournaments/document';
import { setCourts } from '../../../state/tournaments';
import { formatDayShort, IconButton, SecondaryButton } from '../../../ui';
import { perform, performWithUndo } from '../perform';
import { saveCalendar } from '../save-calendar';
import type { TournamentView } from '../tournament-view';
import { TextField } from './fields';
import { HoursFields } from './hours-fields';
import classes from './setup.module.css';
import { freeId } from './setup-edits';
import { SetupSection } from './setup-section';

/** Courts, and when each is open. */
export function CourtsSection({ view }: { readonly view: TournamentView }) {
  const { id, courts } = view.document;
  const store = (next: readonly Court[]) => void perform(view, setCourts(id, next));
  const patch = (court: Court, fields: Partial<Court>) =>
    store(courts.map((one) => (one === court ? { ...one, ...fields } : one)));
  const add = () => {
    const court = freeId(courts, 'court');
    store([...courts, { id: court, name: `Court ${court.slice('court-'.length)}`, open: null }]);
  };
  return (
    <SetupSection
      title="Courts"
      note={courts.length === 0 ? 'Without courts, matches get a time only' : String(courts.length)}
      action={
        <SecondaryButton leftSection={<IconPlus size={14} stroke={1.6} />} onClick={add}>
          Add court
        </SecondaryButton>
      }
    >
      {courts.length === 0 ? null : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              {view.days.map((day) => (
                <th key={day} scope="col" className={classes.hours}>
                  {view.days.length > 1 ? `Open ${formatDayShort(day)}` : 'Open'}
                </th>
              ))}
              <th scope="col" className={classes.last}>
                <span className="dw-visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {courts.map((court) => {
              const name = court.name ?? court.id;
              return (
                <tr key={court.id}>
                  <td>
                    <TextField
                      label={`Name of ${name}`}
                      inColumn
                      value={name}
                      onStore={(next) => patch(court, { name: next })}
                    />
                  </td>
                  {view.days.map((day) => (
                    <td key={day}>
                      <HoursFields
                        label={name}
                        day={day}
                        spans={court.open}
                        onChange={(open) => patch(court, { open })}
                      />
                    </td>
                  ))}
                  <td>
                    <div className={classes.rowActions}>
                      <IconButton
                        label={`Save the matches of ${name} as .ics`}
                        disabled={!view.state.isScheduled}
                        onClick={() => void saveCalendar(view, { kind: 'court', id: court.id })}
                      >
                        <IconCalendarShare size={16} stroke={1.6} aria-hidden="true" />
                      </IconButton>
                      <IconButton
                        label={`Delete ${name}`}
                        onClick={() =>
                          void performWithUndo(
                            setCourts(
                              id,
                              courts.filter((one) => one !== court),
                            ),
                            `${name} is removed`,
                          )
                        }
                      >
                        <IconTrash size={16} stroke={1.6} aria-hidden="true" />
                      </IconButton>
                    </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </SetupSection>
  );
}
