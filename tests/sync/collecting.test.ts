import { afterAll, beforeAll, expect, test } from 'vitest'
import { readNotes } from '#shared/board.ts'
import type { DayAnswer } from '#shared/day/dayAnswer.ts'
import { readDrafts, unsentDrafts } from '#shared/day/drafts.ts'
import type { EventPlan } from '#shared/template.ts'
import {
  draftOf,
  layAway,
  lateOf,
  reveal,
  startPhase,
  textOf,
  textsIn,
  writeNote,
  writeOn,
} from '../kit/collectingDay.ts'
import { docSays, meOf, notesOfGroup, openVenue, soon, type Guest } from '../kit/venue.ts'

let venue: Awaited<ReturnType<typeof openVenue>>
let staff: Guest
let plan: EventPlan
beforeAll(async () => {
  venue = await openVenue()
  staff = await venue.join('staff', 'Redaktion')
  plan = (await meOf(staff)).event
})
afterAll(() => venue.close())

let groups = ['A', 'B', 'C', 'D']
/** A group nobody was in, its moderator, and some members. */
const freshGroup = async (members: number) => {
  const [group = '', ...rest] = groups
  groups = rest
  const moderator = await venue.join('moderator', `Moderation ${group}`, group)
  const people: Guest[] = []
  for (let n = 1; n <= members; n++)
    people.push(await venue.join('member', `Kreisverband ${group}${n}`, group))
  expect((await startPhase(moderator, group, 'collect')).status).toBe(200)
  return { group, moderator, people }
}
const counts = async (who: Guest, group: string) => (await who.call('GET', `/groups/${group}/drafts`)).body
const stored = (who: Guest, group: string, want: object) =>
  soon(`the count ${JSON.stringify(want)}`, async () => {
    const found = await counts(who, group)
    return JSON.stringify(found) === JSON.stringify(want)
  })

test('C1, C2 while cards are hidden nobody but their author receives a word, a count or a place of them', async () => {
  const { group, moderator, people } = await freshGroup(2)
  const [one, two] = people as [Guest, Guest]
  const listeners = await Promise.all(
    [moderator, two, staff].flatMap((who) => [
      venue.socket(`/sync/${who.event.id}/group/${group}?ticket=${who.ticket}&ack=1`),
      venue.socket(`/sync/${who.event.id}/draft/${one.person.id}?ticket=${who.ticket}&ack=1`),
    ]),
  )
  const heard: string[] = []
  const ends = new AbortController()
  for (const who of [moderator, two])
    void (async () => {
      const stream = await fetch(`${venue.origin}/api/stream`, {
        headers: { authorization: `Bearer ${who.ticket}` },
        signal: ends.signal,
      })
      for await (const chunk of stream.body as never as AsyncIterable<Uint8Array>)
        heard.push(`${who.person.role} ${Buffer.from(chunk).toString()}`)
    })().catch(() => undefined)
  await soon('both streams', async () => heard.filter((said) => said.includes('hello')).length === 2)

  const draft = await draftOf(one)
  // All three in one: a count of one note is the end of it, not its beginning.
  draft.doc.transact(() => {
    writeNote(draft.doc, 'hidden-1', 'Geheimnis Brückenfonds', { group })
    writeNote(draft.doc, 'hidden-2', 'Geheimnis zwei', { group, at: 2 })
    layAway(draft.doc, 'hidden-2')
  })
  await stored(moderator, group, { writers: 1, notes: 1 })
  await soon('the moderator to be told', async () =>
    heard.some((said) => said.includes('moderator') && said.includes(`drafts/${group}`)),
  )
  // What the others' pages are told next comes after what they must not be told.
  await moderator.call('POST', '/notices', { text: 'Noch zwei Minuten', to: group })
  await soon('the message to be told', async () =>
    heard.some((said) => said.includes('member') && said.includes('data: day')),
  )
  expect(heard.some((said) => said.includes('member') && said.includes('drafts'))).toBe(false)
  await soon('a greeting', async () => listeners.some(({ frames }) => frames.length > 0))
  const frames = listeners.flatMap(({ frames }) => frames)
  for (const frame of frames) expect(frame.toString('latin1')).not.toMatch(/Geheimnis|hidden-|Br.+ckenfonds/)
  // Nobody else is let in, whatever they run.
  for (const { ended } of listeners.filter((_, at) => at % 2 === 1)) expect(await ended).toBe(4403)
  for (const [who, status] of [
    [moderator, 200],
    [staff, 200],
    [one, 403],
    [two, 403],
  ] as const)
    expect((await who.call('GET', `/groups/${group}/drafts`)).status).toBe(status)
  const everything = JSON.stringify([
    (await two.call('GET', '/day')).body,
    (await moderator.call('GET', '/day')).body,
    await notesOfGroup(moderator, group),
    (await moderator.call('GET', '/control')).body,
    heard,
  ])
  expect(everything).not.toMatch(/Geheimnis|hidden-/)
  ends.abort()
  for (const { socket } of listeners) socket.terminate()

  // And then all of it at once.
  const board = await two.open(`group/${group}`)
  expect(textsIn(board)).toEqual([])
  expect((await reveal(moderator, group)).body).toEqual({ notes: 1 })
  await docSays('the revealed note', board, () => textsIn(board).length === 1)
  expect(textsIn(board)).toEqual(['Geheimnis Brückenfonds'])
  draft.leave()
  board.leave()
})

