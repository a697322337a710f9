import { afterAll, beforeAll, expect, test } from 'vitest'
import { notesOf } from '#shared/board.ts'
import { Refusal, type RefusalCode } from '#shared/refusal.ts'
import {
  ballotsOnDisk,
  closeVote,
  give,
  giveByHand,
  openVote,
  votesOf,
  writeCards,
} from '../kit/pointsDay.ts'
import { EventReader } from '../kit/eventReader.ts'
import { openPlenumDay } from '../kit/plenumDay.ts'
import { docSays, openVenue, soon, type Guest } from '../kit/venue.ts'

let venue: Awaited<ReturnType<typeof openVenue>>
const people: Record<string, Guest> = {}
beforeAll(async () => {
  venue = await openVenue()
  people['member A'] = await venue.join('member', 'Kreisverband 1', 'A')
  people['member B'] = await venue.join('member', 'Kreisverband 2', 'B')
  people['member'] = await venue.join('member', 'Kreisverband 3')
  people['moderator A'] = await venue.join('moderator', 'Moderation A', 'A')
  people['moderator B'] = await venue.join('moderator', 'Moderation B', 'B')
  people['plenum'] = await venue.join('moderator', 'Moderation Plenum', 'plenum')
  people['staff'] = await venue.join('staff', 'Redaktion')
  people['beamer'] = await venue.join('beamer', 'Beamer')
  await writeCards(who('moderator A'), 'A', 4)
})
afterAll(() => venue.close())
const who = (name: string) => people[name] as Guest

test('V2 who may do what with a vote of group A: everybody, at every command', async () => {
  const vote = await openVote(who('moderator A'))
  const answers: Record<string, string[]> = {}
  for (const [name, guest] of Object.entries(people)) {
    const said = async (method: string, path: string, body?: unknown) => {
      const answer = await guest.call(method, path, body)
      expect(answer.status).toBe(answer.body.error ? new Refusal(answer.body.error as RefusalCode).http : 200)
      return answer.body.error ?? 'done'
    }
    answers[name] = [
      await said('GET', '/stages/A/votes'),
      await said('PUT', `/votes/${vote.id}/points`, { item: 'card1', points: 0 }),
      await said('PUT', `/votes/${vote.id}/hand`, { item: 'card1', points: 0 }),
      await said('POST', '/stages/A/votes', { kind: 'points' }),
    ]
  }
  const leads = ['done', 'voteNotYours', 'done', 'done']
  expect(answers).toEqual({
    'member A': ['done', 'done', 'forbidden', 'forbidden'],
    'member B': ['done', 'voteNotYours', 'forbidden', 'forbidden'],
    member: ['done', 'voteNotYours', 'forbidden', 'forbidden'],
    'moderator A': leads,
    'moderator B': ['done', 'voteNotYours', 'forbidden', 'forbidden'],
    plenum: ['done', 'voteNotYours', 'forbidden', 'forbidden'],
    staff: leads,
    beamer: ['done', 'voteNotYours', 'forbidden', 'forbidden'],
  })
  for (const name of ['member A', 'member B', 'member', 'moderator B', 'plenum', 'beamer']) {
    expect((await closeVote(who(name), vote)).body.error, name).toBe('forbidden')
    expect((await who(name).call('POST', `/votes/${vote.id}/reopen`)).body.error, name).toBe('forbidden')
  }
  expect((await votesOf(who('beamer')))[0]).toMatchObject({
    mayVote: false,
    own: {},
    voted: null,
    tally: null,
  })
  for (const path of ['/stages/A/votes', `/votes/${vote.id}/close`])
    expect((await venue.call('POST', path, { kind: 'points' })).body.error).toBe('ticketMissing')
  expect((await closeVote(who('staff'), vote)).status).toBe(200)
})

test('V2 bad input at the door is refused with a word and changes nothing', async () => {
  const member = who('member A')
  const vote = await openVote(who('moderator A'))
  await give(member, vote, 'card1', 2)
  const refused = async (item: unknown, points: unknown) =>
    (await member.call('PUT', `/votes/${vote.id}/points`, { item, points })).body.error
  expect(await refused('card1', 3)).toBe('pointsTooMany')
  expect(await refused('card9', 1)).toBe('itemUnknown')
  for (const points of [-1, 0.5, '1', undefined, 1e300, {}])
    expect(await refused('card1', points)).toBe('badRequest')
  expect(await refused('../card1', 1)).toBe('badRequest')
  expect(await refused('__proto__', 1)).toBe('itemUnknown')
  await give(member, vote, 'card2', 2)
  await give(member, vote, 'card3', 1)
  const sixth = await give(member, vote, 'card4', 1)
  expect([sixth.status, sixth.body.error, sixth.body.message]).toEqual([
    409,
    'pointsSpent',
    'Alle 5 Punkte sind vergeben. Nehmen Sie zuerst an anderer Stelle einen zurück.',
  ])
  expect((await votesOf(member)).at(-1)?.own).toEqual({ card1: 2, card2: 2, card3: 1 })
  expect((await give(member, { id: 'nobody' }, 'card1', 1)).body.error).toBe('notFound')
  expect((await who('staff').call('POST', '/stages/Z/votes', { kind: 'points' })).body.error).toBe(
    'groupUnknown',
  )
  expect((await who('staff').call('POST', '/stages/A/votes', { kind: 'cheers' })).body.error).toBe(
    'badRequest',
  )
  // Five points for each hand of a room may be many, but no fractions and none that are not there.
  expect((await giveByHand(who('moderator A'), vote, 'card9', 1)).body.error).toBe('itemUnknown')
  expect((await giveByHand(who('moderator A'), vote, 'card1', 1.5)).body.error).toBe('badRequest')
  await closeVote(who('moderator A'), vote)
})

