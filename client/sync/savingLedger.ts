import { frameType, syncType } from '#shared/wire.ts'

export type SavingLedger = ReturnType<typeof savingLedger>

/**
 * Which local changes are on the server's disk. Changes are numbered as they are made; the server acknowledges
 * document frames of one connection, so the ledger remembers up to which change each frame speaks.
 */
export const savingLedger = () => {
  let made = 0
  let stored = 0
  /** For each document frame of this connection: everything up to this change is in it or before it. */
  let covers: number[] = []
  let offeredState = false
  return {
    made: () => made,
    stored: () => stored,
    unsaved: () => made - stored,
    /** A change of this device; `count` when several are found at once, such as those of an earlier visit. */
    changed: (count = 1) => {
      made += count
    },
    connected: () => {
      covers = []
      offeredState = false
    },
    sent: (frame: Uint8Array) => {
      if (frame[0] !== frameType.sync || frame[1] === syncType.step1) return
      if (frame[1] === syncType.step2) offeredState = true
      // Before the whole state was offered, a frame may lean on offline changes that the server does not have yet.
      covers.push(offeredState ? made : stored)
    },
    /** Everything this connection has sent so far is answered, if the server has answered `count` document frames. */
    isAnswered: (count: number) => count >= covers.length,
    /** The first `count` document frames of this connection are on disk. */
    acknowledged: (count: number) => {
      const upTo = covers[Math.min(count, covers.length) - 1]
      if (upTo !== undefined) stored = Math.max(stored, upTo)
    },
  }
}
