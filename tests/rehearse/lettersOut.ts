import { readNotes } from '#shared/board.ts'
import type { NotesAnswer } from '#shared/api.ts'
import { gatheredOf } from '#shared/gather.ts'
import { plainText } from '#shared/note.ts'
import type { GroupId } from '#shared/ids.ts'
import type { Guest } from '../kit/venue.ts'
import type { Hall } from './hall.ts'

/** What stands on the boards at the end, as somebody sees it who has only just come. */
export const lettersOut = async (hall: Hall, staff: Guest, groups: readonly GroupId[]) => {
  let characters = 0
  let cards = 0
  let numbers = 0
  for (const group of groups) {
    const board = await hall.venue.open(`${staff.event.id}/group/${group}`, staff.ticket)
    const notes = readNotes(board.doc)
    cards += notes.length
    for (const { blocks } of notes) characters += [...plainText(blocks)].length
    const { notes: facts } = await hall.must<NotesAnswer>(staff, 'GET', `/groups/${group}/notes`)
    numbers += new Set(facts.map(({ number }) => number)).size
    board.leave()
  }
  const gathered = await hall.venue.open(`${staff.event.id}/gathered`, staff.ticket)
  const count = gatheredOf(gathered.doc).size
  gathered.leave()
  return { characters, cards, numbers, gathered: count }
}
