/** One value that components can read with `useSyncExternalStore`: same identity until it changes. */
export type ReadStore<T> = {
  readonly get: () => T
  readonly subscribe: (listener: () => void) => () => void
}
export type ValueStore<T> = ReadStore<T> & { readonly set: (value: T) => void }

export const valueStore = <T>(initial: T): ValueStore<T> => {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
