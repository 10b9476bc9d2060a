import { Sparkline } from '../../ui/sparkline';
import type { KpiCard } from './kpi-cards';
import classes from './kpi-strip.module.css';

interface KpiStripProps {
  readonly cards: readonly KpiCard[];
  readonly onOpen: (card: KpiCard['key']) => void;
}

/** Four figures, each a button to what lies behind it. */
export function KpiStrip({ cards, onOpen }: KpiStripProps) {
  return (
    <ul className={classes.strip} aria-label="Key figures">
      {cards.map((card) => (
        <li key={card.key}>
          <button type="button" className={classes.card} onClick={() => onOpen(card.key)}>
            <span className={classes.top}>
              <span className={classes.title}>{card.title}</span>
              {card.course.length > 1 ? <Sparkline values={card.course} /> : null}
            </span>
            <span className={classes.figures}>
              {card.figures.length === 0 ? <span className={classes.nothing}>–</span> : null}
              {card.figures.map(({ value, unit }) => (
                <span key={unit}>
                  {value}
                  {unit === '' ? null : <small>{` ${unit}`}</small>}
                </span>
              ))}
            </span>
            <span className={classes.detail}>{card.detail}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
