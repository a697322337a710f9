import * as decoding from 'lib0/decoding'
import { ackType, frameType, syncType } from '#shared/wire.ts'

/** A frame of the y-websocket protocol in words: `update 34 B`, `stored 12`, `presence 3`. */
export const frameWords = (frame: Uint8Array): string => {
  try {
    return wordsOf(frame)
  } catch {
    return `unreadable ${frame.length} B`
  }
}

const wordsOf = (frame: Uint8Array): string => {
  const decoder = decoding.createDecoder(frame)
  switch (decoding.readVarUint(decoder)) {
    case frameType.sync:
      return syncWords(decoder)
    case frameType.awareness:
      decoding.readVarUint(decoder)
      return `presence ${decoding.readVarUint(decoder)}`
    case frameType.queryAwareness:
      return 'presence?'
    case frameType.auth:
      return answerWords(decoder)
    default:
      return `unknown ${frame.length} B`
  }
}

const syncWords = (decoder: decoding.Decoder): string => {
  const sub = decoding.readVarUint(decoder)
  const size = decoding.readVarUint(decoder)
  const word = { [syncType.step1]: 'step 1,', [syncType.step2]: 'step 2,', [syncType.update]: 'update' }[sub]
  return `${word ?? 'sync?'} ${size} B`
}

const answerWords = (decoder: decoding.Decoder): string => {
  const kind = decoding.readVarUint(decoder)
  const count = decoding.readVarUint(decoder)
  if (kind === ackType.stored) return `stored ${count}`
  return kind === ackType.refused ? `refused ${count} ${decoding.readVarString(decoder)}` : `answer ${kind}`
}
