import fc from 'fast-check'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { Records } from '../../server/records.ts'
import { startServer } from '../../server/startServer.ts'
import { openSqliteStore } from '../../server/store/sqliteStore.ts'
import type { EventId } from '#shared/ids.ts'
import { wordingsOf, type Decision, type Result } from '#shared/result.ts'
import {
  answer,
  answersOnDisk,
  breakConsent,
  closeConsent,
  consentsOf,
  makeResults,
  openConsent,
  openedConsent,
  raiseHands,
  shownText,
} from '../kit/consentDay.ts'
import { EventReader } from '../kit/eventReader.ts'
import { filesWith } from '../kit/pointsDay.ts'
import { startProcess } from '../kit/serverProcess.ts'
import { freshFolder, openVenue, plenumOf, settingsIn, soon, Venue, type Guest } from '../kit/venue.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})
const folder = () => {
  const { path, remove } = freshFolder()
  ends.push(remove)
  return path
}
const dayAt = async (venue: Venue, members: number, texts: readonly string[] = ['Zugang nach Bedarf']) => {
  const staff = await venue.join('staff', 'Redaktion')
  const moderator = await venue.join('moderator', 'Moderation Plenum', 'plenum')
  const people = await Promise.all(
    Array.from({ length: members }, (_, at) => venue.join('member', `Kreisverband ${at + 1}`, 'A')),
  )
  return { venue, staff, moderator, people, ...(await makeResults(moderator, staff, texts)) }
}
const dayOf = async (members: number, texts?: readonly string[]) => {
  const venue = await openVenue()
  ends.push(() => venue.close())
  return { ...(await dayAt(venue, members, texts)), dataDir: venue.dataDir }
}
const decisionsOf = async (guest: Guest): Promise<readonly Decision[]> => (await plenumOf(guest)).decisions

