import { Spotlight } from '@mantine/spotlight';
import type { TablerIcon } from '@tabler/icons-react';
import type { Calendar } from '#shared/calendar/event';
import { Dot, Kbd } from '../../ui';
import classes from './command-palette.module.css';
import { markHits } from './palette-search';

interface PaletteRowProps {
  readonly id: string;
  readonly selected: boolean;
  readonly query: string;
  readonly text: string;
  readonly detail: string;
  readonly keys?: readonly string[];
  readonly icon?: TablerIcon;
  readonly kind?: 'task' | 'habit' | 'event';
  readonly edge?: Calendar['color'] | null;
  readonly onRun: () => void;
}

export function PaletteRow({
  id,
  selected,
  query,
  text,
  detail,
  keys = [],
  icon: Icon,
  kind,
  edge,
  onRun,
}: PaletteRowProps) {
  // Spotlight keeps `id` to itself, and the field names its active option by it.
  return (
    <Spotlight.Action
      // Spotlight keeps `id` to itself, and the field names its active option by it.
      ref={(button) => button?.setAttribute('id', id)}
      role="option"
      aria-selected={selected}
      data-selected={selected || undefined}
      onClick={onRun}
    >
      <span className={classes.icon}>
        {Icon ? <Icon size={16} stroke={1.6} aria-hidden="true" /> : null}
        {kind === 'event' ? <span className={classes.edge} data-edge={edge} aria-hidden="true" /> : null}
        {kind && kind !== 'event' ? <Dot tone={kind} square /> : null}
      </span>
      <span className={classes.text}>
        {keyed(markHits(text, query)).map(({ key, part }) => (part.hit ? <b key={key}>{part.text}</b> : part.text))}
      </span>
      <span className={classes.detail}>{detail}</span>
      <span className={classes.keys}>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </span>
    </Spotlight.Action>
  );
}

/** Parts with where they begin, which tells equal parts of one text apart. */
function keyed<Part extends { readonly text: string }>(parts: readonly Part[]): { key: number; part: Part }[] {
  let at = 0;
  return parts.map((part) => {
    const key = at;
    at += part.text.length;
    return { key, part };
  });
}
