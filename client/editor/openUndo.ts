import * as Y from 'yjs'

/** Transactions with this origin can be undone; so can everything the person types in an editor. */
export const undoOrigin = 'board'

/**
 * One undo over text, moves and fields of everything in scope; only one's own changes, never over later ones of others.
 * Give it to the editors of this scope; make a new one per visit.
 */
export const openUndo = (scope: ConstructorParameters<typeof Y.UndoManager>[0]): Y.UndoManager =>
  new Y.UndoManager(scope, {
    trackedOrigins: new Set([undoOrigin]),
    // An element that still holds text of others stays, even if undoing would take its frame away.
    deleteFilter: (item) => !(item.content instanceof Y.ContentType && hasContent(item.content.type)),
  })

const hasContent = (type: unknown): boolean =>
  (type instanceof Y.XmlText || type instanceof Y.XmlElement) && type._length > 0
