/** What a moved placement must gain to be worth moving, as a share of its score. */
export const STAY_BONUS = 0.02;
