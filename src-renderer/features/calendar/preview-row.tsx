import { Checkbox } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { memo } from 'react';
import type { PreviewRow } from '../../state/planning';
import { useWorkspace } from '../../state/workspace';
import { asFragment, Dot } from '../../ui';
import classes from './preview-table.module.css';
import { shortMoment, slackAfter } from './preview-words';

interface PreviewRowLineProps {
  readonly row: PreviewRow;
  readonly kept: boolean;
  readonly shown: boolean;
  readonly onToggle: (keys: readonly string[], on: boolean) => void;
  readonly onPoint: (row: PreviewRow) => void;
  readonly onSelect: (row: PreviewRow) => void;
}

const SLACK_TONES = { ample: 'good', tight: 'warn', late: 'bad' } as const;

/** Drawn anew only when it changes: pointing at one of a thousand rows must not redraw the others. */
export const PreviewRowLine = memo(function PreviewRowLine({
  row,
  kept,
  shown,
  onToggle,
  onPoint,
  onSelect,
}: PreviewRowLineProps) {
  const slack = slackAfter(row);
  return (
    <tr
      className={classes.row}
      data-left={!kept || undefined}
      data-pointed={shown || undefined}
      onPointerEnter={() => onPoint(row)}
      onPointerDown={() => onSelect(row)}
      onFocus={() => onSelect(row)}
    >
      <td>
        <Checkbox
          aria-label={`Apply ${row.title}`}
          checked={kept}
          onChange={(event) => onToggle([row.key], event.currentTarget.checked)}
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
        {asFragment(row.reason)}
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
});

export function Moment({ at, none }: { readonly at: PreviewRow['after']; readonly none: string }) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  if (at === null) return none;
  const { day, time } = shortMoment(zone, at);
  return (
    <span className={classes.moment}>
      <span>{day}</span> <span>{time}</span>
    </span>
  );
}
