import type { NoteId } from '#shared/ids.ts'
import type { ValueStore } from '../../sync/valueStore.ts'
import type { BoardStore } from '../boardStore.ts'
import { readingOrder } from './readingOrder.ts'

export type Selection = ValueStore<ReadonlySet<NoteId>>

export const clearSelection = (selection: Selection): void => {
  if (selection.get().size > 0) selection.set(new Set())
}

/** Takes it in, or out again. */
export const toggleChosen = (selection: Selection, id: NoteId): void => {
  const next = new Set(selection.get())
  if (!next.delete(id)) next.add(id)
  selection.set(next)
}

export const addChosen = (selection: Selection, ids: readonly NoteId[]): void => {
  const next = new Set([...selection.get(), ...ids])
  if (next.size > selection.get().size) selection.set(next)
}

/** Shift or Ctrl and a click. The first time the card that had the focus is meant as well. */
export const chooseMore = (selection: Selection, id: NoteId, focused: NoteId | null): void => {
  if (selection.get().size === 0 && focused !== null && focused !== id) selection.set(new Set([focused, id]))
  else toggleChosen(selection, id)
}

/** What was laid away, put together into another, emptied or erased leaves the selection by itself. */
export const keepStanding = (
  { arrangement }: Pick<BoardStore, 'arrangement'>,
  selection: Selection,
): (() => void) =>
  arrangement.subscribe(() => {
    const chosen = selection.get()
    if (chosen.size === 0) return
    const standing = new Set(readingOrder(arrangement.get()))
    const left = [...chosen].filter((id) => standing.has(id))
    if (left.length < chosen.size) selection.set(new Set(left))
  })
