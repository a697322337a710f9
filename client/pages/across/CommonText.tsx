import { Fragment, type ReactNode } from 'react'
import type { Block, Span } from '#shared/note.ts'

type CommonTextProps = { readonly blocks: readonly Block[]; readonly common: ReadonlySet<string> }

const words = /([\p{L}\p{M}\p{N}\u00AD\u200B-\u200D]+)/u

/** Text of a card with the words underlined that it has in common with others. */
export function CommonText({ blocks, common }: CommonTextProps) {
  return <div className="blocks">{blocks.map((block, at) => blockOf(block, at, common))}</div>
}

// A snapshot has no identities but its order.
const blockOf = (block: Block, at: number, common: ReadonlySet<string>): ReactNode => {
  if (block.type === 'paragraph')
    return (
      <p key={at} dir="auto">
        {block.spans.map((span, spanAt) => spanOf(span, spanAt, common))}
      </p>
    )
  const List = block.ordered ? 'ol' : 'ul'
  return (
    <List key={at} dir="auto">
      {block.items.map((item, itemAt) => (
        <li key={itemAt}>{item.map((one, oneAt) => blockOf(one, oneAt, common))}</li>
      ))}
    </List>
  )
}

const spanOf = (span: Span, at: number, common: ReadonlySet<string>): ReactNode => {
  let content: ReactNode = span.text
    .split(words)
    .map((piece, pieceAt) => (common.has(piece) ? <mark key={pieceAt}>{piece}</mark> : piece))
  if (span.italic) content = <em>{content}</em>
  if (span.bold) content = <strong>{content}</strong>
  return <Fragment key={at}>{content}</Fragment>
}
