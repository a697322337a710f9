import { useSyncExternalStore } from 'react'
import { valueStore, type ValueStore } from '../sync/valueStore.ts'

const name = 'leitwand.singleKeys'

const remembered = (): boolean => {
  try {
    return localStorage.getItem(name) !== 'off'
  } catch {
    return true
  }
}

const known = valueStore(remembered())

/**
 * Whether keys without Ctrl do something: N writes, digits set the kind. Whoever speaks to the computer or slips from
 * key to key can turn them off (WCAG 2.1.4); this device remembers it. Arrows, Enter and Escape are not among them.
 */
export const singleKeys: ValueStore<boolean> = {
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

export const useSingleKeys = (): boolean => useSyncExternalStore(singleKeys.subscribe, singleKeys.get)
