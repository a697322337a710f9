import { cleanText, safeLink, type Block, type Span } from './note.ts'

/**
 * Typed or pasted text → blocks. `**bold**`, `*italic*` between words, `- ` and `1. ` lists and links are read;
 * everything else stays what people typed: Mitarbeiter*innen, 29. April, #hashtag, + 2 Stellen, four leading spaces.
 */
export const parseNoteText = (text: string): Block[] => {
  const blocks: Block[] = []
  for (const line of cleanText(text).split('\n')) {
    const item = /^\s*- +(.*)$/.exec(line) ?? /^\s*(\d{1,3})\. +(.*)$/.exec(line)
    if (!item) {
      if (line.trim() !== '') blocks.push({ type: 'paragraph', spans: paragraphSpans(line.trim()) })
      else if (blocks.at(-1)?.type === 'list') blocks.push(gap)
      continue
    }
    const ordered = item.length === 3
    const last = blocks.at(-1)
    const spans = parseSpans(item.at(-1) as string)
    if (last?.type === 'list' && last.ordered === ordered && follows(item, last.items.length))
      blocks[blocks.length - 1] = { ...last, items: [...last.items, [{ type: 'paragraph', spans }]] }
    else if (!ordered || item[1] === '1')
      blocks.push({ type: 'list', ordered, items: [[{ type: 'paragraph', spans }]] })
    else blocks.push({ type: 'paragraph', spans: paragraphSpans(line.trim()) })
  }
  return blocks.filter((block) => block !== gap)
}

/** Marks an empty line after a list, so that two lists stay two. */
const gap: Block = { type: 'paragraph', spans: [] }
/** "29. April" begins no list, and 1, 2, 3 go on only in order. */
const follows = (item: RegExpExecArray, count: number) => item.length === 2 || Number(item[1]) === count + 1

/** A heading would disturb the outline of page and export: it is shown in bold. */
const paragraphSpans = (line: string): Span[] => {
  const heading = /^#{1,6} +(.*)$/.exec(line)
  return heading ? [{ text: heading[1] as string, bold: true }] : parseSpans(line)
}

const marks =
  /!?\[(?<label>[^\][\n]+)\]\((?<href>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)|\*\*(?<bold>\S(?:.*?\S)?)\*\*|(?<![\p{L}\p{N}*\\])\*(?<italic>[^\s*]+(?=\*\p{L})|[^\s*](?:[^*]*[^\s*])?(?!\*[\p{L}\p{N}*]))\*/gu

const parseSpans = (line: string, outer: Omit<Span, 'text'> = {}): Span[] => {
  const spans: Span[] = []
  let done = 0
  for (const match of line.matchAll(marks)) {
    const { label, href, bold, italic } = match.groups as Record<string, string | undefined>
    if (match.index > done) spans.push({ text: line.slice(done, match.index), ...outer })
    done = match.index + match[0].length
    if (bold !== undefined) spans.push(...parseSpans(bold, { ...outer, bold: true }))
    else if (italic !== undefined) spans.push(...parseSpans(italic, { ...outer, italic: true }))
    else {
      const link = safeLink(href)
      spans.push({ text: label as string, ...outer, ...(link ? { link } : {}) })
    }
  }
  if (done < line.length) spans.push({ text: line.slice(done), ...outer })
  return spans
}