test('V8 opening, closing and reopening count once however often they are asked for; reopening is a new vote', async () => {
  const moderator = who('moderator A')
  const member = who('member A')
  const [first, same] = await Promise.all([openVote(moderator), openVote(moderator)])
  expect(same?.id).toBe(first?.id)
  expect((await moderator.call('POST', '/stages/A/votes', { kind: 'resistance' })).body.error).toBe(
    'voteOpen',
  )
  await give(member, first, 'card2', 2)
  await giveByHand(moderator, first, 'card3', 4)
  const [one, two] = await Promise.all([closeVote(moderator, first), closeVote(who('staff'), first)])
  expect(one.body.tally).toEqual(two.body.tally)
  expect(one.body).toMatchObject({
    byHand: { card3: 4 },
    tally: { voters: 1, totals: { card1: 0, card2: 2, card3: 0, card4: 0 } },
  })

  const again = async () => (await moderator.call<{ id: string }>('POST', `/votes/${first.id}/reopen`)).body
  const [next, sameNext] = await Promise.all([again(), again()])
  expect(sameNext.id).toBe(next.id)
  expect(next.id).not.toBe(first.id)
  const votes = await votesOf(member)
  expect(votes.find(({ id }) => id === first.id)?.tally).toEqual(one.body.tally)
  // Begins empty: also by hand, and what somebody still sends to the old one is late.
  expect(votes.at(-1)).toMatchObject({ id: next.id, own: {}, byHand: {}, tally: null, mayVote: true })
  expect((await give(member, first, 'card1', 1)).body.error).toBe('voteClosed')
  await closeVote(moderator, next)
  expect(ballotsOnDisk(venue.dataDir).filter((found) => found === '"card2":2')).toEqual([])
})

test('V8 the items are the cards of the list: parked, put away and foreign ones are left out; a second round asks about what got points', async () => {
  const moderator = who('moderator A')
  const live = await moderator.open('group/A')
  await docSays('the board', live, (doc) => notesOf(doc).size === 4)
  notesOf(live.doc).get('card4')?.set('kind', 'parking-lot')
  notesOf(live.doc).get('card3')?.set('trashedAt', 5)
  notesOf(live.doc).get('card2')?.set('question', 'A3')
  const vote = await soon('the board to be stored', async () => {
    const made = await openVote(moderator)
    if (made.items.length === 2) return made
    await closeVote(moderator, made)
    return null
  })
  expect(vote.items).toEqual(['card1', 'card2'])
  await give(who('member A'), vote, 'card2', 1)
  await closeVote(moderator, vote)
  expect(
    (await moderator.call('POST', '/stages/A/votes', { kind: 'points', items: ['card3'] })).body.error,
  ).toBe('itemUnknown')
  const round = await openVote(moderator, 'A', { kind: 'resistance' })
  expect(round).toMatchObject({ kind: 'resistance', items: ['card2'], most: 10 })
  // Zero is an answer, none is none.
  await give(who('member A'), round, 'card2', 0)
  expect((await giveByHand(moderator, round, 'card2', 3)).body.error).toBe('badRequest')
  const { body } = await closeVote(moderator, round)
  expect(body.tally).toMatchObject({
    voters: 1,
    spread: { card2: { answers: 1, mean: 0, least: 0, most: 0, deviation: 0 } },
  })
  // Nothing stands on the board of B.
  expect((await who('moderator B').call('POST', '/stages/B/votes', { kind: 'points' })).body.error).toBe(
    'voteEmpty',
  )
  live.leave()
})

test('V5 what one gives is told to the other devices of the same person, and to nobody else', async () => {
  const vote = await openVote(who('moderator A'), 'A', { items: ['card1'] })
  const told = (guest: Guest) => {
    const heard: string[] = []
    const reader = new EventReader(`${venue.origin}/api/stream`, guest.ticket)
    const isOpen = new Promise<void>((done) => reader.addEventListener('hello', () => done()))
    reader.addEventListener('message', ({ data }) => heard.push(data))
    return { heard, isOpen, close: () => reader.close() }
  }
  const [own, second, other, leader] = ['member A', 'member A', 'member B', 'moderator A'].map((name) =>
    told(who(name)),
  )
  for (const one of [own, second, other, leader]) await one?.isOpen
  await give(who('member A'), vote, 'card1', 1)
  for (const mine of [own, second])
    await soon('my other page to hear', async () => mine?.heard.includes('votes'))
  await giveByHand(who('moderator A'), vote, 'card1', 3)
  // A beat later everybody has heard what there is to hear.
  await who('staff').call('POST', '/leave')
  expect([other?.heard, leader?.heard]).toEqual([[], []])
  await closeVote(who('moderator A'), vote)
  for (const one of [own, second, other, leader]) {
    await soon('the closing', async () => one?.heard.includes('votes'))
    one?.close()
  }
  expect([other?.heard, leader?.heard]).toEqual([['votes'], ['votes']])
})

