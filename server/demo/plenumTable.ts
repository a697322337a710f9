import type { NoteRef } from '#shared/ids.ts'
import { blocksOf, writeBlocks } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { decidedText, wordingsOf, type Result } from '#shared/result.ts'
import type { EventPlan } from '#shared/template.ts'
import type { Attendee } from './attendee.ts'
import type { LiveDoc } from './liveDoc.ts'
import type { NoteRefs } from './playGroup.ts'
import type { SampleDay, SampleResult } from './sampleDay.ts'

/** What every part of the sample Plenum works with. */
export type PlenumTable = {
  readonly day: SampleDay
  readonly plan: EventPlan
  readonly refs: NoteRefs
  /** Leads through the decisions, and decides what stands on their own screen. */
  readonly chair: Attendee
  readonly wall: LiveDoc
  /** Where another moderator writes the wordings. */
  readonly paper: LiveDoc
  /** Everyone in the room, with the Plenum open. */
  readonly members: readonly Attendee[]
  /** Results as the server holds them, by the names of the sample. */
  readonly results: Map<string, Result>
}

export const refOf = (refs: NoteRefs, id: string): NoteRef => {
  const ref = refs.get(id)
  if (!ref) throw new Error(`The sample day names the note ${id}, which nobody wrote.`)
  return ref
}
export const resultOf = ({ results }: PlenumTable, name: string): Result => {
  const result = results.get(name)
  if (!result) throw new Error(`The sample day names ${name}, which it does not have.`)
  return result
}
export const memberOf = ({ members }: PlenumTable, at: number): Attendee =>
  members[at % members.length] as Attendee

/** One moderator writes; it stands when the other one can read it. */
export const wordResults = async (
  table: PlenumTable,
  samples: readonly SampleResult[],
  wordingOf: (sample: SampleResult) => string,
): Promise<void> => {
  const { paper } = table
  const ids = samples.map(({ id }) => resultOf(table, id).id)
  await paper.until('all results', (doc) => ids.every((id) => wordingsOf(doc).has(id)))
  for (const sample of samples)
    paper.doc.transact(() => {
      const wording = wordingsOf(paper.doc).get(resultOf(table, sample.id).id)
      wording?.delete(0, wording.length)
      if (wording) writeBlocks(wording, parseNoteText(wordingOf(sample)))
    })
  await readsOnWall(table, samples, wordingOf)
}

/** The wordings have come to the one who leads. */
export const readsOnWall = (
  table: PlenumTable,
  samples: readonly SampleResult[],
  wordingOf: (sample: SampleResult) => string,
): Promise<void> =>
  table.wall.until('the wordings', () =>
    samples.every((sample) => {
      const result = resultOf(table, sample.id)
      return textOn(table.wall, result) === decidedText(result, parseNoteText(wordingOf(sample)))
    }),
  )

/** The exact text that stands on somebody's screen. */
export const textOn = ({ doc }: LiveDoc, result: Result): string => {
  const wording = wordingsOf(doc).get(result.id)
  return decidedText(result, wording ? blocksOf(wording) : [])
}
