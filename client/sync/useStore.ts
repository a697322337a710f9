import { useSyncExternalStore } from 'react'
import type { ReadStore } from './valueStore.ts'

const nothing: ReadStore<null> = { get: () => null, subscribe: () => () => undefined }

/** The value of a store, and null while there is no store yet. */
export const useStore = <T>(store: ReadStore<T> | null | undefined): T | null => {
  const { subscribe, get }: ReadStore<T | null> = store ?? nothing
  return useSyncExternalStore(subscribe, get)
}
