import { Extension, wrappingInputRule, type AnyExtension } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { Plugin } from '@tiptap/pm/state'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { maxNoteLength, safeLink } from '#shared/note.ts'
import { carets } from './carets.ts'

/** Only these write for the person: `- ` and `1. ` at the start of a line. "29. April" and "*innen" stay what they are. */
export const rulesThatWrite = ['bulletList', 'orderedList']

export type EditorKeys = {
  readonly onEscape: () => void
  readonly onNext: () => void
  readonly onTooLong: () => void
}

/** Exactly the schema that `shared/note.ts` reads. */
export const noteExtensions = (
  fragment: Y.XmlFragment,
  undoManager: Y.UndoManager,
  awareness: Awareness | null,
  keys: EditorKeys,
): AnyExtension[] => [
  Document,
  Paragraph,
  Text,
  Bold,
  Italic,
  HardBreak.extend({
    addKeyboardShortcuts: () => ({ 'Shift-Enter': ({ editor }) => editor.commands.setHardBreak() }),
  }),
  BulletList.extend({
    addInputRules() {
      return [wrappingInputRule({ find: /^- $/, type: this.type })]
    },
  }),
  OrderedList.extend({
    addAttributes: () => ({}),
    addProseMirrorPlugins: () => [],
    addInputRules() {
      return [wrappingInputRule({ find: /^1\. $/, type: this.type, joinPredicate: () => false })]
    },
  }),
  // Tab leaves the editor, as everywhere else on the page.
  ListItem.extend({
    addKeyboardShortcuts() {
      return {
        Enter: () => this.editor.commands.splitListItem(this.name),
        'Mod-]': () => this.editor.commands.sinkListItem(this.name),
        'Mod-[': () => this.editor.commands.liftListItem(this.name),
      }
    },
  }),
  ListKeymap.extend({
    addKeyboardShortcuts() {
      const { Tab: _tab, 'Shift-Tab': _shiftTab, ...rest } = this.parent?.() ?? {}
      return rest
    },
  }),
  Link.extend({
    addAttributes: () => ({
      href: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('href') },
    }),
  }).configure({
    autolink: false,
    linkOnPaste: false,
    openOnClick: false,
    isAllowedUri: (href) => safeLink(href) !== null,
    HTMLAttributes: { target: '_blank', rel: 'noopener noreferrer nofollow' },
  }),
  Collaboration.configure({ fragment, yUndoOptions: { undoManager } as never }),
  ...(awareness ? [carets(awareness)] : []),
  ownKeys(keys),
]

const ownKeys = ({ onEscape, onNext, onTooLong }: EditorKeys) =>
  Extension.create({
    name: 'ownKeys',
    priority: 2000,
    addKeyboardShortcuts: () => ({
      Escape: () => (onEscape(), true),
      'Mod-Enter': () => (onNext(), true),
    }),
    addProseMirrorPlugins: () => [
      new Plugin({
        // What makes the text too long changes nothing; what others wrote is never refused.
        filterTransaction: (change, state) => {
          if (
            !change.docChanged ||
            change.getMeta(ySyncPluginKey) ||
            change.doc.content.size <= maxNoteLength
          )
            return true
          const length = lengthOf(change.doc)
          if (length <= maxNoteLength || length <= lengthOf(state.doc)) return true
          onTooLong()
          return false
        },
      }),
    ],
  })

const lengthOf = (doc: {
  content: { size: number }
  textBetween: (from: number, to: number, gap: string) => string
}) => doc.textBetween(0, doc.content.size, '\n').length
