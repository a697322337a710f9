import fc from 'fast-check'
import { expect, test } from 'vitest'
import { givePoints } from '#shared/day/givePoints.ts'
import { countedVote, pointsByCard } from '#shared/day/pointsByCard.ts'
import type { Ballot, Vote } from '#shared/day/vote.ts'
import type { ClusterId, GroupId, NoteId, QuestionId } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import { buildSnapshotReport } from '#shared/report/snapshotReport.ts'
import { zoneByPoints } from '../../client/board/points/zoneByPoints.ts'
import { tidy } from '../../client/board/tidy.ts'
import { boardMetrics } from '../../client/board/wall/boardMetrics.ts'
import { ownOrder } from '../../client/pages/points/ownOrder.ts'
import { CallRefused } from '../../client/sync/call.ts'
import { openPointsOutbox, shownBallot } from '../../client/sync/pointsOutbox.ts'
import { renderSnapshotDocx } from '../../server/export/docx.ts'
import { renderSnapshotMarkdown } from '../../server/export/markdown.ts'
import { openDocx, textOf } from '../kit/docxText.ts'
import { rawNotes, snapshotInput } from '../kit/sampleDay.ts'

const voteOf = (more: Partial<Vote> = {}): Vote => ({
  id: 'v',
  stage: 'A' as GroupId,
  kind: 'points',
  items: ['a', 'b', 'c', 'd'],
  budget: 5,
  most: 2,
  openedAt: 1,
  closedAt: 2,
  byHand: {},
  tally: { voters: 9, totals: { a: 4, b: 0, c: 7, d: 1 }, spread: {}, byLevel: [] },
  ...more,
})

test('V9 what was put together shows the sum with its parts, and no point is lost', () => {
  const vote = voteOf({ byHand: { b: 2, c: 1 } })
  const cards = pointsByCard(vote, (item) => (item === 'a' || item === 'c' ? 'made' : item))
  expect(cards.get('made')).toEqual({
    total: 12,
    byHand: 1,
    parts: [
      { item: 'a', points: 4, byHand: 0 },
      { item: 'c', points: 7, byHand: 1 },
    ],
  })
  expect([...cards.keys()]).toEqual(['made', 'b', 'd'])
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'x', 'y'), { minLength: 4, maxLength: 4 }),
      (into) => {
        const some = pointsByCard(vote, (item) => into[vote.items.indexOf(item)] as string)
        expect([...some.values()].reduce((all, { total }) => all + total, 0)).toBe(15)
        expect([...some.values()].flatMap(({ parts }) => parts).length).toBe(4)
      },
    ),
  )
  // Before it is closed there is nothing to show.
  expect(pointsByCard(voteOf({ tally: null }), (item) => item).size).toBe(0)
  expect(countedVote([voteOf(), voteOf({ id: 'w' }), voteOf({ id: 'x', tally: null })])?.id).toBe('w')
})

const ids = (...names: string[]) => names as NoteId[]
test('V9 by points the list and the wall put the most first, within clusters and zones, and lose no card', () => {
  const points = pointsByCard(voteOf(), (item) => item)
  const zone = {
    question: 'A1' as QuestionId,
    clusters: [
      { id: 'k1' as ClusterId, title: '', notes: ids('b', 'd') },
      { id: 'k2' as ClusterId, title: '', notes: ids('z', 'c') },
    ],
    loose: ids('x', 'y', 'a'),
  }
  const sorted = zoneByPoints(zone, points)
  expect(sorted.clusters.map(({ notes }) => notes)).toEqual([ids('c', 'z'), ids('d', 'b')])
  expect(sorted.loose).toEqual(ids('a', 'x', 'y'))
  const { notes } = tidy({
    zones: [{ ...zone, clusters: [] }],
    ids: 'all',
    order: 'points',
    metrics: boardMetrics(),
    heightOf: () => 80,
    madeAt: () => 0,
    columnOf: () => null,
    rankOf: (id) => -(points.get(id)?.total ?? 0),
    layout: null,
  })
  const reading = [...notes].sort(
    ([, one], [, other]) => (one?.y ?? 0) - (other?.y ?? 0) || (one?.x ?? 0) - (other?.x ?? 0),
  )
  expect(reading.map(([id]) => id)).toEqual(ids('a', 'x', 'y'))
})

test('V9 everyone has an order of their own and keeps it', () => {
  const items = Array.from({ length: 30 }, (_, at) => `n${at}`)
  const orders = ['p1', 'p2', 'p3'].map((person) => ownOrder(items, person).join())
  expect(new Set([...orders, items.join()]).size).toBe(4)
  expect(ownOrder(items, 'p1').join()).toBe(orders[0])
  expect(ownOrder(items, 'p1').toSorted()).toEqual(items.toSorted())
  // Nobody's card comes first for most.
  const first = new Map<string, number>()
  for (let at = 0; at < 300; at++) {
    const [item = ''] = ownOrder(items, `person${at}`)
    first.set(item, (first.get(item) ?? 0) + 1)
  }
  expect(Math.max(...first.values())).toBeLessThan(40)
})

