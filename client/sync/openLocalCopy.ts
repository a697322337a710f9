import { IndexeddbPersistence, storeState } from 'y-indexeddb'
import * as Y from 'yjs'
import { keptPrefix } from './keptPrefix.ts'

export type LocalCopy = {
  /** `unsaved`: so many changes of an earlier visit had not reached the server. */
  readonly loaded: Promise<{ readonly hasContent: boolean; readonly unsaved: number }>
  readonly isOrigin: (by: unknown) => boolean
  /** True when every change of this device so far is on its disk. */
  readonly isKept: () => boolean
  /** Remembers for the next visit how many changes the server does not have yet. */
  readonly setUnsaved: (count: number) => void
  readonly close: () => Promise<void>
  readonly forget: () => Promise<void>
}

/** Others' changes are safe at the server: they are written together, now and then. */
const othersMs = 1000

const prefix = 'leitwand.unsaved.'

/** How many changes of an earlier visit this device holds that the server has not acknowledged. */
export const unsavedIn = (name: string): number => {
  try {
    return Number(localStorage.getItem(prefix + name)) || 0
  } catch {
    return 0
  }
}
const noteUnsaved = (name: string, count: number): void => {
  try {
    if (count > 0) localStorage.setItem(prefix + name, String(count))
    else localStorage.removeItem(prefix + name)
  } catch {
    // Then the next visit cannot say how many; the changes themselves are kept all the same.
  }
}

/** Whether this device may have a copy: then it is worth waiting for. */
export const hasLocalCopy = (name: string): boolean => {
  try {
    return localStorage.getItem(keptPrefix + name) !== null
  } catch {
    return true
  }
}
const noteKept = (name: string, isKept: boolean): void => {
  try {
    if (isKept) localStorage.setItem(keptPrefix + name, '1')
    else localStorage.removeItem(keptPrefix + name)
  } catch {
    // Then every visit looks for a copy first.
  }
}

/** A copy of the document in this browser, so that a dead tab loses nothing. Without storage all promises still hold, but `isKept`. */
export const openLocalCopy = (name: string, doc: Y.Doc, unsavedNow: () => number): LocalCopy => {
  const store = new IndexeddbPersistence(name, doc)
  let changes = 0
  let kept = 0
  /** The device's storage is full, or broken. */
  let hasFailed = false
  let isHeard = false
  let isChecking = false
  let noted = unsavedIn(name)
  let noting: ReturnType<typeof setTimeout> | undefined
  let isOpen = true
  // Until the earlier changes are counted, nobody knows how many are unsaved.
  let isLoaded = false

  /** A write transaction waits for those before it, so its end tells that the updates before it are stored. */
  const check = () => {
    if (isChecking || !store.db || !isOpen) return
    isChecking = true
    // A failed write ends only its own transaction; the database hears of each.
    if (!isHeard) store.db.addEventListener('abort', () => (hasFailed = true))
    isHeard = true
    const upTo = changes
    try {
      const marker = store.db.transaction(['updates'], 'readwrite')
      marker.oncomplete = () => {
        isChecking = false
        kept = upTo
        if (kept < changes) check()
      }
      marker.onabort = () => {
        isChecking = false
      }
    } catch {
      isChecking = false
    }
  }
  // Written at our pace instead of a transaction of the database for every letter of everyone.
  doc.off('update', store._storeUpdate)
  let waiting: Uint8Array[] = []
  let writing: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    clearTimeout(writing)
    writing = undefined
    if (waiting.length === 0) return
    const [first = new Uint8Array(), ...more] = waiting
    store._storeUpdate(more.length === 0 ? first : Y.mergeUpdates(waiting), null)
    waiting = []
  }
  const changed = (update: Uint8Array, by: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
    if (by === store) return
    waiting.push(update)
    if (!local) {
      writing ??= setTimeout(write, othersMs)
      return
    }
    changes++
    // What it builds on comes before it.
    write()
    queueMicrotask(check)
  }
  doc.on('update', changed)
  /** What others erase leaves this device, too: the copy is written anew, without its history. */
  const forgetErased = ({ local, origin, changed: touched }: Y.Transaction) => {
    const notes = doc.share.get('notes')
    if (local || origin === store || !store.db || !notes) return
    const map = notes as unknown as Y.Map<unknown>
    const isErased = (key: string | null) => key !== null && !map.has(key)
    if (![...(touched.get(notes as never) ?? [])].some(isErased)) return
    // The new copy holds what waits, without what was erased.
    waiting = []
    void storeState(store, true).catch(() => undefined)
  }
  doc.on('afterTransactionCleanup', forgetErased)

  const note = () => {
    clearTimeout(noting)
    noting = undefined
    if (!isLoaded) return
    noted = unsavedNow()
    noteUnsaved(name, noted)
  }
  // A reload does not wait for the timers.
  const leave = () => {
    note()
    write()
  }
  window.addEventListener('pagehide', leave)
  const stop = () => {
    isOpen = false
    window.removeEventListener('pagehide', leave)
    clearTimeout(noting)
    clearTimeout(writing)
    doc.off('update', changed)
    doc.off('afterTransactionCleanup', forgetErased)
  }
  const loaded = store.whenSynced.then(() => {
    check()
    isLoaded = true
    noteKept(name, true)
    return { hasContent: doc.store.clients.size > 0, unsaved: noted }
  })
  return {
    loaded,
    isOrigin: (by) => by === store,
    isKept: () => isLoaded && kept >= changes && !hasFailed,
    setUnsaved: (count) => {
      if (isLoaded && count !== noted && noting === undefined && isOpen) noting = setTimeout(note, 300)
    },
    close: async () => {
      leave()
      stop()
      await store.destroy().catch(() => undefined)
    },
    forget: async () => {
      stop()
      noteUnsaved(name, 0)
      noteKept(name, false)
      await store.clearData().catch(() => undefined)
    },
  }
}
