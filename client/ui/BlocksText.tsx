import { Fragment, type ReactNode } from 'react'
import type { Block, Span } from '#shared/note.ts'
import { classNames } from './classNames.ts'
import './BlocksText.css'

type BlocksTextProps = { readonly blocks: readonly Block[]; readonly className?: string | undefined }

/** Text of a note or wording without an editor. Every paragraph finds its own direction. */
export function BlocksText({ blocks, className }: BlocksTextProps) {
  return (
    <div className={classNames('blocks', className)}>{blocks.map((block, at) => blockOf(block, at))}</div>
  )
}

// A snapshot has no identities but its order.
const blockOf = (block: Block, at: number): ReactNode => {
  if (block.type === 'paragraph')
    return (
      <p key={at} dir="auto">
        {block.spans.map(spanOf)}
      </p>
    )
  const List = block.ordered ? 'ol' : 'ul'
  return (
    <List key={at} dir="auto">
      {block.items.map((item, itemAt) => (
        <li key={itemAt}>{item.map(blockOf)}</li>
      ))}
    </List>
  )
}

const spanOf = (span: Span, at: number): ReactNode => {
  let content: ReactNode = span.text
  if (span.italic) content = <em>{content}</em>
  if (span.bold) content = <strong>{content}</strong>
  if (span.link)
    content = (
      <a href={span.link} target="_blank" rel="noopener noreferrer nofollow">
        {content}
      </a>
    )
  return <Fragment key={at}>{content}</Fragment>
}
