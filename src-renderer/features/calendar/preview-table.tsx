import { Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { PreviewRow } from '../../state/planning';
import { QuietButton } from '../../ui';
import { previewEntries } from './preview-entries';
import { PreviewRowLine } from './preview-row';
import { PreviewSeries } from './preview-series';
import classes from './preview-table.module.css';

interface PreviewTableProps {
  readonly rows: readonly PreviewRow[];
  /** Keys of rows that will not be applied. */
  readonly left: ReadonlySet<string>;
  readonly onToggle: (keys: readonly string[], on: boolean) => void;
  /** Of the row that is looked at. */
  readonly shownKey: string | null;
  readonly onPoint: (row: PreviewRow) => void;
  readonly onSelect: (row: PreviewRow) => void;
}

const GROUPS = [
  { kind: 'moved', title: 'Moved' },
  { kind: 'new', title: 'New' },
  { kind: 'unplaced', title: 'No longer placed' },
] as const;

export function PreviewTable({ rows, left, onToggle, shownKey, onPoint, onSelect }: PreviewTableProps) {
  const groups = useMemo(
    () => GROUPS.map(({ kind, title }) => ({ kind, title, rows: rows.filter((row) => row.kind === kind) })),
    [rows],
  );
  return (
    <table className={classes.table}>
      <colgroup>
        <col className={classes.tick} />
        <col />
        <col className={classes.before} />
        <col className={classes.arrow} />
        <col className={classes.after} />
        <col className={classes.reason} />
        <col className={classes.slack} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <Checkbox
              aria-label="All changes"
              checked={left.size === 0}
              indeterminate={left.size > 0 && left.size < rows.length}
              onChange={(event) =>
                onToggle(
                  rows.map((row) => row.key),
                  event.currentTarget.checked,
                )
              }
            />
          </th>
          <th scope="col">Item</th>
          <th scope="col" colSpan={2}>
            Before
          </th>
          <th scope="col">After</th>
          <th scope="col">Reason</th>
          <th scope="col">Slack after</th>
        </tr>
      </thead>
      {groups.map((group) =>
        group.rows.length === 0 ? null : (
          <PreviewGroup
            key={group.kind}
            title={group.title}
            rows={group.rows}
            left={left}
            shownKey={shownKey}
            onToggle={onToggle}
            onPoint={onPoint}
            onSelect={onSelect}
          />
        ),
      )}
    </table>
  );
}

/** Lines shown of a group before it is asked for more. */
const FIRST_LINES = 60;
const MORE_LINES = 200;

function PreviewGroup({
  title,
  rows,
  left,
  shownKey,
  onToggle,
  onPoint,
  onSelect,
}: PreviewTableProps & { readonly title: string }) {
  const [shown, setShown] = useState(FIRST_LINES);
  const entries = useMemo(() => previewEntries(rows), [rows]);
  const more = entries.length - shown;
  return (
    <tbody>
      <tr className={classes.group}>
        <th scope="rowgroup" colSpan={7}>
          {title} <span>{rows.length}</span>
        </th>
      </tr>
      {entries
        .slice(0, shown)
        .map((entry) =>
          entry.kind === 'series' ? (
            <PreviewSeries
              key={entry.id}
              title={entry.title}
              rows={entry.rows}
              left={left}
              shownKey={shownKey}
              onToggle={onToggle}
              onPoint={onPoint}
              onSelect={onSelect}
            />
          ) : (
            <PreviewRowLine
              key={entry.row.key}
              row={entry.row}
              kept={!left.has(entry.row.key)}
              shown={shownKey === entry.row.key}
              onToggle={onToggle}
              onPoint={onPoint}
              onSelect={onSelect}
            />
          ),
        )}
      {more > 0 ? (
        <tr>
          <td colSpan={7}>
            <QuietButton onClick={() => setShown(shown + MORE_LINES)}>
              {`Show ${Math.min(more, MORE_LINES)} more of ${more}`}
            </QuietButton>
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}
