import { Drawer } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { announce } from '../../state/announce';
import { addHabit, updateHabit } from '../../state/edit';
import { closeEditor, type EditorTarget, useEditor } from '../../state/editor';
import { runEdit } from '../../state/run-edit';
import { useWorkspace } from '../../state/workspace';
import { PrimaryButton, QuietButton, SecondaryButton } from '../../ui';
import { deleteHabit } from './habit-actions';
import classes from './habit-editor.module.css';
import { HabitFields } from './habit-fields';
import { type HabitForm, type HabitFormProblems, habitFormOf, readHabitForm } from './habit-form';

/** The panel for one habit, new or known. The shell mounts it while the editor's target is a habit. */
export function HabitEditor() {
  const target = useEditor();
  return (
    <Drawer
      opened={target?.kind === 'habit'}
      onClose={closeEditor}
      position="right"
      size={420}
      withCloseButton={false}
      padding={0}
      overlayProps={{ backgroundOpacity: 0.18 }}
      aria-label={target?.id == null ? 'New habit' : 'Habit'}
      classNames={{ content: classes.drawer ?? '', body: classes.body ?? '' }}
    >
      {target?.kind === 'habit' ? <HabitEditorForm key={target.id ?? 'new'} target={target} /> : null}
    </Drawer>
  );
}

function HabitEditorForm({ target }: { readonly target: Extract<EditorTarget, { kind: 'habit' }> }) {
  const habits = useWorkspace((state) => state.habits);
  const known = target.id === null ? null : (habits.find((habit) => habit.id === target.id) ?? null);
  const [form, setForm] = useState<HabitForm>(() => habitFormOf(known ?? target.draft ?? {}));
  const [problems, setProblems] = useState<HabitFormProblems>({});

  const save = async () => {
    const read = readHabitForm(form);
    if (!read.ok) {
      setProblems(read.error);
      announce(Object.values(read.error).join(' '), 'assertive');
      return;
    }
    if (await runEdit(known ? updateHabit(known.id, read.value) : addHabit(read.value))) {
      announce(`${read.value.title} is saved`);
      closeEditor();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  return (
    <form
      className={classes.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <header className={classes.header}>
        <h2>{known ? 'Habit' : 'New habit'}</h2>
      </header>
      <div className={classes.fields}>
        <HabitFields
          form={form}
          problems={problems}
          isNew={known === null}
          onChange={(patch) => {
            setForm({ ...form, ...patch });
            setProblems(Object.fromEntries(Object.entries(problems).filter(([field]) => !(field in patch))));
          }}
        />
      </div>
      <footer className={classes.footer}>
        {known ? (
          <QuietButton
            onClick={() => {
              closeEditor();
              deleteHabit(known);
            }}
          >
            Delete
          </QuietButton>
        ) : null}
        <span className={classes.gap} />
        <SecondaryButton onClick={closeEditor}>Cancel</SecondaryButton>
        <PrimaryButton type="submit" shortcut="Ctrl Enter" aria-keyshortcuts="Control+Enter">
          {known ? 'Save' : 'Add habit'}
        </PrimaryButton>
      </footer>
    </form>
  );
}
