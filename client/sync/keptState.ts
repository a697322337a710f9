export type DeviceStorage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * A part of a state that survives a reload: the fields of `nothing`, each of which says what stands where nothing is kept.
 * Nothing stays on the device once all of them are as in `nothing`. A browser that keeps nothing is no error.
 */
export const keptState = <Kept extends object>(storage: DeviceStorage, key: string, nothing: Kept) => {
  const fields = Object.keys(nothing) as (keyof Kept)[]
  const partOf = (state: Partial<Kept>) =>
    Object.fromEntries(fields.map((field) => [field, state[field] ?? nothing[field]])) as Kept
  const none = JSON.stringify(nothing)
  return {
    read: (): Kept => {
      try {
        return partOf(JSON.parse(storage.getItem(key) ?? '{}') as Partial<Kept>)
      } catch {
        return nothing
      }
    },
    keep: (state: Kept): void => {
      try {
        const kept = JSON.stringify(partOf(state))
        if (kept === none) storage.removeItem(key)
        else storage.setItem(key, kept)
      } catch {
        // It is kept for this page only.
      }
    },
  }
}
