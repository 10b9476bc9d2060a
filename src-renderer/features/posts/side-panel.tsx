import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui';
import classes from './side-panel.module.css';

interface SidePanelProps {
  readonly label: string;
  /** The line above the title. */
  readonly kind: ReactNode;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The inspector of this screen: one post, or what lies behind a figure. */
export function SidePanel({ label, kind, title, onClose, children }: SidePanelProps) {
  return (
    <aside className={classes.panel} aria-label={label} data-region="inspector">
      <div className={classes.top}>
        <span className={classes.kind}>{kind}</span>
        <IconButton label="Close" shortcut="Esc" onClick={onClose}>
          <IconX size={16} stroke={1.6} aria-hidden="true" />
        </IconButton>
      </div>
      <h2 className={classes.title}>{title}</h2>
      {children}
    </aside>
  );
}

/** A part of the panel under its own small heading. */
export function PanelPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
