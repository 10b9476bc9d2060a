import { percent } from '#shared/base/percent';
import type { Kpis } from '#shared/posts/adaptive/kpis';
import { formatDate, SidePanel } from '../../ui';
import classes from './delivery-panel.module.css';
import { seconds, type WeeklyKpis } from './kpi-cards';
import { type Fact, Facts, PanelPart } from './panel-part';
import { PlatformGlyph } from './platform-glyph';

export interface QuotaUse {
  readonly most: number;
  readonly allowed: number;
  readonly beyond: number;
}

export interface SideBySide {
  readonly now: number;
  readonly set: number;
}

interface DeliveryPanelProps {
  readonly platform: string;
  readonly platformName: string;
  readonly kpis: Kpis;
  readonly weekly: readonly WeeklyKpis[];
  /** Null without a quota. */
  readonly quota: QuotaUse | null;
  /** Posts side by side in the next plan, and as set. */
  readonly sideBySide: SideBySide | null;
  readonly onClose: () => void;
}

const WEEKS_SHOWN = 12;

/** How the posting itself went: speed, refusals, punctuality, quota; over all time and week by week. */
export function DeliveryPanel({
  platform,
  platformName,
  kpis,
  weekly,
  quota,
  sideBySide,
  onClose,
}: DeliveryPanelProps) {
  const weeks = weekly.slice(-WEEKS_SHOWN);
  return (
    <SidePanel
      label="Delivery"
      kind={
        <>
          <PlatformGlyph platform={platform} />
          {platformName}
        </>
      }
      title="Delivery"
      onClose={onClose}
    >
      <Facts facts={deliveryFacts(kpis, quota, sideBySide)} />
      <PanelPart title="Week by week">
        {weeks.length === 0 ? (
          <p>No post was recorded yet.</p>
        ) : (
          <table className={classes.weeks}>
            <thead>
              <tr>
                <th scope="col">Week from</th>
                <th scope="col">Posts</th>
                <th scope="col">On time</th>
                <th scope="col">429</th>
                <th scope="col">p95</th>
              </tr>
            </thead>
            <tbody>
              {weeks.toReversed().map(({ from, kpis: week }) => (
                <tr key={from}>
                  <th scope="row">{formatDate(from)}</th>
                  <td>{week.jobs}</td>
                  <td>{known(week.adherence, percent)}</td>
                  <td>{known(week.rateLimitedShare, percent)}</td>
                  <td>{known(week.latency?.p95 ?? null, seconds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </PanelPart>
    </SidePanel>
  );
}

/** What is not known is said to be so. */
export function deliveryFacts(kpis: Kpis, quota: QuotaUse | null, sideBySide: SideBySide | null = null): Fact[] {
  const none = 'Not known yet';
  return [
    { name: 'Posts', value: kpis.jobs.toLocaleString('en') },
    {
      name: 'Completed',
      value: kpis.completionRate === null ? none : `${percent(kpis.completionRate)}, ${kpis.completed} of ${kpis.jobs}`,
    },
    { name: 'Throughput', value: kpis.jobsPerHour === null ? none : throughput(kpis.jobsPerHour) },
    {
      name: 'On time',
      value: kpis.adherence === null ? none : `${percent(kpis.adherence)}, ${kpis.punctual} of ${kpis.planned}`,
    },
    {
      name: 'Latency',
      value:
        kpis.latency === null
          ? none
          : `${seconds(kpis.latency.p50)} p50, ${seconds(kpis.latency.p95)} p95, worst ${seconds(kpis.latency.worst)}`,
    },
    {
      name: '429',
      value:
        kpis.rateLimitedShare === null ? none : `${kpis.rateLimited} of ${kpis.requests.toLocaleString('en')} requests`,
    },
    { name: 'Quota', value: quotaWords(quota) },
    ...(sideBySide ? [{ name: 'At once', value: sideBySideWords(sideBySide) }] : []),
  ];
}

function quotaWords(quota: QuotaUse | null): string {
  if (quota === null) return 'None set';
  const fullest = `${quota.most} of ${quota.allowed} in the fullest stretch`;
  return quota.beyond === 0 ? `Kept: ${fullest}` : `${quota.beyond} beyond it, ${fullest}`;
}

/** Recent refusals lower it until they are forgotten. */
function sideBySideWords({ now, set }: SideBySide): string {
  return now < set ? `${now} instead of ${set}, after recent 429s` : String(set);
}

/** Posting is slow work: below one an hour the day says more. */
function throughput(jobsPerHour: number): string {
  return jobsPerHour >= 1 ? `${jobsPerHour.toFixed(1)} an hour` : `${(jobsPerHour * 24).toFixed(1)} a day`;
}

function known(value: number | null, words: (value: number) => string): string {
  return value === null ? '–' : words(value);
}
