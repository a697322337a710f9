import { cleanText, hasVisibleText } from '#shared/note.ts'

/** The lines of a pasted text that could each be a card: without bullets and numbers, a row of a table with all its cells. */
export const pastedLines = (text: string): string[] => {
  const lines = cleanText(text)
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .split('\n')
    .filter(hasVisibleText)
  const numbers = lines.map(numberOf)
  return lines
    .map((line, at) => {
      const number = numbers[at] ?? null
      const isCounted =
        number !== null && (number === 1 || near(numbers, at, -1, number) || near(numbers, at, 1, number))
      return joinedCells(isCounted ? line.replace(numbering, '') : line.replace(bullet, ''))
    })
    .filter(hasVisibleText)
}

/** Most notes that one paste makes. */
export const mostPasted = 100

const bullet =
  /^\s*(?:[*\-–—]\s+|[–-](?=\p{Lu})|[•·◦▪▫■□●○‣⁃➢➤►✓✔✗☐☑☒❏❑]\s*|\[[ xX]?\]\s+|[o§](?=\t)|\(?\d{1,3}\)\s+|\(?[a-z]\)\s+)\s*/u
const numbering = /^\s*\d{1,3}(?:\.\s+|\t)\s*/
const months = 'Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez'
/** "29. April" begins a sentence, not a list. */
const numbered = new RegExp(`^\\s*(\\d{1,3})(?:\\.\\s+|\\t)\\s*(?!${months})`)

const numberOf = (line: string): number | null => {
  const number = numbered.exec(line)?.[1]
  return number === undefined ? null : Number(number)
}
/** Numbers of a list follow each other. */
const near = (numbers: readonly (number | null)[], at: number, step: 1 | -1, number: number): boolean =>
  numbers[at + step] === number + step

const joinedCells = (line: string): string =>
  line
    .split('\t')
    .map((cell) => cell.trim())
    .filter(hasVisibleText)
    .join(' – ')
