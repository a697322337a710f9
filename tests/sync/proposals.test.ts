import { readFileSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { blocksOf, cleanText, hasVisibleText, plainText } from '#shared/note.ts'
import type { MinutesAnswer } from '#shared/plenum/minutesAnswer.ts'
import { hunkBetween } from '#shared/plenum/proposalHunks.ts'
import type { ProposalsAnswer, ProposalView } from '#shared/plenum/proposalsAnswer.ts'
import { Refusal, type RefusalCode } from '#shared/refusal.ts'
import { wordingsOf, type Result } from '#shared/result.ts'
import { readConfig } from '../../server/config.ts'
import { startServer } from '../../server/startServer.ts'
import { openPlenumDay } from '../kit/plenumDay.ts'
import { docSays, settingsIn, soon, Venue, type Guest } from '../kit/venue.ts'

let day: Awaited<ReturnType<typeof openPlenumDay>>
let member: Guest
let other: Guest
beforeAll(async () => {
  day = await openPlenumDay()
  member = await day.join('member', 'Kreisverband 12', 'A')
  other = await day.join('member', 'Kreisverband 5', 'B')
})
afterAll(() => day.close())

let count = 0
const sentence = 'Wir wirken nicht an Abschiebungen mit. Keine Auskünfte ohne Rechtsgrundlage.'
const make = async (text = sentence) => day.make(await day.mark('B', text))
const textOf = (result: Result) => plainText(day.wordingOf(result))
/** Proposes that a text should read otherwise. */
const propose = (
  who: Guest,
  result: Result,
  base: string,
  after: string,
  more: Record<string, unknown> = {},
) =>
  who.call<ProposalView>('POST', `/plenum/results/${result.id}/proposals`, {
    id: `p${++count}`,
    base,
    ...(hunkBetween(base, after) ?? { from: 0, to: 0, text: '' }),
    ...more,
  })
const settle = (id: string, how: string, more: Record<string, unknown> = {}, who: Guest = day.moderator) =>
  who.call<ProposalView>('POST', `/plenum/proposals/${id}/settle`, { how, ...more })
const reopen = (id: string, who: Guest = day.moderator) =>
  who.call<ProposalView>('POST', `/plenum/proposals/${id}/reopen`, {})
const all = async (who: Guest, result: Result) =>
  (await who.call<ProposalsAnswer>('GET', '/plenum/proposals')).body.proposals.filter(
    (one) => one.result === result.id,
  )
const reads = (result: Result, text: string) => docSays(text, day.plenum, () => textOf(result) === text)
const lines = async (result: Result) =>
  (await day.staff.call<MinutesAnswer>('GET', '/plenum/minutes')).body.lines.flatMap(({ fact, text }) =>
    fact.kind === 'proposal' && fact.result === result.id ? [`${fact.did}: ${text}`] : [],
  )

test('P54 who may do what: everybody proposes but a screen, their own alone is taken back, the Plenum settles', async () => {
  const result = await make()
  const people: Record<string, Guest> = {
    member,
    'moderator A': await day.join('moderator', 'Moderation A', 'A'),
    plenum: day.moderator,
    staff: day.staff,
    beamer: await day.join('beamer', 'Leinwand'),
  }
  const answers: Record<string, string[]> = {}
  for (const [name, guest] of Object.entries(people)) {
    const said = async (asked: Promise<{ status: number; body: { error?: string } }>) => {
      const { status, body } = await asked
      expect(status).toBe(body.error ? new Refusal(body.error as RefusalCode).http : 200)
      return body.error ?? 'done'
    }
    const { body: foreign } = await propose(other, result, sentence, sentence.replace('Keine', 'Gar keine'))
    const own = `own-${name.replaceAll(' ', '')}`
    answers[name] = [
      await said(guest.call('GET', '/plenum/proposals')),
      await said(propose(guest, result, sentence, sentence.replace('nicht', 'niemals'), { id: own })),
      await said(guest.call('POST', `/plenum/proposals/${foreign.id}/withdraw`, {})),
      await said(guest.call('POST', `/plenum/proposals/${own}/withdraw`, {})),
      await said(settle(foreign.id, 'declined', {}, guest)),
      await said(reopen(foreign.id, guest)),
    ]
    await other.call('POST', `/plenum/proposals/${foreign.id}/withdraw`, {})
  }
  const leads = ['done', 'done', 'forbidden', 'done', 'done', 'done']
  const reader = ['done', 'done', 'forbidden', 'done', 'forbidden', 'forbidden']
  expect(answers).toEqual({
    member: reader,
    'moderator A': reader,
    plenum: leads,
    staff: leads,
    beamer: ['done', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'forbidden'],
  })
  expect((await day.call('GET', '/plenum/proposals')).body.error).toBe('ticketMissing')
  expect(textOf(result)).toBe(sentence)
})

test('P54 a proposal counts once, everyone reads it, its author knows it; bad ones are refused in a sentence', async () => {
  const result = await make()
  const after = sentence.replace('Keine Auskünfte', 'Auskünfte nur')
  const both = await Promise.all(
    [1, 2].map(() => propose(member, result, sentence, after, { id: 'twice', reason: ' Klarer. ' })),
  )
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect(await all(member, result)).toMatchObject([
    {
      id: 'twice',
      author: 'Kreisverband 12',
      isMine: true,
      state: 'open',
      reason: 'Klarer.',
      base: sentence,
    },
  ])
  const [seen] = await all(other, result)
  expect([seen?.isMine, Object.keys(seen ?? {}).includes('person')]).toEqual([false, false])
  expect(await lines(result)).toEqual([
    'made: Keine Auskünfte ohne → Auskünfte nur ohne'.replaceAll(' ohne', ''),
  ])

  const refused = async (more: Record<string, unknown>, to = after) =>
    (await propose(member, result, sentence, to, more)).body.error
  expect((await propose(other, result, sentence, after, { id: 'twice' })).body.error).toBe('outdated')
  expect(await refused({}, sentence)).toBe('proposalEmpty')
  expect(await refused({ text: 'x'.repeat(2001) })).toBe('proposalTooLong')
  expect(await refused({ reason: 'x'.repeat(301) })).toBe('proposalTooLong')
  expect(await refused({ base: 'Ein ganz anderer Text, den es nie gab.', from: 0, to: 3 })).toBe(
    'proposalLost',
  )
  for (const bad of [
    { from: 5, to: 2 },
    { to: 9999 },
    { from: -1 },
    { from: 0.5 },
    { id: '../x' },
    { text: 7 },
    { base: '😀', from: 1, to: 1 },
  ])
    expect(await refused(bad), JSON.stringify(bad)).toBe('badRequest')
  expect((await propose(member, { ...result, id: 'nobody' as never }, sentence, after)).body.error).toBe(
    'notFound',
  )

  const many = await day.join('member', 'Kreisverband 7', 'A')
  for (let at = 0; at < 20; at++)
    expect((await propose(many, result, sentence, `${sentence} ${at}`)).status).toBe(200)
  const more = await propose(many, result, sentence, `${sentence} 21`)
  expect([more.body.error, more.body.message]).toEqual([
    'proposalsTooMany',
    expect.stringContaining('20 offene'),
  ])
  // One taken back makes room for another.
  const [mine] = (await all(many, result)).filter(({ isMine }) => isMine)
  for (let twice = 0; twice < 2; twice++)
    expect((await many.call('POST', `/plenum/proposals/${mine?.id}/withdraw`, {})).status).toBe(200)
  expect((await propose(many, result, sentence, `${sentence} 22`)).status).toBe(200)
})

test('P54 a screen shows a proposal of that result, or one of its texts, and nothing that is not there', async () => {
  const [result, foreign] = [await make(), await make()]
  const { body: one } = await propose(member, result, sentence, `${sentence} Nie.`)
  const show = async (more: Record<string, unknown>, who: Guest = day.moderator) => {
    const { body } = await who.call<{ show: unknown }>('PUT', '/beamer', {
      show: { kind: 'result', id: result.id, ...more },
    })
    return body.error ?? body.show
  }
  const shown = { kind: 'result', id: result.id }
  expect(await show({})).toEqual(shown)
  expect(await show({ proposal: one.id })).toEqual({ ...shown, proposal: one.id })
  for (const text of ['current', 'original', 'changes', 'decided'])
    expect(await show({ text })).toEqual({ ...shown, text })
  expect(await show({ text: 'secret' })).toBe('badRequest')
  expect(await show({ proposal: 'nobody' })).toBe('notFound')
  expect(await show({ id: foreign.id, proposal: one.id })).toBe('notFound')
  expect(await show({ proposal: one.id }, member)).toBe('forbidden')
})

test('P54 of two rows of one human that are put together the proposals are one person’s', async () => {
  const result = await make()
  const [first, second] = [
    await day.join('member', 'Ortsverein 7', 'A'),
    await day.join('member', 'Ortsverein 7b', 'A'),
  ]
  await propose(second, result, sentence, `${sentence} Nie.`)
  const merged = await day.staff.call('POST', `/people/${second.person.id}/merge`, { into: first.person.id })
  expect(merged.status).toBe(200)
  for (const one of [first, second])
    expect((await all(one, result)).map(({ isMine }) => isMine)).toEqual([true])
})

test('P55 a proposal that is followed changes text, proposal and minutes at once, once', async () => {
  const result = await make('**Rote Linie:** Wir wirken nicht mit.\n- Keine Auskünfte\n- Keine Listen')
  const before = textOf(result)
  const { body: one } = await propose(member, result, before, before.replace('nicht', 'niemals'))
  const { body: two } = await propose(
    other,
    result,
    before,
    before.replace('\n- ', '').replace('Keine Listen', 'Keine Listen von Menschen'),
  )
  // Two moderators at once: one is first, the other is told.
  const both = await Promise.all([settle(one.id, 'taken'), settle(one.id, 'taken', {}, day.staff)])
  expect(both.map(({ body }) => body.error ?? body.state).toSorted()).toEqual(['proposalSettled', 'taken'])
  expect((await settle(one.id, 'declined')).body.message).toBe(
    'Über diesen Vorschlag ist schon entschieden. Es wurde nichts geändert.',
  )
  await reads(result, 'Rote Linie: Wir wirken niemals mit.\nKeine Auskünfte\nKeine Listen')
  // The other one has followed the text, and is followed as well.
  expect((await settle(two.id, 'taken', { reason: 'Genauer.' })).body).toMatchObject({
    state: 'taken',
    settled: { reason: 'Genauer.' },
  })
  await reads(result, 'Rote Linie: Wir wirken niemals mit.\nKeine Auskünfte\nKeine Listen von Menschen')
  // Bold and the list are as they were.
  expect(day.wordingOf(result)).toMatchObject([
    { type: 'paragraph', spans: [{ text: 'Rote Linie:', bold: true }, { text: ' Wir wirken niemals mit.' }] },
    {
      type: 'list',
      items: [
        [{ spans: [{ text: 'Keine Auskünfte' }] }],
        [{ spans: [{ text: 'Keine Listen von Menschen' }] }],
      ],
    },
  ])
  expect(await lines(result)).toEqual([
    'made: nicht → niemals',
    'made: – → von Menschen',
    'taken: nicht → niemals',
    'taken: – → von Menschen',
  ])
})

test('P55 other words of the moderators, and declining with a reason', async () => {
  const result = await make()
  const [{ body: one }, { body: two }] = [
    await propose(member, result, sentence, sentence.replace('Abschiebungen', 'Rückführungen')),
    await propose(other, result, sentence, sentence.replace('Keine', 'Niemals')),
  ]
  const own = sentence.replace('Abschiebungen', 'Abschiebungen und Rückführungen')
  // Meanwhile a moderator has typed at another place: what was not seen is not touched.
  const fragment = wordingsOf(day.plenum.doc).get(result.id) as Y.XmlFragment
  const typed = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
  typed.insert(typed.length, ' Nie.')
  await soon('it to be stored', async () => {
    const { body } = await propose(day.staff, result, `${sentence} Nie.`, `${sentence} Nie und nimmer.`)
    return body.error === undefined
  })
  expect((await settle(one.id, 'adapted', { base: sentence, text: own })).body).toMatchObject({
    state: 'adapted',
    settled: { text: `${own} Nie.` },
  })
  await reads(result, `${own} Nie.`)
  expect((await settle(two.id, 'declined', { reason: 'x'.repeat(301) })).body.error).toBe('proposalTooLong')
  expect((await settle(two.id, 'declined', { reason: 'Das steht schon da.' })).status).toBe(200)
  expect((await all(member, result)).find(({ id }) => id === two.id)).toMatchObject({
    state: 'declined',
    settled: { reason: 'Das steht schon da.', text: null },
  })
  expect((await settle(two.id, 'adapted', { text: own })).body.error).toBe('proposalSettled')
  await reads(result, `${own} Nie.`)
})

test('P56 letters and caret of who writes in the sentence at that moment stay', async () => {
  const result = await make()
  const { body: one } = await propose(
    member,
    result,
    sentence,
    sentence.replace('Keine Auskünfte', 'Auskünfte gibt es nie'),
  )
  const fragment = wordingsOf(day.plenum.doc).get(result.id) as Y.XmlFragment
  const typed = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
  const caret = Y.createRelativePositionFromTypeIndex(typed, sentence.indexOf('Abschiebungen'))
  // Sent and taken at the same time; the letters go on while the text changes.
  const taking = settle(one.id, 'taken')
  for (const letter of 'allen ') {
    typed.insert(Y.createAbsolutePositionFromRelativePosition(caret, day.plenum.doc)?.index ?? 0, letter)
    await Promise.resolve()
  }
  expect((await taking).status).toBe(200)
  await reads(
    result,
    'Wir wirken nicht an allen Abschiebungen mit. Auskünfte gibt es nie ohne Rechtsgrundlage.',
  )
  const at = Y.createAbsolutePositionFromRelativePosition(caret, day.plenum.doc)?.index as number
  expect(typed.toString().slice(at)).toMatch(/^Abschiebungen/)
})

test('P57 words that are gone are refused in a sentence; a settlement is taken back while the text is as it left it', async () => {
  const result = await make()
  const [{ body: one }, { body: two }] = [
    await propose(member, result, sentence, sentence.replace('Keine Auskünfte', 'Auskünfte nur')),
    await propose(other, result, sentence, sentence.replace('Keine', 'Gar keine')),
  ]
  await settle(one.id, 'taken')
  const taken = sentence.replace('Keine Auskünfte', 'Auskünfte nur')
  await reads(result, taken)
  const lost = await settle(two.id, 'taken')
  expect([lost.status, lost.body.error, lost.body.message]).toEqual([
    409,
    'proposalLost',
    'Die Worte, um die es geht, stehen so nicht mehr im Text. Es wurde nichts geändert.',
  ])
  expect((await reopen(one.id)).body).toMatchObject({ state: 'open', settled: null })
  expect((await reopen(one.id)).status).toBe(200)
  await reads(result, sentence)
  // Both are there again, as if nothing had been.
  expect((await settle(two.id, 'taken')).status).toBe(200)
  await reads(result, sentence.replace('Keine', 'Gar keine'))
  expect((await settle(one.id, 'adapted', { text: taken })).status).toBe(200)
  await reads(result, taken)
  const fragment = wordingsOf(day.plenum.doc).get(result.id) as Y.XmlFragment
  ;((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Neu: ')
  const reader = await member.open('plenum')
  const read = (doc: Y.Doc) => plainText(blocksOf(wordingsOf(doc).get(result.id) as Y.XmlFragment))
  await docSays('the letters', reader, (doc) => read(doc) === `Neu: ${taken}`)
  expect((await reopen(two.id)).body.error).toBe('proposalChanged')
  expect((await reopen(one.id)).body.message).toMatch(/geändert\. Zurücknehmen geht nicht mehr/)
  await reads(result, `Neu: ${taken}`)
})

test('P58 frozen, nothing is proposed or settled; what had arrived is answered again; after a restart it goes on', async () => {
  const first = await openPlenumDay()
  const author = await first.join('member', 'Kreisverband 1', 'A')
  const result = await first.make(await first.mark('B', sentence))
  const after = sentence.replace('Keine', 'Gar keine')
  const { body: one } = await propose(author, result, sentence, after, { id: 'first' })
  const { body: two } = await propose(author, result, sentence, `${sentence} Nie.`)
  expect((await settle(two.id, 'taken', {}, first.moderator)).status).toBe(200)
  expect((await first.moderator.call('POST', '/plenum/finalise', {})).status).toBe(200)
  const frozen = await Promise.all([
    propose(author, result, sentence, `${sentence} Doch.`),
    author.call('POST', `/plenum/proposals/${one.id}/withdraw`, {}),
    settle(one.id, 'taken', {}, first.moderator),
    settle(one.id, 'declined', {}, first.moderator),
    reopen(two.id, first.moderator),
  ])
  expect(frozen.map(({ body }) => body.error)).toEqual(Array.from({ length: 5 }, () => 'plenumFrozen'))
  // Its answer was lost, so it is sent again: it counted.
  expect((await propose(author, result, sentence, after, { id: 'first' })).body).toMatchObject({
    id: 'first',
    state: 'open',
  })
  for (const live of [first.plenum, first.gathered, ...['A', 'B', 'C', 'D'].map(first.board)]) live.leave()
  await first.server.close()

  const second = await startServer(readConfig(settingsIn(first.dataDir)))
  const venue = new Venue(second.origin, second.links)
  const [leader, again] = [venue.guest(first.moderator), venue.guest(author)]
  try {
    expect((await all(again, result)).map(({ state, isMine }) => [state, isMine])).toEqual([
      ['open', true],
      ['taken', true],
    ])
    await leader.call('POST', '/plenum/reopen', {})
    expect((await reopen(two.id, leader)).status).toBe(200)
    expect((await settle(one.id, 'taken', {}, leader)).status).toBe(200)
    const live = await leader.open('plenum')
    await docSays('the text', live, (doc) => {
      const fragment = wordingsOf(doc).get(result.id)
      return fragment && plainText(blocksOf(fragment)) === after
    })
  } finally {
    venue.leave()
    await second.close()
    rmSync(first.dataDir, { recursive: true, force: true })
  }
})

test('P59 nasty texts pass as proposals, or are refused in a sentence', async () => {
  const { notes: edges } = JSON.parse(
    readFileSync(new URL('../data/edge-notes.json', import.meta.url), 'utf8'),
  ) as { notes: { id: string; case: string; text: string }[] }
  const result = await make()
  for (const { id, case: name, text } of edges) {
    const author = await day.join('member', `Landesverband ${id}`)
    const base = textOf(result)
    const { status, body } = await propose(author, result, base, base, {
      from: base.length,
      to: base.length,
      text: `\n${text}`,
      reason: text.slice(0, 200),
    })
    if (status !== 200) {
      const isNothing = !hasVisibleText(text)
      expect([name, body.error]).toEqual([name, isNothing ? 'proposalEmpty' : 'proposalTooLong'])
      expect(body.message, name).toMatch(/[.!]$/)
      continue
    }
    expect(body.reason, name).toBe(cleanText(text.slice(0, 200)).trim())
    expect((await settle(body.id, 'taken')).status, name).toBe(200)
    await reads(result, `${base}\n${cleanText(text)}`)
  }
}, 120_000)
