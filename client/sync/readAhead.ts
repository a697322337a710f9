import * as decoding from 'lib0/decoding'
import { messageYjsSyncStep2 } from 'y-protocols/sync'
import * as Y from 'yjs'
import { frameType } from '#shared/wire.ts'

/** The document that came in one of these frames, if any, and the frames without it. */
export const readAhead = (frames: readonly Uint8Array[]): { doc: Y.Doc | null; rest: Uint8Array[] } => {
  let doc: Y.Doc | null = null
  const rest = frames.map((frame) => {
    const decoder = decoding.createDecoder(frame)
    if (doc || decoding.readVarUint(decoder) !== frameType.sync) return frame
    if (decoding.readVarUint(decoder) !== messageYjsSyncStep2) return frame
    const read = new Y.Doc()
    Y.applyUpdate(read, decoding.readVarUint8Array(decoder))
    doc = read
    return nothingMissing
  })
  return { doc, rest }
}

/** Sync step 2 with an empty update. */
const nothingMissing = new Uint8Array([frameType.sync, messageYjsSyncStep2, 2, 0, 0])
