import { useState } from 'react';
import { announce } from '../../state/announce';
import { savePlatform } from '../../state/posts/edit-rules';
import { usePlatforms } from '../../state/posts/posts-file';
import { runEdit } from '../../state/run-edit';
import { EditorForm, EditorPanel } from '../../ui';
import { PlatformFields } from './platform-fields';
import { platformFormOf, readPlatformForm } from './platform-form';

interface NewPlatformPanelProps {
  readonly opened: boolean;
  /** With the platform that was added. */
  readonly onAdded: (id: string) => void;
  readonly onClose: () => void;
}

/** A platform nobody thought of: its name, its gap and its content types are all it takes. */
export function NewPlatformPanel({ opened, onAdded, onClose }: NewPlatformPanelProps) {
  return (
    <EditorPanel opened={opened} label="New platform" onClose={onClose}>
      {opened ? <NewPlatformForm onAdded={onAdded} onClose={onClose} /> : null}
    </EditorPanel>
  );
}

function NewPlatformForm({ onAdded, onClose }: Omit<NewPlatformPanelProps, 'opened'>) {
  const platforms = usePlatforms();
  const [form, setForm] = useState(() => platformFormOf(null));
  const [showProblems, setShowProblems] = useState(false);
  const read = readPlatformForm(form, null, platforms);
  const save = async () => {
    if (!read.ok) {
      setShowProblems(true);
      announce(Object.values(read.error).join(' '), 'assertive');
      return;
    }
    if (!(await runEdit(savePlatform(read.value), `Added ${read.value.name}`))) return;
    onAdded(read.value.id);
    onClose();
  };
  return (
    <EditorForm title="New platform" saveLabel="Add platform" onSave={() => void save()} onCancel={onClose}>
      <PlatformFields
        form={form}
        problems={showProblems && !read.ok ? read.error : {}}
        onChange={(patch) => setForm({ ...form, ...patch })}
      />
    </EditorForm>
  );
}
