import { expect, test } from 'vitest'
import { parseTemplate } from '#shared/parseTemplate.ts'
import { TemplateFault } from '#shared/templateFault.ts'
import {
  defaultKind,
  groupOf,
  hasAllLevels,
  kindOf,
  labelOf,
  levelNames,
  resultKinds,
  tagNames,
} from '#shared/template.ts'
import type { GroupId } from '#shared/ids.ts'
import { shippedTemplate, smallTemplate } from '../kit/templates.ts'

test('E1 the shipped template is read in full', () => {
  const plan = parseTemplate(shippedTemplate())
  expect(plan.id).toBe('zukunft-wohlfahrt')
  expect(plan.groups.map(({ id }) => id)).toEqual(['A', 'B', 'C', 'D'])
  expect(resultKinds(plan).map(({ letter }) => letter)).toEqual(['L', 'M'])
  expect(plan.levels.map(({ short }) => short)).toEqual(['BV', 'LV', 'KV', 'OV'])
  expect(plan.consent.length).toBeGreaterThan(0)
  expect(groupOf(plan, 'C' as GroupId)?.questions.length).toBeGreaterThan(0)
  const levels = plan.levels.map(({ id }) => id)
  expect(hasAllLevels(plan, levels)).toBe(true)
  expect(hasAllLevels(plan, levels.slice(1))).toBe(false)
  expect(levelNames(plan, [...levels].reverse(), 'de')).toEqual(plan.levels.map(({ de }) => de))
  expect(tagNames(plan, ['principle/humanity', 'no/such'], 'de')).toEqual(['Menschlichkeit'])
})

test('V20 a template says which kinds get points in the Plenum; one that does not means all results', () => {
  const shipped = shippedTemplate() as { voting: Record<string, unknown> }
  expect(parseTemplate(shipped).voting.plenumKinds).toEqual(['measure'])
  const { plenumKinds: _said, ...voting } = shipped.voting
  expect(parseTemplate({ ...shipped, voting }).voting.plenumKinds).toEqual(['guideline', 'measure'])
  expect(parseTemplate(smallTemplate()).voting.plenumKinds).toEqual(
    resultKinds(parseTemplate(smallTemplate())).map(({ id }) => id),
  )
  for (const [kinds, sentence] of [
    [['measure', 'idea'], 'voting.plenumKinds[1]: "idea" is no kind of result.'],
    [['no-such'], 'voting.plenumKinds[0]: "no-such" is no kind of result.'],
    [[], 'voting.plenumKinds: must name at least one kind.'],
  ] as const) {
    const faulty = { ...shipped, voting: { ...voting, plenumKinds: kinds } }
    expect(() => parseTemplate(faulty)).toThrow(TemplateFault)
    try {
      parseTemplate(faulty)
    } catch (fault) {
      expect((fault as TemplateFault).sentences).toEqual([sentence])
    }
  }
})

test('E1 the smallest template: one group, English, no levels, no tags, another time zone, looks by order', () => {
  const plan = parseTemplate(smallTemplate())
  expect(plan).toMatchObject({
    language: 'en',
    timezone: 'Pacific/Auckland',
    levels: [],
    tagSets: [],
    agenda: [],
    phases: [],
    consent: [],
    subtitle: '',
  })
  expect(plan.noteKinds.map(({ letter, paper, icon }) => [letter, paper, icon])).toEqual([
    ['G', 'white', 'sticky-note'],
    ['V', 'orange', 'triangle-alert'],
  ])
  expect(defaultKind(plan).id).toBe('thought')
  expect(kindOf(plan, 'no-such').id).toBe('thought')
  expect(hasAllLevels(plan, [])).toBe(false)
})

