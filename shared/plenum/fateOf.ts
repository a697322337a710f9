import type { NoteRef, ResultId } from '../ids.ts'
import {
  latestDecision,
  resultNumbers,
  standingResults,
  type Decision,
  type Lead,
  type PlenumState,
  type Result,
} from '../result.ts'
import type { EventPlan } from '../template.ts'
import type { Fate } from './fate.ts'

/** As much of a note as its fate depends on. */
export type FatedNote = {
  readonly ref: NoteRef
  /** It stands in the Plenum by its group's mark. */
  readonly isMarked: boolean
  /** It did once, and was taken back. */
  readonly isWithdrawn: boolean
  /** Of the Themenspeicher, by its kind. */
  readonly isParked: boolean
}

/** A result by the name people call it: L1, else its title. */
export type NamedResult = { readonly id: ResultId; readonly name: string; readonly title: string }

/** What became of a note. Exactly one of these, for every note. */
export type NoteFate = {
  readonly ref: NoteRef
  readonly kind:
    | 'adopted' // alone in an adopted result
    | 'merged' // with others in an adopted result
    | 'deferred'
    | 'declined'
    | 'parked' // in the Themenspeicher
    | 'mentioned' // no result of its own, but related to one, or named in an open point
    | 'withdrawn'
    | 'open' // marked, and nothing was said yet; or its result is not decided
    | 'unmarked' // stayed with its group
  /** The result that it stands in. */
  readonly result: NamedResult | null
  /** Of a parked note: whom it goes to, if that was said. */
  readonly addressee: Lead | null
  readonly reason: string
  /** Results that call it related. */
  readonly related: readonly NamedResult[]
  /** Open points that name it. `result` null: said at the end, without one. */
  readonly points: readonly {
    readonly result: NamedResult | null
    readonly text: string
    readonly to: string
  }[]
}

export type FateInput = {
  readonly plan: EventPlan
  readonly results: readonly Result[]
  readonly decisions: readonly Decision[]
  readonly fates: readonly Fate[]
  readonly plenum: Pick<PlenumState, 'openPoints' | 'parkingLot'>
}

/**
 * What became of notes. The result that a note stands in speaks first, then what was said about the note itself,
 * then the Themenspeicher, then what merely names it.
 */
export const fatesOf = ({ plan, results, decisions, fates, plenum }: FateInput) => {
  const names = resultNumbers(results, decisions, plan)
  const standing = standingResults(results, plan)
  const named = ({ id, title }: Result): NamedResult => ({ id, name: names.get(id) ?? title, title })
  const said = new Map(fates.map((fate) => [fate.note, fate]))
  const sourceOf = new Map(standing.flatMap((result) => result.sources.map((ref) => [ref, result] as const)))
  const lot = new Map(plenum.parkingLot.map((entry) => [entry.note, entry]))
  const related = gathering<NamedResult>()
  const points = gathering<NoteFate['points'][number]>()
  for (const result of standing) {
    for (const ref of result.links) related.add(ref, named(result))
    for (const { note, text, to } of result.openPoints)
      if (note) points.add(note, { result: named(result), text, to })
  }
  for (const { note, text, to } of plenum.openPoints) if (note) points.add(note, { result: null, text, to })

  const own = (note: FatedNote): Pick<NoteFate, 'kind'> & Partial<NoteFate> => {
    const result = sourceOf.get(note.ref)
    if (result) {
      const decision = latestDecision(result.id, decisions)
      return { kind: kindIn(result, decision), result: named(result), reason: reasonOf(decision) }
    }
    const row = said.get(note.ref)
    const entry = lot.get(note.ref)
    if (row && row.kind !== 'parked') return { kind: row.kind, reason: row.reason }
    if (row || entry)
      return {
        kind: 'parked',
        addressee: spoken(entry?.addressee) ?? spoken(row?.addressee),
        reason: row?.reason ?? '',
      }
    if (note.isWithdrawn) return { kind: 'withdrawn' }
    if (note.isParked) return { kind: 'parked' }
    if (related.of(note.ref).length + points.of(note.ref).length > 0) return { kind: 'mentioned' }
    return { kind: note.isMarked ? 'open' : 'unmarked' }
  }
  return (note: FatedNote): NoteFate => ({
    ref: note.ref,
    result: null,
    addressee: null,
    reason: '',
    related: related.of(note.ref),
    points: points.of(note.ref),
    ...own(note),
  })
}

const kindIn = ({ sources }: Result, decision: Decision | null): NoteFate['kind'] => {
  if (!decision || decision.outcome === 'open') return 'open'
  if (decision.outcome === 'rejected') return 'declined'
  if (decision.outcome === 'deferred') return 'deferred'
  return sources.length > 1 ? 'merged' : 'adopted'
}
/** Of what was adopted nobody asks why. */
const reasonOf = (decision: Decision | null): string =>
  decision && decision.outcome !== 'adopted' ? decision.sentence : ''

const spoken = (lead: Lead | undefined): Lead | null =>
  lead && (lead.levels.length > 0 || lead.text) ? lead : null

const gathering = <T>() => {
  const found = new Map<NoteRef, T[]>()
  return {
    add: (ref: NoteRef, one: T) => found.set(ref, [...(found.get(ref) ?? []), one]),
    of: (ref: NoteRef): readonly T[] => found.get(ref) ?? [],
  }
}
