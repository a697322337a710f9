import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { RoomName } from '#shared/place.ts'

const patienceMs = 30_000

/** A document as a client holds it, over a stock y-websocket connection. */
export type LiveDoc = {
  readonly doc: Y.Doc
  /** Resolves when everything the server holds has arrived. */
  readonly ready: Promise<void>
  /** Resolves when the document shows it: what came from the server is on disk. */
  until(what: string, isThere: (doc: Y.Doc) => boolean): Promise<void>
  close(): void
}

export const openLiveDoc = (origin: string, ticket: string, room: RoomName): LiveDoc => {
  const doc = new Y.Doc()
  const url = `${origin.replace(/^http/, 'ws')}/sync`
  const provider = new WebsocketProvider(url, room, doc, { params: { ticket }, disableBc: true })
  const hearing = new Set<() => void>()
  const hear = () => {
    for (const check of hearing) check()
  }
  let refusal: string | null = null
  provider.on('closed', ({ reason }) => {
    refusal = reason
    hear()
  })
  provider.on('sync', hear)
  doc.on('update', hear)

  const wait = (what: string, isThere: () => boolean) =>
    new Promise<void>((done, failed) => {
      const end = (fault: Error | null) => {
        clearTimeout(timer)
        hearing.delete(check)
        if (fault) failed(fault)
        else done()
      }
      const check = () => {
        if (refusal !== null) end(new Error(`The server closed ${room}: ${refusal}.`))
        else if (isThere()) end(null)
      }
      const timer = setTimeout(
        () => end(new Error(`${room} does not show ${what} after ${patienceMs / 1000} s.`)),
        patienceMs,
      )
      hearing.add(check)
      check()
    })

  return {
    doc,
    ready: wait('anything', () => provider.synced),
    until: (what, isThere) => wait(what, () => isThere(doc)),
    close() {
      provider.destroy()
      doc.destroy()
    },
  }
}
