import { Select } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { SectionTitle } from '../../ui';
import { BestHours } from './best-hours';
import type { BestHour, HeatSquare } from './heat-grid';
import { HeatMap, heatColour } from './heat-map';
import classes from './heat-section.module.css';

interface HeatSectionProps {
  readonly platform: string;
  /** "Helsinki time, last 18 months". */
  readonly context: string;
  readonly squares: readonly HeatSquare[];
  readonly hours: readonly BestHour[];
  /** "Reach". */
  readonly metric: string;
  readonly studies: readonly { readonly note: string; readonly source: string }[];
  /** Types of the platform and the one shown; a choice where there are several. */
  readonly types: readonly { readonly value: string; readonly label: string }[];
  readonly type: string;
  readonly onType: (type: string) => void;
  /** Whether any post of one's own has figures: else size says nothing. */
  readonly hasPosts: boolean;
  readonly onChoose: (square: HeatSquare) => void;
}

const SHADES = [0, 0.25, 0.5, 0.75, 1];
const SIDES = [4, 7, 10, 14];

/** When: the week's hours as squares, and the best of them beside. */
export function HeatSection(props: HeatSectionProps) {
  const { platform, context, squares, hours, hasPosts } = props;
  return (
    <div className={classes.section}>
      <section className={classes.when} aria-labelledby="posts-when">
        <header className={classes.header}>
          <SectionTitle id="posts-when" context={context}>{`When ${platform} reaches most`}</SectionTitle>
          {props.types.length > 1 ? (
            <Select
              aria-label="Content type"
              size="xs"
              w={144}
              classNames={{ input: classes.type ?? '' }}
              rightSection={<IconChevronDown size={12} stroke={1.6} aria-hidden="true" />}
              value={props.type}
              data={[...props.types]}
              onChange={(type) => type && props.onType(type)}
            />
          ) : null}
          <div className={classes.legend} aria-hidden="true">
            <span>
              Less
              {SHADES.map((shade) => (
                <i key={shade} className={classes.shade} style={{ background: heatColour(shade) }} />
              ))}
              More
            </span>
            {hasPosts ? (
              <span>
                Few posts
                {SIDES.map((side) => (
                  <i
                    key={side}
                    className={classes.shade}
                    style={{ width: side, height: side, background: heatColour(0.4) }}
                  />
                ))}
                Many
              </span>
            ) : null}
          </div>
        </header>
        <HeatMap label={`Hours of ${platform}`} squares={squares} onChoose={props.onChoose} />
      </section>
      <BestHours hours={hours} metric={props.metric} studies={props.studies} />
    </div>
  );
}
