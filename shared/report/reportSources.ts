import { isErased } from '../gather.ts'
import { partsOfRef, type GroupId, type NoteRef } from '../ids.ts'
import type { Block } from '../note.ts'
import type { ReportInput } from './report.ts'

/** A note as the result document names it. */
export type ReportSource = {
  readonly number: string
  readonly group: GroupId
  readonly withdrawn: boolean
  /** the card that it was put together into. */
  readonly mergedInto?: string
  /** Deleted for good: only its number is left. */
  readonly erased?: true
  readonly blocks: readonly Block[]
}
export type ReportSources = ReadonlyMap<NoteRef, ReportSource>

/** Parked notes, and all that were handed over. */
export const reportSources = ({
  parked,
  gathered,
}: Pick<ReportInput, 'parked' | 'gathered'>): ReportSources =>
  new Map([
    ...parked.map(({ ref, number, blocks }): [NoteRef, ReportSource] => [
      ref,
      { number, group: partsOfRef(ref).group, withdrawn: false, blocks },
    ]),
    ...gathered.map((note): [NoteRef, ReportSource] => {
      const { ref, number, group, withdrawn, mergedInto, blocks } = note
      const more = { ...(mergedInto && { mergedInto }), ...(isErased(note) && { erased: true as const }) }
      return [ref, { number, group, withdrawn, ...more, blocks }]
    }),
  ])
