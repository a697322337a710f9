import { readDecidedText, type ResultText } from './decidedText.ts'
import type { GatheredNote } from '../gather.ts'
import type { GroupId, KindId, NoteRef, ResultId } from '../ids.ts'
import { trimBlocks, type Block } from '../note.ts'
import { reportDecisions, type ReportDecision } from './reportDecisions.ts'
import { plenumTimeOf, reportEvent, type ReportEvent } from './reportEvent.ts'
import { reportFates, reportParked, type ReportFate, type ReportParked } from './reportFates.ts'
import { reportPoints, type ReportPoints } from './reportPoints.ts'
import { reportRemarks, type ReportRemark } from './reportRemarks.ts'
import { reportSources, type ReportSource, type ReportSources } from './reportSources.ts'
import type { Vote } from '../day/vote.ts'
import type { Fate } from '../plenum/fate.ts'
import type { Remark } from '../plenum/remark.ts'
import {
  decisionsOf,
  resultNumbers,
  standingOf,
  standingResults,
  type Decision,
  type OpenPoint,
  type PlenumState,
  type Result,
  type ResultState,
} from '../result.ts'
import { groupOf, kindOf, resultKinds, type EventPlan, type Label } from '../template.ts'

export type ReportPeople = {
  readonly members: number
  readonly moderators: number
  /** So many levels the members named as theirs. */
  readonly levels?: number
}

/** The one model of the result document: every format prints this, nothing else. Labels are in both languages. */
export type ResultReport = {
  readonly event: ReportEvent
  /** null: not finalised yet, a working state. */
  readonly version: { readonly number: number; readonly at: number } | null
  readonly plenumTime: { readonly start: string; readonly end: string } | null
  readonly people: ReportPeople
  readonly counts: {
    readonly notes: number
    readonly marked: number
    /** Adopted results. */
    readonly byKind: readonly (Label & { readonly kind: string; readonly count: number })[]
    readonly deferred: number
    readonly rejected: number
    readonly undecided: number
    /** Adopted, deferred or rejected, and changed since. */
    readonly changed: number
  }
  /** The Plenum's points; versions of earlier programs say nothing of them. */
  readonly points?: ReportPoints | null
  /** Names of the results that were merged out of notes of several groups. */
  readonly merged: readonly string[]
  readonly groups: readonly ReportGroup[]
  readonly parkingLot: readonly ReportParked[]
  readonly nextSteps: readonly string[]
}

export type ReportGroup = {
  readonly id: GroupId
  readonly title: string
  /** Adopted and undecided results, by kind. */
  readonly sections: readonly (Label & { readonly kind: string; readonly results: readonly ReportResult[] })[]
  /** Deferred and rejected results. */
  readonly aside: readonly ReportResult[]
  /** Names of results of other groups that hold notes of this group. */
  readonly seeAlso: readonly string[]
  /** Blocks first, then what was decided singly. */
  readonly decisions: readonly ReportDecision[]
  readonly openPoints: readonly ReportOpenPoint[]
  /** Marked notes without a result; versions of earlier programs do not name them. */
  readonly fates?: readonly ReportFate[]
}

/** The text fields are those of the latest decision, or of today where nothing is decided. */
export type ReportResult = ResultText & {
  readonly id: ResultId
  /** L1; a deferred or rejected one has none, unless it was fixed before. */
  readonly name: string | null
  readonly tags: readonly string[]
  readonly state: ResultState
  /** Changed since its decision: the text as it stands now. */
  readonly current: ResultText | null
  /** The Plenum decided more than one wording of it. */
  readonly amended: boolean
  /** Out of notes of several groups. */
  readonly merged: boolean
  readonly sources: readonly ReportSource[]
  readonly links: readonly ReportSource[]
  readonly remarks: readonly ReportRemark[]
}
export type ReportOpenPoint = { readonly text: string; readonly note: string | null; readonly to: string }

export type ReportInput = {
  readonly plan: EventPlan
  readonly version: { readonly number: number; readonly at: number } | null
  readonly people: ReportPeople
  /** Notes on all boards, without the tray. */
  readonly notesTotal: number
  readonly gathered: readonly GatheredNote[]
  /** All notes of the Themenspeicher, in the order of the document. */
  readonly parked: readonly {
    readonly ref: NoteRef
    readonly number: string
    readonly blocks: readonly Block[]
  }[]
  readonly results: readonly Result[]
  readonly wordings: ReadonlyMap<string, readonly Block[]>
  readonly decisions: readonly Decision[]
  readonly remarks: readonly Remark[]
  readonly plenum: PlenumState
  /** The last closed vote of the Plenum over results. */
  readonly points?: Vote | null
  /** What was said about notes that stand in no result. */
  readonly fates?: readonly Fate[]
}

