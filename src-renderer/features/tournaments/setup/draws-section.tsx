import { Menu, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Category, DrawOptions, DrawType } from '#shared/tournaments/document';
import { changeTournament, drawTournamentAgain } from '../../../state/tournaments';
import { IconButton, QuietButton, SecondaryButton } from '../../../ui';
import { perform, performWithUndo } from '../perform';
import type { TournamentView } from '../tournament-view';
import { DrawOptionFields } from './draw-option-fields';
import { NumberField, TextField } from './fields';
import { FORMATS } from './formats';
import classes from './setup.module.css';
import { SetupSection } from './setup-section';

/** How every category is drawn. A tournament without categories is one draw. */
export function DrawsSection({ view }: { readonly view: TournamentView }) {
  const { document, categories } = view;
  const { id } = document;
  const listed: readonly Category[] =
    document.categories.length > 0
      ? document.categories
      : categories
          .filter((one) => one.id !== null)
          .map((one) => ({ id: one.id!, name: one.name, type: one.type, matchMinutes: null }));
  const store = (next: readonly Category[]) => void perform(view, changeTournament(id, { categories: [...next] }));
  const patch = (at: number, fields: Partial<Category>) =>
    store(listed.map((one, index) => (index === at ? { ...one, ...fields } : one)));
  const single = listed.length === 0;
  const addCategory = () => {
    const next = { id: freeLabel(listed), name: 'New category', type: document.type, matchMinutes: null };
    store([...listed, next]);
  };
  const isLoose = document.participants.some(({ category }) => category === null);
  return (
    <SetupSection
      title="Draws"
      note={single ? 'One draw for everybody' : `${categories.length} categories`}
      action={
        <>
          {view.state.matches.length === 0 ? null : (
            <Menu position="bottom-end">
              <Menu.Target>
                <QuietButton>Draw again</QuietButton>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => void performWithUndo(drawTournamentAgain(id), 'Drawn again')}>
                  In the order of the list
                </Menu.Item>
                <Menu.Item onClick={() => void performWithUndo(drawTournamentAgain(id, true), 'Drawn by lot')}>
                  By lot, seeds where they belong
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
          <SecondaryButton
            leftSection={<IconPlus size={14} stroke={1.6} />}
            disabled={isLoose}
            title={isLoose ? 'Give every entry a category first.' : undefined}
            onClick={addCategory}
          >
            Add category
          </SecondaryButton>
        </>
      }
    >
      {single ? (
        <div className={classes.drawRow}>
          <FormatSelect value={document.type} onChange={(type) => void perform(view, changeTournament(id, { type }))} />
          <DrawOptionFields
            type={document.type}
            options={categories[0]?.draw ?? null}
            onChange={(draw) => void perform(view, changeTournament(id, { draw }))}
          />
        </div>
      ) : (
        <ul className={classes.cards}>
          {listed.map((category, index) => (
            <li key={category.id} className={classes.card}>
              <div className={classes.drawRow}>
                <span className={classes.code}>{category.id}</span>
                <TextField
                  label={`Name of ${category.id}`}
                  inColumn
                  value={category.name ?? category.id}
                  onStore={(name) => patch(index, { name })}
                />
                <FormatSelect value={category.type} onChange={(type) => patch(index, { type })} />
                <NumberField
                  label={`Minutes of a match in ${category.id}`}
                  inColumn
                  value={category.matchMinutes}
                  min={1}
                  max={1440}
                  mayBeEmpty
                  placeholder={`${document.matchMinutes} min`}
                  onStore={(matchMinutes) => patch(index, { matchMinutes })}
                />
                <IconButton
                  label={`Delete ${category.name ?? category.id}`}
                  disabled={document.participants.some((entry) => entry.category === category.id)}
                  onClick={() => store(listed.filter((one) => one !== category))}
                >
                  <IconTrash size={16} stroke={1.6} aria-hidden="true" />
                </IconButton>
              </div>
              <DrawOptionFields
                type={category.type}
                options={drawOf(view, category.id)}
                onChange={(draw) => patch(index, { draw })}
              />
            </li>
          ))}
        </ul>
      )}
    </SetupSection>
  );
}

interface FormatSelectProps {
  readonly value: DrawType;
  readonly onChange: (type: DrawType) => void;
}

function FormatSelect({ value, onChange }: FormatSelectProps) {
  return (
    <Select
      aria-label="Format"
      value={value}
      data={FORMATS.filter((format) => format.value !== 'given' || value === 'given')}
      onChange={(next) => {
        const format = FORMATS.find((one) => one.value === next);
        if (format) onChange(format.value);
      }}
    />
  );
}

function drawOf(view: TournamentView, category: string): DrawOptions | null {
  return view.categories.find(({ id }) => id === category)?.draw ?? null;
}

/** C1, C2, … */
function freeLabel(categories: readonly Category[]): string {
  const ids = new Set(categories.map(({ id }) => id));
  let number = 1;
  while (ids.has(`C${number}`)) number += 1;
  return `C${number}`;
}
