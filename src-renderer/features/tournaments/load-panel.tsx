import { memo } from 'react';
import type { Day } from '#shared/time/day';
import { Dot, formatTime } from '../../ui';
import classes from './load-panel.module.css';
import type { TournamentView } from './tournament-view';
import { type LoadCell, type UmpireLoad, umpireLoads } from './umpire-load';

interface LoadPanelProps {
  readonly view: TournamentView;
  readonly day: Day;
  readonly onSelect: (match: string) => void;
}

/** Who umpires when, wave by wave: an unfair share and a row without a pause are seen at once. */
export const LoadPanel = memo(function LoadPanel({ view, day, onSelect }: LoadPanelProps) {
  const table = umpireLoads(view, day);
  if (table.rows.length === 0) return null;
  const cap = table.cap === null ? '' : `, cap ${table.cap} matches`;
  return (
    <section className={classes.panel} aria-label="Umpire load">
      <header className={classes.head}>
        <h2>Umpire load</h2>
        <span>{`${table.waves} ${table.waves === 1 ? 'wave' : 'waves'}${cap}`}</span>
      </header>
      <ul className={classes.list}>
        {table.rows.map((row) => (
          <li key={row.umpire} className={classes.row}>
            <div className={classes.who}>
              <span className={classes.name}>
                <span>{row.isMe ? `${row.name}, you` : row.name}</span>
                {row.tone ? <Dot tone={row.tone} label={row.tone === 'bad' ? 'Not neutral' : 'Wants a look'} /> : null}
              </span>
              <small>{row.club}</small>
            </div>
            <LoadBar view={view} row={row} onSelect={onSelect} />
            <b data-over={(row.cap !== null && row.matches > row.cap) || undefined}>{row.matches}</b>
          </li>
        ))}
      </ul>
    </section>
  );
});

interface LoadBarProps {
  readonly view: TournamentView;
  readonly row: UmpireLoad;
  readonly onSelect: (match: string) => void;
}

export function LoadBar({ view, row, onSelect }: LoadBarProps) {
  return (
    <div
      className={classes.cells}
      data-many={row.cells.length > 10 || undefined}
      data-crowded={row.cells.length > 16 || undefined}
    >
      {row.cells.map((cell) => {
        const title = `${formatTime(view.zone, cell.start)} ${cellWords(view, cell)}`;
        return cell.match === null ? (
          <span
            key={cell.start}
            className={classes.cell}
            data-off={cell.isOffDuty || undefined}
            data-plays={cell.plays || undefined}
            data-gap={cell.afterPause || undefined}
            title={title}
          />
        ) : (
          <button
            key={cell.start}
            type="button"
            tabIndex={-1}
            className={classes.cell}
            data-busy
            data-gap={cell.afterPause || undefined}
            title={title}
            aria-label={title}
            onClick={() => onSelect(cell.match!)}
          />
        );
      })}
    </div>
  );
}

function cellWords(view: TournamentView, cell: LoadCell): string {
  if (cell.match !== null) return `match ${view.numberOf(cell.match)}`;
  return cell.isOffDuty ? 'off duty' : cell.plays ? 'plays' : 'free';
}
