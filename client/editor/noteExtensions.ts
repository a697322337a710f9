import { Extension, wrappingInputRule, type AnyExtension } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { Plugin } from '@tiptap/pm/state'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { maxNoteLength } from '#shared/note.ts'
import { noteLink } from './noteLink.ts'
import { carets } from './carets.ts'

/** Only these write for the person: `- ` and `1. ` at the start of a line. "29. April" and "*innen" stay what they are. */
export const rulesThatWrite = ['bulletList', 'orderedList']

/** To the next note: Tab and Shift+Tab, Ctrl+Enter and Ctrl+Shift+Enter. */
export type Way = 'right' | 'left' | 'below' | 'above'

export type EditorKeys = {
  readonly onEscape: () => void
  /** Without it Tab leaves the text, as everywhere else on the page. */
  readonly onNext?: ((way: Way) => void) | undefined
  readonly onTools?: (() => void) | undefined
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
  // Tab never indents: it leads to the next note, or out of the text.
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
  noteLink,
  Collaboration.configure({ fragment, yUndoOptions: { undoManager } as never }),
  ...(awareness ? [carets(awareness)] : []),
  ownKeys(keys),
]

const ownKeys = ({ onEscape, onNext, onTools, onTooLong }: EditorKeys) =>
  Extension.create({
    name: 'ownKeys',
    priority: 2000,
    addKeyboardShortcuts: () => ({
      Escape: () => (onEscape(), true),
      'Alt-F10': () => (onTools?.(), true),
      ...(onNext
        ? {
            Tab: () => (onNext('right'), true),
            'Shift-Tab': () => (onNext('left'), true),
            'Mod-Enter': () => (onNext('below'), true),
            'Mod-Shift-Enter': () => (onNext('above'), true),
          }
        : { 'Mod-Enter': () => (onEscape(), true) }),
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
