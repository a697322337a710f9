import type { GroupId, NoteId } from '../ids.ts'
import type { Block } from '../note.ts'
import type { NoteFate } from './fateOf.ts'

/** A card and what became of it. */
export type CardFate = {
  readonly group: GroupId
  readonly note: NoteId
  /** */
  readonly number: string
  readonly blocks: readonly Block[]
  readonly isMine: boolean
  /** Deleted for good: its number is all that is left. */
  readonly isErased: boolean
  /** Laid away on its board. */
  readonly isTrashed: boolean
  /** the card that it was put together into on its board; the fate is that card's. */
  readonly mergedInto: string | null
  readonly fate: NoteFate
}

/** GET /api/cards: own cards of all groups, then the others of one's own group. By numbers. */
export type CardsAnswer = {
  readonly own: readonly CardFate[]
  readonly others: readonly CardFate[]
  /** Whose the others are. */
  readonly group: GroupId | null
}
/** GET /api/groups/:group/fates: what became of one group's cards, without their text. */
export type FatesAnswer = {
  readonly cards: readonly Pick<CardFate, 'note' | 'number' | 'mergedInto' | 'fate'>[]
}
