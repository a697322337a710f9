import { Fragment, type ReactNode } from 'react'
import type { OutlineBlock, Run } from '#shared/report/outline.ts'
import { scrollFocus } from '../scrollFocus.ts'

/** The printed document on the screen: the same outline that DOCX and Markdown print. */
export function OutlineBlocks({ blocks }: { readonly blocks: readonly OutlineBlock[] }) {
  return blocks.map((block, at) => <Fragment key={at}>{blockOf(block)}</Fragment>)
}

const blockOf = (block: OutlineBlock): ReactNode => {
  switch (block.type) {
    case 'heading': {
      const Heading = `h${block.depth}` as const
      return <Heading>{runsOf(block.runs)}</Heading>
    }
    case 'paragraph':
      return (
        <p dir="auto" className={block.intro ? 'intro' : undefined}>
          {runsOf(block.runs)}
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          <p>{runsOf(block.runs)}</p>
        </blockquote>
      )
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, at) => (
            <li key={at}>
              <OutlineBlocks blocks={item} />
            </li>
          ))}
        </List>
      )
    }
    case 'entries':
      return (
        <dl>
          {block.items.map((item, at) => (
            <div key={at}>
              <dt className="num">{item.label}</dt>
              <dd>
                <OutlineBlocks blocks={item.blocks} />
              </dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return (
        <div
          className="table-scroll"
          {...scrollFocus}
          role="group"
          aria-label={block.columns.map(({ title }) => title).join(', ')}
        >
          <table data-columns={block.columns.length}>
            <thead>
              <tr>
                {block.columns.map(({ title }) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, column) => (
                    <td key={column}>
                      <OutlineBlocks blocks={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
  }
}

const runsOf = (runs: readonly Run[]): ReactNode =>
  runs.map(({ text, bold, italic, quiet, link, added, gone }, at) => {
    let content: ReactNode = text
    if (italic && !quiet) content = <em>{content}</em>
    if (quiet) content = <span className="muted">{content}</span>
    if (added) content = <ins>{content}</ins>
    if (gone) content = <del>{content}</del>
    if (bold) content = <strong>{content}</strong>
    if (link)
      content = (
        <a href={link} target="_blank" rel="noopener noreferrer nofollow">
          {content}
        </a>
      )
    return <Fragment key={at}>{content}</Fragment>
  })
