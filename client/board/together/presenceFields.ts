import { isId, type NoteId, type QuestionId } from '#shared/ids.ts'

/** A place on the wall: counted from the card it is on, since everybody's columns may stand differently. */
export type Where = { readonly on: NoteId | null; readonly x: number; readonly y: number }

/** What somebody has in view. On the wall its middle and size, in the list (size 0) only the question. */
export type Sight = Where & {
  readonly question: QuestionId | null
  readonly width: number
  readonly height: number
}
/** Cards being moved, the one under the pointer first, and where its top left is. */
export type Drags = { readonly notes: readonly NoteId[]; readonly x: number; readonly y: number }
/** "Look here": at a card, or at what is in view. */
export type Call = Sight & { readonly id: string }

const maxNotes = 200

// Presence comes from other people's programs: what has the wrong shape reads as nothing.
export const readSight = (value: unknown): Sight | null => {
  const { question, width, height } = fieldsOf(value)
  const where = readWhere(value)
  if (!where || !isSize(width) || !isSize(height)) return null
  return { ...where, question: idOrNull<QuestionId>(question), width, height }
}

export const readDrags = (value: unknown): Drags | null => {
  const { notes, x, y } = fieldsOf(value)
  if (!Array.isArray(notes) || !isFinite(x) || !isFinite(y)) return null
  const ids = notes.slice(0, maxNotes).filter((id): id is NoteId => isId(id))
  return ids.length > 0 ? { notes: ids, x, y } : null
}

export const readCall = (value: unknown): Call | null => {
  const { id } = fieldsOf(value)
  const sight = readSight(value)
  return sight && isId(id) ? { ...sight, id } : null
}

const readWhere = (value: unknown): Where | null => {
  const { on, x, y } = fieldsOf(value)
  return isFinite(x) && isFinite(y) ? { on: idOrNull<NoteId>(on), x, y } : null
}
const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
const isFinite = (value: unknown): value is number => Number.isFinite(value)
const isSize = (value: unknown): value is number => isFinite(value) && value >= 0
const idOrNull = <Id extends string>(value: unknown): Id | null => (isId(value) ? (value as Id) : null)
