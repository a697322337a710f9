import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Nodes } from 'mdast'

/** Markdown as a reader's program understands it. */
export const parseMarkdown = (markdown: string) => fromMarkdown(markdown)

export const nodesIn = (node: Nodes): Nodes[] => [
  node,
  ...('children' in node ? node.children.flatMap(nodesIn) : []),
]

/** The text a reader sees: a line a paragraph, a line break for a break. */
export const seenText = (node: Nodes): string => {
  if (node.type === 'break') return '\n'
  if ('value' in node) return node.value
  const isFlow =
    node.type === 'root' || node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote'
  return 'children' in node ? node.children.map(seenText).join(isFlow ? '\n' : '') : ''
}

/** The cells of all table rows, as Markdown. */
export const tableRows = (markdown: string): string[][] =>
  markdown
    .split('\n')
    // Each table has a second line of dashes.
    .filter((line, at, lines) => line.startsWith('| ') && !(isRow(lines[at - 1]) && !isRow(lines[at - 2])))
    .map((line) =>
      line
        .slice(2, -2)
        .split(/(?<!(?<!\\)(?:\\\\)*\\) \| /)
        .map((cell) => cell.trim()),
    )
const isRow = (line: string | undefined) => line?.startsWith('| ') ?? false
