import type { DecisionId, GroupId, NoteRef, ResultId } from '../ids.ts'
import type { Lead, ResultState } from '../result.ts'
import type { FateKind } from './fate.ts'
import type { Presented } from './presenting.ts'

/** What happened in the Plenum. Facts alone: nobody edits them. */
export type MinuteFact =
  /** Empty: the last phase is over. */
  | { readonly kind: 'phase'; readonly phase: string }
  | { readonly kind: 'presented'; readonly presented: Presented }
  | {
      readonly kind: 'result'
      readonly did: 'made' | 'joined' | 'parted' | 'linked' | 'dissolved' | 'restored'
      readonly result: ResultId
      /** The notes that it is about: of `joined`, `parted` and `linked` those alone. */
      readonly sources: readonly NoteRef[]
    }
  | {
      readonly kind: 'proposal'
      readonly did: 'made' | 'taken' | 'adapted' | 'declined' | 'withdrawn' | 'reopened'
      readonly proposal: string
      readonly result: ResultId
    }
  | {
      readonly kind: 'consent'
      readonly did: 'opened' | 'closed' | 'broken'
      readonly consent: string
      readonly group: GroupId
      readonly results: readonly ResultId[]
    }
  | {
      readonly kind: 'decision'
      readonly did: 'made' | 'withdrawn'
      readonly decision: DecisionId
      /** As it was then: what became of an attempt may be said later. */
      readonly outcome?: ResultState
    }
  | {
      readonly kind: 'remark'
      readonly did: 'made' | 'settled' | 'withdrawn'
      readonly remark: string
      readonly result: ResultId
    }
  | {
      readonly kind: 'fate'
      readonly note: NoteRef
      /** Null: what was said before was taken back. */
      readonly as: FateKind | null
      readonly addressee: Lead
      readonly reason: string
    }
  | { readonly kind: 'points'; readonly did: 'opened' | 'closed'; readonly vote: string }
  | { readonly kind: 'version'; readonly did: 'finalised' | 'reopened'; readonly version: number }

/** A line of the minutes. */
export type Minute = {
  readonly id: string
  readonly at: number
  readonly fact: MinuteFact
  /** What it was about, as it was called and as it read then: later changes do not change the minutes. */
  readonly name: string
  readonly text: string
  /** What staff and the moderators add. */
  readonly remark: string
}
/** One row, `minutes`: what may be edited about the minutes as a whole. */
export type MinutesHead = { readonly title: string; readonly remarks: string }
