import { addCluster, addNote, markedNotes, readNotes } from '#shared/board.ts'
import type { VoteView } from '#shared/day/vote.ts'
import type { ClusterId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { keyBetween } from '#shared/sortKey.ts'
import { rawClusters, rawNotes } from './sampleDay.ts'
import { notesOfGroup, soon, type Guest } from './venue.ts'

const groups = ['A', 'B', 'C', 'D'] as const

/**
 * The sample day at a quarter to three: all 142 notes stand on the boards under their numbers, 32 of them are marked, each
 * group has given points to some of those, and the Plenum is empty. Answers by number the reference of each note.
 */
export const playToCoffeeBreak = async (staff: Guest): Promise<ReadonlyMap<string, string>> => {
  const boards = await Promise.all(groups.map((group) => writeBoard(staff, group)))
  return new Map(boards.flat())
}

const writeBoard = async (staff: Guest, group: string): Promise<[number: string, ref: string][]> => {
  const live = await staff.open(`group/${group}`)
  const { doc } = live
  const notes = rawNotes.filter((note) => note.group === group)
  let key: string | null = null
  doc.transact(() => {
    for (const { id, title } of rawClusters.filter((one) => one.group === group))
      addCluster(doc, { id: id as ClusterId, title, question: `${group}1` as QuestionId })
    for (const [at, raw] of notes.entries()) {
      const cluster = rawClusters.find((one) => one.group === group && one.title === raw.cluster)
      const note = addNote(doc, {
        id: raw.id as NoteId,
        question: raw.question as QuestionId | null,
        kind: raw.kind as KindId,
        cluster: (cluster?.id ?? null) as ClusterId | null,
        levels: raw.levels,
        tags: raw.tags,
        createdAt: at + 1,
        blocks: parseNoteText(raw.text),
      })
      if (raw.forPlenum) note.set('forPlenum', (key = keyBetween(key, null)))
    }
  })
  const facts = await soon(`the numbers of ${group}`, async () => {
    const known = await notesOfGroup(staff, group)
    return known.length === notes.length && known
  })
  for (const { id, number } of facts)
    if (Number(id.split('-')[1]) !== number) throw new Error(`${id} got the number ${number}.`)
  await givePoints(
    staff,
    group,
    markedNotes(readNotes(doc)).map(({ id }) => id),
  )
  live.leave()
  return notes.map(({ id }) => [id, `${group}/${id}`])
}

/** By hand: seven for the first, one less for each that follows. */
const givePoints = async (staff: Guest, group: string, items: readonly string[]): Promise<void> => {
  const vote = await staff.call<VoteView>('POST', `/stages/${group}/votes`, { kind: 'points' })
  if (vote.status !== 200) throw new Error(`no vote: ${vote.body.error}`)
  for (const [at, item] of items.slice(0, 7).entries())
    await staff.call('PUT', `/votes/${vote.body.id}/hand`, { item, points: 7 - at })
  await staff.call('POST', `/votes/${vote.body.id}/close`)
}
