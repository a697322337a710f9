import type { GatheredNote } from '#shared/gather.ts'
import type { GroupId, NoteRef, ResultId } from '#shared/ids.ts'
import {
  latestDecision,
  resultNumbers,
  standingResults,
  type Decision,
  type PlenumState,
  type Result,
  type Standing,
} from '#shared/result.ts'
import type { EventPlan } from '#shared/template.ts'

export type OutlineItem = {
  readonly result: Result
  /** L7; deferred and rejected results have none. */
  readonly name: string | null
  readonly standing: Standing
}
/** A marked note that is source of no result. */
export type LooseNote = {
  readonly note: GatheredNote
  /** Results that name it otherwise: as related, or in an open point. */
  readonly mentions: readonly string[]
  /** Named by a result, or at the end of the Plenum. */
  readonly isMentioned: boolean
}
export type OutlineGroup = {
  readonly id: GroupId
  readonly title: string
  readonly items: readonly OutlineItem[]
  readonly loose: readonly LooseNote[]
  readonly finished: number
}

export type OutlineInput = {
  readonly plan: EventPlan
  readonly plenum: PlenumState
  readonly results: readonly Result[]
  readonly decisions: readonly Decision[]
  /** Results whose text is no longer the decided one (see `changedResults`). */
  readonly changed: ReadonlySet<string>
  readonly gathered: readonly GatheredNote[]
}

/** Decided, and the text is still the one that was decided. */
export const isFinished = ({ state, changed }: Standing): boolean => state !== 'open' && !changed
/** How people call it. */
export const spokenName = ({ name, result }: OutlineItem): string => name ?? result.title

/** Per Leitfrage: its results in order, then what the group handed over and nobody has taken up. */
export const plenumOutline = (input: OutlineInput): OutlineGroup[] => {
  const { plan, plenum, results, decisions, changed, gathered } = input
  const names = resultNumbers(results, decisions, plan)
  const items = standingResults(results, plan).map((result): OutlineItem => ({
    result,
    name: names.get(result.id) ?? null,
    standing: standing(result.id, decisions, changed),
  }))
  const sources = new Set(items.flatMap(({ result }) => result.sources))
  const atTheEnd = new Set<NoteRef | null>(
    [...plenum.openPoints, ...plenum.parkingLot].map(({ note }) => note),
  )
  const looseNote = (note: GatheredNote): LooseNote => {
    const mentions = items.filter(({ result }) => doesMention(result, note.ref)).map(spokenName)
    return { note, mentions, isMentioned: mentions.length > 0 || atTheEnd.has(note.ref) }
  }
  const loose = gathered.filter(({ ref, order }) => order !== null && !sources.has(ref)).map(looseNote)
  const known = plan.groups.map(({ id }) => id)
  const ids = [...new Set([...known, ...items.map(({ result }) => result.group)])]
  return ids.map((id) => {
    const own = items.filter(({ result }) => result.group === id)
    return {
      id,
      title: plan.groups.find((group) => group.id === id)?.title ?? '',
      items: own,
      loose: loose.filter(({ note }) => note.group === id),
      finished: own.filter(({ standing }) => isFinished(standing)).length,
    }
  })
}

const standing = (id: ResultId, decisions: readonly Decision[], changed: ReadonlySet<string>): Standing => {
  const decision = latestDecision(id, decisions)
  return { state: decision?.outcome ?? 'open', decision, changed: decision !== null && changed.has(id) }
}

const doesMention = (result: Result, ref: NoteRef) =>
  result.links.includes(ref) || result.openPoints.some(({ note }) => note === ref)
