import type { KindId, LevelId } from '../ids.ts'
import { safeLink, type Block, type Span } from '../note.ts'
import type { Due, Lead } from '../result.ts'

/** What is decided about a result, and what a report prints of it. */
export type ResultText = {
  readonly kind: KindId
  readonly title: string
  readonly wording: readonly Block[]
  readonly levels: readonly LevelId[]
  readonly lead: Lead
  readonly due: Due
}

/** Reads the canonical JSON of a decision (see `decidedText`) back; null when it is none. */
export const readDecidedText = (json: string): ResultText | null => {
  try {
    const { wording, ...rest } = JSON.parse(json) as Omit<ResultText, 'wording'> & { wording: unknown[] }
    const text: ResultText = { ...rest, wording: wording.map(readBlock) }
    const isWhole =
      typeof text.title === 'string' && Array.isArray(text.levels) && Array.isArray(text.lead.levels)
    return isWhole && 'date' in text.due ? text : null
  } catch {
    return null
  }
}

const readBlock = (block: unknown): Block => {
  const [type, ...rest] = block as [string, ...unknown[]]
  if (type === 'p') return { type: 'paragraph', spans: (rest as [string, string, string][]).map(readSpan) }
  return {
    type: 'list',
    ordered: type === 'ol',
    items: (rest as unknown[][]).map((item) => item.map(readBlock)),
  }
}

const readSpan = ([text, look, link]: [string, string, string]): Span => {
  const safe = safeLink(link)
  return {
    text,
    ...(look.includes('b') ? { bold: true as const } : {}),
    ...(look.includes('i') ? { italic: true as const } : {}),
    ...(safe ? { link: safe } : {}),
  }
}
