import type * as Y from 'yjs'

/**
 * The undo manager as one editor sees it. y-tiptap ends the manager with the editor, leaves its listeners behind and
 * cuts the stack at every caret move once somebody else has typed (ten letters would be ten steps): none of it reaches
 * the manager itself.
 */
export const editorUndo = (manager: Y.UndoManager): { manager: Y.UndoManager; release: () => void } => {
  const added: [never, never][] = []
  const facade = Object.create(manager) as Record<string, unknown>
  facade['on'] = (name: never, listener: never) => {
    added.push([name, listener])
    return manager.on(name, listener)
  }
  facade['stopCapturing'] = () => undefined
  facade['destroy'] = () => undefined
  facade['undo'] = () => manager.undo()
  facade['redo'] = () => manager.redo()
  return {
    manager: facade as unknown as Y.UndoManager,
    release: () => {
      for (const [name, listener] of added) manager.off(name, listener)
      manager.stopCapturing()
    },
  }
}