test('V4 levels that people gave at the door split the sums, five and more', async () => {
  const moderator = who('moderator B')
  const [item] = await writeCards(moderator, 'B', 1)
  const voters = await Promise.all(
    ['local', 'district'].flatMap((level) =>
      Array.from({ length: 6 }, async (_, at) => {
        const { body } = await venue.call<never>('POST', '/join', {
          code: venue.codes.member,
          name: `${level} ${at}`,
          group: 'B',
          level,
        })
        return venue.guest(body)
      }),
    ),
  )
  const vote = await openVote(moderator, 'B')
  for (const [at, voter] of voters.entries()) await give(voter, vote, item as string, at < 6 ? 2 : 1)
  const { body } = await closeVote(moderator, vote)
  expect(body.tally?.byLevel).toEqual([
    { level: 'district', voters: 6, totals: { card1: 6 } },
    { level: 'local', voters: 6, totals: { card1: 12 } },
  ])
})

test('V1 two rows of one human that are put together are one voter, with one ballot', async () => {
  const moderator = who('moderator B')
  const first = await venue.join('member', 'Ortsverein 7', 'B')
  const second = await venue.join('member', 'Ortsverein 7 am Laptop', 'B')
  const third = await venue.join('member', 'Ortsverein 8', 'B')
  const vote = await openVote(moderator, 'B')
  await give(first, vote, 'card1', 1)
  await give(second, vote, 'card1', 2)
  await give(third, vote, 'card1', 2)
  const merge = (one: Guest, into: Guest) =>
    who('staff').call('POST', `/people/${one.person.id}/merge`, { into: into.person.id })
  expect((await merge(second, first)).status).toBe(200)
  expect((await votesOf(moderator, 'B')).at(-1)?.voted).toBe(2)
  expect((await votesOf(second, 'B')).at(-1)?.own).toEqual({ card1: 1 })
  // Of whom only the double had voted, that counts, and can be changed from either device.
  const fourth = await venue.join('member', 'Ortsverein 9', 'B')
  await merge(third, fourth)
  expect((await votesOf(fourth, 'B')).at(-1)?.own).toEqual({ card1: 2 })
  expect((await give(fourth, vote, 'card1', 0)).body.own).toEqual({})
  expect((await votesOf(third, 'B')).at(-1)?.own).toEqual({})
  const { body } = await closeVote(moderator, vote)
  expect(body.tally).toMatchObject({ voters: 1, totals: { card1: 1 } })
})

test('V2, V21 in the Plenum all members give three points, one a measure, on what was adopted of them', async () => {
  const day = await openPlenumDay()
  const [one, two, third] = [
    await day.make(await day.mark('A', 'Erste')),
    await day.make(await day.mark('B', 'Zweite')),
    await day.make(await day.mark('B', 'Dritte', { kind: 'guideline' })),
  ]
  const voters = [await day.join('member', 'Kreisverband 1', 'A'), await day.join('member', 'Kreisverband 2')]
  const open = (items?: string[]) =>
    day.moderator.call('POST', '/stages/plenum/votes', { kind: 'points', ...(items ? { items } : {}) })
  // Nothing is decided; then a guideline is, and a measure is put off: still nothing that gets points.
  expect((await open()).body.error).toBe('nothingAdopted')
  await day.decide(third)
  await day.decide(one, { outcome: 'deferred' })
  for (const items of [undefined, [one.id], [third.id]])
    expect((await open(items)).body.error).toBe('nothingAdopted')
  await day.decide(two)
  for (const item of [one.id, third.id]) expect((await open([two.id, item])).body.error).toBe('itemUnknown')
  const vote = await openVote(day.staff, 'plenum')
  expect(vote).toMatchObject({ items: [two.id], budget: 3, most: 1 })
  for (const voter of voters) expect((await give(voter, vote, two.id, 1)).status).toBe(200)
  expect((await give(day.moderator, vote, two.id, 1)).body.error).toBe('voteNotYours')
  expect((await give(voters[0] as Guest, vote, two.id, 2)).body.error).toBe('pointsTooMany')
  expect((await closeVote(await day.join('moderator', 'Moderation A', 'A'), vote)).body.error).toBe(
    'forbidden',
  )
  expect((await closeVote(day.moderator, vote)).body.tally).toMatchObject({
    voters: 2,
    totals: { [two.id]: 2 },
  })
  await day.close()
})
