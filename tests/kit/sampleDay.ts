import { readFileSync } from 'node:fs'
import type { Cluster, Note } from '#shared/board.ts'
import type { GatheredNote } from '#shared/gather.ts'
import type {
  ClusterId,
  DecisionId,
  GroupId,
  KindId,
  LevelId,
  NoteId,
  NoteRef,
  QuestionId,
  ResultId,
  TagId,
} from '#shared/ids.ts'
import { hasVisibleText, plainText } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { parseTemplate } from '#shared/parseTemplate.ts'
import type { Remark } from '#shared/plenum/remark.ts'
import type { ReportInput } from '#shared/report/report.ts'
import { decidedText, type Decision, type Lead, type Result } from '#shared/result.ts'
import type { SnapshotInput } from '#shared/report/snapshotReport.ts'
import { keyBetween } from '#shared/sortKey.ts'

/** The sample day of `server/demo` as the rows and notes the server would hold. */
const json = (path: string) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'))

export type RawNote = {
  id: string
  group: string
  question: string | null
  kind: string
  levels: string[]
  tags: string[]
  text: string
  author: string
  cluster: string | null
  forPlenum: boolean
}
type RawPoint = { text: string; note: string | null; to: string }
export type RawResult = {
  id: string
  kind: string
  state: string
  group: string
  title: string
  wording: string
  sources: string[]
  links: string[]
  levels: string[]
  tags: string[]
  lead: Lead
  due: { date: string | null; text: string | null }
  openPoints: RawPoint[]
  reservations: string[]
  objections: { text: string; outcome: 'resolved' | 'kept' | 'overruled' }[]
  proposals: { before: string }[]
}
type RawDecision = { results: string[]; counts: Record<string, number>; outcome: string; text: string | null }

export const samplePlan = parseTemplate(json('../shared/templates/zukunft-wohlfahrt.json'))
export const rawNotes = json('../server/demo/sample-notes.json').notes as RawNote[]
export const rawClusters = json('../server/demo/sample-notes.json').clusters as {
  id: string
  group: string
  title: string
}[]
export const rawResults = json('../server/demo/sample-results.json') as {
  results: RawResult[]
  decisions: RawDecision[]
  openPoints: (RawPoint & { group: string })[]
  parkingLot: { note: string; topic: string; addressee: Lead }[]
  nextSteps: { text: string }[]
}
export const edgeNotes = json('data/edge-notes.json').notes as (RawNote & { case: string; expect: string })[]

/** A-07 → A/n-A-07 */
const refOf = (number: string) => `${number.split('-')[0]}/n-${number}` as NoteRef

export const noteOf = (raw: RawNote, at: number): Note => {
  const blocks = parseNoteText(raw.text)
  const cluster = rawClusters.find(({ group, title }) => group === raw.group && title === raw.cluster)
  return {
    id: `n-${raw.id}` as NoteId,
    question: raw.question as QuestionId | null,
    kind: raw.kind as KindId,
    at: null,
    column: null,
    levels: raw.levels as LevelId[],
    tags: raw.tags as TagId[],
    cluster: (cluster?.id ?? null) as ClusterId | null,
    mergedInto: null,
    forPlenum: raw.forPlenum ? String(at).padStart(4, '0') : null,
    createdAt: at,
    trashedAt: null,
    blocks,
    isEmpty: !hasVisibleText(plainText(blocks)),
  }
}

/** The snapshot of these notes, numbered as they are. */
export const snapshotInput = (notes: readonly RawNote[], withAuthors = false): SnapshotInput => ({
  plan: samplePlan,
  withAuthors,
  groups: samplePlan.groups.map(({ id }) => {
    const own = notes.filter(({ group }) => group === id)
    const byId = new Map(own.map((raw) => [`n-${raw.id}`, raw]))
    return {
      group: id,
      notes: own.map(noteOf),
      clusters: rawClusters
        .filter(({ group }) => group === id)
        .map((cluster): Cluster => ({
          id: cluster.id as ClusterId,
          title: cluster.title,
          question: null,
          at: null,
        })),
      numberOf: (note) => Number(byId.get(note)?.id.split('-')[1]),
      authorOf: (note) => byId.get(note)?.author,
      comments: new Map(),
      links: new Map(),
      commentAuthorOf: () => undefined,
    }
  }),
})

