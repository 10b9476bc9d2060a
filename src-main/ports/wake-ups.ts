/** When the host looks at the time. A look that comes late, after a sleep, sees the jump by itself. */
export interface WakeUps {
  everyMinute(look: () => void): void;
  /** The computer woke up or was unlocked. */
  onResume(look: () => void): void;
}

const MINUTE_MILLISECONDS = 60_000;

/** Plain timers, for where nobody tells of a resume. They keep no process alive. */
export const minuteTimers: WakeUps = {
  everyMinute: (look) => void setInterval(look, MINUTE_MILLISECONDS).unref(),
  onResume() {},
};
