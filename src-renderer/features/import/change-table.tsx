import { Checkbox } from '@mantine/core';
import { IconArrowRight, IconMinus, IconPlus, IconPointFilled } from '@tabler/icons-react';
import { memo, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useNow } from '../../state/clock';
import type { ImportChange } from '../../state/import-diff';
import { type ImportFile, tickChanges } from '../../state/importing';
import { useWorkspace } from '../../state/workspace';
import { SecondaryButton, Segmented, Tick, useRowWindow } from '../../ui';
import classes from './change-table.module.css';
import { changeWords, type Moment } from './change-words';

const ROW_HEIGHT = 36;
const NO_CHANGES: readonly ImportChange[] = [];
type Filter = 'all' | ImportChange['kind'];

/** Every change of one file; each row can be unticked. Long lists draw only the rows in view. */
export function ChangeTable({ file }: { readonly file: ImportFile }) {
  const [filter, setFilter] = useState<Filter>('all');
  const zone = useWorkspace((state) => state.settings.timeZone);
  const now = useNow();
  const at = useMemo(() => ({ zone, now }), [zone, now]);
  const changes = file.diff?.changes ?? NO_CHANGES;
  const wanted = useMemo(
    () => (filter === 'all' ? changes : changes.filter((change) => change.kind === filter)),
    [changes, filter],
  );
  // The first rows of a new list are drawn in slices, between which the page answers.
  const shown = useDeferredValue(wanted, NO_CHANGES);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRowWindow(scroller, ROW_HEIGHT, shown.length);
  const keys = useMemo(() => shown.map((change) => change.key), [shown]);
  const ticked = useMemo(() => keys.filter((key) => file.ticked.has(key)).length, [keys, file.ticked]);
  return (
    <div className={classes.frame}>
      <div className={classes.filter} hidden={changes.length === 0}>
        <Segmented
          label="Show"
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'all', label: `All ${changes.length.toLocaleString('en')}` },
            { value: 'added', label: 'Added' },
            { value: 'updated', label: 'Updated' },
            { value: 'removed', label: 'Removed' },
          ]}
        />
        <span className={classes.hint}>{hintFor(file)}</span>
      </div>
      {wanted.length === 0 ? (
        <p className={classes.none}>{changes.length === 0 ? 'This file changes nothing.' : 'None of these.'}</p>
      ) : (
        <section className={classes.scroller} ref={scroller} aria-label="Changes">
          <table className={classes.table} aria-rowcount={shown.length + 1}>
            <thead>
              <tr aria-rowindex={1}>
                <th scope="col">
                  <Checkbox
                    aria-label="Import all of these"
                    checked={ticked === keys.length}
                    indeterminate={ticked > 0 && ticked < keys.length}
                    onChange={(event) => tickChanges(file.id, keys, event.currentTarget.checked)}
                  />
                </th>
                <th scope="col">Event</th>
                <th scope="col">Day</th>
                <th scope="col">What changes</th>
                <th scope="col">Detail</th>
              </tr>
            </thead>
            <tbody>
              {rows.from > 0 ? <Spacer rows={rows.from} /> : null}
              {shown.slice(rows.from, rows.to).map((change, index) => (
                <ChangeRow
                  key={change.key}
                  change={change}
                  at={at}
                  rowIndex={rows.from + index + 2}
                  ticked={file.ticked.has(change.key)}
                  fileId={file.id}
                />
              ))}
              {rows.to < shown.length ? <Spacer rows={shown.length - rows.to} /> : null}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

interface ChangeRowProps {
  readonly change: ImportChange;
  readonly at: Moment;
  readonly rowIndex: number;
  readonly ticked: boolean;
  readonly fileId: string;
}

const MARKS = {
  added: { icon: IconPlus, words: 'Added' },
  updated: { icon: IconPointFilled, words: 'Updated' },
  removed: { icon: IconMinus, words: 'Removed' },
} as const;

const ChangeRow = memo(function ChangeRow({ change, at, rowIndex, ticked, fileId }: ChangeRowProps) {
  const tick = (next: boolean) => tickChanges(fileId, [change.key], next);
  const words = changeWords(change, at);
  const mark = MARKS[change.kind];
  return (
    <tr className={classes.row} data-kind={change.kind} data-ticked={ticked} aria-rowindex={rowIndex}>
      <td>
        <Tick
          aria-label={`${mark.words}: ${change.title}`}
          checked={ticked}
          onChange={(event) => tick(event.currentTarget.checked)}
        />
      </td>
      <td className={classes.title} title={change.title}>
        <mark.icon size={12} stroke={2.4} aria-hidden="true" />
        <span>{change.title}</span>
      </td>
      <td title={words.day}>{words.day}</td>
      <td>
        <span className={classes.what}>
          {words.from === null ? null : (
            <>
              <span className={classes.from} title={words.from}>
                {words.from}
              </span>
              <IconArrowRight size={12} stroke={1.6} aria-label="becomes" />
            </>
          )}
          <span className={classes.to} data-new={words.from !== null || undefined} title={words.to}>
            {words.to}
          </span>
        </span>
      </td>
      <td className={classes.detail} title={words.detail}>
        <span>{ticked || change.kind === 'added' ? words.detail : 'Yours stays'}</span>
        {ticked && change.kind === 'updated' ? (
          <SecondaryButton className={classes.keep} tabIndex={-1} onClick={() => tick(false)}>
            Keep mine
          </SecondaryButton>
        ) : null}
      </td>
    </tr>
  );
});

function Spacer({ rows }: { readonly rows: number }) {
  return (
    <tr>
      <td colSpan={5} style={{ height: rows * ROW_HEIGHT, padding: 0 }} />
    </tr>
  );
}

/** Why removals begin unticked, and what was left as it is. */
function hintFor(file: ImportFile): string {
  const { diff } = file;
  if (!diff) return '';
  const removals = diff.counts.removed > 0;
  if (removals && !diff.isNewExport)
    return 'This looks like another part of the calendar, so nothing is removed unless you tick it';
  if (diff.older > 0) return `${diff.older} older than what you have stay as they are`;
  return '';
}
