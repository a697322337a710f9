import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pastedLines } from '../../client/board/paste/pastedLines.ts'
import { dashedLists } from '../../client/editor/dashedLists.ts'
import { cleanHtml } from '../../client/editor/cleanHtml.ts'

const sample = (name: string) => readFileSync(new URL(`../data/paste/${name}.html`, import.meta.url), 'utf8')
/** Only the blocks and what is written in them. */
const outline = (html: string) =>
  cleanHtml(html)
    .replace(/<\/?(?:html|body|span|font|div|section|u)\b[^>]*>/gi, '')
    .replace(/<(\w+)\s[^>]*>/g, '<$1>')
    .replace(/\s+(?=<\/p>)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .trim()

test('B28 every pasted line can be a card: bullets and numbers go, a row of a table keeps all its cells', () => {
  const pasted = [
    '- Beratung',
    '* Begleitung',
    '•\tBrücke',
    '– Suchdienst',
    '   o\tSprachcafé',
    '§\tFahrradwerkstatt',
    '',
    '\u00A0\u200B',
    '1. Anlaufstelle',
    '2.\tTeilhabe',
    '3) Hausaufgaben',
    '(4) Kleiderkammer',
    'a) Jugend',
    '☐ Ehrenamt',
    '[x] Pflege',
    '-Rettungsdienst',
    'Zugbegleitung\tKreisverband 12\t3 Personen',
  ]
  expect(pastedLines(pasted.join('\r\n'))).toEqual([
    'Beratung',
    'Begleitung',
    'Brücke',
    'Suchdienst',
    'Sprachcafé',
    'Fahrradwerkstatt',
    'Anlaufstelle',
    'Teilhabe',
    'Hausaufgaben',
    'Kleiderkammer',
    'Jugend',
    'Ehrenamt',
    'Pflege',
    'Rettungsdienst',
    'Zugbegleitung – Kreisverband 12 – 3 Personen',
  ])
})

test('B28 a table loses nothing: every cell stands in the card of its row, empty ones leave no gap', () => {
  const table = [
    'Thema\tWer\tBis wann',
    '1\tAnkommen\tKreisverband 12\tMai',
    '2\tPflege\t\t Juni ',
    '\t\t',
    '3\t\tOrtsverein 4',
  ]
  expect(pastedLines(table.join('\n'))).toEqual([
    'Thema – Wer – Bis wann',
    'Ankommen – Kreisverband 12 – Mai',
    'Pflege – Juni',
    'Ortsverein 4',
  ])
})

test.each([...'-*–—•·◦▪●‣➢✓☐'])(
  'B28 pasted as one card, lines that begin with %s become one list',
  (sign) => {
    const text = dashedLists(`Aufgaben:\n${sign} Beratung\n  ${sign} Begleitung – auch abends`)
    expect(text).toBe('Aufgaben:\n- Beratung\n  - Begleitung – auch abends')
    expect(dashedLists(`vorher ${sign} nachher`)).toBe(`vorher ${sign} nachher`)
  },
)

test('B28 what only looks like a bullet or a number stays', () => {
  const kept = [
    '29. April: Fachtag',
    '30. April: Abreise',
    '-5 % im Haushalt',
    '2.500 Euro',
    '24 Stunden erreichbar',
    '+ 2 Stellen',
    '*innen',
    'A. Müller spricht',
    'z. B. Sprachkurse',
    '17. Landesverband',
    '**Wichtig** zuerst',
  ]
  expect(pastedLines(kept.join('\n'))).toEqual(kept)
})

test.each([
  [
    'word',
    '<p>Aufgaben vor <b>Ort</b>:</p><ul><li><p>Beratung in <b>allen</b> Lebenslagen</p></li><li><p>Begleitung beim Ankommen</p><ul><li><p>Ämter</p></li><li><p><i>Schule</i></p></li></ul></li><li><p>Brücke</p></li></ul><p>Danach:</p><ol><li><p>Erstens</p></li><li><p>Zweitens</p></li></ol>',
  ],
  ['outlook', '<p>Guten Tag,</p><ul><li>Erster Punkt</li><li>Zweiter Punkt</li></ul><p>Viele Grüße</p>'],
  [
    'googleDocs',
    '<p>Ein <strong>fetter</strong> und <em>schräger</em> Satz</p><ul><li><p>eins</p></li><li><p>zwei</p></li><ul><li><p>zwei a</p></li></ul></ul><ol><li><p>erstens</p></li></ol></b>',
  ],
  ['libreOffice', '<p>Ein Absatz</p><ul><li><p>eins</p></li><li><p><b>zwei</b></p></li></ul><p>Ende</p>'],
  ['excel', '<p>Thema Wer</p><p>Ankommen Kreisverband 12</p>'],
])(
  'B29 what is copied in %s comes with its lists and marks, and with nothing that cannot be seen',
  (name, wanted) => {
    const clean = cleanHtml(sample(name))
    expect(outline(sample(name))).toBe(wanted)
    expect(clean).not.toMatch(/style=|mso-|<!|<o:|<meta|<xml|\u00AD|\u200B|\uFEFF|&nbsp;<\/p>/i)
  },
)

test('B29 our own text keeps its empty lines, other programs’ empty lines go', () => {
  const own = '<p data-pm-slice="1 1 []">eins</p><p></p><p>zwei</p>'
  expect(cleanHtml(own)).toBe(own)
  expect(cleanHtml('<p>eins</p><p>&nbsp;</p><div><br></div><p>zwei</p>')).toBe('<p>eins</p><p>zwei</p>')
})
