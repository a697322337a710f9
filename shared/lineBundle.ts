import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * What a page sends up the HTTP door: for each of its lines (one a room) that it begins, what is said, that it ends.
 * Items are numbered from 1 over the life of a stream; a bundle says the number of its first.
 */
export type LineItem =
  | { readonly kind: 'open'; readonly line: number; readonly room: string; readonly wantsAcks: boolean }
  | { readonly kind: 'frame'; readonly line: number; readonly frame: Uint8Array }
  | { readonly kind: 'close'; readonly line: number }
export type LineBundle = { readonly first: number; readonly items: readonly LineItem[] }

const kinds = { open: 0, frame: 1, close: 2 } as const

export const writeBundle = ({ first, items }: LineBundle): Uint8Array<ArrayBuffer> => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, first)
  for (const item of items) {
    encoding.writeVarUint(encoder, kinds[item.kind])
    encoding.writeVarUint(encoder, item.line)
    if (item.kind === 'frame') encoding.writeVarUint8Array(encoder, item.frame)
    if (item.kind !== 'open') continue
    encoding.writeVarString(encoder, item.room)
    encoding.writeVarUint(encoder, item.wantsAcks ? 1 : 0)
  }
  return encoding.toUint8Array(encoder)
}

/** Reads a whole bundle, or throws. */
export const readBundle = (bytes: Uint8Array): LineBundle => {
  const decoder = decoding.createDecoder(bytes)
  const first = decoding.readVarUint(decoder)
  const items: LineItem[] = []
  while (decoding.hasContent(decoder)) items.push(readItem(decoder))
  return { first, items }
}

const readItem = (decoder: decoding.Decoder): LineItem => {
  const kind = decoding.readVarUint(decoder)
  const line = decoding.readVarUint(decoder)
  switch (kind) {
    case kinds.open:
      return {
        kind: 'open',
        line,
        room: decoding.readVarString(decoder),
        wantsAcks: decoding.readVarUint(decoder) === 1,
      }
    case kinds.frame: {
      const size = decoding.readVarUint(decoder)
      if (size > decoder.arr.length - decoder.pos) throw new Error('a frame ends in the middle')
      return { kind: 'frame', line, frame: decoding.readUint8Array(decoder, size) }
    }
    case kinds.close:
      return { kind: 'close', line }
    default:
      throw new Error(`unknown item ${kind}`)
  }
}
