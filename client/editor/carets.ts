import { Extension } from '@tiptap/core'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import type { PresenceUser } from '#shared/wire.ts'

/**
 * Carets and selections of the others in this text. Tiptap's own extension writes the `user` field, which is the
 * server's, and colours by inline style, which our content security policy refuses.
 */
export const carets = (awareness: Awareness) =>
  Extension.create({
    name: 'carets',
    addProseMirrorPlugins: () => [
      yCursorPlugin(awareness, {
        awarenessStateFilter: isOther,
        cursorBuilder: caretOf,
        selectionBuilder: selectionOf,
      }),
    ],
  })

/** Only people whom the server has named. */
const isOther = (own: number, other: number, state: { user?: PresenceUser } | null) =>
  own !== other && typeof state?.user?.name === 'string'

const caretOf = (user: PresenceUser): HTMLElement => {
  const caret = document.createElement('span')
  caret.className = 'caret'
  caret.dataset['person'] = String(user.colour)
  caret.setAttribute('aria-hidden', 'true')
  const name = document.createElement('span')
  name.className = 'caret-name'
  name.dir = 'auto'
  name.textContent = user.name
  // Word joiners keep the caret from tearing a word apart at the end of a line.
  caret.append('\u2060', name, '\u2060')
  return caret
}

const selectionOf = (user: PresenceUser) => ({ class: 'caret-selection', 'data-person': String(user.colour) })
