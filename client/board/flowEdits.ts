import * as Y from 'yjs'
import { clustersOf, notesOf, readClusters, readNotes, type NoteMap, type Side } from '#shared/board.ts'
import { isId, type ClusterId, type NoteId, type QuestionId } from '#shared/ids.ts'
import { parkingLotKind } from '#shared/template.ts'
import { arrange } from './arrange.ts'
import { shownColumns, type Flow, type ShownColumns } from './shownColumns.ts'

/** The origin of what is written down for good: undoing what one did never takes it back. */
export const makingOrigin = 'making'
const deciding = ['question', 'kind', 'cluster', 'at', 'trashedAt', 'mergedInto']

/**
 * The columns in which cards flow are written down by whoever changes them, so that all walls show the same. A card that comes
 * gets the shorter column of that moment. Before one comes or goes, those that stay keep in writing the column in which
 * they are shown: nobody sees one of them jump because another went.
 */
export const flowEdits = (doc: Y.Doc, shown: ShownColumns = columnsOf(doc)) => {
  let depth = 0
  const written = new Set<string>()
  const ends = new Map<string, [number, number]>()
  const keyOf = ({ question, cluster }: Flow) => `${question}/${cluster}`

  /** What is done in one go is decided from what was shown before it. */
  const inOneGo = <Result>(change: () => Result): Result => {
    depth++
    try {
      return change()
    } finally {
      if (--depth === 0) {
        written.clear()
        ends.clear()
      }
    }
  }
  const flowOf = (fields: Readonly<Record<string, unknown>>): Flow => {
    const { question, kind, cluster } = fields
    if (kind === parkingLotKind || !isId(question)) return { question: null, cluster: null }
    return {
      question: question as QuestionId,
      cluster: isId(cluster) && clustersOf(doc).has(cluster) ? (cluster as ClusterId) : null,
    }
  }
  const keep = (flow: Flow) =>
    inOneGo(() => {
      if (written.has(keyOf(flow))) return
      written.add(keyOf(flow))
      const changed = [...shown.columnsIn(flow)].filter(
        ([id, column]) => notesOf(doc).get(id)?.get('column') !== column,
      )
      if (changed.length === 0) return
      doc.transact(() => {
        for (const [id, column] of changed) notesOf(doc).get(id)?.set('column', column)
      }, makingOrigin)
    })
  /** The column for a card that comes. */
  const shorter = (flow: Flow, height: number): Side =>
    inOneGo(() => {
      keep(flow)
      const now: [number, number] = ends.get(keyOf(flow)) ?? [...shown.endsIn(flow)]
      const column = now[1] < now[0] ? 1 : 0
      now[column] += height
      ends.set(keyOf(flow), now)
      return column
    })
  const isFree = ({ at }: Readonly<Record<string, unknown>>, { question, cluster }: Flow) =>
    (at ?? null) !== null && question !== null && cluster === null

  return {
    inOneGo,
    /** In which column it is shown; null where it does not flow. */
    columnOf: (id: NoteId): Side | null =>
      shown.columnsIn(flowOf(fieldsOf(notesOf(doc).get(id)))).get(id) ?? null,
    /** The column for a new card; null where it does not flow. */
    forNew: (fields: Readonly<Record<string, unknown>>, height: number): Side | null =>
      isFree(fields, flowOf(fields)) ? null : shorter(flowOf(fields), height),
    /** What is to be written into a note, with its column where it comes to flow elsewhere. */
    withColumn: (id: NoteId, fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
      inOneGo(() => {
        const before = fieldsOf(notesOf(doc).get(id))
        if (!deciding.some((field) => field in fields && fields[field] !== before[field])) return fields
        const after = { ...before, ...fields }
        const [from, to] = [flowOf(before), flowOf(after)]
        keep(from)
        keep(to)
        const comes = keyOf(from) !== keyOf(to) || isFree(before, from)
        return 'column' in fields || !comes || isFree(after, to)
          ? fields
          : { ...fields, column: shorter(to, shown.heightOf(id)) }
      }),
  }
}
export type FlowEdits = ReturnType<typeof flowEdits>

const fieldsOf = (note: NoteMap | undefined): Readonly<Record<string, unknown>> =>
  Object.fromEntries([...deciding, 'column'].map((field) => [field, note?.get(field)]))

/** Without a store that keeps count. */
const columnsOf = (doc: Y.Doc): ShownColumns =>
  shownColumns(
    () => {
      const notes = readNotes(doc)
      const questions = new Set(notes.flatMap(({ question }) => question ?? []))
      return arrange(notes, readClusters(doc), [...questions])
    },
    (id) => {
      const note = notesOf(doc).get(id)
      const at = note?.get('at') ?? null
      const column = note?.get('column')
      return note ? { at: at as never, column: column === 0 || column === 1 ? column : null } : null
    },
  )
