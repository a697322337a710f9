/** Right-to-left text among left-to-right text: nothing a note holds may turn what stands beside it. */
const rtl = '[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}]'
const rtlLetter = new RegExp(`(?=\\p{L})${rtl}`, 'u')
const firstLetter = /\p{L}/u
const rtlStretch = new RegExp(
  `${rtl}[\\p{M}\\u200C\\u200D]*(?:[^\\p{L}]*${rtl}[\\p{M}\\u200C\\u200D]*)*`,
  'gu',
)
const notRtl = `(?:(?!${rtl})[\\s\\S])`
const ltrStretch = new RegExp(`(?!${rtl})\\p{L}(?:${notRtl}*(?!${rtl})[\\p{L}\\p{N}\\p{M}])?`, 'gu')

export const hasRtl = (text: string): boolean => rtlLetter.test(text)
/** The direction of a paragraph is that of its first letter. */
export const startsRtl = (text: string): boolean => rtlLetter.test(firstLetter.exec(text)?.[0] ?? '')

/** Cuts a text into stretches of one direction; signs between them go with the paragraph. */
export const directionRuns = (text: string, paragraphRtl: boolean): { text: string; rtl: boolean }[] => {
  if (!hasRtl(text)) return [{ text, rtl: paragraphRtl && !firstLetter.test(text) }]
  const runs: { text: string; rtl: boolean }[] = []
  let done = 0
  for (const match of text.matchAll(paragraphRtl ? ltrStretch : rtlStretch)) {
    const end = match.index + withBracket(match[0], text.slice(match.index + match[0].length)).length
    if (match.index > done) runs.push({ text: text.slice(done, match.index), rtl: paragraphRtl })
    runs.push({ text: text.slice(match.index, end), rtl: !paragraphRtl })
    done = end
  }
  if (done < text.length) runs.push({ text: text.slice(done), rtl: paragraphRtl })
  return runs
}
/** A bracket that opened within the stretch closes within it. */
const withBracket = (stretch: string, rest: string): string => {
  const count = (sign: string) => stretch.split(sign).length
  return rest.startsWith(')') && count('(') > count(')') ? `${stretch})` : stretch
}

const openers: Readonly<Record<string, string>> = {
  '\u202A': '\u202C',
  '\u202B': '\u202C',
  '\u202D': '\u202C',
  '\u202E': '\u202C',
  '\u2066': '\u2069',
  '\u2067': '\u2069',
  '\u2068': '\u2069',
}
/** The same texts, read as one, with every direction mark closed at the end and none closed that was not opened. */
export const settleBidi = (texts: readonly string[]): string[] => {
  if (!texts.some((text) => /[\u202A-\u202E\u2066-\u2069]/.test(text))) return [...texts]
  const open: string[] = []
  const settled = texts.map((text) =>
    text.replace(/[\u202A-\u202E\u2066-\u2069]/g, (sign) => {
      const closer = openers[sign]
      if (closer) open.push(closer)
      else if (open.at(-1) === sign) open.pop()
      else return ''
      return sign
    }),
  )
  if (settled.length > 0) settled[settled.length - 1] += open.reverse().join('')
  return settled
}
/** Text within a sentence of another direction, kept apart from it. */
export const isolate = (text: string): string => (hasRtl(text) ? `\u2068${text}\u2069` : text)
