import type { GroupId, NoteRef } from '../ids.ts'
import { plainText } from '../note.ts'
import { fatesOf } from '../plenum/fateOf.ts'
import type { Lead } from '../result.ts'
import { parkingLotKind } from '../template.ts'
import type { ReportInput } from './report.ts'
import type { ReportSources } from './reportSources.ts'
import { reportTexts } from './reportTexts.ts'

/** A note of the Themenspeicher. */
export type ReportParked = { readonly note: string; readonly topic: string; readonly addressee: Lead | null }
/** A marked note that stands in no result, and what was said about it. */
export type ReportFate = {
  readonly note: string
  readonly topic: string
  readonly kind: 'deferred' | 'declined' | 'open'
  readonly reason: string
}

/** What the Plenum said about parked notes, then the parked notes nobody spoke about. */
export const reportParked = (
  { plan, plenum, parked, fates = [] }: ReportInput,
  sources: ReportSources,
): ReportParked[] => {
  const topic = topicIn(sources, reportTexts[plan.language].erased)
  const elsewhere = new Set(fates.flatMap(({ note, kind }) => (kind === 'parked' ? [] : [note])))
  const lot = plenum.parkingLot.filter(({ note }) => !elsewhere.has(note))
  const listed = new Set<NoteRef>([...lot.map(({ note }) => note), ...elsewhere])
  const said = fates.filter(({ note, kind }) => kind === 'parked' && !listed.has(note))
  for (const { note } of said) listed.add(note)
  const to = (addressee: Lead) => (addressee.levels.length > 0 || addressee.text ? addressee : null)
  return [
    ...lot.map((entry) => ({
      note: sources.get(entry.note)?.number ?? '',
      topic: entry.topic || topic(entry.note),
      addressee: entry.addressee,
    })),
    ...said.map(({ note, addressee }) => ({
      note: sources.get(note)?.number ?? '',
      topic: topic(note),
      addressee: to(addressee),
    })),
    ...parked
      .filter(({ ref }) => !listed.has(ref))
      .map(({ ref, number }) => ({ note: number, topic: topic(ref), addressee: null })),
  ]
}

/** Marked notes of a group that stand in no result: nothing is left out in silence. */
export const reportFates = (group: GroupId, input: ReportInput, sources: ReportSources): ReportFate[] => {
  const fateOf = fatesOf({ ...input, fates: input.fates ?? [] })
  const topic = topicIn(sources, reportTexts[input.plan.language].erased)
  return input.gathered
    .filter((note) => note.group === group)
    .flatMap((note): ReportFate[] => {
      const { kind, result, reason } = fateOf({
        ref: note.ref,
        isMarked: note.order !== null,
        isWithdrawn: note.withdrawn,
        isParked: note.kind === parkingLotKind,
      })
      if (result || (kind !== 'deferred' && kind !== 'declined' && kind !== 'open')) return []
      return [{ note: note.number, topic: topic(note.ref), kind, reason }]
    })
}

const topicIn = (sources: ReportSources, gap: string) => (ref: NoteRef) => {
  const source = sources.get(ref)
  return source?.erased ? gap : plainText(source?.blocks ?? []).trim()
}
