import { expect, test } from 'vitest'
import { Refusal, refusalCodes, staysAway, type RefusalCode } from '#shared/refusal.ts'
import { refusalSentences } from '#shared/refusalSentences.ts'
import { languages } from '#shared/template.ts'

/** After these a client comes back by itself; all others stay away. */
const comeBack: RefusalCode[] = [
  'tooManyTries',
  'tooSlow',
  'tooManyParked',
  'tooManyConnections',
  'storeDown',
  'shuttingDown',
]

test('A1 every refusal has an HTTP status, a close code that says whether to come back, and a sentence', () => {
  for (const code of refusalCodes) {
    const refusal = new Refusal(code)
    expect(refusal.http, code).toBeGreaterThanOrEqual(400)
    expect(refusal.http, code).toBeLessThan(600)
    expect(staysAway(refusal.close), code).toBe(!comeBack.includes(code))
    // RFC 6455: only these may be sent by an application.
    expect(refusal.close === 1012 || (refusal.close >= 4000 && refusal.close < 5000), code).toBe(true)
    // A stay-away code says the same as the status.
    if (staysAway(refusal.close)) expect(refusal.close - 4000, code).toBe(refusal.http)
    for (const language of languages)
      expect(refusalSentences[language][code], code).toMatch(/^[A-ZÄÖÜ{].*[.!]$/)
  }
  for (const language of languages)
    expect(Object.keys(refusalSentences[language]).sort()).toEqual([...refusalCodes, 'unexpected'].sort())
})

test('A1 clients stay away on 4400 to 4499 and on nothing else', () => {
  expect([1000, 1006, 1012, 4399, 4400, 4499, 4500, 4503].map(staysAway)).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
    false,
    false,
  ])
})

test('A1 a refusal says what its sentence needs', () => {
  const refusal = new Refusal('noteTaken', { result: 'M4', note: 'A-27' })
  expect(refusal).toBeInstanceOf(Error)
  expect(refusal.params).toEqual({ result: 'M4', note: 'A-27' })
  const needs: Record<string, string[]> = {
    textChanged: ['result'],
    objectionOpen: ['result'],
    consentReasonTooLong: ['most'],
    proposalTooLong: ['most'],
    proposalsTooMany: ['most'],
    noteTaken: ['note', 'result'],
    questionTooLong: ['most'],
    agendaOverlap: ['end', 'other', 'start'],
    agendaOrder: ['other'],
    groupFull: ['group', 'others'],
    personHasWork: ['name'],
    personHasDrafts: ['name'],
    stillHidden: ['count'],
    pointsSpent: ['budget'],
    pointsTooMany: ['most'],
    lateSettled: ['by'],
    eventTaken: ['id'],
    groupInUse: ['group'],
    phaseInUse: ['phase'],
    questionInUse: ['question'],
    talkInUse: ['item'],
    templateUnusable: ['faults'],
  }
  for (const language of languages)
    for (const [code, sentence] of Object.entries(refusalSentences[language])) {
      const named = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
      expect([code, ...named.sort()]).toEqual([code, ...(needs[code] ?? [])])
    }
})
