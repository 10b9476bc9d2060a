/** A row of places in the order of time, and what their holders gain by exchanging them. */
export interface Exchange {
  readonly places: number;
  readonly passes: number;
  /** Whether its holder would gain anything sooner. */
  isLate(place: number): boolean;
  /** What less is late when two change places; at most `toBeat` where they may not, or where it is no more than that. */
  gain(place: number, sooner: number, toBeat: number): number;
  exchange(place: number, sooner: number): void;
}

/** Exchanges pairs, each with the sooner place that gains most, until a pass gains nothing or all passes are made. Quadratic in the places. */
export function exchangePairs({ places, passes, isLate, gain, exchange }: Exchange): void {
  for (let pass = 0; pass < passes; pass += 1) {
    let isBetter = false;
    // Latest first: who waits longest has most to gain.
    for (let place = places - 1; place > 0; place -= 1) {
      if (!isLate(place)) continue;
      let best = -1;
      let most = 0;
      for (let sooner = 0; sooner < place; sooner += 1) {
        const gained = gain(place, sooner, most);
        if (gained <= most) continue;
        most = gained;
        best = sooner;
      }
      if (best < 0) continue;
      exchange(place, best);
      isBetter = true;
    }
    if (!isBetter) return;
  }
}
