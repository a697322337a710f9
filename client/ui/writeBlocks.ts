import type { Block, Span } from '#shared/note.ts'

/** Text, or an element with what is inside, and where it leads if it is a link. */
type Wanted = string | readonly [tag: string, inside: readonly Wanted[], link?: string]

/** The text of a note as BlocksText draws it, in an element that nobody else writes to. What is the same is not touched. */
export const writeBlocks = (host: Element, blocks: readonly Block[]): void => fill(host, blocks.map(blockOf))

const blockOf = (block: Block): Wanted =>
  block.type === 'paragraph'
    ? ['P', block.spans.map(spanOf)]
    : [block.ordered ? 'OL' : 'UL', block.items.map((item): Wanted => ['LI', item.map(blockOf)])]

const spanOf = ({ text, italic, bold, link }: Span): Wanted => {
  let inside: Wanted = text
  if (italic) inside = ['EM', [inside]]
  if (bold) inside = ['STRONG', [inside]]
  return link ? ['A', [inside], link] : inside
}

const fill = (host: Element, wanted: readonly Wanted[]): void => {
  let known = host.firstChild
  for (const one of wanted) {
    const node = as(one, known)
    if (node !== known) {
      if (known) known.replaceWith(node)
      else host.append(node)
    }
    known = node.nextSibling
  }
  while (known) {
    const next: ChildNode | null = known.nextSibling
    known.remove()
    known = next
  }
}

/** What is there already, if it can say what is wanted. */
const as = (one: Wanted, known: ChildNode | null): ChildNode => {
  if (typeof one === 'string') {
    if (known?.nodeType !== Node.TEXT_NODE) return document.createTextNode(one)
    setText(known, one)
    return known
  }
  const [tag, inside, link] = one
  const element = known?.nodeName === tag ? (known as HTMLElement) : elementOf(tag)
  if (link !== undefined && element.getAttribute('href') !== link) element.setAttribute('href', link)
  fill(element, inside)
  return element
}

const setText = (node: Node, text: string) => {
  if (node.nodeValue !== text) node.nodeValue = text
}

const elementOf = (tag: string): HTMLElement => {
  const element = document.createElement(tag)
  if (element instanceof HTMLAnchorElement) {
    element.target = '_blank'
    element.rel = 'noopener noreferrer nofollow'
  } else if (/^(P|UL|OL)$/.test(tag)) element.dir = 'auto'
  return element
}
