import type { ReadStore } from '../../sync/valueStore.ts'

/**
 * A document as one plain value: `observe` tells when to read anew. It listens only while somebody reads;
 * what happened before the first reader came is read then.
 */
export const docStore = <T>(observe: (changed: () => void) => () => void, read: () => T): ReadStore<T> => {
  let value = read()
  let stop: (() => void) | null = null
  const listeners = new Set<() => void>()
  const changed = () => {
    value = read()
    for (const listener of listeners) listener()
  }
  return {
    get: () => value,
    subscribe: (listener) => {
      listeners.add(listener)
      if (!stop) {
        stop = observe(changed)
        value = read()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = null
      }
    },
  }
}
