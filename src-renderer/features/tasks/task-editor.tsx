import { useState } from 'react';
import type { Task } from '#shared/tasks/task';
import { announce } from '../../state/announce';
import { closeEditor, type EditorTarget, useEditor } from '../../state/editor';
import { runEdit } from '../../state/run-edit';
import { saveTask } from '../../state/save-task';
import { useWorkspace, workspaceNow } from '../../state/workspace';
import { EditorForm, EditorPanel } from '../../ui';
import { deleteTasks, skipToNext } from './task-actions';
import { TaskFields } from './task-fields';
import { readTaskForm, type TaskForm, type TaskFormProblems, taskFormOf, waitsFor } from './task-form';

/** The panel for one task, new or known. The shell mounts it while the editor's target is a task. */
export function TaskEditor() {
  const target = useEditor();
  return (
    <EditorPanel
      opened={target?.kind === 'task'}
      label={target?.id == null ? 'New task' : 'Task'}
      onClose={closeEditor}
    >
      {target?.kind === 'task' ? <TaskEditorForm key={target.id ?? 'new'} target={target} /> : null}
    </EditorPanel>
  );
}

function TaskEditorForm({ target }: { readonly target: Extract<EditorTarget, { kind: 'task' }> }) {
  const { tasks, projects, zone } = useWorkspace((state) => ({
    tasks: state.tasks,
    projects: state.projects,
    zone: state.settings.timeZone,
  }));
  const known = target.id === null ? null : (tasks.find((task) => task.id === target.id) ?? null);
  const [form, setForm] = useState<TaskForm>(() => initialForm(known, target));
  const [problems, setProblems] = useState<TaskFormProblems>({});

  const save = async () => {
    const read = readTaskForm(form, zone, (id) => known !== null && waitsFor(tasks, id, known.id));
    if (!read.ok) {
      setProblems(read.error);
      announce(Object.values(read.error).join(' '), 'assertive');
      return;
    }
    const options = { id: known?.id ?? null, projectName: read.value.projectName };
    if (await runEdit(saveTask(read.value.draft, options))) {
      announce(`${read.value.draft.title} is saved`);
      closeEditor();
    }
  };
  const remove = known
    ? () => {
        closeEditor();
        void deleteTasks([known]);
      }
    : undefined;
  const skip = known?.repeat
    ? () => {
        closeEditor();
        void skipToNext(known);
      }
    : undefined;
  return (
    <EditorForm
      title={known ? 'Task' : 'New task'}
      saveLabel={known ? 'Save' : 'Add task'}
      onSave={() => void save()}
      onCancel={closeEditor}
      onDelete={remove}
    >
      <TaskFields
        form={form}
        problems={problems}
        projects={projects.map((project) => project.name)}
        others={tasks.filter((task) => task.id !== known?.id)}
        onSkip={skip}
        onChange={(patch) => {
          setForm({ ...form, ...patch });
          setProblems(without(problems, Object.keys(patch)));
        }}
      />
    </EditorForm>
  );
}

function initialForm(known: Task | null, target: Extract<EditorTarget, { kind: 'task' }>): TaskForm {
  const state = workspaceNow();
  const source = known ?? target.draft ?? {};
  const project = state.projects.find((one) => one.id === source.projectId);
  return taskFormOf(source, project?.name ?? '', state.settings.timeZone);
}

function without(problems: TaskFormProblems, fields: readonly string[]): TaskFormProblems {
  return Object.fromEntries(Object.entries(problems).filter(([field]) => !fields.includes(field)));
}
