import type { Language } from '../template.ts'

const small = {
  de: [
    'null',
    'ein',
    'zwei',
    'drei',
    'vier',
    'fünf',
    'sechs',
    'sieben',
    'acht',
    'neun',
    'zehn',
    'elf',
    'zwölf',
  ],
  en: [
    'no',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
}
export const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
/** Up to twelve in words, as offices write it. */
export const num = (count: number, language: Language) => small[language][count] ?? String(count)
export const eine = (count: number) => (count === 1 ? 'eine' : num(count, 'de'))
export const listed = (parts: readonly string[], and: string) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`
export const und = (parts: readonly string[]) => listed(parts, 'und')
export const and = (parts: readonly string[]) => listed(parts, 'and')

/** Templates name kinds in the singular. Only plurals that are certain are made; else the singular stays. */
export const germanPlural = (word: string): string => {
  if (!/^\p{L}[\p{L}-]*$/u.test(word)) return word
  if (word.endsWith('e')) return `${word}n`
  if (/(ung|heit|keit|schaft|tion|tät)$/.test(word)) return `${word}en`
  if (/(schlag|satz)$/.test(word)) return word.replace(/a(?=[a-z]+$)/, 'ä') + 'e'
  return /(ziel|schritt|punkt)$/i.test(word) ? `${word}e` : word
}
export const englishPlural = (word: string): string => {
  if (!/^\p{L}[\p{L} -]*$/u.test(word)) return word
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies')
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
}

export const germanMonths =
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')
export const englishMonths =
  'January February March April May June July August September October November December'.split(' ')
