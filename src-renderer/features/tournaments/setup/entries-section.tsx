import { Select } from '@mantine/core';
import { IconFileSpreadsheet, IconTrash } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { Participant } from '#shared/tournaments/document';
import { setEntries } from '../../../state/tournaments';
import { IconButton, SecondaryButton, useRowWindow } from '../../../ui';
import { perform, performWithUndo } from '../perform';
import type { TournamentView } from '../tournament-view';
import { EntryAdder } from './entry-adder';
import { EntryImport } from './entry-import';
import { NumberField, TextField } from './fields';
import classes from './setup.module.css';
import { SetupSection } from './setup-section';

const ROW = 40;

/** Who is in: typed, pasted or from a spreadsheet. */
export function EntriesSection({ view }: { readonly view: TournamentView }) {
  const [importing, setImporting] = useState(false);
  const [only, setOnly] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { document } = view;
  const { id, participants } = document;
  const labels = view.categories.flatMap((one) => (one.id === null ? [] : [one.id]));
  const shown = useMemo(
    () => participants.filter(({ category }) => only === null || category === only),
    [participants, only],
  );
  const { from, to } = useRowWindow(scroller, ROW, shown.length);
  const patch = (entry: Participant, fields: Partial<Participant>) =>
    void perform(
      view,
      setEntries(
        id,
        participants.map((one) => (one === entry ? { ...one, ...fields } : one)),
      ),
    );
  const remove = (entry: Participant) =>
    void performWithUndo(
      setEntries(
        id,
        participants.filter((one) => one !== entry),
      ),
      `${entry.name ?? entry.id} is removed`,
    );
  return (
    <SetupSection
      title="Entries"
      note={`${participants.length} ${participants.length === 1 ? 'entry' : 'entries'}`}
      action={
        <>
          {labels.length > 1 ? (
            <Select
              aria-label="Show"
              w={140}
              value={only ?? ''}
              data={[{ value: '', label: 'All categories' }, ...labels.map((label) => ({ value: label, label }))]}
              onChange={(next) => setOnly(next === '' ? null : next)}
            />
          ) : null}
          <SecondaryButton
            leftSection={<IconFileSpreadsheet size={14} stroke={1.6} />}
            aria-expanded={importing}
            onClick={() => setImporting(!importing)}
          >
            Paste or open CSV
          </SecondaryButton>
        </>
      }
    >
      {importing ? <EntryImport view={view} onClose={() => setImporting(false)} /> : null}
      <EntryAdder view={view} category={only ?? labels[0] ?? null} labels={labels} />
      {shown.length === 0 ? null : (
        <div className={classes.tableScroller} ref={scroller}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Club</th>
                <th scope="col" className={classes.narrow}>
                  Seed
                </th>
                {labels.length > 0 ? (
                  <th scope="col" className={classes.medium}>
                    Category
                  </th>
                ) : null}
                <th scope="col" className={classes.last}>
                  <span className="dw-visually-hidden">Delete</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {from > 0 ? (
                <tr style={{ height: from * ROW }}>
                  <td colSpan={5} />
                </tr>
              ) : null}
              {shown.slice(from, to).map((entry) => {
                const name = entry.name ?? entry.id;
                return (
                  <tr key={entry.id}>
                    <td>
                      <TextField
                        label={`Name of ${name}`}
                        inColumn
                        value={name}
                        problemOf={(text) => (text === '' ? 'Give a name.' : null)}
                        onStore={(next) => patch(entry, { name: next })}
                      />
                    </td>
                    <td>
                      <TextField
                        label={`Club of ${name}`}
                        inColumn
                        value={entry.club ?? ''}
                        onStore={(club) => patch(entry, { club: club === '' ? null : club })}
                      />
                    </td>
                    <td>
                      <NumberField
                        label={`Seed of ${name}`}
                        inColumn
                        value={entry.seed}
                        min={1}
                        max={1024}
                        mayBeEmpty
                        onStore={(seed) => patch(entry, { seed })}
                      />
                    </td>
                    {labels.length > 0 ? (
                      <td>
                        <Select
                          aria-label={`Category of ${name}`}
                          value={entry.category}
                          data={labels}
                          onChange={(category) => patch(entry, { category })}
                        />
                      </td>
                    ) : null}
                    <td>
                      <IconButton label={`Delete ${name}`} onClick={() => remove(entry)}>
                        <IconTrash size={16} stroke={1.6} aria-hidden="true" />
                      </IconButton>
                    </td>
                  </tr>
                );
              })}
              {to < shown.length ? (
                <tr style={{ height: (shown.length - to) * ROW }}>
                  <td colSpan={5} />
                </tr>
              ) : null}
            </tbody>
          </table>
        </div>
      )}
    </SetupSection>
  );
}
