import { IconArrowRight } from '@tabler/icons-react';
import type { PreviewEffect } from '../../state/planning';
import classes from './preview-screen.module.css';

/** The plan as a whole in figures, before and after. */
export function PreviewEffects({ effects }: { readonly effects: readonly PreviewEffect[] }) {
  if (effects.length === 0) return null;
  return (
    <section className={classes.part} aria-labelledby="effect-title">
      <h2 id="effect-title">Effect of the plan</h2>
      <dl className={classes.effects}>
        {effects.map((effect) => (
          <div key={effect.name}>
            <dt>{effect.name}</dt>
            <dd>
              <span>{effect.before}</span>
              <IconArrowRight size={12} stroke={1.6} aria-label="to" />
              <b data-better={effect.better ?? undefined}>{effect.after}</b>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
