import { Checkbox } from '@mantine/core';
import { IconArrowRight, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { PreviewRow } from '../../state/planning';
import { Dot } from '../../ui';
import { Moment, PreviewRowLine } from './preview-row';
import classes from './preview-table.module.css';

interface PreviewSeriesProps {
  readonly title: string;
  /** The new days of one habit, by time; at least one. */
  readonly rows: readonly PreviewRow[];
  readonly left: ReadonlySet<string>;
  /** Of the row that is looked at. */
  readonly shownKey: string | null;
  readonly onToggle: (keys: readonly string[], on: boolean) => void;
  readonly onPoint: (row: PreviewRow) => void;
  readonly onSelect: (row: PreviewRow) => void;
}

/** The new days of a habit as one line that opens. */
export function PreviewSeries({ title, rows, left, shownKey, onToggle, onPoint, onSelect }: PreviewSeriesProps) {
  const [open, setOpen] = useState(false);
  const first = rows[0]!;
  const leftOut = rows.filter((row) => left.has(row.key)).length;
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <>
      <tr
        className={classes.row}
        data-left={leftOut === rows.length || undefined}
        onPointerEnter={() => onPoint(first)}
        onPointerDown={() => onSelect(first)}
        onFocus={() => onSelect(first)}
      >
        <td>
          <Checkbox
            aria-label={`Apply all ${rows.length} days of ${title}`}
            checked={leftOut === 0}
            indeterminate={leftOut > 0 && leftOut < rows.length}
            onChange={(event) =>
              onToggle(
                rows.map((row) => row.key),
                event.currentTarget.checked,
              )
            }
          />
        </td>
        <th scope="row" className={classes.item}>
          <button type="button" className={classes.open} aria-expanded={open} onClick={() => setOpen(!open)}>
            <Dot tone={first.demandKind} square />
            <span className={classes.title}>{title}</span>
            <span className={classes.project}>{`${rows.length} days`}</span>
            <Chevron size={14} stroke={1.6} aria-hidden="true" />
          </button>
        </th>
        <td className={classes.was}>Not planned</td>
        <td className={classes.to}>
          <IconArrowRight size={14} stroke={1.6} aria-label="to" />
        </td>
        <td className={classes.is}>
          <Moment at={first.after} none="" />
        </td>
        <td className={classes.why}>First of its due days</td>
        <td />
      </tr>
      {open
        ? rows.map((row) => (
            <PreviewRowLine
              key={row.key}
              row={row}
              kept={!left.has(row.key)}
              shown={shownKey === row.key}
              onToggle={onToggle}
              onPoint={onPoint}
              onSelect={onSelect}
            />
          ))
        : null}
    </>
  );
}
