import { valueStore, type ReadStore } from '../../sync/valueStore.ts'

const key = 'leitwand.cursors'

const before = (): boolean => {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return true
  }
}
const shown = valueStore(before())

/** Whether this device shows the mice of the others. */
export const cursorsShown: ReadStore<boolean> = shown

export const showCursors = (on: boolean): void => {
  shown.set(on)
  try {
    if (on) localStorage.removeItem(key)
    else localStorage.setItem(key, 'off')
  } catch {
    // Kept for this page only.
  }
}
