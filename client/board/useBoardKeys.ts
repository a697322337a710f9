import { useEffect } from 'react'
import { isTyping } from './isTyping.ts'
import { singleKeys } from './singleKeys.ts'
import { useStartNote } from './useStartNote.ts'
import { useBoardPlace } from './useBoardPlace.ts'

/** Page-wide keys: N writes a note, Ctrl+Z takes back, Ctrl+Shift+Z and Ctrl+Y do it again. Not while typing. */
export const useBoardKeys = (): void => {
  const { undoManager, mayWrite } = useBoardPlace()
  const startNote = useStartNote()
  useEffect(() => {
    if (!mayWrite) return
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey
      if (isCommand && key === 'z') {
        if (event.shiftKey) undoManager.redo()
        else undoManager.undo()
      } else if (isCommand && key === 'y') undoManager.redo()
      else if (key === 'n' && singleKeys.get() && !isCommand && !event.altKey && !event.shiftKey) startNote()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [undoManager, mayWrite, startNote])
}
