import type { EventId } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Store } from './store.ts'

type Timers = { now(): number; after(ms: number, run: () => void): void }
export type WatchedStore = Store & { isUp(): boolean }

const probeMs = 1_000

/**
 * A store that knows whether it is up: down from a failed commit until a small write succeeds again.
 * While it is down nothing new is tried but the probe, so that a full disk does not end room after room.
 */
export const watchedStore = (
  store: Store,
  timers: Timers,
  hear: (isUp: boolean, fault?: unknown) => void,
): WatchedStore => {
  let up = true
  const probe = () => {
    const row = { table: 'probe', event: '-' as EventId, id: 'probe', value: timers.now() }
    store.commit({ changes: [row] }).then(
      () => {
        up = true
        hear(true)
      },
      () => timers.after(probeMs, probe),
    )
  }
  return {
    ...store,
    isUp: () => up,
    events: async () => (await store.events()).filter((event) => event !== '-'),
    async commit(commit) {
      if (!up) throw new Refusal('storeDown')
      try {
        return await store.commit(commit)
      } catch (fault) {
        if (up) {
          up = false
          hear(false, fault)
          timers.after(probeMs, probe)
        }
        throw new Refusal('storeDown')
      }
    },
  }
}
