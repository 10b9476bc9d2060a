import { SegmentedControl } from '@mantine/core';
import { percent } from '#shared/base/percent';
import type { AdaptiveState } from '#shared/posts/adaptive/adaptive-state';
import type { ExplorationPolicy } from '#shared/posts/adaptive/exploration';
import type { Parameters } from '#shared/posts/nouns/parameters';
import { parseInstant } from '#shared/time/instant';
import type { ZoneId } from '#shared/time/zone';
import { formatMoment, QuietButton, SecondaryButton, SidePanel } from '../../ui';
import classes from './adaptive-panel.module.css';
import { changedSettings, STEP_WORDS } from './adaptive-words';
import { Facts, PanelPart } from './panel-part';

interface AdaptivePanelProps {
  readonly state: AdaptiveState;
  readonly exploration: ExplorationPolicy;
  readonly zone: ZoneId;
  /** What the last run of the cycle said, such as "fewer than 20 posts since the last change"; empty before one. */
  readonly said: string;
  readonly onExplore: (policy: ExplorationPolicy) => void;
  readonly onCycle: () => void;
  readonly onRevert: (entry: number) => void;
  readonly onReset: () => void;
  readonly onClose: () => void;
}

/** What learning may turn, what it turned and why, each step to be taken back. */
export function AdaptivePanel(props: AdaptivePanelProps) {
  const { state, exploration, zone } = props;
  const { parameters, log } = state;
  return (
    <SidePanel label="Learning" kind="All platforms" title="Learning" onClose={props.onClose}>
      <PanelPart title="Try new hours">
        <SegmentedControl
          fullWidth
          aria-label="How new hours are chosen"
          value={exploration}
          data={[
            { value: 'none', label: 'Off' },
            { value: 'thompson', label: 'Thompson' },
            { value: 'ucb', label: 'UCB' },
          ]}
          onChange={(policy) => props.onExplore(policy as ExplorationPolicy)}
        />
        <p>
          {exploration === 'none'
            ? 'Every post seeks the best known hour.'
            : `${percent(parameters.explorationRate)} of the posts try hours with fewer than 5 posts; urgent ones never do.`}
        </p>
      </PanelPart>
      <PanelPart title="In force">
        <Facts
          facts={[
            {
              name: 'Posts at once',
              value: `${parameters.maxConcurrentPosts}, urgent ${parameters.maxUrgentConcurrentPosts}`,
            },
            { name: 'Gaps', value: `× ${rounded(parameters.gapFactor)}` },
            {
              name: 'Weights',
              value: `audience ${rounded(parameters.demographicWeight)}, format ${rounded(parameters.formatWeight)}, season ${rounded(parameters.seasonWeight)}`,
            },
            { name: 'Retries', value: retryWords(parameters) },
          ]}
        />
        <div className={classes.buttons}>
          <SecondaryButton onClick={props.onCycle}>Measure and adjust</SecondaryButton>
          {log.length > 0 ? <QuietButton onClick={props.onReset}>Reset all</QuietButton> : null}
        </div>
        {props.said === '' ? null : <p>{props.said}</p>}
      </PanelPart>
      <PanelPart title="Log">
        {log.length === 0 ? (
          <p>Nothing was changed yet. It waits for 20 posts with a record.</p>
        ) : (
          <ol className={classes.log}>
            {log.toReversed().map((entry) => {
              const at = parseInstant(entry.at);
              const changed = changedSettings(entry.before, entry.after);
              return (
                <li key={entry.number}>
                  <div>
                    <b>{STEP_WORDS[entry.step]}</b>
                    <span>{at === null ? '' : formatMoment(zone, at)}</span>
                  </div>
                  {changed === '' ? null : <p className={classes.changed}>{changed}</p>}
                  <p>{entry.reason}</p>
                  {entry.step === 'adjust' || entry.step === 'keep' ? (
                    <QuietButton onClick={() => props.onRevert(entry.number)}>Take back</QuietButton>
                  ) : null}
                </li>
              );
            })}
          </ol>
        )}
      </PanelPart>
    </SidePanel>
  );
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function retryWords({ initialBackoffSeconds, backoffMultiplier, maxBackoffSeconds }: Parameters): string {
  return `after ${initialBackoffSeconds} s, then × ${backoffMultiplier}, at most ${maxBackoffSeconds} s`;
}
