import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { closeVote as closeAt } from '../../server/day/votes.ts'
import { Day } from '../../server/day/day.ts'
import { Records } from '../../server/records.ts'
import { startServer } from '../../server/startServer.ts'
import { openSqliteStore } from '../../server/store/sqliteStore.ts'
import type { Ballot } from '#shared/day/vote.ts'
import { Dice } from '../kit/dice.ts'
import { EventReader } from '../kit/eventReader.ts'
import {
  ballotsOnDisk,
  closeVote,
  filesWith,
  give,
  giveByHand,
  openVote,
  votesOf,
  writeCards,
} from '../kit/pointsDay.ts'
import { startProcess } from '../kit/serverProcess.ts'
import { freshFolder, openVenue, settingsIn, soon, type Guest } from '../kit/venue.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})
const venueOf = async () => {
  const venue = await openVenue()
  ends.push(() => venue.close())
  return venue
}
const folder = () => {
  const { path, remove } = freshFolder()
  ends.push(remove)
  return path
}
const everybody = <T>(count: number, make: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, at) => make(at)))
const sumsOf = (ballots: readonly Ballot[], items: readonly string[]) =>
  Object.fromEntries(
    items.map((item) => [item, ballots.reduce((all, ballot) => all + (ballot[item] ?? 0), 0)]),
  )

/** Gives five points somewhere, in an order of its own, with second thoughts, double clicks and from two devices. */
const vote = async (
  voter: Guest,
  id: { id: string },
  items: readonly string[],
  dice: Dice,
): Promise<Ballot> => {
  const ballot: Record<string, number> = {}
  for (let left = 5; left > 0;) {
    const item = dice.pick(items)
    if ((ballot[item] ?? 0) >= 2) continue
    const points = (ballot[item] ?? 0) + 1
    const answers = await Promise.all(
      Array.from({ length: 1 + dice.below(2) }, () => give(voter, id, item, points)),
    )
    for (const { status } of answers) expect(status).toBe(200)
    ballot[item] = points
    left--
  }
  // One is taken back and given to something else.
  const from = dice.pick(Object.keys(ballot))
  await give(voter, id, from, (ballot[from] as number) - 1)
  ballot[from] = (ballot[from] as number) - 1
  const to = items.find((item) => item !== from && (ballot[item] ?? 0) < 2) as string
  await give(voter, id, to, (ballot[to] ?? 0) + 1)
  ballot[to] = (ballot[to] ?? 0) + 1
  return ballot
}

test('V5, V7 52 people vote at once: the sums are exact, nothing of them is told before, no file says who gave what', async () => {
  const venue = await venueOf()
  const moderator = await venue.join('moderator', 'Moderation A', 'A')
  const items = await writeCards(moderator, 'A', 12)
  const voters = await everybody(52, (at) => venue.join('member', `Kreisverband ${at + 1}`, 'A'))
  const observer = await venue.join('member', 'Beobachtung', 'A')
  // All that another client is ever sent, and when.
  const heard: string[] = []
  const stream = new EventReader(`${venue.origin}/api/stream`, observer.ticket)
  stream.addEventListener('message', ({ data }) => heard.push(data))
  ends.push(() => stream.close())
  await new Promise((done) => stream.addEventListener('hello', done))
  const seen: string[] = []
  const look = async () => {
    for (const path of ['/stages/A/votes', '/day', '/me', '/plenum', '/groups/A/notes'])
      for (const who of [observer, moderator]) {
        const { body, headers } = await who.call('GET', path)
        seen.push(JSON.stringify(body), JSON.stringify([...headers]))
      }
    for (const path of ['/metrics', '/health']) seen.push(await (await fetch(venue.origin + path)).text())
  }

  const opened = await openVote(moderator)
  expect(opened.items).toEqual(items)
  await soon('the opening to be heard', async () => heard.includes('votes'))
  heard.length = 0
  const ballots = await Promise.all(voters.map((voter, at) => vote(voter, opened, items, new Dice(at + 1))))
  await giveByHand(moderator, opened, 'card1', 7)
  await look()
  expect(ballotsOnDisk(venue.dataDir).length).toBeGreaterThan(10)
  expect((await votesOf(moderator))[0]).toMatchObject({
    voted: 52,
    byHand: { card1: 7 },
    own: {},
    tally: null,
  })
  expect((await votesOf(observer))[0]).toMatchObject({ voted: null, byHand: {}, own: {}, tally: null })
  expect((await votesOf(voters[3] as Guest))[0]?.own).toEqual(
    Object.fromEntries(Object.entries(ballots[3] as Ballot).filter(([, points]) => points > 0)),
  )
  // Not even that somebody voted is told: what is told next is the first thing.
  await moderator.call('POST', '/notices', { text: 'Noch eine Minute', to: 'A' })
  await soon('the message to be told', async () => heard.includes('day'))
  expect(heard).toEqual(['day'])
  const said = seen.join('\n')
  expect(said).not.toMatch(/"totals"/)
  // The one number beside the items' names is what the moderator has entered herself.
  expect([...said.matchAll(/"card\d+":\d+/g)].map(([found]) => found)).toEqual(['"card1":7'])

  const { body: closed } = await closeVote(moderator, opened)
  expect(closed.tally).toMatchObject({ voters: 52, totals: sumsOf(ballots, items), byLevel: [] })
  expect(Object.values(closed.tally?.totals ?? {}).reduce((all, points) => all + points)).toBe(52 * 5)
  expect(closed.byHand).toEqual({ card1: 7 })
  await soon('the closing to be heard', async () => heard.includes('votes'))
  expect((await votesOf(observer))[0]?.tally).toEqual(closed.tally)
  // Whoever is late is told, and changes nothing.
  expect((await give(voters[0] as Guest, opened, 'card1', 1)).body.error).toBe('voteClosed')
  expect((await giveByHand(moderator, opened, 'card1', 9)).body.error).toBe('voteClosed')
  expect((await closeVote(moderator, opened)).body.tally).toEqual(closed.tally)

  const { totals } = closed.tally as { totals: Ballot }
  const allowed = [totals, closed.byHand].map((sums) => JSON.stringify(sums).slice(1, -1))
  expect(new Set(ballotsOnDisk(venue.dataDir))).toEqual(new Set(allowed))
  expect(filesWith(venue.dataDir, `${opened.id}/`)).toEqual([])
}, 120_000)

