import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { takeAlternative } from '../../state/tournaments';
import { Dot, QuietButton, SecondaryButton } from '../../ui';
import { perform } from './perform';
import type { TournamentView } from './tournament-view';
import classes from './warning-list.module.css';
import { type WarningLine, warningLines } from './warning-words';

interface WarningListProps {
  readonly view: TournamentView;
  readonly onSelect: (match: string) => void;
}

const SHOWN = 8;

/** What is not fine, each with the legal way out, one press away. */
export function WarningList({ view, onSelect }: WarningListProps) {
  const [all, setAll] = useState(false);
  const lines = warningLines(view);
  const shown = all ? lines : lines.slice(0, SHOWN);
  return (
    <section className={classes.panel} aria-label="Neutrality and rest">
      <header className={classes.head}>
        <h2>Neutrality and rest</h2>
        <span>{lines.length}</span>
      </header>
      {lines.length === 0 ? (
        <p className={classes.fine}>Every umpire is neutral, and everybody has the rest.</p>
      ) : (
        <ul className={classes.list}>
          {shown.map((line) => (
            <Line key={line.key} view={view} line={line} onSelect={onSelect} />
          ))}
        </ul>
      )}
      {lines.length > shown.length ? (
        <QuietButton onClick={() => setAll(true)}>{`Show all ${lines.length}`}</QuietButton>
      ) : null}
    </section>
  );
}

interface LineProps extends WarningListProps {
  readonly line: WarningLine;
}

export function Line({ view, line, onSelect }: LineProps) {
  const { warning, action } = line;
  return (
    <li className={classes.line}>
      <Dot tone={line.tone} label={line.tone === 'bad' ? 'Clash' : 'Warning'} />
      <div className={classes.text}>
        {line.match === '' ? (
          <span className={classes.title}>{line.title}</span>
        ) : (
          <button type="button" className={classes.title} onClick={() => onSelect(line.match)}>
            {line.title}
          </button>
        )}
        <p>{line.message}</p>
        {warning && action ? (
          <SecondaryButton
            className={classes.action}
            leftSection={<IconArrowsExchange size={14} stroke={1.6} />}
            onClick={() => void perform(view, takeAlternative(view.document.id, warning), `${line.title}: ${action}`)}
          >
            {action}
          </SecondaryButton>
        ) : null}
      </div>
    </li>
  );
}
