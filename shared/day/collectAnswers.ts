import * as z from 'zod'
import type { Block } from '../note.ts'
import type { GroupId, KindId, LevelId, NoteId, QuestionId } from '../ids.ts'

/** POST /api/stages/:group/reveal */
export const revealCommand = z.object({ withNames: z.boolean() })
export type RevealAnswer = { readonly notes: number }

/** GET /api/groups/:group/drafts: that people write, and how much; never what or whose. */
export type DraftsAnswer = { readonly writers: number; readonly notes: number }

/** GET /api/drafts: own notes that stand on no board. */
export type OwnDraftsAnswer = { readonly unsent: number }

/** POST /api/drafts/send */
export const sendDraftsCommand = z.object({ notes: z.array(z.string().max(64)).max(1000) })
/** `late`: given to the moderators, because whoever sends may not write there any more. */
export type SentAnswer = { readonly sent: number; readonly late: number }

export type LateField =
  | 'question'
  | 'kind'
  | 'levels'
  | 'tags'
  | 'cluster'
  | 'place'
  | 'mark'
  | 'tray'
  | 'merge'
export type LateText = {
  readonly question: QuestionId | null
  readonly kind: KindId
  readonly levels: readonly LevelId[]
  readonly blocks: readonly Block[]
}
/** One thing that a late edit would change. */
export type LateChange =
  /** `before` null: a new note; `after` null: the edit takes it away. */
  | {
      readonly kind: 'note'
      readonly id: NoteId
      /** A-07, where it has one. */
      readonly number: string | null
      readonly author: string
      readonly before: LateText | null
      readonly after: LateText | null
      readonly fields: readonly LateField[]
    }
  | {
      readonly kind: 'comment'
      readonly note: NoteId
      readonly before: string | null
      readonly after: string | null
    }
  | { readonly kind: 'cluster'; readonly before: string | null; readonly after: string | null }
  | {
      readonly kind: 'wording'
      /** L1, or the title. */
      readonly name: string
      readonly before: readonly Block[]
      readonly after: readonly Block[]
    }

export const lateEndings = ['accepted', 'noted', 'discarded'] as const
export type LateEnding = (typeof lateEndings)[number]

export type LateRow = {
  readonly id: string
  readonly place: GroupId | 'plenum'
  /** Who wrote it. */
  readonly name: string
  readonly at: number
  readonly changes: readonly LateChange[]
  /** It leans on something that never arrived: it can only be discarded. */
  readonly isBroken: boolean
  readonly settled: {
    readonly how: LateEnding
    readonly reason: string
    readonly by: string
    readonly at: number
  } | null
}
/** GET /api/late: open ones first, the oldest on top; then what was settled, the latest on top. */
export type LateAnswer = { readonly rows: readonly LateRow[] }

/** POST /api/late/:id */
export const settleLateCommand = z.object({
  how: z.enum(lateEndings),
  reason: z.string().max(1000).default(''),
})
