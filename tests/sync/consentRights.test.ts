import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { cleanText, hasVisibleText } from '#shared/note.ts'
import type { Remark } from '#shared/plenum/remark.ts'
import { Refusal, type RefusalCode } from '#shared/refusal.ts'
import { decidedText, type Decision, type Result } from '#shared/result.ts'
import {
  answer,
  breakConsent,
  closeConsent,
  consentsOf,
  openedConsent,
  raiseHands,
} from '../kit/consentDay.ts'
import { openPlenumDay } from '../kit/plenumDay.ts'
import { plenumOf, type Guest } from '../kit/venue.ts'

let day: Awaited<ReturnType<typeof openPlenumDay>>
const people: Record<string, Guest> = {}
const who = (name: string) => people[name] as Guest
beforeAll(async () => {
  day = await openPlenumDay()
  people['member A'] = await day.join('member', 'Kreisverband 1', 'A')
  people['member'] = await day.join('member', 'Kreisverband 2')
  people['moderator A'] = await day.join('moderator', 'Moderation A', 'A')
  people['plenum'] = day.moderator
  people['staff'] = day.staff
  people['beamer'] = await day.join('beamer', 'Beamer')
})
afterAll(() => day.close())

const textOf = (result: Result) => ({ id: result.id, text: decidedText(result, day.wordingOf(result)) })
const fresh = async (text: string) => day.make(await day.mark('A', text))
const remark = (result: { id: string }, body: object, guest = day.moderator) =>
  guest.call<Remark>('POST', `/plenum/results/${result.id}/remarks`, body)
const settle = (one: { id: string }, body: object, guest = day.moderator) =>
  guest.call<Remark>('POST', `/plenum/remarks/${one.id}/settle`, body)
const say = (decision: { id: string }, body: object, guest = day.moderator) =>
  guest.call<Decision>('PUT', `/plenum/decisions/${decision.id}/outcome`, body)

test('P65 who may do what: everybody, at every command about consents and notes', async () => {
  const result = await fresh('Rechte')
  const consent = await openedConsent(day.moderator, [textOf(result)])
  const note = (await remark(result, { option: 'reservation', text: 'Ein Bedenken' })).body
  const answers: Record<string, string[]> = {}
  for (const [name, guest] of Object.entries(people)) {
    const said = async (method: string, path: string, body?: unknown) => {
      const { status, body: got } = await guest.call(method, path, body)
      expect(status).toBe(got.error ? new Refusal(got.error as RefusalCode).http : 200)
      return got.error ?? 'done'
    }
    const at = `/plenum/consents/${consent.id}`
    answers[name] = [
      await said('GET', '/plenum/consents'),
      await said('PUT', `${at}/answer`, { option: 'agree' }),
      await said('PUT', `${at}/hands`, { hands: {} }),
      await said('POST', `${at}/extend`, { endsAt: 1 }),
      await said('POST', '/plenum/consents', { results: [textOf(result)] }),
      await said('POST', `/plenum/results/${result.id}/remarks`, { option: 'objection', text: name }),
      await said('POST', `/plenum/remarks/${note.id}/settle`, { how: 'kept' }),
    ]
  }
  const leads = ['done', 'consentNotYours', ...Array.from({ length: 5 }, () => 'done')]
  const forbidden = Array.from({ length: 5 }, () => 'forbidden')
  expect(answers).toEqual({
    'member A': ['done', 'done', ...forbidden],
    member: ['done', 'done', ...forbidden],
    'moderator A': ['done', 'consentNotYours', ...forbidden],
    plenum: leads,
    staff: leads,
    beamer: ['done', 'consentNotYours', ...forbidden],
  })
  for (const name of ['member A', 'member', 'moderator A', 'beamer']) {
    expect((await closeConsent(who(name), consent)).body.error, name).toBe('forbidden')
    expect((await breakConsent(who(name), consent)).body.error, name).toBe('forbidden')
    for (const path of [`/plenum/remarks/${note.id}/withdraw`, '/plenum/decisions/x/withdraw'])
      expect((await who(name).call('POST', path)).body.error, name).toBe('forbidden')
    expect((await say({ id: 'x' }, { outcome: 'deferred', counts: {} }, who(name))).body.error).toBe(
      'forbidden',
    )
  }
  // The screens show how many have answered; who reads along is not told.
  expect((await consentsOf(who('beamer'))).open?.answered).toEqual({ count: 2, of: 2 })
  expect((await consentsOf(who('moderator A'))).open?.answered).toBeNull()
  for (const [method, path] of [
    ['GET', '/plenum/consents'],
    ['POST', '/plenum/consents'],
    ['PUT', `/plenum/consents/${consent.id}/answer`],
    ['POST', `/plenum/results/${result.id}/remarks`],
  ] as const)
    expect((await day.call(method, path, method === 'GET' ? undefined : {})).body.error).toBe('ticketMissing')
  expect((await breakConsent(who('staff'), consent)).body.broken).toBe('withdrawn')
})

