import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import { ackType, frameType } from '#shared/wire.ts'
import type { PersonId } from '#shared/ids.ts'
import type { RoomName } from '#shared/place.ts'
import { docAhead, socketOrigin } from './aheadSocket.ts'
import { calmStatus, type Saving } from './calmStatus.ts'
import { canSave } from './canSave.ts'
import { isDebugging } from './isDebugging.ts'
import { lineJournal, type LineJournal } from './lineJournal.ts'
import { hasLocalCopy, openLocalCopy, unsavedIn, type LocalCopy } from './openLocalCopy.ts'
import { pageLines } from './pageLines.ts'
import { RoomSocket } from './roomSocket.ts'
import { savingLedger } from './savingLedger.ts'
import { valueStore, type ReadStore } from './valueStore.ts'
import { whenIdle } from './whenIdle.ts'

/** Connection and saving in one word. `waiting`: so many changes of this device are not on the server's disk yet. */
export type RoomStatus = 'connecting' | 'stored' | 'offline' | { readonly waiting: number }

export type Room = {
  readonly name: RoomName
  readonly person: PersonId
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly mayWrite: boolean
  readonly status: ReadStore<RoomStatus>
  /** The same as it is told, in the head of the page and on the notes alike. */
  readonly told: ReadStore<Saving>
  /** True as soon as there is something to show: the local copy or the server's state. */
  readonly isLoaded: ReadStore<boolean>
  /** The close code with which the server sent us away for good (4400–4499), or null. */
  readonly refused: ReadStore<number | null>
  /** Why the server no longer takes changes of this connection; the room must be opened afresh, without its local copy. */
  readonly late: ReadStore<string | null>
  /** Numbers of local changes: how many were made, and up to which they are on the server's disk. */
  readonly saving: { readonly made: () => number; readonly stored: () => number }
  /** How the server is reached, and what is said; for those who look into it. */
  readonly journal: Pick<LineJournal, 'connection' | 'frames'>
  /** With `forget` the copy on this device goes as well. */
  readonly close: (options?: { readonly forget?: boolean }) => Promise<void>
}

export type RoomOptions = {
  /** By role and seat. A freeze is the server's business: who could write before still hands in what was written offline. */
  readonly mayWrite: boolean
  /** Names the local copy, so that a shared device does not mix people. */
  readonly person: PersonId
  readonly origin?: string
}

const loadPatienceMs = 1500

/** The rooms of this page, in the order of their opening. */
export const openRooms = valueStore<readonly Room[]>([])

