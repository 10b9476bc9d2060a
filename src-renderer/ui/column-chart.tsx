// Owner of recharts. Not part of the index: only the screens that draw charts load it.
import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import classes from './column-chart.module.css';

export interface Column {
  readonly key: string;
  /** Under the column; empty for none. */
  readonly tick: string;
  /** Said of the column on hover: one line each. */
  readonly words: readonly string[];
  /** One value a series, from the foot up. */
  readonly values: readonly number[];
  readonly tone?: 'quiet' | 'full' | 'over';
}

interface ColumnChartProps {
  readonly label: string;
  readonly columns: readonly Column[];
  /** A token a series. */
  readonly fills: readonly string[];
  readonly height: number;
  /** A dashed line at this value. */
  readonly limit?: number;
  readonly axis?: (value: number) => string;
}

const FILLS = {
  quiet: 'color-mix(in srgb, var(--dw-accent) 40%, var(--dw-surface))',
  full: 'var(--dw-accent)',
  over: 'var(--dw-bar)',
} as const;

/** Columns over time: no axis lines, hairlines at the ticks, nothing moves. */
export function ColumnChart({ label, columns, fills, height, limit, axis }: ColumnChartProps) {
  const data = columns.map((column) => ({
    ...column,
    ...Object.fromEntries(column.values.map((v, i) => [`v${i}`, v])),
  }));
  const ticks = new Map(columns.map((column) => [column.key, column.tick]));
  return (
    <div className={classes.chart} role="img" aria-label={label} style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={data}
          margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
          barCategoryGap="22%"
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--dw-line)" syncWithTicks />
          <XAxis
            dataKey="key"
            axisLine={false}
            tickLine={false}
            interval={0}
            height={22}
            tick={{ fontSize: 11, fill: 'var(--dw-text-3)' }}
            tickFormatter={(key: string) => ticks.get(key) ?? ''}
          />
          <YAxis
            axisLine={false}
            tickLine={false}
            width="auto"
            tick={{ fontSize: 11, fill: 'var(--dw-text-3)' }}
            {...(axis ? { tickFormatter: axis } : {})}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--dw-hover)' }}
            content={({ payload }) => {
              const column = payload?.[0]?.payload as Column | undefined;
              return column ? (
                <div className={classes.tip}>
                  {column.words.map((line) => (
                    <div key={line}>{line}</div>
                  ))}
                </div>
              ) : null;
            }}
          />
          {limit === undefined ? null : (
            <ReferenceLine y={limit} stroke="var(--dw-bar)" strokeDasharray="3 3" ifOverflow="extendDomain" />
          )}
          {fills.map((fill, index) => (
            <Bar
              key={fill}
              dataKey={`v${index}`}
              stackId="all"
              fill={fill}
              isAnimationActive={false}
              maxBarSize={28}
              radius={index === fills.length - 1 ? [2, 2, 0, 0] : 0}
            >
              {columns.map((column) => (
                <Cell key={column.key} fill={column.tone ? FILLS[column.tone] : fill} />
              ))}
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
