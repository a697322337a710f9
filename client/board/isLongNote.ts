import type { Note } from '#shared/board.ts'
import { plainText } from '#shared/note.ts'

/** More than fits on a card: its text wants room. */
const longFrom = 280

/** Whether a note is offered the roomy editor. */
export const isLongNote = ({ blocks }: Pick<Note, 'blocks'>): boolean => plainText(blocks).length > longFrom
