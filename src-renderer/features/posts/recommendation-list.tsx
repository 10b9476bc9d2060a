import { IconAlertTriangle, IconBulb } from '@tabler/icons-react';
import type { Recommendation } from '#shared/posts/recommendations';
import { SecondaryButton, SectionTitle } from '../../ui';
import classes from './recommendation-list.module.css';
import { changeWords, evidenceWords, gainWords } from './recommendation-words';

interface RecommendationListProps {
  readonly platform: string;
  readonly recommendations: readonly Recommendation[];
  readonly onApply: (recommendation: Recommendation) => void;
}

/** What to change on a platform, each with what it rests on and what it may gain; one click does it. */
export function RecommendationList({ platform, recommendations, onApply }: RecommendationListProps) {
  return (
    <section className={classes.section} aria-labelledby="post-recommendations">
      <SectionTitle id="post-recommendations" context={platform}>
        Recommendations
      </SectionTitle>
      {recommendations.length === 0 ? (
        <p className={classes.nothing}>Nothing to change: gaps hold, and no hour stands out.</p>
      ) : (
        <ul className={classes.list}>
          {recommendations.map((one) => (
            <li key={one.id} data-severity={one.severity}>
              {one.severity === 'warning' ? (
                <IconAlertTriangle size={16} stroke={1.6} aria-label="Warning" />
              ) : (
                <IconBulb size={16} stroke={1.6} aria-label="Chance" />
              )}
              <div className={classes.words}>
                <p>{one.text}</p>
                <p className={classes.evidence}>{evidenceWords(one.evidence)}</p>
              </div>
              <div className={classes.gain}>
                {one.gain ? (
                  <>
                    <b>{gainWords(one.gain).split(' ')[0]}</b>
                    <span>{`${one.gain.low.toFixed(2)} to ${one.gain.high.toFixed(2)}`}</span>
                  </>
                ) : null}
              </div>
              {one.change ? (
                <SecondaryButton onClick={() => onApply(one)}>{changeWords(one.change)}</SecondaryButton>
              ) : (
                <span />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
