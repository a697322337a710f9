import { readFileSync } from 'node:fs'
import type { GroupId, KindId, LevelId, QuestionId, TagId } from '#shared/ids.ts'
import type { Due, Lead, Outcome } from '#shared/result.ts'

/** The sample day as it is written down: people, notes and results by the names they get in the end (A-07, M4). */
export type SampleNote = {
  readonly id: string
  readonly group: GroupId
  readonly question: QuestionId | null
  readonly kind: KindId
  readonly levels: readonly LevelId[]
  readonly tags: readonly TagId[]
  readonly text: string
  readonly author: string
  /** Title of its cluster. */
  readonly cluster: string | null
  readonly forPlenum: boolean
}
export type SampleCluster = { readonly group: GroupId; readonly title: string }
export type SamplePoint = { readonly text: string; readonly note: string | null; readonly to: string }
export type SampleResult = {
  readonly id: string
  readonly kind: KindId
  readonly state: Outcome
  readonly group: GroupId
  readonly title: string
  readonly wording: string
  readonly sources: readonly string[]
  readonly links: readonly string[]
  readonly levels: readonly LevelId[]
  readonly tags: readonly TagId[]
  readonly lead: Lead
  readonly due: Due
  readonly openPoints: readonly SamplePoint[]
  readonly reservations: readonly string[]
  readonly objections: readonly {
    readonly text: string
    readonly outcome: 'resolved' | 'kept' | 'overruled'
  }[]
  /** Changes of the wording in the Plenum, the first one first. */
  readonly proposals: readonly { readonly before: string }[]
  /** Points of the Plenum; null: it was not asked about. */
  readonly points: number | null
}
export type SampleDecision = {
  readonly results: readonly string[]
  readonly counts: Readonly<Record<string, number>>
  readonly outcome: 'adopted' | 'deferred' | 'not-adopted'
  readonly text: string | null
}
export type SampleDay = {
  readonly event: string
  /** What is counted at the end. */
  readonly plenum: {
    readonly eligible: number
    readonly moderatorsWithoutVote: number
    readonly notesTotal: number
    readonly notesForPlenum: number
    readonly guidelines: number
    readonly measures: number
    readonly deferred: number
    readonly points: { readonly given: number; readonly available: number }
  }
  readonly groups: readonly { readonly id: GroupId; readonly members: number }[]
  readonly clusters: readonly SampleCluster[]
  readonly notes: readonly SampleNote[]
  readonly results: readonly SampleResult[]
  readonly decisions: readonly SampleDecision[]
  readonly openPoints: readonly (SamplePoint & { readonly group: GroupId })[]
  readonly parkingLot: readonly { readonly note: string; readonly topic: string; readonly addressee: Lead }[]
  readonly nextSteps: readonly { readonly text: string }[]
}

const json = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
export const readSampleDay = (): SampleDay => ({
  ...json('sample-results.json'),
  ...json('sample-notes.json'),
})

export const sampleModerator = (group: string): string => `Moderation ${group}`

/** The members of a group: everyone who wrote a note there, and as many who only listened as were in the room. */
export const sampleMembers = (day: SampleDay, group: GroupId): string[] => {
  const authors = new Set(day.notes.filter((note) => note.group === group).map(({ author }) => author))
  authors.delete(sampleModerator(group))
  const listeners = (day.groups.find(({ id }) => id === group)?.members ?? 0) - authors.size
  return [...authors, ...Array.from({ length: Math.max(0, listeners) }, (_, at) => `Gast ${group}${at + 1}`)]
}

/** The first wording of a result that the Plenum changed, else the only one. */
export const firstWording = (result: SampleResult): string => result.proposals[0]?.before ?? result.wording