test('P60, P61 52 people are asked and answer at once: all hear of it, the counts are exact, nothing is told before and no file says who said what', async () => {
  const { venue, dataDir, moderator, staff, people, results, plenum } = await dayOf(52)
  const heard = people.map(() => [] as string[])
  const told = people.map(({ ticket }, at) => {
    const stream = new EventReader(`${venue.origin}/api/stream`, ticket)
    ends.push(() => stream.close())
    const ask = new Promise<void>((done) =>
      stream.addEventListener('message', ({ data }) => {
        heard[at]?.push(data)
        if (data === 'consents') done()
      }),
    )
    return { ask, open: new Promise((done) => stream.addEventListener('hello', done)) }
  })
  await Promise.all(told.map(({ open }) => open))
  const consent = await openedConsent(moderator, [shownText(plenum, results[0] as never)])
  // A hang would end the test: everyone hears of it without asking.
  await Promise.all(told.map(({ ask }) => ask))
  for (const all of heard) all.length = 0

  const first = people[0] as Guest
  await Promise.all(
    people.slice(1).map((guest, at) => {
      if (at < 40) return answer(guest, consent, 'agree')
      return answer(guest, consent, at < 48 ? 'reservation' : 'abstain', at < 48 ? `Geheimgrund ${at}` : '')
    }),
  )
  await raiseHands(moderator, consent, { agree: 5, abstain: 1 })
  expect(answersOnDisk(dataDir).length).toBeGreaterThan(50)

  expect((await consentsOf(first)).open).toMatchObject({
    mine: null,
    answered: null,
    hands: {},
    counts: null,
    mayAnswer: true,
  })
  expect((await consentsOf(people[3] as Guest)).open?.mine?.option).toBe('agree')
  for (const leader of [moderator, staff])
    expect((await consentsOf(leader)).open).toMatchObject({
      mine: null,
      mayAnswer: false,
      answered: { count: 51, of: 52 },
      hands: { agree: 5, abstain: 1 },
      counts: null,
    })
  // Only one's own answer is heard of, on one's own devices: what is told next is the first thing.
  await moderator.call('POST', '/notices', { text: 'Noch zehn Sekunden', to: null })
  await soon('the message to be told', async () => heard[0]?.includes('day'))
  expect(heard[0]).toEqual(['day'])
  const seen = []
  for (const path of ['/plenum/consents', '/plenum', '/day', '/beamer'])
    for (const who of [first, moderator]) seen.push(JSON.stringify((await who.call('GET', path)).body))
  expect(seen.join()).not.toMatch(/Geheimgrund|"counts":\{"/)

  const { body } = await closeConsent(moderator, consent)
  expect(body.counts).toEqual({ agree: 45, reservation: 8, objection: 0, abstain: 4 })
  const { decisions, remarks } = await plenumOf(first)
  expect(decisions).toMatchObject([{ id: body.decision, outcome: 'adopted', counts: body.counts }])
  expect(remarks.map(({ text }) => text).toSorted()).toEqual(
    Array.from({ length: 8 }, (_, at) => `Geheimgrund ${at + 40}`),
  )
  expect(remarks.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect((await answer(first, consent, 'agree')).body.error).toBe('consentClosed')
  expect((await raiseHands(moderator, consent, { agree: 1 })).body.error).toBe('consentClosed')
  expect(answersOnDisk(dataDir)).toEqual([])
  expect(filesWith(dataDir, `${consent.id}/`)).toEqual([])
}, 120_000)

test('P60 in any order of commands an answer counts once, as it was last set; hands are added, no reason is lost, none comes late', async () => {
  const { moderator, people, results, plenum } = await dayOf(4)
  const result = results[0] as never
  const step = fc.oneof(
    fc.record({
      do: fc.constant('answer' as const),
      who: fc.nat(3),
      option: fc.constantFrom('agree', 'reservation', 'objection', 'abstain'),
      twice: fc.boolean(),
    }),
    fc.record({ do: fc.constant('hands' as const), agree: fc.nat(9), objection: fc.nat(2) }),
  )
  let round = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.boolean(), async (steps, isTogether) => {
      const consent = await openedConsent(moderator, [shownText(plenum, result)])
      const set = new Map<number, { option: string; reason: string }>()
      let hands: Record<string, number> = {}
      round++
      const sent = []
      for (const [at, one] of steps.entries()) {
        if (one.do === 'hands') {
          hands = { agree: one.agree, objection: one.objection }
          sent.push(() => raiseHands(moderator, consent, { agree: one.agree, objection: one.objection }))
        } else {
          const needs = one.option === 'reservation' || one.option === 'objection'
          const reason = needs ? `Grund ${round} ${at}` : ''
          const send = () => answer(people[one.who] as Guest, consent, one.option, reason)
          set.set(one.who, { option: one.option, reason })
          sent.push(one.twice ? () => Promise.all([send(), send()]) : send)
        }
      }
      // One after the other, or the last of each at the same moment as all others' last.
      if (!isTogether) for (const send of sent) await send()
      else {
        await Promise.all(
          [...set].map(([who, { option, reason }]) => answer(people[who] as Guest, consent, option, reason)),
        )
        await raiseHands(moderator, consent, hands)
      }
      const said = [...set.values()]
      const count = (option: string) =>
        said.filter((one) => one.option === option).length + (hands[option] ?? 0)
      const counts = Object.fromEntries(
        ['agree', 'reservation', 'objection', 'abstain'].map((option) => [option, count(option)]),
      )
      const { body } = await closeConsent(moderator, consent)
      if (Object.values(counts).every((many) => many === 0)) {
        expect(body.error).toBe('consentEmpty')
        await breakConsent(moderator, consent)
        return
      }
      expect(body.counts).toEqual(counts)
      const { remarks, decisions } = await plenumOf(moderator)
      const own = remarks.filter(({ decision }) => decision === body.decision)
      expect(own.map(({ option, text }) => `${option} ${text}`).toSorted()).toEqual(
        said.flatMap(({ option, reason }) => (reason ? [`${option} ${reason}`] : [])).toSorted(),
      )
      const made = decisions.find(({ id }) => id === body.decision)
      const stillOpen = remarks.some(({ option, settled }) => option === 'objection' && !settled)
      expect(made?.outcome).toBe(counts['objection'] === 0 && !stillOpen ? 'adopted' : 'open')
      const late = await answer(people[0] as Guest, consent, 'abstain')
      expect([late.status, late.body.error]).toEqual([409, 'consentClosed'])
      for (const remark of own)
        await moderator.call('POST', `/plenum/remarks/${remark.id}/settle`, { how: 'kept' })
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('P62 a text that changes breaks the question off for all; it is asked anew, and nothing is decided over another text', async () => {
  const { moderator, staff, people, results, plenum, dataDir } = await dayOf(2, [
    'Rote Linie',
    'Kernaufgaben',
  ])
  const [red, core] = results as [never, never]
  const consent = await openedConsent(moderator, [shownText(plenum, red), shownText(plenum, core)])
  await answer(people[0] as Guest, consent, 'objection', 'Wer prüft das?')
  plenum.doc.transact(() =>
    wordingsOf(plenum.doc)
      .get(results[0]?.id as string)
      ?.delete(0, 1),
  )
  const broken = await soon('the break', async () =>
    (await consentsOf(people[1] as Guest)).past.find(({ id }) => id === consent.id),
  )
  expect(broken).toMatchObject({ broken: 'textChanged', counts: null, decision: null })
  expect((await answer(people[0] as Guest, consent, 'agree')).body.error).toBe('consentClosed')
  expect((await closeConsent(moderator, consent)).body).toMatchObject({ broken: 'textChanged', counts: null })
  await soon('the wipe', async () => answersOnDisk(dataDir).length === 0)
  expect((await openConsent(moderator, [{ ...shownText(plenum, red), text: '{}' }])).body.error).toBe(
    'textChanged',
  )
  // A field that belongs to the text, and a result that is taken apart.
  const again = await openedConsent(moderator, [shownText(plenum, core)])
  await moderator.call('PATCH', `/plenum/results/${results[1]?.id}`, { title: 'Anders' })
  expect((await closeConsent(staff, again)).body.broken).toBe('textChanged')
  const third = await openedConsent(moderator, [shownText(plenum, red)])
  await moderator.call('POST', `/plenum/results/${results[0]?.id}/dissolve`)
  expect((await closeConsent(staff, third)).body.broken).toBe('textChanged')
  expect(await decisionsOf(staff)).toEqual([])
})

test('P63 killed in the middle everyone goes on where they were; killed between counting and wiping, the next start wipes', async () => {
  const dataDir = folder()
  const first = await startProcess(dataDir, { LOG_LEVEL: 'debug' })
  ends.push(() => first.child.kill('SIGKILL'))
  const { moderator, people, results, plenum } = await dayAt(first.venue, 12)
  const consent = await openedConsent(moderator, [shownText(plenum, results[0] as never)])
  await Promise.all(people.map((guest, at) => answer(guest, consent, at < 9 ? 'agree' : 'abstain')))
  first.child.kill('SIGKILL')
  await first.ended
  first.venue.leave()
  const killed = join(folder(), 'killed')
  const before = join(folder(), 'before')
  cpSync(dataDir, before, { recursive: true })

  const second = await startProcess(dataDir, { LOG_LEVEL: 'debug' })
  ends.push(() => second.child.kill('SIGKILL'))
  const again = (guest: Guest) => second.venue.guest(guest)
  for (const [at, guest] of people.entries())
    expect((await consentsOf(again(guest))).open?.mine?.option).toBe(at < 9 ? 'agree' : 'abstain')
  await answer(again(people[0] as Guest), consent, 'abstain')
  const { body } = await closeConsent(again(moderator), consent)
  expect(body.counts).toEqual({ agree: 8, reservation: 0, objection: 0, abstain: 4 })
  second.child.kill('SIGKILL')
  await second.ended
  second.venue.leave()
  expect(answersOnDisk(dataDir)).toEqual([])
  for (const { output } of [first, second]) expect(output()).not.toMatch(/"option"|abstain/)

  // The same closing, but the files are taken away before anything is wiped.
  const wipe = vi.spyOn(Records.prototype, 'wipe').mockImplementation(async () => {
    cpSync(before, killed, { recursive: true })
    throw new Error('killed')
  })
  const third = await startServer(readConfig(settingsIn(before)))
  const there = new Venue(third.origin, third.links)
  const cut = await closeConsent(there.guest(moderator), consent)
  expect(cut.body.error).toBe('storeDown')
  wipe.mockRestore()
  there.leave()
  await third.close()
  expect(answersOnDisk(killed).length).toBeGreaterThan(5)
  const fourth = await startServer(readConfig(settingsIn(killed)))
  expect(answersOnDisk(killed)).toEqual([])
  expect(filesWith(killed, `${consent.id}/`)).toEqual([])
  await fourth.close()
}, 120_000)

test('P64 asked or closed by two moderators at once it is one question and one decision; extended twice it is extended once', async () => {
  const { moderator, staff, people, results, plenum } = await dayOf(3, ['Rote Linie', 'Kernaufgaben'])
  const texts = [shownText(plenum, results[0] as never)]
  const [one, two] = await Promise.all([openedConsent(moderator, texts), openedConsent(staff, texts)])
  expect(two.id).toBe(one.id)
  expect((await openConsent(staff, [shownText(plenum, results[1] as never)])).body.error).toBe('consentRuns')
  expect((await moderator.call('POST', '/plenum/finalise')).body.error).toBe('consentRuns')
  const extend = (who: Guest) =>
    who.call<{ endsAt: number }>('POST', `/plenum/consents/${one.id}/extend`, { endsAt: one.endsAt })
  const [more, same] = await Promise.all([extend(moderator), extend(staff)])
  expect(more.body.endsAt).toBe(one.endsAt + 20_000)
  expect(same.body.endsAt).toBe(one.endsAt + 20_000)
  expect((await closeConsent(moderator, one)).body.error).toBe('consentEmpty')
  await answer(people[0] as Guest, one, 'reservation', 'Bitte abgleichen.')
  const [closed, also] = await Promise.all([closeConsent(moderator, one), closeConsent(staff, one)])
  expect(also.body).toEqual(closed.body)
  expect(await decisionsOf(staff)).toHaveLength(1)
  expect((await plenumOf(staff)).remarks).toHaveLength(1)
  expect((await breakConsent(staff, one)).body).toEqual(closed.body)
  expect((await consentsOf(staff)).past).toHaveLength(1)
  expect((await moderator.call('GET', '/beamer')).body['show']).toEqual({ kind: 'consent', id: one.id })
})

test('P66 reservations of an older store become numbered notes, once', async () => {
  const dataDir = folder()
  const first = await startServer(readConfig(settingsIn(dataDir)))
  const before = new Venue(first.origin, first.links)
  const { moderator, results } = await dayAt(before, 0)
  before.leave()
  await first.close()
  const store = await openSqliteStore(join(dataDir, 'leitwand.sqlite'))
  const records = await Records.open(store, moderator.event.id as EventId)
  const old = { ...(results[0] as Result), reservations: ['Zu teuer.', 'Zu früh.'] }
  await records.commit([{ table: 'result', id: old.id, value: old }])
  await store.close()
  for (const _start of [1, 2]) {
    const server = await startServer(readConfig(settingsIn(dataDir)))
    const venue = new Venue(server.origin, server.links)
    const { remarks, results: now } = await soon('the notes', async () => {
      const answer = await plenumOf(venue.guest(moderator))
      return answer.remarks.length > 0 && answer
    })
    const notes = remarks.toSorted((a, b) => a.number - b.number)
    expect(notes.map(({ number, option, text }) => [number, option, text])).toEqual([
      [1, 'reservation', 'Zu teuer.'],
      [2, 'reservation', 'Zu früh.'],
    ])
    expect(now[0]).not.toHaveProperty('reservations')
    venue.leave()
    await server.close()
  }
}, 120_000)
