/**
 * Word and Outlook paste lists as paragraphs that only look like lists: the level stands in a style, the bullet in the
 * text. This makes real lists of them.
 */
export const wordLists = (html: string): string => {
  let made = ''
  let done = 0
  let items: Item[] = []
  const close = () => {
    made += listsOf(items)
    items = []
  }
  for (const match of html.matchAll(listParagraph)) {
    const between = html.slice(done, match.index)
    if (items.length > 0 && hasWords(between)) close()
    if (items.length === 0) made += between
    done = match.index + match[0].length
    const { attributes = '', list = '', level = '1', inner = '' } = match.groups ?? {}
    const { marker, text } = withoutMarker(inner)
    // Word calls anything with a number a list, also what shows none.
    if (/mso-list:\s*none/i.test(attributes)) continue
    items.push({ list, level: Number(level), ordered: orderedMarker.test(marker), text })
  }
  close()
  return made + html.slice(done)
}

type Item = {
  readonly list: string
  readonly level: number
  readonly ordered: boolean
  readonly text: string
}

const listParagraph =
  /<p\b(?<attributes>[^>]*\bmso-list:\s*(?<list>l\d+)\s+level(?<level>\d)[^>]*)>(?<inner>[\s\S]*?)<\/p>/gi
const orderedMarker = /^\(?(?:\d+|[a-z]|[ivxlcdm]+)(?:\.\d+)*[.)]/i
const words = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;|&#160;|\s/g, '')
    .trim()
const hasWords = (html: string): boolean => words(html) !== ''

/** The bullet stands in a span with the style "mso-list:Ignore", which holds further spans with spaces. */
const withoutMarker = (inner: string): { readonly marker: string; readonly text: string } => {
  const start = /<span\b[^>]*mso-list:\s*Ignore/i.exec(inner)?.index
  if (start === undefined) return { marker: '', text: inner }
  let depth = 0
  for (const tag of inner.slice(start).matchAll(/<(\/?)span\b[^>]*>/gi)) {
    depth += tag[1] ? -1 : 1
    if (depth > 0) continue
    const end = start + tag.index + tag[0].length
    return { marker: words(inner.slice(start, end)), text: inner.slice(0, start) + inner.slice(end) }
  }
  return { marker: words(inner.slice(start)), text: inner.slice(0, start) }
}

/** Items of one level in a row are a list; deeper ones belong to the item before them. */
const listsOf = (items: readonly Item[]): string => {
  const [first] = items
  if (!first) return ''
  const level = Math.min(...items.map((item) => item.level))
  let html = ''
  let open: Item | null = null
  let deeper: Item[] = []
  const closeItem = () => {
    html += `${listsOf(deeper)}</li>`
    deeper = []
  }
  const closeList = () => {
    if (!open) return
    closeItem()
    html += open.ordered ? '</ol>' : '</ul>'
    open = null
  }
  for (const item of items) {
    if (item.level > level && open) {
      deeper.push(item)
      continue
    }
    const before: Item | null = open
    if (before && before.list === item.list && before.ordered === item.ordered) closeItem()
    else {
      closeList()
      html += item.ordered ? '<ol>' : '<ul>'
    }
    html += `<li><p>${item.text}</p>`
    open = item
  }
  closeList()
  return html
}
