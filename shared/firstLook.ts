import type { Side, Spot } from './board.ts'
import type { ClusterId, KindId, LevelId, NoteId, QuestionId } from './ids.ts'
import type { Block } from './note.ts'

/** A card as it is shown before the document is there. */
export type LookCard = {
  readonly id: NoteId
  /** "A-07"; null until the server has given one. */
  readonly number: string | null
  readonly kind: KindId
  readonly levels: readonly LevelId[]
  readonly blocks: readonly Block[]
  readonly at: Spot | null
  readonly column: Side | null
  readonly isMarked: boolean
  /** How many notes it was put together from. */
  readonly merged: number
}
export type LookCluster = {
  readonly id: ClusterId
  readonly title: string
  /** Where it was put, in the zone it belongs to. */
  readonly at: Spot | null
  readonly notes: readonly NoteId[]
  /** How many there are, also those left out here. */
  readonly count: number
}
export type LookZone = {
  readonly question: QuestionId
  readonly clusters: readonly LookCluster[]
  readonly loose: readonly NoteId[]
  /** How many cards there are, also those left out here. */
  readonly count: number
}
/**
 * What stands at the top of a board, as plain values: enough for the first screen, whatever the board's size. The
 * same for all who may read the board; null where a page begins with something else than the board.
 */
export type FirstLook = {
  readonly zones: readonly LookZone[]
  /** Themenspeicher. */
  readonly parked: readonly NoteId[]
  readonly cards: readonly LookCard[]
}
export type LookAnswer = { readonly look: FirstLook | null }
