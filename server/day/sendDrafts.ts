import * as Y from 'yjs'
import type { Person } from '#shared/api.ts'
import { notesOf } from '#shared/board.ts'
import type { SentAnswer } from '#shared/day/collectAnswers.ts'
import { copyDraft, markSent, unsentDrafts, type DraftNote } from '#shared/day/drafts.ts'
import type { GroupId, NoteId } from '#shared/ids.ts'
import { roomName } from '#shared/place.ts'
import { Refusal } from '#shared/refusal.ts'
import { can, type DayState } from '#shared/roles.ts'
import type { RecordChange } from '../records.ts'
import { editTogether, type EditRoom } from '../rooms/editTogether.ts'
import { claimNote } from '../rooms/noteClaims.ts'
import type { Day } from './day.ts'

/**
 * Draft notes that were written after the reveal, or came late, handed on by their author: onto the board where the
 * author may write now, else to the moderators as Nachzügler. What is sent already, or will be revealed, is left alone.
 */
export const sendDrafts = (
  day: Day,
  dayState: DayState,
  person: Person,
  wanted: readonly string[],
): Promise<SentAnswer> =>
  day.inOrder(async () => {
    if (person.role !== 'member') throw new Refusal('forbidden')
    const { records, rooms, plan } = day.ports
    const draft = await rooms.place({ kind: 'draft', person: person.id })
    const meant = (doc: Y.Doc) =>
      unsentDrafts(doc, plan).filter(
        ({ note, group }) =>
          wanted.includes(note.id) && !(day.state(group)?.isHidden && sitsIn(person, group)),
      )
    const groups = [...new Set(await draft.read((doc) => meant(doc).map(({ group }) => group)))].sort()
    const boards = await Promise.all(groups.map((group) => rooms.place({ kind: 'group', group })))
    return editTogether(records, [...boards, draft], (edit) => {
      const answer = { sent: 0, late: 0 }
      edit(draft, (doc) => {
        for (const one of meant(doc)) {
          const board = boards[groups.indexOf(one.group)]
          if (!board) continue
          const mayWrite = can(person, dayState, 'write', { kind: 'group', group: one.group })
          answer[mayWrite ? 'sent' : 'late']++
          handOn(day, person, one, (change) => edit(board, change), mayWrite)
        }
        return []
      })
      return answer
    })
  })

const handOn = (
  { ports: { event, plan, now, newId } }: Day,
  person: Person,
  unsent: DraftNote,
  editBoard: (change: Parameters<EditRoom>[1]) => void,
  mayWrite: boolean,
): void => {
  const at = now()
  // After a reveal without names not even the time of its beginning is left.
  const draft = { ...unsent, note: { ...unsent.note, createdAt: unsent.note.createdAt || at } }
  editBoard((board): RecordChange[] => {
    // Written on since its copy was made: the copy may have been changed by others, so this one stands beside it.
    const as = draft.sent || notesOf(board).has(draft.note.id) ? newId<NoteId>() : draft.note.id
    markSent(draft, as, at)
    if (mayWrite) {
      claimNote(copyDraft(board, draft, as, plan), { person: person.id, author: person.name, rank: 0 })
      return []
    }
    const aside = new Y.Doc()
    copyDraft(aside, draft, as, plan)
    const update = Buffer.from(Y.encodeStateAsUpdate(aside)).toString('base64')
    aside.destroy()
    const room = roomName(event, { kind: 'group', group: draft.group })
    const value = { room, person: person.id, name: person.name, at, updates: [update] }
    return [{ table: 'late', id: newId(), value }]
  })
}

const sitsIn = ({ seat }: Person, group: GroupId) => seat?.kind === 'group' && seat.group === group