/** Opens one live document: synchronised, kept on this device for writers, with honest saving. */
export const openRoom = (
  name: RoomName,
  { mayWrite, person, origin = socketOrigin() }: RoomOptions,
): Room => {
  const doc = (origin === socketOrigin() ? docAhead(name) : null) ?? new Y.Doc()
  const ledger = savingLedger()
  const journal = lineJournal(isDebugging())
  const status = valueStore<RoomStatus>('connecting')
  const calm = calmStatus({ status, canSave, made: ledger.made, stored: ledger.stored })
  const isLoaded = valueStore(false)
  const refused = valueStore<number | null>(null)
  const late = valueStore<string | null>(null)
  let hasFailed = false
  let isClosed = false
  let copy: LocalCopy | null = null

  const look = () => {
    const waiting = ledger.unsaved()
    copy?.setUnsaved(waiting)
    if (isOffline()) status.set('offline')
    else if (!provider.wsconnected || !provider.synced) status.set(hasFailed ? 'offline' : 'connecting')
    else if (waiting === 0) status.set('stored')
    else {
      const now = status.get()
      if (typeof now === 'string' || now.waiting !== waiting) status.set({ waiting })
    }
  }
  const changed = (_update: Uint8Array, by: unknown) => {
    if (by === provider || copy?.isOrigin(by)) return
    ledger.changed()
    queueMicrotask(look)
  }

  /** The stock provider's sends pass here, so that frames are counted exactly as the server counts them. */
  class CountingSocket extends RoomSocket {
    constructor(url: string) {
      super(url, pageLines, {
        ...journal.ears,
        sent: (frame) => {
          ledger.sent(frame)
          journal.ears.sent(frame)
        },
      })
    }
  }
  const provider = new WebsocketProvider(`${origin}/sync`, name, doc, {
    connect: false,
    disableBc: true,
    params: { ack: '1' },
    WebSocketPolyfill: CountingSocket as unknown as typeof WebSocket,
    // The stock back-off has no jitter: without it a restart brings everyone back in the same moment.
    maxBackoffTime: 1500 + Math.random() * 3000,
  })
  provider.messageHandlers[frameType.auth] = (_encoder, decoder) => {
    const kind = decoding.readVarUint(decoder)
    if (kind === ackType.stored) {
      ledger.acknowledged(decoding.readVarUint(decoder))
      look()
    } else if (kind === ackType.refused) {
      const count = decoding.readVarUint(decoder)
      const reason = decoding.readVarString(decoder)
      // The server keeps every late frame and answers each: what is still under way must arrive before the copy goes.
      if (ledger.isAnswered(count)) late.set(reason)
    }
  }
  provider.on('status', ({ status: word }) => {
    if (word === 'connected') {
      ledger.connected()
      // Others forgot us when the line broke; a fresh clock makes them believe we are back.
      provider.awareness.setLocalState({ ...provider.awareness.getLocalState() })
    }
    look()
  })
  provider.on('sync', (isSynced: boolean) => {
    if (isSynced) isLoaded.set(true)
    look()
  })
  provider.on('connection-close', () => {
    hasFailed = true
    queueMicrotask(look)
  })
  provider.on('closed', ({ code }) => {
    refused.set(code)
    look()
  })

  const connect = () => {
    if (isClosed) return
    provider.connect()
    // A document that came ahead is there before anybody draws the room.
    ;(provider.ws as unknown as RoomSocket | null)?.begin()
  }
  const copyName = `leitwand/${name}/${person}`
  // Who may no longer write still hands in what was written before; the server keeps it for the moderators (W7).
  const isKept = (mayWrite || unsavedIn(copyName) > 0) && typeof indexedDB !== 'undefined'
  const openCopy = () => {
    const opened = openLocalCopy(copyName, doc, () => ledger.unsaved())
    copy = opened
    return opened.loaded.then(({ hasContent, unsaved }) => {
      if (isClosed) return
      ledger.changed(unsaved)
      if (hasContent) isLoaded.set(true)
      look()
    })
  }
  /** First a change is counted, then it is sent: the frame must know that it carries it. */
  const watch = () => {
    doc.off('update', provider._updateHandler)
    doc.on('update', changed)
    doc.on('update', provider._updateHandler)
  }
  let callOff = () => {}
  if (isKept && hasLocalCopy(copyName)) {
    watch()
    const patience = setTimeout(connect, loadPatienceMs)
    void openCopy().then(() => {
      clearTimeout(patience)
      connect()
    })
  } else {
    // There is nothing to change before the first answer, and Yjs encodes all of it once more for whoever listens.
    doc.off('update', provider._updateHandler)
    provider.once('sync', () => {
      watch()
      if (isKept && !isClosed) callOff = whenIdle(() => void openCopy())
    })
    connect()
  }

  const goneOffline = () => look()
  const backOnline = () => {
    if (isClosed || refused.get() !== null) return
    provider.disconnect()
    provider.wsUnsuccessfulReconnects = 0
    provider.connect()
    look()
  }
  /** Warns only where closing the page would lose something: neither on the server nor on this device. */
  const beforeUnload = (event: BeforeUnloadEvent) => {
    if (ledger.unsaved() > 0 && !copy?.isKept()) event.preventDefault()
  }
  window.addEventListener('offline', goneOffline)
  window.addEventListener('online', backOnline)
  window.addEventListener('beforeunload', beforeUnload)

  const room: Room = {
    name,
    person,
    doc,
    awareness: provider.awareness,
    mayWrite,
    status,
    told: calm.told,
    isLoaded,
    refused,
    late,
    saving: { made: ledger.made, stored: ledger.stored },
    journal,
    close: async ({ forget = false } = {}) => {
      isClosed = true
      callOff()
      calm.close()
      openRooms.set(openRooms.get().filter((other) => other !== room))
      window.removeEventListener('offline', goneOffline)
      window.removeEventListener('online', backOnline)
      window.removeEventListener('beforeunload', beforeUnload)
      provider.destroy()
      provider.awareness.destroy()
      await (forget ? copy?.forget() : copy?.close())
      doc.destroy()
    },
  }
  openRooms.set([...openRooms.get(), room])
  return room
}

const isOffline = () => navigator.onLine === false
