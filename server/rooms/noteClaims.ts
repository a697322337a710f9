import type { NoteMap } from '#shared/board.ts'
import type { PersonId } from '#shared/ids.ts'

/** Whose note it is that the server writes for somebody. `rank` orders notes of the same moment. */
export type NoteClaim = {
  readonly person: PersonId | null
  readonly author: string
  readonly rank: number
}

const claims = new WeakMap<object, NoteClaim>()

/** To be said in the turn that brings the note. */
export const claimNote = (note: NoteMap, claim: NoteClaim): void => void claims.set(note, claim)
export const claimOf = (note: NoteMap): NoteClaim | null => claims.get(note) ?? null
