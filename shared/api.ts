import type { CommentId, EventId, GroupId, LevelId, NoteId, PersonId } from './ids.ts'
import type { BeamerScreen, ScreenNumber } from './day/beamerScreen.ts'
import type { Fate } from './plenum/fate.ts'
import type { Remark } from './plenum/remark.ts'
import type { Decision, PlenumState, Result, VersionInfo } from './result.ts'
import type { Seat, UserRole } from './roles.ts'
import type { EventPlan, Label, Language } from './template.ts'

/** What the server answers over HTTP. Every failure answers `ErrorAnswer`. */
export type ErrorAnswer = {
  readonly error: string
  readonly message: string
  readonly params: Record<string, string>
}

export type Person = {
  readonly id: PersonId
  readonly name: string
  readonly role: UserRole
  readonly seat: Seat
  /** Where they work, if the plan asks and they say so. */
  readonly level?: LevelId | null
  /** Groups left behind: what was written there without network is still asked for, and kept for the moderators. */
  readonly formerGroups?: readonly GroupId[]
  readonly joinedAt: number
}

/** GET /api/event: what the join page may know without a ticket. */
export type EventBrief = {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly language: Language
  readonly date: string
  readonly start: string
  readonly end: string
  readonly timezone: string
  /** `free`: places left, null for any number. */
  readonly groups: readonly { readonly id: GroupId; readonly title: string; readonly free: number | null }[]
  /** Which levels one may name when joining; none: nobody asks. */
  readonly levels: readonly (Label & { readonly id: LevelId })[]
}
/** GET /api/codes/:code */
export type CodeAnswer = { readonly role: UserRole; readonly code: string }
/** POST /api/join */
export type JoinAnswer = { readonly ticket: string; readonly person: Person; readonly event: EventBrief }
/** GET /api/me: who I am, and the whole plan. `now` is server time in ms. */
export type MeAnswer = { readonly person: Person; readonly event: EventPlan; readonly now: number }

/** GET /api/groups/:group/notes: what the server knows of a group's notes beside their text. */
export type NoteFact = {
  readonly id: NoteId
  readonly number: number
  readonly author: string
  /** Whether whoever asks has written it. */
  readonly isMine: boolean
}
/** Who wrote a comment; nobody knows it of what came by a stranger's hand. */
export type CommentFact = {
  readonly id: CommentId
  readonly note: NoteId
  readonly author: string
  /** Whether whoever asks has written it. */
  readonly isMine: boolean
}
export type NotesAnswer = {
  readonly notes: readonly NoteFact[]
  readonly comments: readonly CommentFact[]
}

/**
 * DELETE /api/groups/:group/notes/:note: results that were made of the note, and other notes that were made of the same
 * question to a talk; their text is not touched.
 */
export type ErasedAnswer = { readonly results: readonly string[]; readonly notes: readonly string[] }

/** GET /api/plenum */
export type PlenumAnswer = {
  readonly plenum: PlenumState
  readonly results: readonly Result[]
  readonly decisions: readonly Decision[]
  readonly remarks: readonly Remark[]
  readonly fates: readonly Fate[]
  readonly versions: readonly VersionInfo[]
  readonly latecomers: number
}
/** GET and PUT /api/beamer?screen=1: the queue is empty for those who do not steer. */
export type BeamerAnswer = BeamerScreen & { readonly screen: ScreenNumber }

/** GET /api/beamer/seats, for screens and those who steer them: who is where, by name. */
export type SeatsAnswer = {
  readonly groups: readonly { readonly id: GroupId; readonly names: readonly string[] }[]
  /** Members without a group. */
  readonly seatless: number
}

/** GET /health: 200 while everything can be saved, else 503. */
export type HealthAnswer = { readonly status: 'ok' | 'storeDown'; readonly event: EventId }

/** GET /api/links: for staff all roles, the beamer's once for each screen; for everyone else the members' link. */
export type JoinLink = {
  readonly role: UserRole
  /** Of a beamer's link: which screen the device becomes. */
  readonly screen: ScreenNumber | null
  readonly code: string
  readonly url: string
  readonly qr: string
}
