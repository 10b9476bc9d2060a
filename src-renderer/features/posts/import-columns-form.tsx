import { Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ImportField } from '#shared/posts/import/column-mapping';
import { mapColumns, usePerformanceImport } from '../../state/posts/performance-import';
import { usePlatforms } from '../../state/posts/posts-file';
import { QuietButton, SecondaryButton } from '../../ui';
import { COLUMN_FIELDS, type ColumnChoice, columnProblem, headersOf, presetColumns } from './import-columns';
import classes from './import-dialog.module.css';

/** Which column is what. Open where no mapping fits; else behind a button. A mapping made here is remembered with the import. */
export function ImportColumns() {
  const { phase, sample, read } = usePerformanceImport((state) => ({
    phase: state.phase,
    sample: state.sample,
    read: state.read,
  }));
  const platforms = usePlatforms();
  const headers = headersOf(sample);
  const [open, setOpen] = useState(false);
  const [platform, setPlatform] = useState('');
  const [choice, setChoice] = useState<ColumnChoice>({});
  useEffect(() => {
    if (read) {
      setPlatform(read.mapping.platform);
      setChoice(read.found);
    } else if (phase === 'question') setChoice(presetColumns({}, headersOf(sample)));
  }, [read, phase, sample]);
  const shown = open || phase === 'question';
  const problem = columnProblem(choice, platform);
  const name = platforms.find(({ id }) => id === platform)?.name ?? platform;
  return (
    <section className={classes.columns} aria-label="Columns">
      <header>
        <span>
          {read ? (
            <>
              Read as <b>{read.mapping.name}</b>
              {read.mapping.name === name ? '' : ` of ${name}`}
            </>
          ) : (
            'Say what the columns are'
          )}
        </span>
        {phase === 'question' ? null : (
          <QuietButton aria-expanded={shown} onClick={() => setOpen(!open)}>
            {shown ? 'Hide the columns' : 'Map the columns'}
          </QuietButton>
        )}
      </header>
      {shown ? (
        <>
          <div className={classes.fields}>
            <Select
              label="Platform"
              placeholder="Which one?"
              value={platform === '' ? null : platform}
              data={platforms.map((one) => ({ value: one.id, label: one.name }))}
              onChange={(value) => setPlatform(value ?? '')}
            />
            {COLUMN_FIELDS.map(({ field, label }) => (
              <Select
                key={field}
                label={label}
                placeholder="–"
                clearable
                searchable
                clearButtonProps={{ 'aria-label': `Clear ${label}` }}
                value={choice[field] ?? null}
                data={optionsFor(headers, choice[field])}
                onChange={(header) => setChoice(withColumn(choice, field, header))}
              />
            ))}
          </div>
          <div className={classes.apply}>
            <span>{problem}</span>
            <SecondaryButton
              disabled={problem !== ''}
              onClick={() => void mapColumns({ platform, columns: choice, name: `My ${name} table` })}
            >
              Read with these columns
            </SecondaryButton>
          </div>
        </>
      ) : null}
    </section>
  );
}

function optionsFor(headers: readonly string[], chosen: string | undefined): string[] {
  return chosen === undefined || headers.includes(chosen) ? [...headers] : [chosen, ...headers];
}

function withColumn(choice: ColumnChoice, field: ImportField, header: string | null): ColumnChoice {
  const { [field]: _old, ...rest } = choice;
  return header === null ? rest : { ...rest, [field]: header };
}
