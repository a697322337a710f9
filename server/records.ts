import {
  noteRef,
  type CommentId,
  type EventId,
  type GroupId,
  type NoteId,
  type PersonId,
} from '#shared/ids.ts'
import type { Person } from '#shared/api.ts'
import type { AudienceQuestion } from '#shared/day/audienceQuestion.ts'
import type { BeamerScreen, BeamerShow } from '#shared/day/beamerScreen.ts'
import type { Notice } from '#shared/day/notice.ts'
import type { ExpectedPerson } from '#shared/day/people.ts'
import type { StageMemory } from '#shared/day/phaseMoves.ts'
import type { PhaseState, Stage } from '#shared/day/phaseState.ts'
import type { Ballot, Vote } from '#shared/day/vote.ts'
import type { RoomName } from '#shared/place.ts'
import type { Consent, ConsentBallot } from '#shared/plenum/consent.ts'
import type { Fate } from '#shared/plenum/fate.ts'
import type { Minute, MinutesHead } from '#shared/plenum/minute.ts'
import type { Apart } from '#shared/plenum/overlaps.ts'
import type { DiscussMark, Presenting } from '#shared/plenum/presenting.ts'
import type { Proposal } from '#shared/plenum/proposal.ts'
import type { Remark } from '#shared/plenum/remark.ts'
import type { Decision, PlenumState, Result, VersionInfo } from '#shared/result.ts'
import type { UserRole } from '#shared/roles.ts'
import type { Append, Change, Rewriting, Snapshot, Store } from './store/store.ts'

/** The tables of an event. A row is a fact; text that people edit together is never one. */
export type Tables = {
  event: {
    readonly template: unknown
    readonly createdAt: number
    readonly codes: Readonly<Record<UserRole, string>>
    /** The event whose staff made it; the first one of a server has none. */
    readonly madeIn?: EventId
    /** A rehearsal with made-up people: it may be emptied by one click. */
    readonly isRehearsal?: boolean
  }
  person: Person
  /** Whose ticket stands for somebody else since the two were found to be one, by the id that is gone. */
  alias: { readonly into: PersonId }
  /** Who is on the list and has not come yet. */
  expected: ExpectedPerson
  /** By `<group>/<note>`. */
  note: {
    readonly group: GroupId
    readonly number: number
    readonly person: PersonId | null
    readonly author: string
    readonly at: number
    /** When it was erased for good; its number is never given again. */
    readonly erasedAt?: number
  }
  /** Who wrote a comment on a note, by `<group>/<note>/<comment>`. */
  comment: {
    readonly group: GroupId
    readonly note: NoteId
    readonly comment: CommentId
    readonly person: PersonId | null
    readonly author: string
  }
  result: Result
  decision: Decision
  plenum: PlenumState
  /** `key`: of the request that made it; it counts once however often it comes. */
  version: VersionInfo & { readonly json: string; readonly key?: string }
  /** `main` and `2`; older rows are the show alone. */
  beamer: BeamerScreen | BeamerShow
  /** Edits that came after a place was closed to their author (Nachzügler), one row a connection. */
  late: {
    readonly room: RoomName
    readonly person: PersonId
    readonly name: string
    readonly at: number
    readonly updates: readonly string[]
    /** What the moderators did with them; the updates are gone then. */
    readonly settled?: {
      readonly how: 'accepted' | 'noted' | 'discarded'
      readonly reason: string
      readonly by: string
      readonly at: number
    }
  }
  /** By group, and `plenum`. */
  phase: PhaseState
  /** By stage: what outlives the end of its phases. */
  stage: StageMemory
  /** The last time that all timers were shifted, `last`: what comes again with the same key counts once. */
  shift: { readonly key: string; readonly minutes: number; readonly at: number }
  notice: Notice
  vote: Vote
  /** By `<vote>/<person>`, while the vote is open. */
  ballot: Ballot
  /** Points of people without a device, by vote, while it is open. */
  hand: Readonly<Record<string, number>>
  /**
   * What the store's files may still hold though it is gone: ballots of closed votes, by vote; by group, in the drafts
   * of these people, what was revealed without names.
   */
  unwiped: { readonly at: number; readonly drafts?: readonly PersonId[] }
  /** Who is done with a phase, by `<stage>/<person>`. */
  done: { readonly stage: Stage; readonly round: number }
  audienceQuestion: AudienceQuestion
  /** By `<question>/<mark>`: a mark tells no person without the server's secret, and differs with every question. */
  support: { readonly question: string }
  /** One row, `questions`. */
  questionQueue: { readonly isModerated: boolean }
  /** One row, `plenum`. */
  presenting: Presenting
  /** By `<target>/<mark>`: a mark tells no person without the server's secret, and differs with every target. */
  discuss: DiscussMark
  proposal: Proposal
  consent: Consent
  /** By `<consent>/<person>`, while it is open. */
  consentBallot: ConsentBallot
  /** Answers of people without a device, by consent, while it is open. */
  consentHands: Readonly<Record<string, number>>
  remark: Remark
  /** By the note's reference. */
  fate: Fate
  /** Pairs of notes that do not belong together, by `pairKey`. */
  apart: Apart
  minute: Minute
  minutes: MinutesHead
}
export type Table = keyof Tables

