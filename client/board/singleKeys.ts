import { useSyncExternalStore } from 'react'
import { keptSwitch } from './keptSwitch.ts'

/**
 * Whether keys without Ctrl do something: N writes, digits set the kind. Whoever speaks to the computer or slips from
 * key to key can turn them off (WCAG 2.1.4); this device remembers it. Arrows, Enter and Escape are not among them.
 */
export const singleKeys = keptSwitch('leitwand.singleKeys')

export const useSingleKeys = (): boolean => useSyncExternalStore(singleKeys.subscribe, singleKeys.get)
