import { useEffect, useState } from 'react'
import type * as Y from 'yjs'

export type Undo = {
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly undo: () => void
  readonly redo: () => void
}

const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const

/** What buttons and keys need of the undo manager. */
export const useUndo = (manager: Y.UndoManager): Undo => {
  const [can, setCan] = useState({ canUndo: false, canRedo: false })
  useEffect(() => {
    const look = () =>
      setCan((known) => {
        const next = { canUndo: manager.canUndo(), canRedo: manager.canRedo() }
        return next.canUndo === known.canUndo && next.canRedo === known.canRedo ? known : next
      })
    // The manager speaks from the middle of a transaction.
    const later = () => queueMicrotask(look)
    look()
    for (const event of events) manager.on(event, later)
    return () => {
      for (const event of events) manager.off(event, later)
    }
  }, [manager])
  return { ...can, undo: () => manager.undo(), redo: () => manager.redo() }
}
