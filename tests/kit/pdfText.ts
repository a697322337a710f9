import { inflateSync } from 'node:zlib'

/** The words of every page of a PDF as Chromium writes it, without their spaces. */
export const pdfText = (pdf: Buffer): string[] => {
  const source = pdf.toString('latin1')
  const objects = new Map(
    [...source.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)(?=\nendobj|\sstream\n)/g)].map((match) => [
      match[1] as string,
      { head: match[2] as string, end: match.index + match[0].length },
    ]),
  )
  const streamOf = (id: string): string => {
    const { head, end } = objects.get(id) ?? { head: '', end: 0 }
    const start = source.indexOf('stream', end) + 'stream'.length
    const from = source[start] === '\r' ? start + 2 : start + 1
    const bytes = pdf.subarray(from, from + Number(/\/Length (\d+)/.exec(head)?.[1]))
    return (head.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
  }
  const fonts = new Map<string, Font>()
  for (const [id, { head }] of objects) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1]
    if (map) fonts.set(`F${id}`, readFont(streamOf(map)))
  }
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map(({ head }) => wordsIn(streamOf(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? ''), fonts))
}

type Font = { readonly bytes: number; readonly signs: ReadonlyMap<number, string> }

const readFont = (map: string): Font => {
  const signs = new Map<number, string>()
  const number = (hex: string | undefined) => Number.parseInt(hex ?? '', 16)
  const text = (hex: string | undefined) =>
    Buffer.from(hex ?? '', 'hex')
      .swap16()
      .toString('utf16le')
  for (const [, block] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code, to] of (block ?? '').matchAll(/<(\w+)> <(\w+)>/g)) signs.set(number(code), text(to))
  for (const [, block] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, until, to] of (block ?? '').matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let code = number(from); code <= number(until); code++)
        signs.set(code, String.fromCodePoint(number(to) + code - number(from)))
  return { bytes: (/begincodespacerange\s*<(\w+)>/.exec(map)?.[1]?.length ?? 4) / 2, signs }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const literal = (text: string): Buffer =>
  Buffer.from(
    text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_all, sign: string) =>
      /^[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8)) : (escapes[sign] ?? sign),
    ),
    'latin1',
  )

const wordsIn = (content: string, fonts: ReadonlyMap<string, Font>): string => {
  let font: Font = { bytes: 2, signs: new Map() }
  let words = ''
  for (const [, name, hex, text] of content.matchAll(
    /\/(F\d+) [\d.]+ Tf|<([\da-fA-F]+)>|\(((?:\\[\s\S]|[^\\()])*)\)/g,
  )) {
    if (name) font = fonts.get(name) ?? font
    else {
      const codes = hex === undefined ? literal(text ?? '') : Buffer.from(hex, 'hex')
      for (let at = 0; at + font.bytes <= codes.length; at += font.bytes)
        words += font.signs.get(codes.readUIntBE(at, font.bytes)) ?? ''
    }
  }
  return words.normalize('NFKC').replace(/\s+/g, '')
}
