import { cleanText } from '#shared/note.ts'
import { wordLists } from './wordLists.ts'

/**
 * Pasted web pages, mails and Word text: headings become bold lines, table rows lines, Word's lists real lists. Styles
 * say bold and italic in words, because the content security policy lets nobody read them later; then they go, with
 * handlers, comments, empty lines and all that cannot be seen.
 */
export const cleanHtml = (html: string): string => {
  const text = cleanText(html)
  // Our own text comes as it was, with its empty lines.
  return /\bdata-pm-slice=/.test(text)
    ? withoutStyles(text)
    : withoutGaps(withoutStyles(wordLists(core(text))))
}

/** Only what is shown. */
const core = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->|<![[a-z][^>]*>/gi, '')
    .replace(/<(head|style|script|xml|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<(?:meta|link)\b[^>]*>|<\/?[a-z]\w*:[^>]*>|<br\b[^>]*Apple-interchange[^>]*>/gi, '')
    .replace(/[\u00AD\u200B\u2060\uFEFF]|&(?:shy|ZeroWidthSpace|#173|#8203|#8288|#65279);/g, '')

const withoutStyles = (html: string): string =>
  html
    .replace(/<b\b[^>]*(?<![\w-])font-weight:\s*(?:normal|400)[^>]*>/gi, '<span>')
    .replace(
      /<span\b[^>]*(?<![\w-])font-weight:\s*(?:bold|[6-9]00)[^>]*>([^<]*)<\/span>/gi,
      '<strong>$1</strong>',
    )
    .replace(/<span\b[^>]*(?<![\w-])font-style:\s*italic[^>]*>([^<]*)<\/span>/gi, '<em>$1</em>')
    .replace(/\s(?:style|on\w+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '')
    .replace(/<(\/?)h[1-6]\b[^>]*>/gi, (_tag, end: string) => (end ? '</strong></p>' : '<p><strong>'))
    .replace(/(<t[dh]\b[^>]*>)([\s\S]*?)(<\/t[dh]>)/gi, (_cell, start: string, inner: string, end: string) =>
      [start, inner.replace(/<\/p>\s*<p\b[^>]*>/gi, ' ').replace(/<\/?p\b[^>]*>/gi, ''), end].join(''),
    )
    .replace(/<\/?(?:table|thead|tbody|tfoot|colgroup|col)\b[^>]*>/gi, '')
    .replace(/<(\/?)(?:tr|caption)\b[^>]*>/gi, '<$1p>')
    .replace(/<(\/?)t[dh]\b[^>]*>/gi, (_tag, end: string) => (end ? ' </span>' : '<span>'))

const space = '(?:\\s|&nbsp;|&#160;|\\u00A0)'
const inlineTag = '<\\/?(?:span|strong|em|b|i|u|font|a|br)\\b[^>]*>'
const emptyBlock = new RegExp(`<(p|div|li)\\b[^>]*>(?:${space}|${inlineTag})*<\\/\\1>`, 'gi')
const endSpaces = new RegExp(
  `${space}+((?:<\\/(?:span|strong|em|b|i|u|font|a)>\\s*)*<\\/(?:p|div|li)>)`,
  'gi',
)
const startSpaces = new RegExp(`(<(?:p|div|li)\\b[^>]*>(?:<(?:span|font)\\b[^>]*>)*)${space}+`, 'gi')
const manySpaces = /(?:[ \t]|&nbsp;|&#160;|\u00A0){2,}/g
const lineBreaksBetween = /(<\/(?:p|div|ul|ol)>)(?:\s*<br\b[^>]*>)+/gi

/** Word leaves paragraphs with a space in them, mails lines with a break in them. */
const withoutGaps = (html: string): string =>
  html
    .replace(emptyBlock, '')
    .replace(manySpaces, ' ')
    .replace(startSpaces, '$1')
    .replace(endSpaces, '$1')
    .replace(lineBreaksBetween, '$1')
