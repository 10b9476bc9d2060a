import { percent } from '#shared/base/percent';
import type { ModelCard } from '#shared/posts/learning/stored-model';
import { PrimaryButton, QuietButton, SecondaryButton, SidePanel } from '../../ui';
import { Bars } from './bars';
import classes from './model-panel.module.css';
import { modelBars, reliabilityWords, splitWords, verdictWords } from './model-words';
import { Facts, PanelPart } from './panel-part';
import { PlatformGlyph } from './platform-glyph';

interface ModelPanelProps {
  readonly platform: string;
  readonly platformName: string;
  readonly card: ModelCard | null;
  /** "Today 10:42"; empty before the first training. */
  readonly trainedAt: string;
  /** The history changed since. */
  readonly stale: boolean;
  /** 0 to 1 while it trains. */
  readonly progress: number | null;
  readonly problem: string | null;
  readonly onTrain: () => void;
  readonly onCancel: () => void;
  /** The rules and one's own hours stand again. */
  readonly onForget: () => void;
  readonly onClose: () => void;
}

/** What the model is worth, what it looks at, and whether it is used. */
export function ModelPanel(props: ModelPanelProps) {
  const { platform, platformName, card, trainedAt, stale, progress, problem } = props;
  const bars = card ? modelBars(card) : [];
  const reliability = card ? reliabilityWords(card) : '';
  return (
    <SidePanel
      label="Model card"
      kind={
        <>
          <PlatformGlyph platform={platform} />
          {platformName}
        </>
      }
      title="Model card"
      onClose={props.onClose}
    >
      <div className={classes.verdict}>
        <p>{card ? verdictWords(card) : 'Nothing was trained yet. The rules of the studies score the hours.'}</p>
        {reliability === '' ? null : <p>{reliability}</p>}
        {stale && card ? <p>New figures came in since it was trained.</p> : null}
      </div>
      {progress === null ? (
        <div className={classes.train}>
          {card === null || stale ? (
            <PrimaryButton onClick={props.onTrain}>Train now</PrimaryButton>
          ) : (
            <SecondaryButton onClick={props.onTrain}>Train again</SecondaryButton>
          )}
          {card === null ? null : <QuietButton onClick={props.onForget}>Forget the model</QuietButton>}
        </div>
      ) : (
        <div className={classes.train}>
          <progress max={1} value={progress} aria-label={`Training ${platformName}`} />
          <span>{percent(progress)}</span>
          <QuietButton onClick={props.onCancel}>Cancel</QuietButton>
        </div>
      )}
      {problem === null ? null : (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      {bars.length === 0 ? null : (
        <PanelPart title="R² on the latest posts">
          <Bars
            label="R² of the forest and of two plain means"
            bars={bars.map(({ name, r2, isForest }) => ({ name, share: r2, words: signed(r2), strong: isForest }))}
          />
        </PanelPart>
      )}
      {card && card.importances.length > 0 ? (
        <PanelPart title="What it looks at">
          <Bars
            label="Importance of the features"
            bars={card.importances.map(({ group, share }) => ({ name: group, share, words: percent(share) }))}
          />
        </PanelPart>
      ) : null}
      {card ? (
        <PanelPart title="Made of">
          <Facts
            facts={[
              { name: 'Samples', value: card.samples.toLocaleString('en') },
              ...(splitWords(card) === '' ? [] : [{ name: 'Split in time', value: splitWords(card) }]),
              ...(card.r2Interval
                ? [
                    {
                      name: 'R², 90%',
                      value: `${card.r2Interval.low.toFixed(2)} to ${card.r2Interval.high.toFixed(2)}`,
                    },
                  ]
                : []),
              ...(trainedAt === '' ? [] : [{ name: 'Trained', value: trainedAt }]),
            ]}
          />
        </PanelPart>
      ) : null}
    </SidePanel>
  );
}

/** R2 may be negative: worse than the mean of the tested posts. */
function signed(r2: number): string {
  return r2.toFixed(2).replace('-', '−');
}
