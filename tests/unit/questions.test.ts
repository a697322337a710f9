import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byUrgency, questionMoves, questionStates, type QuestionState } from '#shared/day/audienceQuestion.ts'
import { freshScreen, groupShown, screenOf, zoomFactor, zoomSteps } from '#shared/day/beamerScreen.ts'
import { questionText } from '#shared/day/questionCommands.ts'
import { questionOrigin, talkName } from '#shared/day/questionOrigin.ts'
import type { GroupId } from '#shared/ids.ts'
import { parseTemplate } from '#shared/parseTemplate.ts'
import shipped from '#shared/templates/zukunft-wohlfahrt.json' with { type: 'json' }

const plan = parseTemplate(shipped)
const question = fc.record({
  state: fc.constantFrom(...questionStates),
  support: fc.nat(60),
  at: fc.nat(1000),
  number: fc.nat(60),
})

test('Q4 the order is one and the same, whatever it began as', () => {
  fc.assert(
    fc.property(fc.array(question), fc.func(fc.nat()), (questions, shuffle) => {
      const key = (list: typeof questions) => list.map((one) => JSON.stringify(one))
      const once = key([...questions].sort(byUrgency))
      const mixed = [...questions].sort((a, b) => shuffle(a) - shuffle(b))
      // Equal ones may change places: their text is the same here.
      expect(key(mixed.sort(byUrgency)).map(withoutTie)).toEqual(once.map(withoutTie))
    }),
  )
  const of = (state: QuestionState, support: number, at: number) => ({ state, support, at, number: 1 })
  const sorted = [
    of('running', 0, 9),
    of('open', 5, 8),
    of('open', 2, 1),
    of('open', 2, 3),
    of('waiting', 0, 1),
    of('waiting', 3, 2),
    of('answered', 9, 1),
    of('dropped', 9, 1),
  ]
  expect([...sorted].reverse().sort(byUrgency)).toEqual(sorted)
})
/** A waiting one stands by time alone. */
const withoutTie = (text: string) => text.replace(/"state":"waiting","support":\d+/, '')

test('Q4 from every state a question can come back to the open ones, and nothing comes back to waiting', () => {
  for (const state of questionStates) {
    const reached = new Set<QuestionState>([state])
    for (const at of reached) for (const next of questionMoves[at]) reached.add(next)
    expect([state, reached.has('open'), [...reached].filter((one) => one === 'waiting')]).toEqual([
      state,
      true,
      state === 'waiting' ? ['waiting'] : [],
    ])
  }
})

test('Q1 cleaning a question twice changes nothing, and leaves no control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      const text = questionText(raw)
      expect(questionText(text)).toBe(text)
      // oxlint-disable-next-line no-control-regex
      expect(text).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\n{3}/)
    }),
  )
})

test('Q6 a note that was passed on says where it came from, in the event’s language', () => {
  expect(questionOrigin(plan, 'impulse-1', 7)).toBe('Impuls 1, Frage 7')
  expect(questionOrigin(plan, 'impulse-2', 1)).toBe('Impuls 2, Frage 1')
  expect(questionOrigin({ ...plan, language: 'en' }, 'impulse-2', 1)).toBe('Talk 2, question 1')
  expect(talkName(plan, 'coffee')).toBe('Kaffeepause')
})

test('Q9 a screen of an older store goes on, and zoom steps stay readable', () => {
  expect(screenOf(undefined)).toEqual(freshScreen)
  expect(screenOf({ kind: 'today' })).toEqual({ ...freshScreen, show: { kind: 'today' } })
  const row = { ...freshScreen, zoom: 2, version: 4 }
  expect(screenOf(row)).toBe(row)
  expect(zoomFactor(0)).toBe(1)
  expect(zoomFactor(zoomSteps.least)).toBeGreaterThan(0.6)
  expect(groupShown({ kind: 'timer', stage: 'plenum' })).toBeNull()
  expect(groupShown({ kind: 'timer', stage: 'A' as GroupId })).toBe('A')
})
