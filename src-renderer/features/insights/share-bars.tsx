import classes from './share-bars.module.css';

export interface ShareRow {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly value: string;
  /** 0 to 1: the length of the bar. */
  readonly share: number;
  /** The token of the bar; the accent unless given. */
  readonly fill?: string;
}

/** Names with a bar each: how large a part something is. */
export function ShareBars({ rows }: { readonly rows: readonly ShareRow[] }) {
  return (
    <ul className={classes.list}>
      {rows.map((row) => (
        <li key={row.key}>
          <div className={classes.line}>
            <span className={classes.label}>{row.label}</span>
            <span className={classes.detail}>{row.detail}</span>
            <span className={classes.value}>{row.value}</span>
          </div>
          <div className={classes.track} aria-hidden="true">
            <span
              className={classes.bar}
              style={{ width: `${Math.round(row.share * 1000) / 10}%`, ...(row.fill ? { background: row.fill } : {}) }}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
