import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { ackType, frameType, syncType } from '#shared/wire.ts'
import { isImpossible } from './isImpossible.ts'

/** Frames of the y-websocket protocol, built and read by hand: the server looks before it believes. */
export type DocumentFrame =
  | { readonly kind: 'step1'; readonly vector: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly clients: readonly number[] }
export type Frame =
  | DocumentFrame
  | { readonly kind: 'awareness'; readonly states: Uint8Array }
  | { readonly kind: 'queryAwareness' }
  | { readonly kind: 'ignored' }

/**
 * Reads one frame, or throws: whoever sent it is not speaking the protocol. Of those who may not write (`isHeard` false)
 * updates are not looked into.
 */
export const readFrame = (bytes: Uint8Array, isHeard: boolean): Frame => {
  const decoder = decoding.createDecoder(bytes)
  const type = decoding.readVarUint(decoder)
  if (type === frameType.awareness) return { kind: 'awareness', states: decoding.readVarUint8Array(decoder) }
  if (type === frameType.queryAwareness) return { kind: 'queryAwareness' }
  if (type === frameType.auth) return { kind: 'ignored' }
  if (type !== frameType.sync) throw new Error(`unknown frame type ${type}`)
  const sub = decoding.readVarUint(decoder)
  const body = decoding.readVarUint8Array(decoder)
  if (sub === syncType.step1) {
    Y.decodeStateVector(body)
    return { kind: 'step1', vector: body }
  }
  if (sub !== syncType.step2 && sub !== syncType.update) throw new Error(`unknown sync type ${sub}`)
  if (!isHeard) return { kind: 'update', update: body, clients: [] }
  const update = Y.decodeUpdate(body)
  if (isImpossible(update)) throw new Error('nobody can have written this update')
  return { kind: 'update', update: body, clients: [...new Set(update.structs.map(({ id }) => id.client))] }
}

/** True for the state vector of somebody who has nothing yet. */
export const isEmptyVector = (vector: Uint8Array): boolean => vector.length === 1 && vector[0] === 0

/** True for an update that carries nothing: what a stock client sends when it has nothing to say. */
export const isEmptyUpdate = (update: Uint8Array): boolean =>
  update.length === 2 && update[0] === 0 && update[1] === 0

const sync = (sub: number, body: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, frameType.sync)
  encoding.writeVarUint(encoder, sub)
  encoding.writeVarUint8Array(encoder, body)
  return encoding.toUint8Array(encoder)
}
export const step1Frame = (vector: Uint8Array): Uint8Array => sync(syncType.step1, vector)
export const step2Frame = (update: Uint8Array): Uint8Array => sync(syncType.step2, update)
/** What a sync frame of ours carries, without a copy. */
export const bodyOfSync = (frame: Uint8Array): Uint8Array => {
  const decoder = decoding.createDecoder(frame)
  decoder.pos = 2
  return decoding.readVarUint8Array(decoder)
}
export const updateFrame = (update: Uint8Array): Uint8Array => sync(syncType.update, update)

export const storedFrame = (count: number): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, frameType.auth)
  encoding.writeVarUint(encoder, ackType.stored)
  encoding.writeVarUint(encoder, count)
  return encoding.toUint8Array(encoder)
}
export const refusedFrame = (count: number, reason: string): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, frameType.auth)
  encoding.writeVarUint(encoder, ackType.refused)
  encoding.writeVarUint(encoder, count)
  encoding.writeVarString(encoder, reason)
  return encoding.toUint8Array(encoder)
}

export type PresenceEntry = { readonly client: number; readonly clock: number; readonly json: string }
/** At most this many states in one frame: a stock client never knows more than a room holds. */
const maxPresenceEntries = 5000
/**
 * Goes through the states of a presence frame. `readJson` is called for those that matter only: most of what stock
 * clients send is an echo of others.
 */
export const visitPresence = (
  states: Uint8Array,
  visit: (client: number, clock: number, readJson: () => string) => void,
): void => {
  const decoder = decoding.createDecoder(states)
  const count = decoding.readVarUint(decoder)
  if (count > maxPresenceEntries) throw new Error('too many presence states')
  for (let at = 0; at < count; at++) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const start = decoder.pos
    const end = decoding.readVarUint(decoder) + decoder.pos
    if (end > states.length) throw new Error('presence ends in the middle')
    visit(client, clock, () => {
      decoder.pos = start
      return decoding.readVarString(decoder)
    })
    decoder.pos = end
  }
}
export const readPresence = (states: Uint8Array): PresenceEntry[] => {
  const entries: PresenceEntry[] = []
  visitPresence(states, (client, clock, readJson) => entries.push({ client, clock, json: readJson() }))
  return entries
}
export const presenceFrame = (entries: readonly PresenceEntry[]): Uint8Array => {
  const states = encoding.createEncoder()
  encoding.writeVarUint(states, entries.length)
  for (const { client, clock, json } of entries) {
    encoding.writeVarUint(states, client)
    encoding.writeVarUint(states, clock)
    encoding.writeVarString(states, json)
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, frameType.awareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(states))
  return encoding.toUint8Array(encoder)
}
