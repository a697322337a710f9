import { valueStore, type ValueStore } from '../sync/valueStore.ts'

/** On until somebody turns it off; this device remembers it, as far as it may. */
export const keptSwitch = (name: string): ValueStore<boolean> => {
  const remembered = (): boolean => {
    try {
      return localStorage.getItem(name) !== 'off'
    } catch {
      return true
    }
  }
  const known = valueStore(remembered())
  return {
    ...known,
    set: (on) => {
      known.set(on)
      try {
        if (on) localStorage.removeItem(name)
        else localStorage.setItem(name, 'off')
      } catch {
        // Then it lasts as long as the page.
      }
    },
  }
}
