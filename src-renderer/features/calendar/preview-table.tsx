import { Checkbox } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { PreviewRow } from '../../state/planning';
import { useWorkspace } from '../../state/workspace';
import { Dot } from '../../ui';
import classes from './preview-table.module.css';
import { shortMoment, slackAfter } from './preview-words';

interface PreviewTableProps {
  readonly rows: readonly PreviewRow[];
  /** Keys of rows that will not be applied. */
  readonly left: ReadonlySet<string>;
  readonly onToggle: (keys: readonly string[], on: boolean) => void;
  readonly pointed: PreviewRow | null;
  readonly onPoint: (row: PreviewRow) => void;
}

const GROUPS = [
  { kind: 'moved', title: 'Moved' },
  { kind: 'new', title: 'New' },
  { kind: 'unplaced', title: 'No longer placed' },
] as const;

export function PreviewTable({ rows, left, onToggle, pointed, onPoint }: PreviewTableProps) {
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
      {GROUPS.map(({ kind, title }) => {
        const group = rows.filter((row) => row.kind === kind);
        return group.length === 0 ? null : (
          <tbody key={kind}>
            <tr className={classes.group}>
              <th scope="rowgroup" colSpan={7}>
                {title} <span>{group.length}</span>
              </th>
            </tr>
            {group.map((row) => (
              <Row
                key={row.key}
                row={row}
                kept={!left.has(row.key)}
                pointed={pointed?.key === row.key}
                onToggle={(on) => onToggle([row.key], on)}
                onPoint={() => onPoint(row)}
              />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

interface RowProps {
  readonly row: PreviewRow;
  readonly kept: boolean;
  readonly pointed: boolean;
  readonly onToggle: (on: boolean) => void;
  readonly onPoint: () => void;
}

const SLACK_TONES = { ample: 'good', tight: 'warn', late: 'bad' } as const;

function Row({ row, kept, pointed, onToggle, onPoint }: RowProps) {
  const slack = slackAfter(row);
  return (
    <tr
      className={classes.row}
      data-left={!kept || undefined}
      data-pointed={pointed || undefined}
      onPointerEnter={onPoint}
      onFocus={onPoint}
    >
      <td>
        <Checkbox
          aria-label={`Apply ${row.title}`}
          checked={kept}
          onChange={(event) => onToggle(event.currentTarget.checked)}
        />
      </td>
      <th scope="row" className={classes.item}>
        <Dot tone={row.demandKind} square />
        <span className={classes.title}>{row.title}</span>
        <span className={classes.project}>{row.projectName ?? (row.demandKind === 'habit' ? 'Habit' : '')}</span>
      </th>
      <td className={classes.was}>
        <Moment at={row.before} none="Not planned" />
      </td>
      <td className={classes.to}>
        <IconArrowRight size={14} stroke={1.6} aria-label="to" />
      </td>
      <td className={classes.is} data-lost={row.after === null || undefined}>
        <Moment at={row.after} none="To place" />
      </td>
      <td className={classes.why} title={row.reason}>
        {row.reason}
      </td>
      <td className={classes.spare}>
        {slack && row.slack !== 'none' ? (
          <span data-late={row.slack === 'late' || undefined}>
            <Dot tone={SLACK_TONES[row.slack]} />
            {slack}
          </span>
        ) : null}
      </td>
    </tr>
  );
}

function Moment({ at, none }: { readonly at: PreviewRow['after']; readonly none: string }) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  if (at === null) return none;
  const { day, time } = shortMoment(zone, at);
  return (
    <span className={classes.moment}>
      <span>{day}</span> <span>{time}</span>
    </span>
  );
}
