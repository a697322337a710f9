import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { deletionsOf } from './purge.ts'

type Struct = Y.Item | Y.GC

/**
 * Cuts the update of a whole document into updates of at most about `size` structs each. Applied one after the other
 * they make the same document, and none waits for a later one; the last carries all deletions. Loading a large document
 * can so give way to others in between.
 */
export const sliceUpdate = (update: Uint8Array, size = 1500): Uint8Array[] => {
  const { structs } = Y.decodeUpdate(update)
  // What has holes waits for something from outside: it cannot be put in order.
  if (structs.length <= size || structs.some((struct) => struct instanceof Y.Skip)) return [update]
  const slices = inOrder(structs as Struct[])
  if (!slices) return [update]
  const parts: Uint8Array[] = []
  for (let at = 0; at < slices.length; at += size) parts.push(encode(slices.slice(at, at + size)))
  return [...parts, deletionsOf(update)]
}

/** Each struct after everything it leans on; null when something of that is missing. */
const inOrder = (structs: readonly Struct[]): Struct[] | null => {
  const queues = new Map<number, Struct[]>()
  for (const struct of structs) {
    const queue = queues.get(struct.id.client)
    if (queue) queue.push(struct)
    else queues.set(struct.id.client, [struct])
  }
  const next = new Map([...queues.keys()].map((client) => [client, 0]))
  const reached = new Map<number, number>()
  const isHere = (id: Y.ID) => id.clock < (reached.get(id.client) ?? 0)
  const ordered: Struct[] = []
  /** Takes what is ready of a client; true when that was something. */
  const advance = (client: number, queue: readonly Struct[]): boolean => {
    const start = next.get(client) as number
    let at = start
    for (; at < queue.length; at++) {
      const struct = queue[at] as Struct
      if (!dependenciesOf(struct).every(isHere)) break
      ordered.push(struct)
      reached.set(client, struct.id.clock + struct.length)
    }
    next.set(client, at)
    return at > start
  }
  while (ordered.length < structs.length) {
    let isMoving = false
    for (const [client, queue] of queues) if (advance(client, queue)) isMoving = true
    if (!isMoving) return null
  }
  return ordered
}

const dependenciesOf = (struct: Struct): Y.ID[] => {
  if (!(struct instanceof Y.Item)) return []
  const parent = struct.parent as unknown
  return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null].filter(
    (id) => id !== null,
  )
}

/** An update of these structs and no deletions, in the format of Yjs's `encodeStateAsUpdate` (version 1). */
const encode = (structs: readonly Struct[]): Uint8Array => {
  const byClient = new Map<number, Struct[]>()
  for (const struct of structs) {
    const own = byClient.get(struct.id.client)
    if (own) own.push(struct)
    else byClient.set(struct.id.client, [struct])
  }
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, byClient.size)
  // Yjs reads the highest client first.
  for (const [client, own] of [...byClient].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder.restEncoder, own.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, (own[0] as Struct).id.clock)
    for (const struct of own) struct.write(encoder, 0)
  }
  encoding.writeVarUint(encoder.restEncoder, 0)
  return encoder.toUint8Array()
}
