import type { Note, Side } from '#shared/board.ts'
import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import type { Arrangement } from './arrange.ts'
import { noteColumns } from './noteColumns.ts'
import type { BoardLayout, Ends } from './wall/boardLayout.ts'
import { clusterKey } from './wall/clusterKey.ts'

/** Where cards flow in two columns: a cluster in its zone, a Teilfrage without its clusters, the Themenspeicher (both null). */
export type Flow = { readonly question: QuestionId | null; readonly cluster: ClusterId | null }

/** A board as it is shown now, before what is about to change. */
export type ShownColumns = {
  readonly columnsIn: (flow: Flow) => ReadonlyMap<NoteId, Side>
  /** Where the next card would come to lie in each column. */
  readonly endsIn: (flow: Flow) => Ends
  readonly heightOf: (id: NoteId) => number
}

/** A card of two lines with the gap below it, where nothing is measured because only the list is open. */
export const usualHeight = 88

export const shownColumns = (
  arrangement: () => Arrangement,
  noteOf: (id: NoteId) => Pick<Note, 'at' | 'column'> | null,
  layoutOf: () => BoardLayout | null = () => null,
): ShownColumns => {
  const columnsIn = ({ question, cluster }: Flow): ReadonlyMap<NoteId, Side> => {
    const { zones, parked } = arrangement()
    const storedOf = (id: NoteId) => noteOf(id)?.column ?? null
    if (question === null) return noteColumns(parked, storedOf, true)
    const zone = zones.find((one) => one.question === question)
    if (cluster !== null)
      return noteColumns(zone?.clusters.find(({ id }) => id === cluster)?.notes ?? [], storedOf, true)
    const loose = zone?.loose ?? []
    const flowing = loose.filter((id) => (noteOf(id)?.at ?? null) === null)
    return noteColumns(flowing, storedOf, flowing.length === loose.length)
  }
  return {
    columnsIn,
    endsIn: (flow) => {
      const layout = layoutOf()
      const laid =
        flow.cluster === null
          ? layout?.zones.find(({ question }) => question === flow.question)
          : layout?.clusters.get(clusterKey(flow.question, flow.cluster))
      if (laid) return laid.ends
      const ends: [number, number] = [0, 0]
      for (const column of columnsIn(flow).values()) ends[column] += usualHeight
      return ends
    },
    heightOf: (id) => layoutOf()?.notes.get(id)?.box.height ?? usualHeight,
  }
}
