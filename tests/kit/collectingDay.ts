import type * as Y from 'yjs'
import { addNote, bodyOf, notesOf, readNotes, type Note } from '#shared/board.ts'
import type { LateRow } from '#shared/day/collectAnswers.ts'
import type { DayAnswer } from '#shared/day/dayAnswer.ts'
import { setDraftGroup } from '#shared/day/drafts.ts'
import type { GroupId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { plainText, writeBlocks } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import type { Guest, Live } from './venue.ts'

/** What people do while a group collects, by hand. */
export const writeNote = (
  doc: Y.Doc,
  id: string,
  text: string,
  { group = 'A', at = 1, draft = true }: { group?: string; at?: number; draft?: boolean } = {},
): void =>
  doc.transact(() => {
    const note = addNote(doc, {
      id: id as NoteId,
      question: `${group}1` as QuestionId,
      kind: 'guideline' as KindId,
      createdAt: at,
      blocks: parseNoteText(text),
    })
    if (draft) setDraftGroup(note, group as GroupId)
  })

export const writeOn = (doc: Y.Doc, id: string, text: string): void => {
  const note = notesOf(doc).get(id)
  const body = note && bodyOf(note)
  if (body) writeBlocks(body, parseNoteText(text))
}
export const layAway = (doc: Y.Doc, id: string, isAway = true): void =>
  void notesOf(doc)
    .get(id)
    ?.set('trashedAt', isAway ? 1 : null)

export const textOf = (note: Pick<Note, 'blocks'>): string => plainText(note.blocks).trim()
export const textsIn = ({ doc }: Live): string[] =>
  readNotes(doc)
    .filter((note) => !note.isEmpty)
    .map(textOf)
    .sort()

/** By somebody who sees what runs: also the same phase again. */
export const startPhase = async (moderator: Guest, group: string, phase: string) => {
  const { phases } = (await moderator.call<DayAnswer>('GET', '/day')).body
  const round = phases[group as GroupId]?.round ?? 0
  return moderator.call('POST', `/stages/${group}/phase`, { phase, round })
}
export const reveal = (moderator: Guest, group: string, withNames = true) =>
  moderator.call<{ notes: number }>('POST', `/stages/${group}/reveal`, { withNames })
export const draftOf = (guest: Guest): Promise<Live> => guest.open(`draft/${guest.person.id}`)
export const lateOf = async (guest: Guest): Promise<readonly LateRow[]> =>
  (await guest.call<{ rows: LateRow[] }>('GET', '/late')).body.rows
