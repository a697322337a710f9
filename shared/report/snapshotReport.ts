import { byCreation, type Cluster, type Note } from '../board.ts'
import type { NumberOf } from '../gather.ts'
import type { GroupId, NoteId, QuestionId } from '../ids.ts'
import { noteNumber } from '../ids.ts'
import { trimBlocks, type Block } from '../note.ts'
import { reportEvent, type ReportEvent } from './reportEvent.ts'
import { groupOf, kindOf, labelOf, parkingLotKind, type EventPlan } from '../template.ts'

/** Every note with something on it, unedited: the photo of the boards. Nothing a person wrote is missing. */
export type SnapshotReport = {
  readonly event: ReportEvent
  readonly counts: { readonly notes: number; readonly marked: number; readonly tray: number }
  readonly groups: readonly SnapshotGroup[]
  readonly withAuthors: boolean
}
export type SnapshotGroup = {
  readonly id: GroupId
  readonly title: string
  /** `id` null: notes without a Teilfrage. */
  readonly questions: readonly {
    readonly id: QuestionId | null
    readonly text: string
    readonly clusters: readonly SnapshotCluster[]
  }[]
  readonly parkingLot: readonly SnapshotNote[]
  /** Laid aside during the day. */
  readonly tray: readonly SnapshotNote[]
}
/** `title` null: the notes that stand alone. */
export type SnapshotCluster = { readonly title: string | null; readonly notes: readonly SnapshotNote[] }
export type SnapshotNote = {
  /** A-07, or null while the server has given none. */
  readonly number: string | null
  /** In the language of the event. */
  readonly kind: string
  readonly levels: readonly string[]
  readonly tags: readonly string[]
  readonly marked: boolean
  readonly author: string | null
  readonly blocks: readonly Block[]
}

export type SnapshotInput = {
  readonly plan: EventPlan
  readonly groups: readonly {
    readonly group: GroupId
    readonly notes: readonly Note[]
    readonly clusters: readonly Cluster[]
    readonly numberOf: NumberOf
    readonly authorOf: (note: NoteId) => string | undefined
  }[]
  readonly withAuthors: boolean
}

export const buildSnapshotReport = ({ plan, groups, withAuthors }: SnapshotInput): SnapshotReport => {
  const written = groups.flatMap(({ notes }) => notes.filter((note) => !note.isEmpty))
  const standing = written.filter((note) => note.trashedAt === null)
  return {
    event: reportEvent(plan),
    counts: {
      notes: standing.length,
      marked: standing.filter((note) => note.forPlenum !== null).length,
      tray: written.length - standing.length,
    },
    groups: groups.map((group) => snapshotGroup(group, plan, withAuthors)),
    withAuthors,
  }
}

const snapshotGroup = (
  { group, notes, clusters, numberOf, authorOf }: SnapshotInput['groups'][number],
  plan: EventPlan,
  withAuthors: boolean,
): SnapshotGroup => {
  const print = (note: Note): SnapshotNote => {
    const number = numberOf(note.id)
    return {
      number: number === undefined ? null : noteNumber(group, number),
      kind: labelOf(kindOf(plan, note.kind), plan.language),
      levels: note.levels,
      tags: note.tags,
      marked: note.forPlenum !== null && note.trashedAt === null,
      author: withAuthors ? (authorOf(note.id) ?? null) : null,
      blocks: trimBlocks(note.blocks),
    }
  }
  const written = notes.filter((note) => !note.isEmpty).sort(byCreation)
  const standing = written.filter((note) => note.trashedAt === null)
  const parked = standing.filter((note) => note.kind === parkingLotKind)
  const onTopic = standing.filter((note) => note.kind !== parkingLotKind)
  const asked = groupOf(plan, group)?.questions ?? []
  const isAsked = (note: Note) => asked.some(({ id }) => id === note.question)
  const questions = [
    ...asked.map(({ id, text }) => ({ id, text, notes: onTopic.filter((note) => note.question === id) })),
    { id: null, text: '', notes: onTopic.filter((note) => !isAsked(note)) },
  ]
  return {
    id: group,
    title: groupOf(plan, group)?.title ?? '',
    questions: questions
      .filter(({ id, notes }) => id !== null || notes.length > 0)
      .map(({ id, text, notes }) => ({
        id,
        text,
        clusters: byCluster(notes, clusters).map(({ title, notes }) => ({ title, notes: notes.map(print) })),
      })),
    parkingLot: parked.map(print),
    tray: written.filter((note) => note.trashedAt !== null).map(print),
  }
}

/** Clusters in the order of their first notes, then the notes without one. */
const byCluster = (
  notes: readonly Note[],
  clusters: readonly Cluster[],
): { title: string | null; notes: Note[] }[] => {
  const titles = new Map(clusters.map(({ id, title }) => [id, title]))
  const clusterOf = (note: Note) => (note.cluster !== null && titles.has(note.cluster) ? note.cluster : null)
  const used = [...new Set(notes.map(clusterOf))].sort((a, b) => Number(a === null) - Number(b === null))
  return used.map((id) => ({
    title: id === null ? null : (titles.get(id) ?? ''),
    notes: notes.filter((note) => clusterOf(note) === id),
  }))
}
