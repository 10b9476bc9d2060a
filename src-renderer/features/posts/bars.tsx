import classes from './bars.module.css';

export interface Bar {
  readonly name: string;
  /** 0 to 1; null draws none. */
  readonly share: number | null;
  readonly words: string;
  readonly strong?: boolean;
}

/** Named bars with their figures: what explains, what weighs. */
export function Bars({ bars, label }: { readonly bars: readonly Bar[]; readonly label: string }) {
  return (
    <ul className={classes.bars} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.name}>
          <span className={classes.name}>{bar.name}</span>
          {bar.share === null ? (
            <span />
          ) : (
            <span className={classes.track} aria-hidden="true">
              <i
                data-strong={bar.strong || undefined}
                style={{ width: `${100 * Math.min(1, Math.max(0, bar.share))}%` }}
              />
            </span>
          )}
          <span className={classes.words}>{bar.words}</span>
        </li>
      ))}
    </ul>
  );
}
