import { Mark } from '@tiptap/core'
import { safeLink } from '#shared/note.ts'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    noteLink: {
      readonly setLink: (attributes: { readonly href: string }) => ReturnType
      readonly unsetLink: () => ReturnType
    }
  }
}

/** Where marked words lead. Tiptap's own link brings a finder of addresses along, a tenth of the editor; nothing is linked unasked here. */
export const noteLink = Mark.create({
  name: 'link',
  priority: 1000,
  keepOnSplit: false,
  exitable: true,
  inclusive: false,
  addAttributes: () => ({
    href: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('href') },
  }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element: HTMLElement) => (safeLink(element.getAttribute('href')) === null ? false : null),
    },
  ],
  // A stranger's client may have written any address.
  renderHTML: ({ HTMLAttributes }) => [
    'a',
    {
      target: '_blank',
      rel: 'noopener noreferrer nofollow',
      href: safeLink(HTMLAttributes['href']) ?? '',
    },
    0,
  ],
  addCommands() {
    return {
      setLink:
        ({ href }) =>
        ({ commands }) =>
          safeLink(href) !== null && commands.setMark(this.name, { href }),
      unsetLink:
        () =>
        ({ commands }) =>
          commands.unsetMark(this.name, { extendEmptyMarkRange: true }),
    }
  },
})