test('E1 eight groups, twelve kinds: every kind has a letter of its own', () => {
  const groups = Array.from({ length: 8 }, (_, at) => ({
    id: `${at + 1}`,
    title: `Gruppe ${at + 1}`,
    questions: [{ id: 'q', text: 'Was nun?' }],
  }))
  const words = ['Maßnahme', 'Meilenstein', 'Meinung', 'Mut', 'ẞ', '7', 'Öl', 'M', 'MM', 'Motto', 'Mia', 'Ma']
  const noteKinds = words.map((de, at) => ({ id: `k${at}`, de, isResult: true }))
  const plan = parseTemplate({ ...smallTemplate(), groups, noteKinds })
  expect(plan.groups).toHaveLength(8)
  const letters = plan.noteKinds.map(({ letter }) => letter)
  expect(new Set(letters).size).toBe(12)
  for (const letter of letters) expect(letter).toMatch(/^\p{Lu}$/u)
  expect(letters.slice(0, 2)).toEqual(['M', 'E'])
  expect(plan.noteKinds.map(({ en }) => en)).toEqual(words)
})

test('E1 a word that is missing in English is the German one', () => {
  const levels = [{ id: 'local', de: 'Ortsverein' }]
  const plan = parseTemplate({ ...smallTemplate(), levels })
  expect(labelOf(plan.levels[0] as never, 'en')).toBe('Ortsverein')
  expect(plan.levels[0]?.short).toBe('OV')
})

test('E1 a word that is missing in German is the English one', () => {
  const noteKinds = [{ id: 'pledge', en: 'Pledge', isResult: true }]
  const tagSets = [{ id: 'place', en: 'Place', tags: [{ id: 'north', en: 'North shore' }] }]
  const plan = parseTemplate({ ...smallTemplate(), noteKinds, levels: [{ id: 'c', en: 'City' }], tagSets })
  expect(plan.noteKinds[0]).toMatchObject({ de: 'Pledge', en: 'Pledge', letter: 'P' })
  expect(plan.levels[0]).toMatchObject({ de: 'City', short: 'CI' })
  expect(plan.tagSets[0]?.tags[0]).toMatchObject({ id: 'place/north', de: 'North shore' })
})

test('E1 kinds that say nothing of results are all results, but for the Themenspeicher', () => {
  const noteKinds = ['thought', 'pledge', 'parking-lot'].map((id) => ({ id, en: id }))
  const plan = parseTemplate({ ...smallTemplate(), noteKinds })
  expect(resultKinds(plan).map(({ id }) => id)).toEqual(['thought', 'pledge'])
})

test('E1 null stands for what is left out', () => {
  const empty = { subtitle: null, purpose: null, agenda: null, levels: null, tagSets: null, phases: null }
  const plan = parseTemplate({ ...smallTemplate(), ...empty, plenumPhases: null, consent: null })
  expect(plan).toEqual(parseTemplate(smallTemplate()))
})

const kind = { id: 'k', de: 'Art', isResult: true }
const group = { id: 'X', title: 'X', questions: [{ id: 'q', text: 'Was?' }] }
const named = (list: object[]) => list.map((one, at) => ({ id: `i${at}`, de: 'Wort', ...one }))

