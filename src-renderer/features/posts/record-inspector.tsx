import { useState } from 'react';
import type { PerformanceRecord } from '#shared/posts/nouns/performance-record';
import { recordPerformance, removePerformance } from '../../state/posts/edit-performance';
import { runEdit } from '../../state/run-edit';
import { useWorkspace } from '../../state/workspace';
import { SecondaryButton, SidePanel } from '../../ui';
import { FiguresFields } from './figures-fields';
import { Facts } from './panel-part';
import { PlatformGlyph } from './platform-glyph';
import classes from './post-inspector.module.css';
import { recordFacts } from './record-facts';

interface RecordInspectorProps {
  readonly record: PerformanceRecord;
  readonly platformName: string;
  readonly onClose: () => void;
}

/** A post of the history that is none of the queue's: its figures. */
export function RecordInspector({ record, platformName, onClose }: RecordInspectorProps) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  const [recording, setRecording] = useState(false);
  const title = typeof record.title === 'string' && record.title !== '' ? record.title : 'Earlier post';
  const remove = async () => {
    if (record.id === undefined) return;
    if (await runEdit(removePerformance([record.id]), 'Deleted the record')) onClose();
  };
  return (
    <SidePanel
      label={`Details of ${title}`}
      kind={
        <>
          <PlatformGlyph platform={record.platform} />
          {platformName}
        </>
      }
      title={title}
      onClose={onClose}
    >
      <Facts facts={recordFacts(record, zone)} />
      <div className={classes.actions}>
        <SecondaryButton onClick={() => setRecording(true)}>Edit figures</SecondaryButton>
        <SecondaryButton onClick={() => void remove()}>Delete record</SecondaryButton>
      </div>
      {recording ? (
        <FiguresFields
          record={record}
          onCancel={() => setRecording(false)}
          onSave={(figures) => runEdit(recordPerformance({ ...record, ...figures }), 'Recorded the figures')}
        />
      ) : null}
    </SidePanel>
  );
}
