import type * as Y from 'yjs'
import { commentRef } from '#shared/comments.ts'
import { noteRef } from '#shared/ids.ts'
import { blocksOf } from '#shared/note.ts'
import { buildResultReport, type ReportInput, type ResultReport } from '#shared/report/report.ts'
import { wordingsOf, type Result } from '#shared/result.ts'
import { buildSnapshotReport, type SnapshotReport } from '#shared/report/snapshotReport.ts'
import { votesAt } from '../day/votesAt.ts'
import { noteNumberOf } from '../records.ts'
import { countNotes, parkedNotes, readBoards } from './boards.ts'
import type { Plenum } from './plenum.ts'

/** Everything a result report is made of, except the wordings: committed state of boards and rows. */
export const reportInput = async (
  plenum: Plenum,
): Promise<Omit<ReportInput, 'wordings' | 'version' | 'results'>> => {
  const { records, rooms, plan } = plenum.ports
  const boards = await readBoards(rooms, plan)
  const everyone = records.all('person').map(([, person]) => person)
  const people = everyone.map(({ role }) => role)
  const members = everyone.filter(({ role }) => role === 'member')
  const levels = new Set(members.flatMap(({ level }) => level ?? [])).size
  return {
    plan,
    people: {
      members: people.filter((role) => role === 'member').length,
      moderators: people.filter((role) => role === 'moderator').length,
      ...(levels > 0 && { levels }),
    },
    notesTotal: countNotes(boards, records),
    gathered: await plenum.gathering.notes(),
    parked: parkedNotes(boards, records),
    decisions: plenum.answer().decisions,
    remarks: plenum.answer().remarks,
    plenum: plenum.state,
    points:
      votesAt(records, 'plenum').findLast(({ kind, tally }) => kind === 'points' && tally !== null) ?? null,
    fates: plenum.answer().fates,
  }
}

export const readWordings = (doc: Y.Doc, results: readonly Result[]): ReportInput['wordings'] =>
  new Map(
    results.map(({ id }) => {
      const wording = wordingsOf(doc).get(id)
      return [id, wording ? blocksOf(wording) : []]
    }),
  )

/** The result document as things stand now. */
export const currentReport = async (plenum: Plenum): Promise<ResultReport> => {
  const input = await reportInput(plenum)
  const room = await plenum.room()
  const results = plenum.results()
  const wordings = await room.read((doc) => readWordings(doc, results))
  return buildResultReport({ ...input, results, wordings, version: null })
}

/** All notes of all groups, unedited (Fotoprotokoll). */
export const snapshotReport = async (plenum: Plenum, withAuthors: boolean): Promise<SnapshotReport> => {
  const { records, rooms, plan } = plenum.ports
  const boards = await readBoards(rooms, plan)
  return buildSnapshotReport({
    plan,
    groups: boards.map((board) => ({
      ...board,
      numberOf: noteNumberOf(records, board.group),
      authorOf: (note) => records.get('note', noteRef(board.group, note))?.author,
      votes: votesAt(records, board.group),
      commentAuthorOf: (note, id) => records.get('comment', `${board.group}/${commentRef(note, id)}`)?.author,
    })),
    withAuthors,
  })
}
