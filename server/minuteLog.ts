import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

const minuteMs = 60_000

/** One line a minute while anybody is connected; answers how to stop it. */
export const startMinuteLog = (
  log: Pick<Log, 'info'>,
  metrics: Pick<Metrics, 'figures'>,
  everyMs = minuteMs,
): (() => void) => {
  const timer = setInterval(() => {
    const figures = metrics.figures()
    if (figures.connections > 0) log.info(figures, 'minute')
  }, everyMs).unref()
  return () => clearInterval(timer)
}
