import { memo } from 'react';
import { AllDayBar } from './all-day-bar';
import type { PlacedBar } from './all-day-lanes';

/** What lasts all day, in the row above the hours: @mantine/schedule would compare each bar with each other one on every draw. */
export const AllDayBars = memo(function AllDayBars({ bars }: { readonly bars: readonly PlacedBar[] }) {
  return bars.map((placed) => <AllDayBar key={placed.bar.id} placed={placed} />);
});
