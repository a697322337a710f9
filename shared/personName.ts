import { cleanText, hasVisibleText } from './note.ts'

/** One line of visible text: breaks and control characters become a space. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

export const maxNameLength = 120
/** A display name, or what is wrong with it. */
export const parseName = (raw: unknown): { name: string } | { fault: 'nameEmpty' | 'nameTooLong' } => {
  if (typeof raw !== 'string') return { fault: 'nameEmpty' }
  const name = oneLine(raw.slice(0, 10_000))
  if (!hasVisibleText(name)) return { fault: 'nameEmpty' }
  return [...name].length > maxNameLength ? { fault: 'nameTooLong' } : { name }
}
