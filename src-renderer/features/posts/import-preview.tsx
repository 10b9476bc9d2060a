import { storedInstant } from '#shared/engine/epoch-minute';
import { dayAt } from '#shared/time/zone';
import type { ImportedPerformance } from '../../state/posts/performance-import';
import { useWorkspace } from '../../state/workspace';
import { counted, formatDayShort, formatMoment } from '../../ui';
import { FIGURES } from './figures-form';
import classes from './import-dialog.module.css';

const SHOWN_RECORDS = 8;
const SHOWN_PROBLEMS = 100;

/** The first posts as they were understood, and every loss by its line. */
export function ImportPreview({ read }: { readonly read: ImportedPerformance }) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  const figures = FIGURES.filter(([name]) => read.records.some((record) => record[name] !== null));
  return (
    <>
      {read.records.length === 0 ? (
        <p className={classes.none}>No row could be read.</p>
      ) : (
        <div className={classes.scroller}>
          <table className={classes.table} aria-label="The first posts">
            <thead>
              <tr>
                <th scope="col">Posted</th>
                <th scope="col">Title</th>
                {figures.map(([name, label]) => (
                  <th key={name} scope="col" className={classes.number}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {read.records.slice(0, SHOWN_RECORDS).map((record) => {
                const at = storedInstant(record.postedAt);
                return (
                  <tr key={record.externalId ?? `${record.postedAt} ${record.title}`}>
                    <td>{record.hourKnown ? formatMoment(zone, at) : formatDayShort(dayAt(zone, at))}</td>
                    <td className={classes.title}>{typeof record.title === 'string' ? record.title : ''}</td>
                    {figures.map(([name]) => (
                      <td key={name} className={classes.number}>
                        {figure(name, record[name])}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {read.problems.length === 0 ? null : (
        <details className={classes.problems}>
          <summary>{`${counted(read.problems.length, 'cell')} could not be read`}</summary>
          <ul>
            {read.problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
              <li key={`${problem.line} ${problem.column}`}>
                <b>{`Line ${problem.line.toLocaleString('en')}, ${problem.column}`}</b>
                {` is “${problem.value}”: ${problem.message}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function figure(name: (typeof FIGURES)[number][0], value: number | null): string {
  if (value === null) return '–';
  return name === 'engagementRate' ? `${(100 * value).toFixed(1)}` : value.toLocaleString('en');
}
