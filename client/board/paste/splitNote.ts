import type { NoteId } from '#shared/ids.ts'
import { writeBlocks } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import type { BoardPlace } from '../useBoardPlace.ts'

/** Each line a card in the same place, this note the first: one step of undo. */
export const splitNote = (
  { store, actions }: Pick<BoardPlace, 'store' | 'actions'>,
  id: NoteId,
  lines: readonly string[],
): NoteId[] => {
  const note = store.note(id)
  if (!note) return []
  const { question, cluster, kind } = note
  const ids = [id, ...lines.slice(1).map(() => actions.create({ question, cluster, kind }))]
  actions.together(() =>
    ids.forEach((one, at) => {
      const body = store.bodyOf(one)
      if (!body) return
      body.delete(0, body.length)
      writeBlocks(body, parseNoteText(lines[at] ?? ''))
    }),
  )
  return ids
}