export const buildResultReport = (input: ReportInput): ResultReport => {
  const { plan, plenum } = input
  const names = resultNumbers(input.results, input.decisions, plan)
  const sources = reportSources(input)
  const standing = standingResults(input.results, plan)
  const printed = standing.map((result) => ({
    group: result.group,
    ...reportResult(result, names, sources, input),
  }))
  const inState = (state: ResultState) => printed.filter((result) => result.state === state)
  const known = plan.groups.map(({ id }) => id)
  const groupIds = [...new Set([...known, ...standing.map(({ group }) => group)])]
  return {
    event: reportEvent(plan),
    version: input.version,
    plenumTime: plenumTimeOf(plan),
    people: input.people,
    counts: {
      notes: input.notesTotal,
      marked: input.gathered.filter((note) => note.order !== null).length,
      byKind: kindsOf(printed, plan).map(({ id, de, en }) => ({
        kind: id,
        de,
        en,
        count: inState('adopted').filter((result) => result.kind === id).length,
      })),
      deferred: inState('deferred').length,
      rejected: inState('rejected').length,
      undecided: inState('open').length,
      changed: printed.filter((result) => result.current !== null).length,
    },
    points: reportPoints(input.points ?? null, input.people.members, input.results, names),
    merged: printed.filter(({ merged }) => merged).flatMap(({ name }) => name ?? []),
    groups: groupIds.map((id) => {
      const own = printed.filter((result) => result.group === id)
      const isAside = ({ state }: ReportResult) => state === 'deferred' || state === 'rejected'
      return {
        id,
        title: groupOf(plan, id)?.title ?? '',
        sections: kindsOf(own, plan)
          .map(({ id: kind, de, en }) => ({
            kind,
            de,
            en,
            results: own.filter((result) => result.kind === kind && !isAside(result)),
          }))
          .filter(({ results }) => results.length > 0),
        aside: own.filter(isAside),
        seeAlso: printed
          .filter((result) => result.group !== id && result.sources.some(({ group }) => group === id))
          .flatMap(({ name }) => name ?? []),
        decisions: reportDecisions(id, input.decisions, standing, names),
        openPoints: [
          ...standing.filter(({ group }) => group === id).flatMap((result) => result.openPoints),
          ...plenum.openPoints.filter(({ group }) => group === id),
        ].map((point) => openPoint(point, sources, plan)),
        fates: reportFates(id, input, sources),
      }
    }),
    parkingLot: reportParked(input, sources),
    nextSteps: plenum.nextSteps,
  }
}

const reportResult = (
  result: Result,
  names: ReadonlyMap<ResultId, string>,
  sources: ReportSources,
  { wordings, decisions, remarks, plan }: ReportInput,
): ReportResult => {
  const wording = wordings.get(result.id) ?? []
  const { kind, title, levels, lead, due } = result
  const now: ResultText = { kind, title, wording: trimBlocks(wording), levels, lead, due }
  const { state, decision, changed } = standingOf(result, wording, decisions)
  const decided = changed ? readDecidedText(textIn(decision, result.id)) : null
  const own = result.sources.flatMap((ref) => sources.get(ref) ?? [])
  const texts = decisionsOf(result.id, decisions).map((each) => textIn(each, result.id))
  return {
    ...now,
    ...decided,
    // Sections and names go by the kind of today; another kind since then is a change like any other.
    kind,
    id: result.id,
    name: names.get(result.id) ?? null,
    tags: result.tags,
    state,
    current: changed ? now : null,
    amended: new Set(texts).size > 1,
    merged: new Set(own.map(({ group }) => group)).size > 1,
    sources: own,
    links: result.links.flatMap((ref) => sources.get(ref) ?? []),
    remarks: reportRemarks(result.id, remarks, decisions, plan),
  }
}
const textIn = (decision: Decision | null, id: ResultId) =>
  decision?.results.find((each) => each.id === id)?.text ?? ''

/** The kinds of these results: result kinds in the order of the template, then any other. */
const kindsOf = (results: readonly { readonly kind: KindId }[], plan: EventPlan) => {
  const known = resultKinds(plan)
  const others = new Set(
    results.map(({ kind }) => kind).filter((id) => !known.some((kind) => kind.id === id)),
  )
  return [...known, ...[...others].map((id) => ({ ...kindOf(plan, id), id }))]
}

const openPoint = (point: OpenPoint, sources: ReportSources, plan: EventPlan): ReportOpenPoint => {
  const level = plan.levels.find(({ id }) => id === point.to)
  return {
    text: point.text,
    note: (point.note && sources.get(point.note)?.number) ?? null,
    to: level ? (plan.language === 'en' ? level.en : level.de) : point.to,
  }
}
