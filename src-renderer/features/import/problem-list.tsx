import { CopyButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReportLine } from '#shared/calendar/imported';
import type { ImportFile } from '../../state/importing';
import { useWorkspace } from '../../state/workspace';
import { counted, Dot, QuietButton } from '../../ui';
import { OwnAddressesQuestion } from './own-addresses-question';
import classes from './problem-list.module.css';
import { ZoneProblem } from './zone-problem';

const ORDER = { needsYou: 0, leftOut: 1, repaired: 2 } as const;
const WORDS = { needsYou: 'Needs a look', leftOut: 'Left out', repaired: 'Repaired' } as const;
const SHOWN = 200;

/** What was odd in the file, by line: what needs a look first, then what was left out, then what was repaired. */
export function ProblemList({ file }: { readonly file: ImportFile }) {
  const question = useQuestion(file);
  const lines = [...(file.read?.report ?? [])].sort(
    (a, b) => ORDER[a.severity] - ORDER[b.severity] || (a.line ?? 0) - (b.line ?? 0),
  );
  // What became of a file that was not read stands beside it; here “None” would deny it.
  if (question === null && lines.length === 0 && (file.read === null || file.phase === 'failed')) return null;
  return (
    <aside className={classes.column} aria-labelledby="import-problems">
      <header className={classes.head}>
        <h2 id="import-problems">Problems</h2>
        <span className={classes.count}>{file.read ? summary(lines) : ''}</span>
        {lines.length > 0 ? (
          <CopyButton value={asText(file.name, lines)}>
            {({ copied, copy }) => <QuietButton onClick={copy}>{copied ? 'Copied' : 'Copy as text'}</QuietButton>}
          </CopyButton>
        ) : null}
      </header>
      {question ? <OwnAddressesQuestion addresses={question} /> : null}
      {/* One list with stable order; the key is its place in it. */}
      <ul className={classes.list}>
        {lines.slice(0, SHOWN).map((line) => (
          <li key={`${line.line}:${line.code}:${line.uid ?? ''}:${line.message}`} data-severity={line.severity}>
            <div className={classes.meta}>
              <span className={classes.where}>
                {line.severity === 'repaired' ? null : <Dot tone={line.severity === 'needsYou' ? 'warn' : 'bad'} />}
                {line.line === null ? 'Whole file' : `Line ${line.line.toLocaleString('en')}`}
                {line.severity === 'repaired' ? null : <span> · {WORDS[line.severity]}</span>}
              </span>
              <span>{counted(line.events, 'event')}</span>
            </div>
            <div className={classes.message}>{asks(line) ? `“${line.zoneName}” names no city` : line.message}</div>
            {line.repair ? (
              <div className={classes.repair}>
                <IconArrowRight size={13} stroke={1.6} aria-hidden="true" />
                {line.repair}
              </div>
            ) : null}
            {asks(line) ? (
              <ZoneProblem fileId={file.id} name={line.zoneName} reading={file.phase === 'reading'} />
            ) : null}
          </li>
        ))}
      </ul>
      {lines.length > SHOWN ? (
        <p className={classes.more}>
          {(lines.length - SHOWN).toLocaleString('en')} more; copy them as text to see all.
        </p>
      ) : null}
      {lines.some((line) => line.zoneName !== undefined) ? (
        <p className={classes.remembered}>
          Repairs are remembered for this calendar, so the next import asks nothing twice.
        </p>
      ) : null}
    </aside>
  );
}

/** A zone name that only the user can explain. */
function asks(line: ReportLine): line is ReportLine & { readonly zoneName: string } {
  return line.severity === 'needsYou' && line.zoneName !== undefined;
}

/** The people to ask about, as long as the question is open. */
function useQuestion(file: ImportFile): NonNullable<NonNullable<ImportFile['read']>['addresses']> | null {
  const answered = useWorkspace(
    ({ settings }) => settings.ownAddresses.length > 0 || settings.ownAddressesAsked === true,
  );
  return answered ? null : (file.read?.addresses ?? null);
}

function summary(lines: readonly ReportLine[]): string {
  const count = (severity: ReportLine['severity']) => lines.filter((line) => line.severity === severity).length;
  const parts = [
    count('needsYou') > 0 ? `${count('needsYou')} to look at` : '',
    count('leftOut') > 0 ? `${count('leftOut')} left out` : '',
    count('repaired') > 0 ? `${count('repaired')} repaired` : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'None' : parts.join(', ');
}

function asText(name: string, lines: readonly ReportLine[]): string {
  const rows = lines.map((line) =>
    [
      line.line === null ? 'whole file' : `line ${line.line}`,
      WORDS[line.severity],
      line.message,
      line.repair === '' ? null : `-> ${line.repair}`,
      `(${counted(line.events, 'event')})`,
    ]
      .filter((part) => part !== null)
      .join('  '),
  );
  return [name, ...rows].join('\n');
}
