import { expect, test } from 'vitest'
import { translator, type TextKey } from '../../client/ui/translator.ts'

const sentences = new Map([
  ['demo:plain', 'Schließen'],
  ['demo:named', '{{name}} schreibt in {{note}}, {{name}}!'],
  ['demo:notes_one', '{{count}} Karte'],
  ['demo:notes_other', '{{count}} Karten'],
  ['demo:chosen_zero', 'nichts'],
  ['demo:chosen_one', 'eine'],
  ['demo:chosen_other', '{{count}}'],
  ['demo:always', '{{count}} von {{all}}'],
])
const t = (key: string, values?: Record<string, string | number>) =>
  translator('de', sentences)(key as TextKey, values)

test('a sentence takes its values as they are, whatever stands in them', () => {
  expect(t('demo:plain')).toBe('Schließen')
  expect(t('demo:named', { name: 'Anna', note: 'A-07' })).toBe('Anna schreibt in A-07, Anna!')
  expect(t('demo:named', { name: '$& {{note}}', note: '<b>' })).toBe(
    '$& {{note}} schreibt in <b>, $& {{note}}!',
  )
  expect(t('demo:named', { name: 'Anna' })).toBe('Anna schreibt in , Anna!')
  expect(t('demo:unknown')).toBe('demo:unknown')
})

test('a number chooses the form of a sentence', () => {
  expect([0, 1, 2].map((count) => t('demo:notes', { count }))).toEqual(['0 Karten', '1 Karte', '2 Karten'])
  expect([0, 1, 2].map((count) => t('demo:chosen', { count }))).toEqual(['nichts', 'eine', '2'])
  expect([0, 1].map((count) => t('demo:always', { count, all: 5 }))).toEqual(['0 von 5', '1 von 5'])
})