test('V10 the Fotoprotokoll says what each card got, hands apart, in Markdown and DOCX; without a vote nothing', async () => {
  const input = snapshotInput(rawNotes)
  const noted = (votes: readonly Vote[]) =>
    buildSnapshotReport({
      ...input,
      groups: input.groups.map((group) => (group.group === 'A' ? { ...group, votes } : group)),
    })
  const [one, two] = (input.groups[0]?.notes ?? []).map(({ id }) => id as string)
  const items = [one, two] as string[]
  const points = voteOf({
    items,
    byHand: { [items[1] as string]: 3 },
    tally: {
      voters: 9,
      totals: { [items[0] as string]: 0, [items[1] as string]: 1 },
      spread: {},
      byLevel: [],
    },
  })
  const spread = { answers: 8, mean: 4.5, least: 0, most: 10, deviation: 3 }
  const resistance = voteOf({
    id: 'r',
    kind: 'resistance',
    items,
    tally: {
      voters: 8,
      totals: { [items[0] as string]: 36 },
      spread: { [items[0] as string]: spread },
      byLevel: [],
    },
  })
  const report = noted([
    voteOf({ id: 'old', items }),
    points,
    resistance,
    voteOf({ id: 'open', closedAt: null, tally: null }),
  ])
  const markdown = renderSnapshotMarkdown(report)
  expect(markdown).toContain(' · 0 Punkte · Widerstand im Mittel 4,5 von 10 (8 Antworten von 0 bis 10)')
  expect(markdown).toContain(' · 1 Punkt · 3 Sammelpunkte')
  expect(markdown.match(/ Punkte? /g)?.length).toBe(2)
  expect(textOf(openDocx(await renderSnapshotDocx(report)).document)).toContain('1 Punkt · 3 Sammelpunkte')
  expect(renderSnapshotMarkdown(noted([voteOf({ items, closedAt: null, tally: null })]))).not.toMatch(
    / Punkte? /,
  )
})

/** A server and a device, whose network comes and goes. */
const openDevice = () => {
  const kept = new Map<string, string>()
  const server = {
    ballot: {} as Ballot,
    closed: false,
    isOnline: true,
    sent: [] as string[],
    losesAnswers: false,
  }
  const vote = () => voteOf({ closedAt: server.closed ? 9 : null })
  const timers: (() => void)[] = []
  const send = async (item: string, points: number | null) => {
    await Promise.resolve()
    if (!server.isOnline) throw new CallRefused('offline')
    server.sent.push(`${item}${points}`)
    try {
      server.ballot = givePoints(vote(), server.ballot, { item, points })
    } catch (fault) {
      const { code, http } = fault as Refusal
      throw new CallRefused(code, {}, http)
    }
    if (server.losesAnswers) throw new CallRefused('offline')
  }
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const open = () =>
    openPointsOutbox({
      key: 'k',
      storage,
      send,
      own: () => server.ballot,
      after: (_ms, run) => {
        timers.push(run)
        return () => timers.splice(timers.indexOf(run), 1)
      },
    })
  const settle = async () => {
    for (let at = 0; at < 60; at++) await Promise.resolve()
  }
  return { kept, server, timers, open, settle }
}

test('V11 points given without network wait, survive a reload, arrive once, and leave nothing on the device', async () => {
  const { kept, server, timers, open, settle } = openDevice()
  const outbox = open()
  server.isOnline = false
  outbox.set('a', 1)
  outbox.set('a', 2)
  outbox.set('b', 2)
  await settle()
  expect(outbox.state.get()).toMatchObject({ isOffline: true, waiting: { a: 2, b: 2 } })
  expect(shownBallot({ d: 1 }, outbox.state.get().waiting)).toEqual({ a: 2, b: 2, d: 1 })
  outbox.close()
  // The page is loaded again.
  const again = open()
  await settle()
  expect(again.state.get().waiting).toEqual({ a: 2, b: 2 })
  server.isOnline = true
  timers.at(-1)?.()
  await settle()
  expect(server.ballot).toEqual({ a: 2, b: 2 })
  expect(again.state.get()).toMatchObject({ isOffline: false, waiting: {}, late: {} })
  expect(kept.size).toBe(0)
})

test('V11 a lost answer is asked for again and counts once; what is taken back goes first', async () => {
  const { server, timers, open, settle } = openDevice()
  server.ballot = { a: 2, b: 2, c: 1 }
  const outbox = open()
  server.isOnline = false
  outbox.set('d', 1)
  outbox.set('b', 1)
  await settle()
  server.isOnline = true
  server.losesAnswers = true
  timers.at(-1)?.()
  await settle()
  server.losesAnswers = false
  timers.at(-1)?.()
  await settle()
  expect(server.ballot).toEqual({ a: 2, b: 1, c: 1, d: 1 })
  expect(outbox.state.get().refused).toBeNull()
  expect(server.sent[0]).toBe('b1')
})

test('V11 what comes after closing is told with its card and kept until it is read; a refusal names its card', async () => {
  const { kept, server, timers, open, settle } = openDevice()
  server.ballot = { a: 2, b: 2, c: 1 }
  const outbox = open()
  // Another device has given everything meanwhile.
  outbox.set('d', 1)
  await settle()
  expect(outbox.state.get()).toMatchObject({ waiting: {}, refused: { item: 'd' } })
  server.isOnline = false
  outbox.set('c', 0)
  outbox.set('d', 1)
  await settle()
  server.isOnline = true
  server.closed = true
  timers.at(-1)?.()
  await settle()
  expect(outbox.state.get()).toMatchObject({ waiting: {}, late: { c: 0, d: 1 }, refused: null })
  expect(server.ballot).toEqual({ a: 2, b: 2, c: 1 })
  expect(open().state.get().late).toEqual({ c: 0, d: 1 })
  outbox.forgetLate()
  expect(kept.size).toBe(0)
})
