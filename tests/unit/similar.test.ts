import { expect, test } from 'vitest'
import { plainText } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { similarIndex, type Similar } from '#shared/similar.ts'
import { rawNotes } from '../kit/sampleDay.ts'

const notes = rawNotes.map(({ id, text }) => ({ id, text: plainText(parseNoteText(text)) }))
const textOf = (id: string) => notes.find((note) => note.id === id)?.text ?? ''
const others = (found: Similar<string>[], id: string) =>
  found.filter((one) => one.id !== id).map((one) => one.id)

/** What the Plenum of the sample put together or called related, as far as these cards share any words. */
const sets = [
  ['A-27', 'C-13', 'D-22'],
  ['C-10', 'D-21'],
  ['A-28', 'C-27'],
  ['A-31', 'C-31'],
  ['A-10', 'B-16'],
  ['B-32', 'D-03'],
]

test('B41 of 142 cards those that people put together are among the first three', () => {
  const index = similarIndex(notes)
  for (const set of sets)
    for (const id of set) {
      const first = others(index.to(textOf(id)), id).slice(0, 3)
      for (const other of set) if (other !== id) expect([id, ...first]).toContain(other)
    }
})

test.each([
  [
    'other endings and compounds',
    'Koordination des Ehrenamts',
    'Ehrenamtskoordination in jedem Kreisverband',
  ],
  ['umlauts as typed without them', 'Fluechtlinge aufnehmen', 'Flüchtlinge, die wir aufgenommen haben'],
  ['ß and ss', 'STRASSENARBEIT', 'Straßenarbeit am Abend'],
  ['English plurals and forms', 'training volunteers', 'Volunteer trainings every month'],
  ['accents', 'Un cafe ouvert', 'Café'],
  ['decomposed letters', 'Bu\u0308ro', 'Büro'],
])('B41 likeness sees through %s', (_, text, wanted) => {
  const made = ['Wanted', 'Dolmetschpool', 'A budget for rent', 'Öffentlichkeit herstellen', 'Wer macht was?']
  const index = similarIndex(made.map((other) => ({ id: other, text: other === 'Wanted' ? wanted : other })))
  expect(index.to(text)[0]?.id).toBe('Wanted')
})

test('B41 words that stand everywhere say nothing, the same text is the same, order does not matter', () => {
  const index = similarIndex(notes)
  expect(index.to('und die der das ist nicht für uns with the and')).toEqual([])
  expect(index.to('')).toEqual([])
  expect(similarIndex([]).to('Ehrenamt')).toEqual([])
  const [same] = index.to(textOf('B-11'))
  expect(same?.id).toBe('B-11')
  expect(same?.score).toBeCloseTo(1)
  const turned = similarIndex(notes.toReversed()).to(textOf('A-27'))
  expect(turned.map(({ id }) => id)).toEqual(index.to(textOf('A-27')).map(({ id }) => id))
  expect(index.to('🙂 \u0000 ﷽ عربي 中文')).toEqual([])
})

test('B41 one question to 3,000 cards takes less than 50 ms', () => {
  const many = Array.from({ length: 3000 }, (_, at) => ({
    id: `${at}`,
    text: `${notes[at % notes.length]?.text} ${notes[(at * 7) % notes.length]?.text}`,
  }))
  const index = similarIndex(many)
  const times = Array.from({ length: 7 }, (_, at) => {
    const start = performance.now()
    index.to(many[at * 100]?.text ?? '')
    return performance.now() - start
  }).sort((a, b) => a - b)
  expect(times[3]).toBeLessThan(50)
})
