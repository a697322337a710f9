import { afterEach, expect, test, vi } from 'vitest'
import { startMinuteLog } from '../../server/minuteLog.ts'
import { Metrics, type Figures } from '../../server/metrics.ts'

afterEach(() => void vi.useRealTimers())

test('E11 one line a minute while anybody is connected, none before, between or after', () => {
  vi.useFakeTimers()
  const lines: unknown[] = []
  let connections = 0
  const figures = (): Figures => ({ ...new Metrics().figures(), connections })
  const stop = startMinuteLog({ info: (...line: unknown[]) => void lines.push(line) }, { figures }, 50)
  vi.advanceTimersByTime(200)
  expect(lines).toEqual([])
  connections = 3
  vi.advanceTimersByTime(100)
  const zeros = { rooms: 0, live: 0, heldBytes: 0, commitP50Ms: 0, commitP99Ms: 0, behind: 0 }
  const line = [{ connections: 3, ...zeros }, 'minute']
  expect(lines).toEqual([line, line])
  connections = 0
  vi.advanceTimersByTime(100)
  connections = 1
  stop()
  vi.advanceTimersByTime(200)
  expect(lines).toHaveLength(2)
})

test('E11 the figures are those of the rooms, the doors and the store', () => {
  const metrics = new Metrics()
  const rooms = [
    { isLive: true, audience: { behind: 1 } },
    { isLive: false, audience: { behind: 2 } },
  ]
  const seen = { loaded: () => rooms.values(), heldBytes: 77 }
  metrics.watch({ rooms: seen as never, connections: () => 5, canSave: () => true })
  for (let at = 0; at < 10; at++) metrics.time('commit')()
  const { commitP50Ms, commitP99Ms, ...others } = metrics.figures()
  expect(others).toEqual({ connections: 5, rooms: 2, live: 1, heldBytes: 77, behind: 3 })
  expect(commitP50Ms).toBeGreaterThanOrEqual(0)
  expect(commitP99Ms).toBeGreaterThanOrEqual(commitP50Ms)
})