test('C3, C4 fifty people are revealed once, numbered in the order of writing, by three who click at once', async () => {
  const { group, moderator, people } = await freshGroup(50)
  const drafts = await Promise.all(people.map(draftOf))
  drafts.forEach((draft, n) => {
    // The second card of each was made in the same moment as everybody's: people decide, then ids.
    writeNote(draft.doc, `n${n}a`, `Gedanke ${n}`, { group, at: 1000 - n })
    writeNote(draft.doc, `n${n}b`, `Noch einer ${n}`, { group, at: 5000 })
  })
  await stored(moderator, group, { writers: 50, notes: 100 })
  const answers = await Promise.all([1, 2, 3].map(() => reveal(moderator, group)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(answers.map(({ body }) => body.notes).sort()).toEqual([0, 0, 100])
  const facts = await notesOfGroup(staff, group)
  const byNumber = [...facts].sort((a, b) => a.number - b.number)
  expect(byNumber.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1))
  expect(byNumber.slice(0, 50).map(({ id }) => id)).toEqual(
    Array.from({ length: 50 }, (_, at) => `n${49 - at}a`),
  )
  const inOrder = [...people].sort((a, b) => (a.person.id < b.person.id ? -1 : 1))
  expect(byNumber.slice(50).map(({ id, author }) => [id, author])).toEqual(
    inOrder.map((who) => [`n${people.indexOf(who)}b`, who.person.name]),
  )
  const board = await staff.open(`group/${group}`)
  expect(textsIn(board)).toHaveLength(100)
  const day = (await staff.call<DayAnswer>('GET', '/day')).body.phases
  expect(day[group as never]).toMatchObject({ phase: 'collect', isHidden: false, members: 'write' })
  await stored(moderator, group, { writers: 0, notes: 0 })
  for (const live of [board, ...drafts]) live.leave()
}, 120_000)

test('C5 without names nobody is named, not even to the author', async () => {
  const { group, moderator, people } = await freshGroup(1)
  const one = people[0] as Guest
  const draft = await draftOf(one)
  writeNote(draft.doc, 'unnamed', 'Ohne Namen', { group })
  await stored(moderator, group, { writers: 1, notes: 1 })
  await reveal(moderator, group, false)
  for (const who of [one, staff, moderator])
    expect(await notesOfGroup(who, group)).toMatchObject([{ author: '', isMine: false }])
  draft.leave()
})

test('C6, C7 what is written after the reveal, or arrives from an offline device, waits for its author', async () => {
  const { group, moderator, people } = await freshGroup(2)
  const [one, two] = people as [Guest, Guest]
  const draft = await draftOf(one)
  writeNote(draft.doc, 'seen', 'Zugang', { group })
  await stored(moderator, group, { writers: 1, notes: 1 })
  draft.provider.disconnect()
  writeOn(draft.doc, 'seen', 'nach Bedarf')
  writeNote(draft.doc, 'offline', 'Im Zug geschrieben', { group, at: 2 })
  await reveal(moderator, group)
  draft.provider.connect()
  await soon(
    'the offline work',
    async () => ((await one.call('GET', '/drafts')).body['unsent'] as number) === 2,
  )
  const again = await draftOf(one)
  expect(unsentDrafts(again.doc, plan).map(({ note }) => note.id)).toEqual(['seen', 'offline'])
  const board = await two.open(`group/${group}`)
  expect(textsIn(board)).toEqual(['Zugang'])

  // Twice, as after a lost answer; and nobody sends what belongs to somebody else.
  const send = (who: Guest) => who.call('POST', '/drafts/send', { notes: ['seen', 'offline'] })
  expect((await send(two)).body).toEqual({ sent: 0, late: 0 })
  expect((await send(one)).body).toEqual({ sent: 2, late: 0 })
  expect((await send(one)).body).toEqual({ sent: 0, late: 0 })
  await docSays('what was sent', board, () => textsIn(board).length === 3)
  const sent = readNotes(board.doc).map(textOf)
  expect(sent).toContain('Im Zug geschrieben')
  expect(sent.filter((text) => text.includes('nach Bedarf'))).toHaveLength(1)
  expect((await notesOfGroup(one, group)).map(({ author, isMine }) => [author, isMine])).toEqual(
    Array.from({ length: 3 }, () => [one.person.name, true]),
  )

  // Moved to a group: nothing goes along by accident; sent all the same it is for the moderators.
  await startPhase(moderator, group, 'collect')
  writeNote(again.doc, 'moving', 'Aus der alten Gruppe', { group, at: 3 })
  await stored(moderator, group, { writers: 1, notes: 1 })
  await one.call('POST', '/me/group', { group: 'A' })
  await stored(moderator, group, { writers: 0, notes: 0 })
  expect((await reveal(moderator, group)).body).toEqual({ notes: 0 })
  expect((await one.call('POST', '/drafts/send', { notes: ['moving'] })).body).toEqual({ sent: 0, late: 1 })
  const [row] = await lateOf(moderator)
  expect(row).toMatchObject({ place: group, name: one.person.name, changes: [{ before: null }] })
  expect(readDrafts(again.doc, plan).filter(({ note }) => note.id === 'moving')).toHaveLength(1)
  for (const live of [draft, again, board]) live.leave()
})

test('C8 the reveal and what came late belong to those who run the group', async () => {
  const strangers = [
    await venue.join('member', 'Kreisverband 7', 'A'),
    await venue.join('moderator', 'Moderation B2', 'B'),
    await venue.join('beamer', 'Wand'),
  ]
  for (const who of strangers) {
    expect((await reveal(who, 'A')).body.error).toBe('forbidden')
    expect((await who.call('GET', '/groups/A/drafts')).body.error).toBe('forbidden')
  }
  expect((await strangers[0]?.call('GET', '/late'))?.body.error).toBe('forbidden')
  expect((await strangers[2]?.call('POST', '/drafts/send', { notes: [] }))?.body.error).toBe('forbidden')
  expect((await reveal(staff, 'plenum')).body.error).toBe('groupUnknown')
  expect((await reveal(staff, 'Z')).body.error).toBe('groupUnknown')
  expect((await staff.call('POST', '/stages/A/reveal', {})).body.error).toBe('badRequest')

  await startPhase(staff, 'A', 'collect')
  const writer = strangers[0] as Guest
  const draft = await draftOf(writer)
  writeNote(draft.doc, 'left', 'Noch verdeckt')
  await stored(staff, 'A', { writers: 1, notes: 1 })
  expect((await startPhase(staff, 'A', 'cluster')).body.error).toBe('stillHidden')
  expect((await staff.call('POST', '/stages/A/end', {})).body.error).toBe('stillHidden')
  layAway(draft.doc, 'left')
  await stored(staff, 'A', { writers: 0, notes: 0 })
  expect((await startPhase(staff, 'A', 'cluster')).status).toBe(200)
  draft.leave()
})
