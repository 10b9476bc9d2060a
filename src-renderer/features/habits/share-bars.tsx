import classes from './share-bars.module.css';

export interface ShareRow {
  readonly name: string;
  readonly kept: number;
  readonly attempts: number;
  readonly isBest: boolean;
}

/** How often a habit was kept, by hour or weekday: a bar, the share, and of how many. */
export function ShareBars({ caption, rows }: { readonly caption: string; readonly rows: readonly ShareRow[] }) {
  return (
    <table className={classes.bars}>
      <caption className="dw-visually-hidden">{caption}</caption>
      <tbody>
        {rows.map(({ name, kept, attempts, isBest }) => {
          const percent = attempts === 0 ? 0 : (100 * kept) / attempts;
          return (
            <tr key={name} data-best={isBest || undefined}>
              <th scope="row">{name}</th>
              <td className={classes.bar}>
                <span className={classes.track} aria-hidden="true">
                  <span className={classes.fill} style={{ width: `${percent}%` }} />
                </span>
              </td>
              <td className={classes.share}>{attempts === 0 ? '–' : `${Math.round(percent)}%`}</td>
              <td className={classes.count}>
                <span aria-hidden="true">n </span>
                <span className="dw-visually-hidden">of </span>
                {attempts}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