/** What a command changes: rows to put or (null) to remove, and document updates that belong with them. */
export type RecordChange = {
  [T in Table]: { readonly table: T; readonly id: string; readonly value: Tables[T] | null }
}[Table]

/**
 * The committed rows of one event, held in memory: read without waiting, changed only by a commit.
 * Nothing is seen here before it is on disk.
 */
export class Records {
  readonly event: EventId
  readonly #store: Store
  readonly #tables = new Map<string, Map<string, unknown>>()
  readonly #listeners = new Set<(changes: readonly RecordChange[]) => void>()

  private constructor(store: Store, event: EventId) {
    this.#store = store
    this.event = event
  }

  static async open(store: Store, event: EventId): Promise<Records> {
    const records = new Records(store, event)
    for (const { table, id, value } of await store.rows(event)) records.#table(table).set(id, value)
    return records
  }

  get<T extends Table>(table: T, id: string): Tables[T] | undefined {
    return this.#table(table).get(id) as Tables[T] | undefined
  }

  all<T extends Table>(table: T): [id: string, row: Tables[T]][] {
    return [...this.#table(table)] as [string, Tables[T]][]
  }

  /** One commit of rows and document updates; listeners hear of it when it is on disk. */
  async commit(changes: readonly RecordChange[], appends: readonly Append[] = []): Promise<number[]> {
    const rows = changes.map((change): Change => ({ ...change, event: this.event }))
    const seqs = await this.#store.commit({ appends, changes: rows })
    this.#took(changes)
    return seqs
  }

  /** Rows, and all that is kept of some documents, replaced together. */
  async rewrite(rewritings: readonly Rewriting[], changes: readonly RecordChange[]): Promise<void> {
    const rows = changes.map((change): Change => ({ ...change, event: this.event }))
    await this.#store.rewrite(rewritings, rows)
    this.#took(changes)
  }

  /** What was replaced or deleted so far is overwritten on disk. */
  wipe(): Promise<void> {
    return this.#store.wipe()
  }

  snapshots(room: RoomName): Promise<Snapshot[]> {
    return this.#store.snapshots(room)
  }

  #took(changes: readonly RecordChange[]): void {
    for (const { table, id, value } of changes)
      if (value === null) this.#table(table).delete(id)
      else this.#table(table).set(id, value)
    if (changes.length > 0) for (const hear of this.#listeners) hear(changes)
  }

  onChange(hear: (changes: readonly RecordChange[]) => void): () => void {
    this.#listeners.add(hear)
    return () => this.#listeners.delete(hear)
  }

  #table(name: string): Map<string, unknown> {
    const found = this.#tables.get(name)
    if (found) return found
    const made = new Map<string, unknown>()
    this.#tables.set(name, made)
    return made
  }
}

/** Numbers of a group's notes. Rows go by group and note: no board can touch what belongs to another. */
export const noteNumberOf =
  (records: Records, group: GroupId) =>
  (note: NoteId): number | undefined =>
    records.get('note', noteRef(group, note))?.number
