import type { Block, Span } from '#shared/note.ts'
import { element } from './element.ts'
import './BlocksText.css'

/** Text of a note as `BlocksText` draws it, without React. Links are words here. */
export const plainBlocks = (blocks: readonly Block[]): HTMLElement =>
  element('div', 'blocks', ...blocks.map(blockOf))

const blockOf = (block: Block): HTMLElement => {
  const made =
    block.type === 'paragraph'
      ? element('p', '', ...block.spans.map(spanOf))
      : element(
          block.ordered ? 'ol' : 'ul',
          '',
          ...block.items.map((item) => element('li', '', ...item.map(blockOf))),
        )
  made.dir = 'auto'
  return made
}

const spanOf = ({ text, bold, italic }: Span): Node => {
  const inner: Node = italic ? element('em', '', text) : document.createTextNode(text)
  return bold ? element('strong', '', inner) : inner
}
