import {
  IconArrowRight,
  IconArrowsMinimize,
  IconCalendarEvent,
  IconCalendarMinus,
  IconClock,
  IconLeaf,
  IconTargetArrow,
  type TablerIcon,
} from '@tabler/icons-react';
import classes from './choice-list.module.css';
import { typeset } from './typeset';

const ICONS = {
  clock: IconClock,
  shrink: IconArrowsMinimize,
  day: IconCalendarEvent,
  leaf: IconLeaf,
  target: IconTargetArrow,
  less: IconCalendarMinus,
} as const satisfies Record<string, TablerIcon>;

export interface Choice {
  readonly key: string;
  readonly icon: keyof typeof ICONS;
  readonly title: string;
  readonly detail: string;
  readonly onChoose: () => void;
}

/** Ways out, each one click: what it does, why, and an arrow. */
export function ChoiceList({ choices, label }: { readonly choices: readonly Choice[]; readonly label: string }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {choices.map(({ key, icon, title, detail, onChoose }) => {
        const Icon = ICONS[icon];
        return (
          <li key={key}>
            <button type="button" className={classes.choice} onClick={onChoose}>
              <Icon size={16} stroke={1.6} aria-hidden="true" />
              <span className={classes.words}>
                <span className={classes.title}>{title}</span>
                <span className={classes.detail}>{typeset(detail)}</span>
              </span>
              <IconArrowRight size={14} stroke={1.6} aria-hidden="true" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
