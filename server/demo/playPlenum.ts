import type { MeAnswer, PlenumAnswer } from '#shared/api.ts'
import { gatheredOf } from '#shared/gather.ts'
import type { NoteRef } from '#shared/ids.ts'
import { blocksOf, writeBlocks } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { decidedText, resultNumbers, wordingsOf, type Result } from '#shared/result.ts'
import type { Attendee } from './attendee.ts'
import type { LiveDoc } from './liveDoc.ts'
import type { NoteRefs } from './playGroup.ts'
import { firstWording, type SampleDay, type SampleDecision, type SampleResult } from './sampleDay.ts'

type Table = {
  readonly day: SampleDay
  readonly refs: NoteRefs
  /** Leads through the decisions, and decides what stands on their own screen. */
  readonly chair: Attendee
  readonly wall: LiveDoc
  /** Where another moderator writes the wordings. */
  readonly paper: LiveDoc
  /** Results as the server holds them, by the names of the sample. */
  readonly results: Map<string, Result>
}

/** The afternoon: results out of the gathered notes, their wordings, the decisions, the closing, the finalisation. */
export const playPlenum = async (
  day: SampleDay,
  refs: NoteRefs,
  [chair, writer]: readonly [Attendee, Attendee],
  report: (line: string) => void,
): Promise<void> => {
  const [gathered, wall, paper] = await Promise.all([
    chair.open({ kind: 'gathered' }),
    chair.open({ kind: 'plenum' }),
    writer.open({ kind: 'plenum' }),
  ])
  const marked = day.notes.filter(({ forPlenum }) => forPlenum)
  await gathered.until('all marked notes', (doc) =>
    marked.every(({ id }) => gatheredOf(doc).get(refOf(refs, id))?.order != null),
  )
  report(`Plenum     ${marked.length} notes gathered`)
  const table: Table = { day, refs, chair, wall, paper, results: new Map() }
  for (const result of day.results) await makeResult(table, result)
  await word(table, day.results, firstWording)
  report(`Results    ${table.results.size} made, worded and described`)
  for (const decision of day.decisions) await decide(table, decision)
  report(`Decisions  ${day.decisions.length}`)
  await close(table)
  await chair.send('POST', '/plenum/finalise')
  report(`Finalised  ${await checkNames(table)}`)
}

const refOf = (refs: NoteRefs, id: string): NoteRef => {
  const ref = refs.get(id)
  if (!ref) throw new Error(`The sample day names the note ${id}, which nobody wrote.`)
  return ref
}
const resultOf = ({ results }: Table, name: string): Result => {
  const result = results.get(name)
  if (!result) throw new Error(`The sample day decides on ${name}, which it does not have.`)
  return result
}
const pointOf = <T extends { readonly note: string | null }>({ refs }: Table, point: T) => ({
  ...point,
  note: point.note === null ? null : refOf(refs, point.note),
})

const makeResult = async (table: Table, sample: SampleResult): Promise<void> => {
  const { chair, refs, day } = table
  const { kind, title, levels, tags, lead, due, reservations } = sample
  const toRefs = (ids: readonly string[]) => ids.map((id) => refOf(refs, id))
  const isMarked = (id: string) => day.notes.some((note) => note.id === id && note.forPlenum)
  // A result begins with notes that were marked; others are named as its sources afterwards.
  const made = await chair.send<Result>('POST', '/plenum/results', {
    sources: toRefs(sample.sources.filter(isMarked)),
    kind,
    title,
  })
  if (made.group !== sample.group)
    throw new Error(`${sample.id} belongs to ${sample.group}, but the server put it under ${made.group}.`)
  const result = await chair.send<Result>('PATCH', `/plenum/results/${made.id}`, {
    sources: toRefs(sample.sources),
    links: toRefs(sample.links),
    levels,
    tags,
    lead,
    due,
    openPoints: sample.openPoints.map((point) => pointOf(table, point)),
    reservations,
  })
  table.results.set(sample.id, result)
}

/** One moderator writes; it stands when the other one can read it. */
const word = async (
  table: Table,
  samples: readonly SampleResult[],
  wordingOf: (sample: SampleResult) => string,
): Promise<void> => {
  const { paper, wall } = table
  const ids = samples.map(({ id }) => resultOf(table, id).id)
  await paper.until('all results', (doc) => ids.every((id) => wordingsOf(doc).has(id)))
  for (const sample of samples)
    paper.doc.transact(() => {
      const wording = wordingsOf(paper.doc).get(resultOf(table, sample.id).id)
      wording?.delete(0, wording.length)
      if (wording) writeBlocks(wording, parseNoteText(wordingOf(sample)))
    })
  await wall.until('the wordings', () =>
    samples.every((sample) => {
      const result = resultOf(table, sample.id)
      return textOn(wall, result) === decidedText(result, parseNoteText(wordingOf(sample)))
    }),
  )
}

const textOn = ({ doc }: LiveDoc, result: Result): string => {
  const wording = wordingsOf(doc).get(result.id)
  return decidedText(result, wording ? blocksOf(wording) : [])
}

const decide = async (table: Table, decision: SampleDecision): Promise<void> => {
  const { chair, wall, day } = table
  const rejected = decision.outcome === 'not-adopted'
  await chair.send('POST', '/plenum/decisions', {
    results: decision.results.map((name) => {
      const result = resultOf(table, name)
      return { id: result.id, text: textOn(wall, result) }
    }),
    outcome: rejected ? 'rejected' : decision.outcome,
    counts: decision.counts,
    sentence: spokenSentence(decision),
  })
  if (!rejected) return
  const refused = day.results.filter(({ id }) => decision.results.includes(id))
  await word(table, refused, ({ wording }) => wording)
}

/** "Erste Fassung" and "Geänderte Fassung" are what the report itself finds out. */
export const spokenSentence = ({ text }: SampleDecision): string =>
  (text ?? '').replace(/^(Erste|Geänderte) Fassung\.\s*/, '')

const close = async (table: Table): Promise<void> => {
  const { chair, day } = table
  await chair.send('PUT', '/plenum/closing', {
    openPoints: day.openPoints.map((point) => pointOf(table, point)),
    parkingLot: day.parkingLot.map((topic) => pointOf(table, topic)),
    nextSteps: day.nextSteps.map(({ text }) => text),
  })
}

/** Every adopted result has the name that the sample says, and the Plenum is frozen. */
const checkNames = async (table: Table): Promise<string> => {
  const { chair, day } = table
  const [{ event }, { plenum, results, decisions, versions }] = await Promise.all([
    chair.get<MeAnswer>('/me'),
    chair.get<PlenumAnswer>('/plenum'),
  ])
  const names = resultNumbers(results, decisions, event)
  for (const { id, state } of day.results) {
    const name = names.get(resultOf(table, id).id) ?? null
    if (name !== (state === 'adopted' ? id : null))
      throw new Error(`${id} of the sample day is called ${name ?? 'nothing'}.`)
  }
  const version = versions.at(-1)
  if (plenum.state !== 'frozen' || !version) throw new Error('The Plenum is open after its finalisation.')
  return `version ${version.number}: ${[...names.values()].join(' ')}`
}
