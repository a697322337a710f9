import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { openUndo } from '../../../editor/openUndo.ts'

/** Undo for one wording, while it is edited: taking back must never change another result unseen. */
export const useWordingUndo = (fragment: Y.XmlFragment | null): Y.UndoManager | null => {
  const [undo, setUndo] = useState<Y.UndoManager | null>(null)
  useEffect(() => {
    if (!fragment) return
    const manager = openUndo(fragment)
    setUndo(manager)
    return () => {
      setUndo(null)
      manager.destroy()
    }
  }, [fragment])
  return undo
}
