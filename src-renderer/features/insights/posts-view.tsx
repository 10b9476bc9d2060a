import { percent } from '#shared/base/percent';
import { goTo } from '../../state/navigation';
import { counted, EmptyState, formatDate, QuietButton } from '../../ui';
import { type Column, ColumnChart } from '../../ui/column-chart';
import classes from './insights.module.css';
import { Panel } from './panel';
import type { PlatformDelivery, PostDelivery } from './post-delivery';

const TICKS = 6;

/** How posting went in the chosen days: on time, how fast, refused, and what came of it. */
export function PostsView({ delivery }: { readonly delivery: PostDelivery }) {
  const { all, weeks, platforms } = delivery;
  if (all.jobs === 0) {
    return (
      <EmptyState action={<QuietButton onClick={() => goTo('posts')}>Open Posts</QuietButton>}>
        No post of these days is recorded. Import your figures under Posts.
      </EmptyState>
    );
  }
  const columns = weekColumns(weeks);
  return (
    <div className={classes.stack}>
      <dl className={classes.figures}>
        <Figure
          name="Posts"
          value={String(all.jobs)}
          detail={all.completed < all.jobs ? `${all.jobs - all.completed} failed` : ''}
        />
        <Figure
          name="Out within 15 min of plan"
          value={known(all.adherence)}
          detail={all.planned === 0 ? 'none had a plan' : `${all.punctual} of ${all.planned}`}
        />
        <Figure
          name="From plan to start"
          value={all.latency === null ? '–' : seconds(all.latency.p50)}
          detail={all.latency === null ? 'not measured' : `95% within ${seconds(all.latency.p95)}`}
        />
        <Figure
          name="Rate limited, 429"
          value={known(all.rateLimitedShare)}
          detail={
            all.requests === 0 ? 'no requests counted' : `${all.rateLimited} of ${counted(all.requests, 'request')}`
          }
        />
      </dl>
      <div className={classes.pair}>
        <Panel title="Posts by week" caption="Of each week, from its Monday">
          <ColumnChart
            label={`Posts by week, ${all.jobs} in ${counted(weeks.length, 'week')}`}
            columns={columns}
            fills={['var(--dw-post-solid)']}
            height={200}
          />
        </Panel>
        <Panel title="Platforms" caption="Busiest first">
          <PlatformTable platforms={platforms} />
        </Panel>
      </div>
    </div>
  );
}

function Figure({ name, value, detail }: { readonly name: string; readonly value: string; readonly detail: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value} {detail === '' ? null : <small>{detail}</small>}
      </dd>
    </div>
  );
}

function PlatformTable({ platforms }: { readonly platforms: readonly PlatformDelivery[] }) {
  return (
    <table className={classes.methods}>
      <thead>
        <tr>
          <td />
          <th scope="col">Posts</th>
          <th scope="col">On time</th>
          <th scope="col">Engagement</th>
        </tr>
      </thead>
      <tbody>
        {platforms.map(({ platform, name, kpis, engagement }) => (
          <tr key={platform}>
            <th scope="row">{name}</th>
            <td>{kpis.jobs}</td>
            <td>{known(kpis.adherence)}</td>
            <td>{engagement === null ? '–' : percent(engagement, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function weekColumns(weeks: PostDelivery['weeks']): Column[] {
  const every = Math.ceil(weeks.length / TICKS);
  return weeks.map(({ from, kpis }, index) => ({
    key: from,
    tick: index % every === 0 ? formatDate(from) : '',
    words: [`Week of ${formatDate(from)}`, counted(kpis.jobs, 'post'), `On time ${known(kpis.adherence)}`],
    values: [kpis.jobs],
  }));
}

/** A dash where nobody measured it. */
function known(share: number | null): string {
  return share === null ? '–' : percent(share);
}

function seconds(value: number): string {
  return value < 90 ? `${Math.round(value)} s` : `${Math.round(value / 60)} min`;
}
