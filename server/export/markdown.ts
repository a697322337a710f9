import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { defaultHandlers, toMarkdown, type Options } from 'mdast-util-to-markdown'
import type {
  BlockContent,
  Link,
  List,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  Text,
} from 'mdast'
import { isolate } from '#shared/report/bidi.ts'
import {
  outlineText,
  type Outline,
  type OutlineBlock,
  type OutlineEntry,
  type OutlineTable,
  type Run,
} from '#shared/report/outline.ts'
import type { ResultReport } from '#shared/report/report.ts'
import { resultOutline } from '#shared/report/reportOutline.ts'
import { snapshotOutline } from '#shared/report/snapshotOutline.ts'
import type { SnapshotReport } from '#shared/report/snapshotReport.ts'

export const renderResultMarkdown = (report: ResultReport): string => renderMarkdown(resultOutline(report))
export const renderSnapshotMarkdown = (report: SnapshotReport): string =>
  renderMarkdown(snapshotOutline(report))

/** An outline as CommonMark with GFM tables. What people wrote stays text: it never becomes markup. */
export const renderMarkdown = (outline: Outline): string => {
  const root: Root = { type: 'root', children: outline.blocks.map(nodeOf) }
  return toMarkdown(root, options)
}

const options: Options = {
  bullet: '-',
  emphasis: '*',
  listItemIndent: 'one',
  // GitHub strikes out what stands between tildes, single ones too.
  unsafe: [{ character: '~', inConstruct: 'phrasing', after: '\\S' }],
  handlers: {
    text: (node: Text, parent, state, info) =>
      defaultHandlers.text(node, parent, state, info).replace(needlessEscape, '$1&'),
  },
  // Every cell counts as three wide: `---` beneath each head, and no filling up with spaces.
  extensions: [gfmTableToMarkdown({ stringLength: () => 3 })],
}

/** Only `&name;` means something else than it says; AT&T may stay as it is. */
const needlessEscape = /(?<!\\)((?:\\\\)*)\\&(?!#?[A-Za-z0-9]+;)/g

const nodeOf = (block: OutlineBlock): RootContent & BlockContent => {
  switch (block.type) {
    case 'heading':
      return { type: 'heading', depth: block.depth, children: phrasing(oneLine(block.runs)) }
    case 'paragraph':
      return { type: 'paragraph', children: phrasing(block.runs) }
    case 'quote':
      return { type: 'blockquote', children: [{ type: 'paragraph', children: phrasing(block.runs) }] }
    case 'list':
      return listOf(
        block.items.map((item) => item.map(nodeOf)),
        block.ordered,
      )
    case 'entries':
      return listOf(
        block.items.map((entry) => labelled(entry).map(nodeOf)),
        false,
      )
    case 'table':
      return tableOf(block)
  }
}

const listOf = (items: readonly BlockContent[][], ordered: boolean): List => ({
  type: 'list',
  ordered,
  ...(ordered ? { start: 1 } : {}),
  spread: false,
  children: items.map((children): ListItem => ({ type: 'listItem', spread: false, children })),
})

/** **L1 – Title.** Text: the label and what it names on one line. */
const labelled = ({ label, blocks }: OutlineEntry): OutlineBlock[] => {
  const [first, ...rest] = blocks
  const name: Run = { text: label, bold: true }
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', runs: [name] }, ...blocks]
  const dash: Run = first.runs[0]?.bold ? { text: ' – ', bold: true } : { text: ' – ' }
  const text = outlineText([first])
  const kept = isolate(text) !== text
  const runs = kept ? [{ text: '\u2068' }, ...first.runs, { text: '\u2069' }] : first.runs
  return [{ type: 'paragraph', runs: [name, dash, ...runs] }, ...rest]
}

const tableOf = ({ columns, rows }: OutlineTable): Table => {
  const row = (cells: readonly PhrasingContent[][]) => ({
    type: 'tableRow' as const,
    children: cells.map((children) => ({ type: 'tableCell' as const, children })),
  })
  return {
    type: 'table',
    children: [
      row(columns.map(({ title }) => phrasing([{ text: title }]))),
      ...rows.map((cells) => row(cells.map((cell) => phrasing(oneLine(flat(cell)))))),
    ],
  }
}

/** A table cell is one line: paragraphs follow each other, list items keep their sign. */
const flat = (blocks: readonly OutlineBlock[]): Run[] =>
  blocks.flatMap((block, at): Run[] => {
    const gap: Run[] = at > 0 ? [{ text: ' ' }] : []
    if (block.type === 'list')
      return block.items.flatMap((item, number) => [
        { text: `${at + number > 0 ? ' ' : ''}${block.ordered ? `${number + 1}.` : '•'} ` },
        ...flat(item),
      ])
    return 'runs' in block ? [...gap, ...block.runs] : []
  })
const oneLine = (runs: readonly Run[]): Run[] =>
  runs.map((run) => ({ ...run, text: run.text.replace(/\s*\n\s*/g, ' ') }))

/** Runs of one look become one node; space stays outside the marks, where Markdown wants it. */
const phrasing = (runs: readonly Run[]): PhrasingContent[] => {
  const joined = joinAlike(joinAlike(runs).flatMap(withoutOuterSpace))
  const end = joined.length - 1
  return joined.flatMap((run, at) => {
    const start = at === 0 ? run.text.trimStart() : run.text
    const text = at === end ? start.trimEnd() : start
    return text === '' ? [] : inlineOf({ ...run, text })
  })
}
const joinAlike = (runs: readonly Run[]): Run[] => {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && lookOf(last) === lookOf(run))
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}
const lookOf = ({ bold, italic, link, added, gone }: Run) =>
  `${bold ?? ''}|${italic ?? ''}|${link ?? ''}|${added ?? ''}|${gone ?? ''}`

const withoutOuterSpace = (run: Run): Run[] => {
  if (!run.bold && !run.italic && !run.link && !run.added && !run.gone) return [run]
  const [, before = '', text = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? []
  if (text === '') return [{ text: before }]
  return [{ text: before }, { ...run, text }, { text: after }].filter(({ text }) => text !== '')
}

const mark = (value: string): PhrasingContent => ({ type: 'html', value })

const inlineOf = ({ text, bold, italic, link, added, gone }: Run): PhrasingContent[] => {
  const lines = text.split('\n').map((line, at) => (at > 0 ? line.trimStart() : line))
  let nodes: PhrasingContent[] = lines.flatMap((value, at): PhrasingContent[] => [
    ...(at > 0 ? [{ type: 'break' as const }] : []),
    ...(value === '' ? [] : [{ type: 'text' as const, value }]),
  ])
  if (link) nodes = [{ type: 'link', url: link, children: nodes as Link['children'] }]
  if (italic) nodes = [{ type: 'emphasis', children: nodes }]
  // Markdown has no sign for what is new; both are HTML that its readers know.
  if (added) nodes = [mark('<ins>'), ...nodes, mark('</ins>')]
  if (gone) nodes = [mark('<del>'), ...nodes, mark('</del>')]
  return bold ? [{ type: 'strong', children: nodes }] : nodes
}