test('P65 what makes no sense is refused in a sentence and changes nothing', async () => {
  const result = await fresh('Unsinn')
  const other = await day.make(await day.mark('B', 'Anderswo'))
  const good = textOf(result)
  const opening = async (body: object) =>
    (await day.moderator.call('POST', '/plenum/consents', body)).body.error
  expect(await opening({ results: [] })).toBe('badRequest')
  expect(await opening({ results: [good, good] })).toBe('badRequest')
  expect(await opening({ results: [good, textOf(other)] })).toBe('outdated')
  expect(await opening({ results: [{ id: 'never', text: '' }] })).toBe('notFound')
  expect(await opening({ results: [good], seconds: 1 })).toBe('badRequest')
  expect((await consentsOf(day.staff)).open).toBeNull()
  const consent = await openedConsent(day.moderator, [good])
  const member = who('member')
  const refused = async (option: string, reason = '', more = {}) => {
    const { body } = await answer(member, consent, option, reason, more)
    expect(body.message).toMatch(/[.!]$/)
    return body.error
  }
  expect(await refused('cheers')).toBe('badRequest')
  expect(await refused('__proto__')).toBe('badRequest')
  expect(await refused('objection')).toBe('consentReason')
  expect(await refused('reservation', ' \u200b ')).toBe('consentReason')
  expect(await refused('objection', 'x'.repeat(501))).toBe('consentReasonTooLong')
  expect(await refused('objection', 'Grund', { result: other.id })).toBe('itemUnknown')
  expect((await answer(member, { id: 'never' }, 'agree')).body.error).toBe('notFound')
  for (const hands of [{ agree: -1 }, { agree: 0.5 }, { agree: '1' }, { cheers: 1 }])
    expect((await raiseHands(day.moderator, consent, hands as never)).body.error).toBe('badRequest')
  expect((await consentsOf(member)).open?.mine).toBeNull()
  // Five hundred signs, however wide; what an option does not ask for is not kept.
  expect((await answer(member, consent, 'objection', '🧭'.repeat(500))).status).toBe(200)
  expect((await answer(member, consent, 'agree', 'Danke')).body.mine).toEqual({
    option: 'agree',
    reason: '',
    result: null,
  })
  await breakConsent(day.moderator, consent)
  expect((await remark(result, { option: 'agree', text: 'x' })).body.error).toBe('badRequest')
  expect((await remark(result, { option: 'objection', text: ' ' })).body.error).toBe('badRequest')
  expect((await remark(result, { option: 'objection', text: 'x', decision: 'x' })).body.error).toBe(
    'badRequest',
  )
  expect((await plenumOf(day.staff)).remarks.filter(({ result: at }) => at === result.id)).toEqual([])
})

test('P66 an objection leaves the result open; the changed text is asked anew and adopted, the objection is settled by it, and both counts stay', async () => {
  const red = await fresh('Rote Linie')
  const first = await openedConsent(day.moderator, [textOf(red)])
  await answer(who('member A'), first, 'agree')
  await answer(who('member'), first, 'objection', 'Wer prüft das?')
  await raiseHands(day.moderator, first, { agree: 29 })
  await closeConsent(day.moderator, first)
  const state = async () => {
    const { decisions, remarks } = await plenumOf(who('member'))
    return {
      attempts: decisions
        .filter(({ results }) => results.some(({ id }) => id === red.id))
        .map(({ outcome, counts }) => [outcome, counts['agree'], counts['objection']]),
      notes: remarks.flatMap(({ result, text, settled }) =>
        result === red.id ? [[text, settled?.how]] : [],
      ),
    }
  }
  expect(await state()).toEqual({ attempts: [['open', 30, 1]], notes: [['Wer prüft das?', undefined]] })
  expect(JSON.stringify((await plenumOf(who('member'))).remarks)).not.toContain(who('member').person.id)
  // Asked again without a change, nobody objects: the old objection still wants a word.
  const same = await openedConsent(day.moderator, [textOf(red)])
  await answer(who('member'), same, 'agree')
  await closeConsent(day.moderator, same)
  expect((await state()).attempts.at(-1)).toEqual(['open', 1, 0])
  const changed = (await day.patch(red.id, { title: 'Rote Linie, geprüft' })).body
  const anew = await openedConsent(day.moderator, [textOf(changed)])
  await answer(who('member'), anew, 'agree')
  await raiseHands(day.moderator, anew, { agree: 37 })
  await closeConsent(day.moderator, anew)
  expect(await state()).toEqual({
    attempts: [
      ['open', 30, 1],
      ['open', 1, 0],
      ['adopted', 38, 0],
    ],
    notes: [['Wer prüft das?', 'changed']],
  })
})