test('V7 killed in the middle of a vote everyone goes on where they were, and the log says nothing of it', async () => {
  const dataDir = folder()
  const settings = { LOG_LEVEL: 'debug' }
  const before = await startProcess(dataDir, settings)
  ends.push(() => before.child.kill('SIGKILL'))
  const moderator = await before.venue.join('moderator', 'Moderation A', 'A')
  const items = await writeCards(moderator, 'A', 6)
  const voters = await everybody(20, (at) => before.venue.join('member', `Kreisverband ${at + 1}`, 'A'))
  const opened = await openVote(moderator)
  const first = await Promise.all(voters.map((voter, at) => vote(voter, opened, items, new Dice(at + 100))))
  before.child.kill('SIGKILL')
  await before.ended

  const after = await startProcess(dataDir, settings)
  ends.push(() => after.child.kill('SIGKILL'))
  const again = (guest: Guest) => after.venue.guest(guest)
  const given = (ballot: Ballot) =>
    Object.fromEntries(Object.entries(ballot).filter(([, points]) => points > 0))
  for (const [at, voter] of voters.entries())
    expect((await votesOf(again(voter)))[0]?.own).toEqual(given(first[at] as Ballot))
  // A retry of what was answered before the end, and something new.
  const [item, points] = Object.entries(given(first[0] as Ballot))[0] as [string, number]
  expect((await give(again(voters[0] as Guest), opened, item, points)).body.own).toEqual(
    given(first[0] as Ballot),
  )
  await give(again(voters[0] as Guest), opened, item, points - 1)
  const ballots = [{ ...first[0], [item]: points - 1 }, ...first.slice(1)]
  const { body } = await closeVote(again(moderator), opened)
  expect(body.tally?.totals).toEqual(sumsOf(ballots, items))
  // Killed right after the answer: it was wiped already.
  after.child.kill('SIGKILL')
  await after.ended
  expect(new Set(ballotsOnDisk(dataDir))).toEqual(new Set([JSON.stringify(body.tally?.totals).slice(1, -1)]))
  expect(filesWith(dataDir, `${opened.id}/`)).toEqual([])
  for (const { output } of [before, after]) expect(output()).not.toMatch(/card\d|"points"/)
}, 120_000)

test('V6 killed between counting and wiping, the next start wipes', async () => {
  const dataDir = folder()
  const killed = join(folder(), 'killed')
  const settings = readConfig(settingsIn(dataDir))
  const first = await startProcess(dataDir)
  ends.push(() => first.child.kill('SIGKILL'))
  const moderator = await first.venue.join('moderator', 'Moderation A', 'A')
  const items = await writeCards(moderator, 'A', 6)
  const opened = await openVote(moderator)
  await everybody(12, async (at) => {
    const voter = await first.venue.join('member', `Kreisverband ${at + 1}`, 'A')
    await vote(voter, opened, items, new Dice(at + 200))
  })
  first.child.kill('SIGKILL')
  await first.ended

  // The same closing, but the files are taken away before anything is wiped.
  const store = await openSqliteStore(join(dataDir, 'leitwand.sqlite'))
  const records = await Records.open(store, moderator.event.id as never)
  const isCut = { yet: false }
  const ports = {
    event: records.event,
    records,
    now: () => 1,
    plan: { groups: [{ id: 'A' }] },
    rooms: null,
    newId: null,
  }
  records.wipe = async () => {
    cpSync(dataDir, killed, { recursive: true })
    isCut.yet = true
    throw new Error('killed')
  }
  await expect(closeAt(new Day(ports as never), moderator.person, opened.id)).rejects.toThrow('storeDown')
  await store.close()
  expect(isCut.yet).toBe(true)
  expect(ballotsOnDisk(killed).length).toBeGreaterThan(3)
  expect(filesWith(killed, `${opened.id}/`)).not.toEqual([])

  const server = await startServer({ ...settings, dataDir: killed })
  expect(filesWith(killed, `${opened.id}/`)).toEqual([])
  expect(new Set(ballotsOnDisk(killed)).size).toBe(1)
  await server.close()
}, 120_000)
