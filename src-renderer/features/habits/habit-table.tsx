import { IconFlame } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { Day } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { openEditor } from '../../state/editor';
import { Dot } from '../../ui';
import { Attempts } from './attempts';
import { HabitGlyph } from './habit-glyph';
import { HabitMenu } from './habit-menu';
import type { HabitRecord } from './habit-record';
import classes from './habit-table.module.css';
import { deltaWords, habitFacts, nextWords } from './habit-words';
import { StartStrip } from './start-strip';

interface HabitTableProps {
  readonly records: readonly HabitRecord[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly zone: ZoneId;
  readonly today: Day;
}

/** One row a habit; choosing one shows its year below. Enter opens the editor. */
export function HabitTable({ records, chosen, onChoose, zone, today }: HabitTableProps) {
  const onKeyDown = (index: number, id: string) => (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.key === 'Enter') openEditor({ kind: 'habit', id });
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = records[index + (event.key === 'ArrowDown' ? 1 : -1)];
      if (!next) return;
      onChoose(next.habit.id);
      event.currentTarget
        .closest('table')
        ?.querySelector<HTMLElement>(`[data-habit="${CSS.escape(next.habit.id)}"]`)
        ?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <table className={classes.table}>
      <thead>
        <tr className={classes.head}>
          <th scope="col">Habit</th>
          <th scope="col" className={classes.strength}>
            Strength
          </th>
          <th scope="col" className={classes.attempts}>
            Last 15 attempts
          </th>
          <th scope="col" className={classes.streak}>
            Streak
          </th>
          <th scope="col" className={classes.start}>
            Start against target
          </th>
          <th scope="col" className={classes.next}>
            Next
          </th>
          <th scope="col" className={classes.menu}>
            <span className="dw-visually-hidden">More</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {records.map((record, index) => (
          <tr key={record.habit.id} className={classes.row} data-selected={record.habit.id === chosen || undefined}>
            <td>
              <div className={classes.name}>
                <HabitGlyph title={record.habit.title} />
                <div className={classes.texts}>
                  <button
                    type="button"
                    className={classes.choose}
                    data-habit={record.habit.id}
                    aria-pressed={record.habit.id === chosen}
                    onClick={() => onChoose(record.habit.id)}
                    onDoubleClick={() => openEditor({ kind: 'habit', id: record.habit.id })}
                    onKeyDown={onKeyDown(index, record.habit.id)}
                  >
                    {record.habit.title}
                  </button>
                  {record.slipping ? <Dot tone="warn" label="Slipping" /> : null}
                  <div className={classes.facts}>{habitFacts(record.habit)}</div>
                </div>
              </div>
            </td>
            <td className={classes.strength}>
              <Strength value={record.strength} />
            </td>
            <td className={classes.attempts}>
              <Attempts recent={record.recent} />
            </td>
            <td className={classes.streak}>
              <span className={classes.flame} data-none={record.streak === 0 || undefined}>
                {record.streak}
                {record.streak > 0 ? <IconFlame size={14} stroke={1.6} aria-hidden="true" /> : null}
              </span>
            </td>
            <td className={classes.start}>
              <div className={classes.starts}>
                <StartStrip starts={record.starts} mean={record.meanDeltaMinutes} />
                {record.meanDeltaMinutes === null ? null : (
                  <span className={classes.delta} data-far={Math.abs(record.meanDeltaMinutes) >= 15 || undefined}>
                    {deltaWords(record.meanDeltaMinutes)}
                  </span>
                )}
              </div>
            </td>
            <td className={classes.next}>{nextWords(record.next, zone, today)}</td>
            <td className={classes.menu}>
              <HabitMenu habit={record.habit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Strength({ value }: { readonly value: number }) {
  const percent = Math.round(value * 100);
  return (
    <div className={classes.bar}>
      <span>{percent}%</span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.fill} style={{ width: `${percent}%` }} />
      </span>
    </div>
  );
}
