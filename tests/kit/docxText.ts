import { strFromU8, unzipSync } from 'fflate'

/** What a DOCX holds: its parts, checked to be well-formed XML, and the text of its paragraphs. */
export const openDocx = (bytes: Uint8Array) => {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, part]) => [name, strFromU8(part)]),
  )
  for (const [name, xml] of Object.entries(parts)) checkXml(name, xml)
  const document = parts['word/document.xml'] ?? ''
  return { parts, document, paragraphs: document.match(/<w:p[ >](?:(?!<w:p[ >])[\s\S])*?<\/w:p>/g) ?? [] }
}

/** The text of a piece of a document, with tabs and line breaks. */
export const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|cr)\/>/g)]
    .map(([, text, sign]) => (sign ? (sign === 'tab' ? '\t' : '\n') : unescape(text ?? '')))
    .join('')

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescape = (text: string) => text.replace(/&(\w+);/g, (_, name: string) => signs[name] ?? '')

const token = /<\?[^<>]*\?>|<\/([\w:]+)\s*>|<([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/gu
/** Throws where the XML is not well-formed: the tags nest, signs are escaped, and no sign is forbidden. */
const checkXml = (name: string, xml: string): void => {
  const fail = (what: string): never => {
    throw new Error(`${name} is not well-formed: ${what.slice(0, 200)}`)
  }
  // oxlint-disable-next-line no-control-regex
  const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.exec(xml)
  if (forbidden) fail(`U+${forbidden[0].charCodeAt(0).toString(16)}`)
  if (!xml.isWellFormed() || xml.includes('\uFFFD\uFFFD')) fail('half a character')
  const open: string[] = []
  for (const [all, closed, opened, attributes, isEmpty, text, stray] of xml.matchAll(token)) {
    if (stray) fail(`< at ${xml.slice(xml.indexOf(all), 80)}`)
    if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(`${attributes ?? ''}${text ?? ''}`)) fail(all)
    if (text?.includes(']]>')) fail(all)
    if (opened && !isEmpty) open.push(opened)
    if (closed && open.pop() !== closed) fail(`</${closed}>`)
  }
  if (open.length > 0) fail(`<${open.at(-1)}> stays open`)
}
