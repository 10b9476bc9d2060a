import { IconMinus, IconPlus, IconPointFilled, type TablerIcon } from '@tabler/icons-react';
import { type ImportFile, keepCutFile, leaveOutFile } from '../../state/importing';
import { ErrorNote, Later, QuietButton, SecondaryButton } from '../../ui';
import { ChangeTable } from './change-table';
import classes from './file-detail.module.css';
import { formatBytes } from './numbers';

const SOURCES = { google: 'from Google', outlook: 'from Outlook', apple: 'from Apple', other: '' } as const;

/** One file: its four counts and its changes. */
export function FileDetail({ file }: { readonly file: ImportFile }) {
  const { read, diff } = file;
  return (
    <section className={classes.detail} aria-label={file.name}>
      <header className={classes.head}>
        <h2>{file.name}</h2>
        {read ? (
          <span className={classes.meta}>
            {[formatBytes(read.sizeBytes), SOURCES[read.source]].filter(Boolean).join(', ')}
          </span>
        ) : null}
      </header>
      {file.phase === 'reading' ? (
        <p className={classes.waiting}>{file.progress?.phase ?? 'Waiting to be read'}</p>
      ) : null}
      {file.phase === 'failed' ? (
        <ErrorNote action={<QuietButton onClick={() => leaveOutFile(file.id)}>Leave out</QuietButton>}>
          {file.problem}
        </ErrorNote>
      ) : null}
      {file.phase === 'cut' ? (
        <ErrorNote
          action={
            <SecondaryButton onClick={() => keepCutFile(file.id)}>
              Save {(read?.items.length ?? 0).toLocaleString('en')}
            </SecondaryButton>
          }
        >
          {file.problem}
        </ErrorNote>
      ) : null}
      {diff ? (
        <>
          <dl className={classes.tiles}>
            <Tile icon={IconPlus} name="Added" count={diff.counts.added} />
            <Tile icon={IconPointFilled} name="Updated" count={diff.counts.updated} />
            <Tile icon={IconMinus} name="Removed" count={diff.counts.removed} />
            <Tile name="Unchanged" count={diff.unchanged + diff.older} />
          </dl>
          <Later>
            <ChangeTable file={file} />
          </Later>
        </>
      ) : null}
    </section>
  );
}

interface TileProps {
  readonly icon?: TablerIcon;
  readonly name: string;
  readonly count: number;
}

function Tile({ icon: Icon, name, count }: TileProps) {
  return (
    <div className={classes.tile}>
      <dt>
        {Icon ? <Icon size={12} stroke={2.4} aria-hidden="true" /> : null}
        {name}
      </dt>
      <dd>{count.toLocaleString('en')}</dd>
    </div>
  );
}