test('P66 nothing is adopted over an objection without a word: it is settled first, or overruled with a reason', async () => {
  const result = await fresh('Mindeststandards')
  const counts = { agree: 10, objection: 1 }
  const { body: note } = await remark(result, { option: 'objection', text: 'Zu viel.' })
  expect((await day.decide(result, { counts })).body.error).toBe('objectionOpen')
  expect((await settle(note, { how: 'overruled' })).body.error).toBe('consentReason')
  const open = (await day.decide(result, { counts, outcome: 'open' })).body
  expect((await say(open, { outcome: 'adopted' })).body.error).toBe('objectionOpen')
  const said = (await say(open, { outcome: 'adopted', sentence: 'So.', overrule: 'Mehrheit reicht.' })).body
  expect(said).toMatchObject({
    id: open.id,
    outcome: 'adopted',
    sentence: 'So.',
    counts,
    results: open.results,
  })
  const notes = (await plenumOf(day.staff)).remarks.filter(({ id }) => id === note.id)
  expect(notes).toMatchObject([{ settled: { how: 'overruled', reason: 'Mehrheit reicht.' } }])
  // Said twice it is said once; who is late is told.
  expect((await say(open, { outcome: 'adopted', sentence: 'So.', overrule: 'x' })).body).toEqual(said)
  expect((await say(open, { outcome: 'rejected' })).body.error).toBe('outdated')
  const second = (await remark(result, { option: 'objection', text: 'Versehen' })).body
  await day.moderator.call('POST', `/plenum/remarks/${second.id}/withdraw`)
  expect((await settle(second, { how: 'kept' })).body.error).toBe('notFound')
  expect((await day.decide(result, { counts })).status).toBe(200)
  expect(second.number).toBe(note.number + 1)
})

test('P66 what is said about a block stands at all of it, unless it names one of its results', async () => {
  const [one, two] = [await fresh('Block eins'), await fresh('Block zwei')]
  const consent = await openedConsent(day.moderator, [textOf(one), textOf(two)])
  await answer(who('member A'), consent, 'objection', 'Alles zu teuer')
  await answer(who('member'), consent, 'reservation', 'Nur das zweite', { result: two.id })
  await closeConsent(day.moderator, consent)
  const { remarks } = await plenumOf(day.staff)
  const own = remarks.filter(({ text }) => text === 'Alles zu teuer' || text === 'Nur das zweite')
  expect(own.toSorted((a, b) => (a.text < b.text ? -1 : 1))).toMatchObject([
    { result: one.id, isOfBlock: true },
    { result: two.id, isOfBlock: false },
  ])
  expect((await day.decide(two)).body.error).toBe('objectionOpen')
})

test('P68 a nasty reason stands as it was typed, or is refused in a sentence', async () => {
  const { notes: edges } = JSON.parse(
    readFileSync(new URL('../data/edge-notes.json', import.meta.url), 'utf8'),
  ) as { notes: { case: string; text: string }[] }
  const result = await fresh('Ränder')
  for (const { case: name, text } of edges) {
    const consent = await openedConsent(day.moderator, [textOf(result)])
    const clean = cleanText(text).trim()
    const { status, body } = await answer(who('member'), consent, 'reservation', text)
    const expected = !hasVisibleText(clean) ? 'consentReason' : 'consentReasonTooLong'
    if (status !== 200) expect([name, body.error]).toEqual([name, expected])
    else expect(body.mine?.reason, name).toBe(clean)
    if (status === 200) await closeConsent(day.moderator, consent)
    else await breakConsent(day.moderator, consent)
    const last = (await plenumOf(day.staff)).remarks.toSorted((a, b) => a.number - b.number).at(-1)
    if (status === 200) expect(last?.text, name).toBe(clean)
    const byHand = await remark(result, { option: 'reservation', text })
    if (byHand.status === 200) expect(byHand.body.text, name).toBe(clean)
    else expect(byHand.body.message, name).toMatch(/[.!]$/)
  }
}, 120_000)
