import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BlockedSockets } from '../../client/sync/blockedSockets.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const sockets = (getsThrough = true, kept = new Map<string, string>()) => {
  const knock = vi.fn(async () => getsThrough)
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  return { blocked: new BlockedSockets({ knock, storage }), knock, kept }
}
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

test('W9 WebSockets are blocked when they fail twice, or hang once, while requests get through', async () => {
  const { blocked, knock } = sockets()
  blocked.failed()
  await pass()
  expect([blocked.isKnown, knock.mock.calls.length]).toEqual([false, 0])
  blocked.failed()
  await pass()
  expect(blocked.isKnown).toBe(true)
  const hanging = sockets().blocked
  hanging.hung()
  await pass()
  expect(hanging.isKnown).toBe(true)
})

test('W9 a network that lets nothing pass, or one failure now and then, says nothing about WebSockets', async () => {
  const { blocked } = sockets(false)
  for (let at = 0; at < 5; at++) blocked.failed()
  await pass()
  expect(blocked.isKnown).toBe(false)
  const shaky = sockets().blocked
  for (let at = 0; at < 5; at++) {
    shaky.failed()
    shaky.worked()
  }
  await pass()
  expect(shaky.isKnown).toBe(false)
})

test('W9 it is known for the visit, and tried anew after ten minutes or on another network', async () => {
  const { blocked, kept } = sockets()
  blocked.hung()
  await pass()
  const next = sockets(true, kept).blocked
  expect(next.isKnown).toBe(true)
  await pass(9 * 60_000)
  expect(next.isKnown).toBe(true)
  next.forget()
  expect([next.isKnown, sockets(true, kept).blocked.isKnown]).toEqual([false, false])
  await pass(2 * 60_000)
  expect(blocked.isKnown).toBe(false)
})

test('W9 a browser that keeps nothing knows it until the page is loaded again', async () => {
  const refuse = () => {
    throw new Error('denied')
  }
  const storage = { getItem: refuse, setItem: refuse, removeItem: refuse }
  const blocked = new BlockedSockets({ knock: async () => true, storage })
  expect(blocked.isKnown).toBe(false)
  blocked.hung()
  await pass()
  expect(blocked.isKnown).toBe(true)
})

test('W9 while nothing gets through, a WebSocket is tried now and then, and believed if it works', async () => {
  const { blocked } = sockets()
  blocked.hung()
  await pass()
  blocked.doubt()
  expect(blocked.isKnown).toBe(false)
  blocked.failed()
  expect(blocked.isKnown).toBe(true)
  blocked.doubt()
  blocked.worked()
  expect(blocked.isKnown).toBe(false)
})
