/** Time, passed in so that tests bring their own. Durations in ms. */
export type Timers = { now(): number; after(ms: number, run: () => void): void }

/** Real time. A wait of 0 ms runs after the messages that have already arrived. */
export const realTimers: Timers = {
  now: () => Date.now(),
  after: (ms, run) => {
    if (ms <= 0) setImmediate(run)
    else setTimeout(run, ms).unref()
  },
}