test.each<[string, unknown, string]>([
  ['schemaVersion', 2, 'schemaVersion: must be 1, the version this program reads.'],
  ['id', 'Zukunft Wohlfahrt', 'id: may only hold letters, digits, - and _ (1 to 64).'],
  ['id', undefined, 'id: must be a text.'],
  ['title', '  ', 'title: must not be empty.'],
  ['title', 'x'.repeat(161), 'title: may hold at most 160 characters.'],
  ['language', 'fr', 'language: must be one of "de", "en".'],
  ['date', '2020-13-29', 'date: must be a date such as 2020-04-29.'],
  ['timezone', 'Europe/Bärlin', 'timezone: must be a time zone such as Europe/Berlin.'],
  ['start', '9:30', 'start: must be a time such as 09:30.'],
  ['end', '24:00', 'end: must be a time such as 09:30.'],
  ['end', '08:59', 'end: must be later than start.'],
  ['groups', [], 'groups: must hold at least one group.'],
  [
    'groups',
    Array.from({ length: 9 }, (_, at) => ({ ...group, id: `${at}` })),
    'groups: may hold at most eight groups.',
  ],
  ['groups', [group, group], 'groups[1].id: "X" is used twice.'],
  ['groups', [{ ...group, id: 'Plenum' }], 'groups: "plenum" is taken, name a group otherwise.'],
  ['groups', [{ ...group, id: 'A/B' }], 'groups[0].id: may only hold letters and digits (1 to 8).'],
  ['groups', [{ ...group, questions: [] }], 'groups[0].questions: must hold at least one question.'],
  [
    'groups',
    [{ ...group, questions: [...group.questions, ...group.questions] }],
    'groups[0].questions[1].id: "q" is used twice.',
  ],
  [
    'groups',
    [{ ...group, questions: [{ id: 'q', text: '' }] }],
    'groups[0].questions[0].text: must not be empty.',
  ],
  ['noteKinds', [], 'noteKinds: must name at least one kind.'],
  [
    'noteKinds',
    [{ ...kind, isResult: false }],
    'noteKinds: must have at least one kind with "isResult": true.',
  ],
  [
    'noteKinds',
    named([{ isDefault: true, isResult: true }, { isDefault: true }]),
    'noteKinds: may have only one kind with "isDefault": true.',
  ],
  [
    'noteKinds',
    named([{}, { letter: 'B', isResult: true }, { letter: 'B', isResult: true }]),
    'noteKinds[2].letter: "B" is used twice.',
  ],
  ['noteKinds', [{ ...kind, letter: 'ab' }], 'noteKinds[0].letter: must be one capital letter.'],
  [
    'noteKinds',
    [{ ...kind, paper: 'pink' }],
    'noteKinds[0].paper: must be one of "white", "orange", "blue", "teal", "green", "rose", "yellow", "grey".',
  ],
  ['noteKinds', [{ ...kind, de: undefined }], 'noteKinds[0].de: must be a text.'],
  ['noteKinds', [{ ...kind, isResult: 'ja' }], 'noteKinds[0].isResult: must be true or false.'],
  [
    'noteKinds',
    Array.from({ length: 13 }, (_, at) => ({ ...kind, id: `k${at}` })),
    'noteKinds: may name at most 12 kinds.',
  ],
  [
    'levels',
    [
      { id: 'a', de: 'A' },
      { id: 'a', de: 'B' },
    ],
    'levels[1].id: "a" is used twice.',
  ],
  [
    'tagSets',
    [
      {
        id: 's',
        de: 'S',
        tags: [
          { id: 't', de: 'T' },
          { id: 't', de: 'U' },
        ],
      },
    ],
    'tagSets[0].tags[1].id: "t" is used twice.',
  ],
  ['phases', [{ id: 'p', de: 'P', start: '09:00', end: '10:00', minutes: -5 }], 'phases[0].minutes: '],
  [
    'consent',
    [{ id: 'c', de: 'C', blocks: 1, needsReason: false }],
    'consent[0].blocks: must be true or false.',
  ],
  ['agenda', {}, 'agenda: must be a list.'],
])('E2 a fault in %s (%j) is told in a sentence that names it', (field, value, sentence) => {
  const fault = faultOf({ ...smallTemplate(), [field]: value })
  expect(fault.sentences).toHaveLength(1)
  expect(fault.sentences[0]?.slice(0, sentence.length)).toBe(sentence)
})

test.each([null, 7, 'text', []])('E2 %j is no template', (json) => {
  expect(faultOf(json).message).toBe('The template: must be an object.')
})

test('E2 all faults are told at once', () => {
  const { sentences } = faultOf({ ...smallTemplate(), title: '', date: 'heute', groups: [] })
  expect(sentences.map((sentence) => sentence.split(':')[0])).toEqual(['title', 'date', 'groups'])
})

const faultOf = (json: unknown): TemplateFault => {
  try {
    parseTemplate(json)
  } catch (fault) {
    if (fault instanceof TemplateFault) return fault
    throw fault
  }
  throw new Error('this template was taken')
}
