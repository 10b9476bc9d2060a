import { useState } from 'react';
import type { Result } from '#shared/base/result';
import type { Habit } from '#shared/habits/habit';
import { announce } from '../../state/announce';
import { addHabit, type HabitDraft, setHabitStatus, updateHabit } from '../../state/edit';
import { closeEditor, type EditorTarget, useEditor } from '../../state/editor';
import { refreshHabitDays } from '../../state/habit-day';
import { inBackground } from '../../state/in-background';
import { today } from '../../state/navigation';
import { runEdit } from '../../state/run-edit';
import { useWorkspace } from '../../state/workspace';
import { EditorForm, EditorPanel } from '../../ui';
import { deleteHabit } from './habit-actions';
import { HabitFields } from './habit-fields';
import { type HabitForm, type HabitFormProblems, habitFormOf, readHabitForm } from './habit-form';
import { HabitPreview } from './habit-preview';

/** The panel for one habit, new or known. The shell mounts it while the editor's target is a habit. */
export function HabitEditor() {
  const target = useEditor();
  return (
    <EditorPanel
      opened={target?.kind === 'habit'}
      label={target?.id == null ? 'New habit' : 'Habit'}
      onClose={closeEditor}
    >
      {target?.kind === 'habit' ? <HabitEditorForm key={target.id ?? 'new'} target={target} /> : null}
    </EditorPanel>
  );
}

function HabitEditorForm({ target }: { readonly target: Extract<EditorTarget, { kind: 'habit' }> }) {
  const habits = useWorkspace((state) => state.habits);
  const known = target.id === null ? null : (habits.find((habit) => habit.id === target.id) ?? null);
  const [form, setForm] = useState<HabitForm>(() => habitFormOf(known ?? target.draft ?? {}, today()));
  const [problems, setProblems] = useState<HabitFormProblems>({});

  const save = async () => {
    const read = readHabitForm(form);
    if (!read.ok) {
      setProblems(read.error);
      announce(Object.values(read.error).join(' '), 'assertive');
      return;
    }
    if (await runEdit(known ? saveHabit(known, read.value) : addHabit(read.value))) {
      inBackground(refreshHabitDays());
      announce(`${read.value.title} is saved`);
      closeEditor();
    }
  };
  const remove = known
    ? () => {
        closeEditor();
        deleteHabit(known);
      }
    : undefined;
  return (
    <EditorForm
      title={known ? 'Habit' : 'New habit'}
      saveLabel={known ? 'Save' : 'Add habit'}
      onSave={() => void save()}
      onCancel={closeEditor}
      onDelete={remove}
    >
      <HabitFields
        form={form}
        problems={problems}
        isNew={known === null}
        onChange={(patch) => {
          setForm({ ...form, ...patch });
          setProblems(Object.fromEntries(Object.entries(problems).filter(([field]) => !(field in patch))));
        }}
      />
      <HabitPreview form={form} known={known} />
    </EditorForm>
  );
}

/** A change of status keeps the record of pauses, so it goes its own way. */
async function saveHabit(known: Habit, draft: HabitDraft): Promise<Result<void, string>> {
  const { status, ...rest } = draft;
  const saved = await updateHabit(known.id, rest);
  return saved.ok && status && status !== known.status ? setHabitStatus(known.id, status) : saved;
}
