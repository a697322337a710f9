import * as Y from 'yjs'
import { blocksOf, type Block } from '#shared/note.ts'
import { wordingsOf } from '#shared/result.ts'
import type { ReadStore } from '../../sync/valueStore.ts'
import { docStore } from './docStore.ts'

export type Wordings = ReadonlyMap<string, readonly Block[]>

/** The wordings of all results; one that has not changed keeps its identity. */
export const wordingStore = (doc: Y.Doc): ReadStore<Wordings> => {
  const wordings = wordingsOf(doc)
  let known: Wordings = new Map()
  /** null: everything. */
  let stale: Set<string> | null = null
  const observe = (changed: () => void) => {
    const note = (events: readonly Y.YEvent<never>[]) => {
      for (const event of events)
        if (event.path.length > 0) stale?.add(String(event.path[0]))
        else for (const id of (event as unknown as Y.YMapEvent<unknown>).keysChanged) stale?.add(id)
      changed()
    }
    stale = null
    wordings.observeDeep(note as never)
    return () => wordings.unobserveDeep(note as never)
  }
  const read = () => {
    const next = new Map<string, readonly Block[]>()
    for (const [id, fragment] of wordings) {
      const before = known.get(id)
      if (before && stale && !stale.has(id)) next.set(id, before)
      else if (fragment instanceof Y.XmlFragment) next.set(id, blocksOf(fragment))
    }
    stale = new Set()
    known = next
    return next
  }
  return docStore(observe, read)
}
