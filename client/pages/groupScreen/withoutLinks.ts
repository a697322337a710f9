import type { Block } from '#shared/note.ts'

/** Nobody clicks on a wall, and a key must not lead to what stands on another page. */
export const withoutLinks = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) =>
    block.type === 'paragraph'
      ? { ...block, spans: block.spans.map(({ link: _link, ...span }) => span) }
      : { ...block, items: block.items.map(withoutLinks) },
  )