const gatheredOf = (raw: RawNote, at: number): GatheredNote => {
  const note = noteOf(raw, at)
  return {
    ref: refOf(raw.id),
    group: raw.group as GroupId,
    note: note.id,
    number: raw.id,
    question: note.question,
    kind: note.kind,
    levels: note.levels,
    tags: note.tags,
    blocks: note.blocks,
    order: note.forPlenum,
    wasMarked: note.forPlenum !== null,
    withdrawn: false,
    seen: at,
  }
}

const point = ({ text, note, to }: RawPoint) => ({ text, note: note === null ? null : refOf(note), to })

export const sampleResults = (): Result[] => {
  let order: string | null = null
  return rawResults.results.map((raw): Result => {
    order = keyBetween(order, null)
    return {
      id: raw.id as ResultId,
      group: raw.group as GroupId,
      order,
      kind: raw.kind as KindId,
      title: raw.title,
      sources: raw.sources.map(refOf),
      links: raw.links.map(refOf),
      levels: raw.levels as LevelId[],
      tags: raw.tags as TagId[],
      lead: raw.lead,
      due: raw.due,
      openPoints: raw.openPoints.map(point),
      number: null,
      dissolvedAt: null,
    }
  })
}

/** Reservations and objections of the day, as numbered notes. */
export const sampleRemarks = (): Remark[] =>
  rawResults.results
    .flatMap((raw) => [
      ...raw.reservations.map((text) => ({ raw, text, option: 'reservation', how: null })),
      ...raw.objections.map(({ text, outcome }) => ({
        raw,
        text,
        option: 'objection',
        how: outcome === 'resolved' ? ('changed' as const) : outcome,
      })),
    ])
    .map(({ raw, text, option, how }, at) => ({
      id: `r-${at}`,
      number: at + 1,
      result: raw.id as ResultId,
      isOfBlock: false,
      decision: null,
      option,
      text,
      at,
      settled: how && { how, reason: '', at, proposal: null },
      withdrawnAt: null,
    }))

const decisionOf = (raw: RawDecision, at: number, results: readonly Result[]): Decision => ({
  id: `d-${at}` as DecisionId,
  at,
  group: results.find(({ id }) => id === raw.results[0])?.group as GroupId,
  results: raw.results.map((name) => {
    const result = results.find(({ id }) => id === name) as Result
    const source = rawResults.results.find(({ id }) => id === name) as RawResult
    const isFirstOfTwo = raw.outcome === 'not-adopted'
    const wording = isFirstOfTwo ? (source.proposals[0]?.before ?? '') : source.wording
    return { id: result.id, text: decidedText(result, parseNoteText(wording)), sha256: '' }
  }),
  outcome: raw.outcome === 'not-adopted' ? 'rejected' : (raw.outcome as 'adopted' | 'deferred'),
  counts: raw.counts,
  // "Erste Fassung." and "Geänderte Fassung." are said by the document itself.
  sentence: (raw.text ?? '').replace(/^(Erste|Geänderte) Fassung\.\s*/, ''),
  withdrawnAt: null,
})

export const sampleInput = (): ReportInput => {
  const results = sampleResults()
  const cited = new Set(
    results.flatMap(({ sources, links, openPoints }) => [
      ...sources,
      ...links,
      ...openPoints.map(({ note }) => note),
    ]),
  )
  const points = rawResults.openPoints.map((raw) => ({ ...point(raw), group: raw.group as GroupId }))
  for (const { note } of points) cited.add(note)
  return {
    plan: samplePlan,
    version: { number: 1, at: Date.UTC(2020, 3, 29, 14, 2) },
    people: { members: 52, moderators: 4 },
    notesTotal: rawNotes.length,
    gathered: rawNotes
      .filter((raw) => raw.forPlenum || cited.has(refOf(raw.id)))
      .map((raw) => gatheredOf(raw, rawNotes.indexOf(raw))),
    parked: rawNotes
      .filter(({ kind }) => kind === 'parking-lot')
      .map((raw) => ({ ref: refOf(raw.id), number: raw.id, blocks: parseNoteText(raw.text) })),
    results,
    wordings: new Map(rawResults.results.map(({ id, wording }) => [id, parseNoteText(wording)])),
    decisions: rawResults.decisions.map((raw, at) => decisionOf(raw, at, results)),
    remarks: sampleRemarks(),
    plenum: {
      state: 'frozen',
      version: 1,
      openPoints: points,
      parkingLot: rawResults.parkingLot.map(({ note, ...rest }) => ({ note: refOf(note), ...rest })),
      nextSteps: rawResults.nextSteps.map(({ text }) => text),
    },
  }
}
