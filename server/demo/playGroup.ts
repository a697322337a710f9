import type { NotesAnswer } from '#shared/api.ts'
import { addCluster, addNote, markedNotes, notesOf, readNotes } from '#shared/board.ts'
import {
  noteNumber,
  noteRef,
  type ClusterId,
  type GroupId,
  type NoteId,
  type NoteRef,
  type QuestionId,
} from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import type { Place } from '#shared/place.ts'
import { keyBetween } from '#shared/sortKey.ts'
import { newId } from '../newId.ts'
import type { Attendee } from './attendee.ts'
import type { LiveDoc } from './liveDoc.ts'
import { sampleModerator, type SampleDay, type SampleNote } from './sampleDay.ts'

/** Sample id of a note → the note as the server knows it. */
export type NoteRefs = Map<string, NoteRef>

/**
 * One group's morning: everyone opens the board, the moderator makes the clusters, each note is written by its author
 * once the note before it can be seen, and the moderator marks what goes to the Plenum.
 */
export const playGroup = async (
  day: SampleDay,
  group: GroupId,
  people: readonly Attendee[],
): Promise<NoteRefs> => {
  const place: Place = { kind: 'group', group }
  const boards = new Map<string, LiveDoc>()
  await Promise.all(
    people.map(async (attendee) => boards.set(attendee.person.name, await attendee.open(place))),
  )
  const moderator = boardOf(boards, sampleModerator(group))
  const notes = day.notes.filter((note) => note.group === group)
  const clusters = makeClusters(moderator, day, group, notes)
  const ids = await writeNotes(boards, notes, clusters)
  await checkNumbers(people[0] as Attendee, group, notes, ids)
  await markNotes(boards, moderator, notes, ids)
  return new Map([...ids].map(([id, note]) => [id, noteRef(group, note)]))
}

const boardOf = (boards: ReadonlyMap<string, LiveDoc>, name: string): LiveDoc => {
  const board = boards.get(name)
  if (!board) throw new Error(`The sample day has a note of "${name}", who has not joined that group.`)
  return board
}

/** Somebody else's board: what stands there has been through the server. */
const witnessOf = (boards: ReadonlyMap<string, LiveDoc>, author: LiveDoc): LiveDoc =>
  [...boards.values()].find((board) => board !== author) ?? author

const makeClusters = (
  { doc }: LiveDoc,
  day: SampleDay,
  group: GroupId,
  notes: readonly SampleNote[],
): Map<string, ClusterId> => {
  const ids = new Map<string, ClusterId>()
  doc.transact(() => {
    for (const { title } of day.clusters.filter((cluster) => cluster.group === group)) {
      const id = newId<ClusterId>()
      ids.set(title, id)
      addCluster(doc, { id, title, question: usualQuestion(notes.filter((note) => note.cluster === title)) })
    }
  })
  return ids
}

/** The question most of these notes answer; of equals the first. */
const usualQuestion = (notes: readonly SampleNote[]): QuestionId | null => {
  const counts = new Map<QuestionId | null, number>()
  for (const { question } of notes) counts.set(question, (counts.get(question) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

const writeNotes = async (
  boards: ReadonlyMap<string, LiveDoc>,
  notes: readonly SampleNote[],
  clusters: ReadonlyMap<string, ClusterId>,
): Promise<Map<string, NoteId>> => {
  const ids = new Map<string, NoteId>()
  let createdAt = 0
  for (const note of notes) {
    const board = boardOf(boards, note.author)
    const id = newId<NoteId>()
    createdAt = Math.max(createdAt + 1, Date.now())
    const { question, kind, levels, tags, text } = note
    const cluster = note.cluster === null ? null : (clusters.get(note.cluster) ?? null)
    const blocks = parseNoteText(text)
    board.doc.transact(() =>
      addNote(board.doc, { id, question, kind, levels, tags, cluster, blocks, createdAt }),
    )
    await witnessOf(boards, board).until(note.id, (doc) => notesOf(doc).has(id))
    ids.set(note.id, id)
  }
  return ids
}

const markNotes = async (
  boards: ReadonlyMap<string, LiveDoc>,
  moderator: LiveDoc,
  notes: readonly SampleNote[],
  ids: ReadonlyMap<string, NoteId>,
): Promise<void> => {
  const wanted = notes.filter((note) => note.forPlenum).map((note) => ids.get(note.id) as NoteId)
  let key: string | null = null
  for (const id of wanted) {
    key = keyBetween(key, null)
    notesOf(moderator.doc).get(id)?.set('forPlenum', key)
  }
  await witnessOf(boards, moderator).until(
    'the marked notes',
    (doc) =>
      markedNotes(readNotes(doc))
        .map(({ id }) => id)
        .join() === wanted.join(),
  )
}

/** The server has given every note the number and the author that the sample says. */
const checkNumbers = async (
  reader: Attendee,
  group: GroupId,
  notes: readonly SampleNote[],
  ids: ReadonlyMap<string, NoteId>,
): Promise<void> => {
  const answer = await reader.get<NotesAnswer>(`/groups/${group}/notes`)
  const facts = new Map(answer.notes.map((fact) => [fact.id, fact]))
  for (const { id, author } of notes) {
    const fact = facts.get(ids.get(id) as NoteId)
    const number = fact ? noteNumber(group, fact.number) : 'none'
    if (number !== id) throw new Error(`Note ${id} of the sample day got the number ${number}.`)
    if (fact?.author !== author)
      throw new Error(`Note ${id} is by "${author}", but the server says "${fact?.author}".`)
  }
}
