import * as Y from 'yjs'

/** Would this update change the document? Tried on a copy; only for edits that came too late. */
export const bringsNews = (doc: Y.Doc, update: Uint8Array): boolean => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  let news = false
  copy.on('update', () => (news = true))
  Y.applyUpdate(copy, update)
  news ||= copy.store.pendingStructs !== null || copy.store.pendingDs !== null
  copy.destroy()
  return news
}
