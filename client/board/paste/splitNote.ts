import type { NoteId } from '#shared/ids.ts'
import { writeBlocks } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import type { BoardPlace } from '../useBoardPlace.ts'

/**
 * Each line a card in the same place, this note the first. The pasted text is taken back before, so that one step of undo
 * leads to where everything was before the paste.
 */
export const splitNote = (
  { store, actions, undoManager }: Pick<BoardPlace, 'store' | 'actions' | 'undoManager'>,
  id: NoteId,
  lines: readonly string[],
): NoteId[] => {
  const note = store.note(id)
  if (!note) return []
  const { question, cluster, kind } = note
  undoManager.undo()
  // It was something else: the text came from another hand, or long ago.
  if (store.note(id)?.isEmpty === false) undoManager.redo()
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
