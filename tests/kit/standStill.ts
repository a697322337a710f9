import { onTestFinished, vi } from 'vitest'
import type { Clock } from './clock.ts'

/** Until the test ends no real time passes for the server's own work: a machine that pauses splits no turn. */
export const standStill = (clock: Clock): void => {
  const now = vi.spyOn(performance, 'now').mockImplementation(() => clock.now())
  onTestFinished(() => now.mockRestore())
}
