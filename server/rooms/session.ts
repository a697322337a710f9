import type { Person } from '#shared/api.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { Bundle } from './bundle.ts'

/** What a door hands to a room: somebody, and a way to reach them. */
export type Line = {
  readonly person: Person
  /** The client asked for `stored` and `refused` frames. */
  readonly wantsAcks: boolean
  send(bundle: Bundle): void
  close(refusal: Refusal): void
  /** Bytes that were sent and are still on this side of the network. */
  backlog(): number
}

/**
 * What a session may do now. `waiting`: writes, or wrote, but nothing can be saved at the moment; its edits stay with
 * it and are asked for when the store is back. `late`: could write here once and may not any more;
 * still asked for what it holds, which is kept for the moderators and never applied.
 */
export type Standing = 'writer' | 'waiting' | 'late' | 'reader'

/** A client that takes its frames too slowly gets none until it is empty, and then one difference. */
export type Lag = {
  /** State vector of what it has been sent, or has asked with meanwhile. */
  vector: Uint8Array
  /** The smallest backlog seen, and when it last became smaller. */
  least: number
  since: number
  /** Document frames stored meanwhile, to be told with the difference. */
  stored: number
  /** The difference is being made. */
  isAnswered: boolean
}

/** A state vector to answer with what is missed, and whether presence is wanted. */
export type Question = { vector?: Uint8Array; presence?: boolean }

export type Session = Line & {
  /** Who this is and what they may do follow the committed rows, also while connected. */
  person: Person
  standing: Standing
  /** Document frames received on this connection. */
  frames: number
  /** After a refusal nothing more of this connection is applied. */
  deaf: boolean
  /** Frames that were neither applied nor answered: what follows them may lean on them. */
  unheard: number
  /** The Yjs client whose presence this connection carries. */
  client: number | null
  lag: Lag | null
  /** What it has asked and is answered a moment later, because it has had its share of answers: ms of work left, and when that was. */
  question: Question | null
  credit: number
  answeredAt: number
  /** Too much of it waited for what never came: what is left of it in the inbox is not looked at. */
  isDropped: boolean
  /** Edits kept aside, and the row they are in. */
  readonly late: string[]
  lateRow: string
  readonly id: string
}

export const openSession = (line: Line, standing: Standing, id: string): Session =>
  Object.assign(line, {
    standing,
    frames: 0,
    deaf: false,
    unheard: 0,
    client: null,
    lag: null,
    question: null,
    credit: 0,
    answeredAt: -Infinity,
    isDropped: false,
    late: [],
    lateRow: id,
    id,
  })
