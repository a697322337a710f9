import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { QuestionsAnswer, QuestionView } from '#shared/day/questionsAnswer.ts'
import { notesOf, readNote } from '#shared/board.ts'
import { plainText } from '#shared/note.ts'
import { readConfig } from '../../server/config.ts'
import { startServer } from '../../server/startServer.ts'
import { docSays, freshFolder, notesOfGroup, openVenue, settingsIn, Venue, type Guest } from '../kit/venue.ts'

const item = 'impulse-1'
let venue: Awaited<ReturnType<typeof openVenue>>
let anna: Guest
let ben: Guest
let moderator: Guest
let staff: Guest
beforeAll(async () => {
  venue = await openVenue()
  moderator = await venue.join('moderator', 'Moderation A', 'A')
  staff = await venue.join('staff', 'Redaktion')
})
afterAll(() => venue.close())
beforeEach(async () => {
  anna = await venue.join('member', 'Kreisverband 12', 'A')
  ben = await venue.join('member', 'Ortsverein 4', 'B')
})

let count = 0
const ask = (who: Guest, text: string, more: Record<string, unknown> = {}) =>
  who.call<QuestionView>('POST', '/questions', { item, text, ...more })
const asked = async (who: Guest, text = `Frage der Probe ${++count}?`, more = {}) =>
  (await ask(who, text, more)).body
const list = async (who: Guest, mine: readonly string[] = []) =>
  (await who.call<QuestionsAnswer>('GET', `/questions?mine=${mine.join(',')}`)).body.questions
const seen = async (who: Guest, id: string, mine: readonly string[] = []) =>
  (await list(who, mine)).find((one) => one.id === id)
const support = (who: Guest, id: string, on = true) =>
  who.call<QuestionView>('PUT', `/questions/${id}/support`, { on })
const move = (who: Guest, id: string, state: string, more: Record<string, unknown> = {}) =>
  who.call<QuestionView>('POST', `/questions/${id}/state`, { state, ...more })
const pass = (id: string, group: string, question: string | null = null) =>
  moderator.call<QuestionView>('POST', `/questions/${id}/pass`, { group, question })

test('Q1 a question is kept as it was meant, with its number, or refused in a sentence', async () => {
  for (const [text, kept] of [
    ['  Wie geht das?\r\n\r\n\r\n\r\nIm Alltag? ', 'Wie geht das?\n\nIm Alltag?'],
    ['👩‍👩‍👧‍👦 Familien: wie?', '👩‍👩‍👧‍👦 Familien: wie?'],
    ['كيف نبدأ؟ \u202eGleich', 'كيف نبدأ؟ \u202eGleich'],
    ['<b>kein Markup</b>\u0007 & "Zitat"', '<b>kein Markup</b> & "Zitat"'],
    ['x'.repeat(500), 'x'.repeat(500)],
  ])
    expect((await ask(anna, text as string)).body.text).toBe(kept)
  for (const [body, error] of [
    [{ item, text: ' \u200b\n ' }, 'questionEmpty'],
    [{ item, text: 'x'.repeat(501) }, 'questionTooLong'],
    [{ item: 'lunch', text: 'Was gibt es?' }, 'badRequest'],
    [{ item: 'never', text: 'Wo?' }, 'badRequest'],
    [{ item }, 'badRequest'],
  ] as const) {
    const answer = await ben.call('POST', '/questions', body)
    expect([body, answer.body.error]).toEqual([body, error])
  }
  const numbers = (await list(ben)).map(({ number }) => number)
  expect([...numbers].sort()).toEqual([1, 2, 3, 4, 5])
  expect((await asked(ben)).number).toBe(6)
  expect((await ask(ben, 'Zum zweiten?', { item: 'impulse-2' })).body.number).toBe(1)
})

test('Q1 what arrives twice is one question, also at once; fifty-two at once get a number each', async () => {
  const twice = { id: 'from-the-device', text: 'Nur einmal?' }
  const answers = await Promise.all([1, 2, 3].map(() => ask(anna, twice.text, { id: twice.id })))
  expect(answers.map(({ body }) => body.id)).toEqual(Array(3).fill(twice.id))
  expect((await list(ben)).filter(({ text }) => text === twice.text)).toHaveLength(1)
  // Somebody else's id is not taken over.
  expect((await ask(ben, 'Etwas anderes', { id: twice.id })).body.error).toBe('outdated')
  const crowd = await Promise.all(
    Array.from({ length: 52 }, (_, at) => venue.join('member', `Kreisverband ${at + 1}`)),
  )
  const all = await Promise.all(
    crowd.map((guest, at) => ask(guest, `Frage ${at} aus dem Saal?`, { item: 'impulse-2' })),
  )
  const numbers = all.map(({ body }) => body.number).sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: 52 }, (_, at) => at + 2))
}, 120_000)

test('Q1 one person asks ten times a minute at most', async () => {
  const hasty = await venue.join('member', 'Eilig')
  const errors = []
  for (let at = 0; at < 11; at++) errors.push((await ask(hasty, `Und ${at}?`)).body.error)
  expect(errors).toEqual([...Array(10).fill(undefined), 'tooManyTries'])
})

test('Q2 of an anonymous question neither answers nor files know who asked; only its word takes it back', async () => {
  const guest = await venue.join('member', 'Verband Verschwiegen')
  const question = await asked(guest, 'Wer traut sich das?', { isAnonymous: true, key: 'secret-word' })
  expect(question).toMatchObject({ author: null, isMine: false })
  for (const who of [staff, ben, guest]) expect(await seen(who, question.id)).toEqual(question)
  const files = readdirSync(venue.dataDir).filter((name) => name.startsWith('leitwand.sqlite'))
  const bytes = files.map((name) => readFileSync(join(venue.dataDir, name), 'latin1')).join('')
  const rows = bytes.match(/\{[^{}]*"text":"Wer traut sich das\?"[^{}]*\}/g) ?? []
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) {
    expect(row).not.toContain(guest.person.id)
    expect(row).not.toContain('Verschwiegen')
    expect(row).not.toContain('secret-word')
  }
  const takeBack = (who: Guest, body: unknown) => who.call('DELETE', `/questions/${question.id}`, body)
  expect((await takeBack(guest, {})).body.error).toBe('forbidden')
  expect((await takeBack(ben, { key: 'another-word' })).body.error).toBe('forbidden')
  expect((await takeBack(guest, { key: 'secret-word' })).status).toBe(200)
  expect(await seen(staff, question.id)).toBeUndefined()
})

test('Q2 one takes back one’s own before it runs, nobody else’s; its number is not given again', async () => {
  const mine = await asked(anna)
  expect((await seen(anna, mine.id))?.isMine).toBe(true)
  expect((await seen(ben, mine.id))?.isMine).toBe(false)
  for (const who of [ben, moderator, staff])
    expect((await who.call('DELETE', `/questions/${mine.id}`, {})).body.error).toBe('forbidden')
  await support(ben, mine.id)
  expect((await anna.call('DELETE', `/questions/${mine.id}`, {})).status).toBe(200)
  expect((await anna.call('DELETE', `/questions/${mine.id}`, {})).status).toBe(200)
  expect((await support(ben, mine.id)).body.error).toBe('notFound')
  expect((await asked(ben)).number).toBe(mine.number + 1)
  const late = await asked(anna)
  await move(moderator, late.id, 'running')
  expect((await anna.call('DELETE', `/questions/${late.id}`, {})).body.error).toBe('questionRuns')
})

test('Q2 those who order questions erase one for good: neither answers nor files know its words', async () => {
  const text = 'Was wird aus dem Fall Unaussprechlich?'
  const question = await asked(anna, text)
  await support(ben, question.id)
  await move(moderator, question.id, 'running')
  const erase = (who: Guest) => who.call('DELETE', `/questions/${question.id}`, { erase: true })
  for (const who of [anna, ben]) expect((await erase(who)).body.error).toBe('forbidden')
  expect((await erase(moderator)).status).toBe(200)
  expect((await erase(moderator)).status).toBe(200)
  for (const who of [anna, staff]) expect(await seen(who, question.id, [question.id])).toBeUndefined()
  const files = readdirSync(venue.dataDir).filter((name) => name.startsWith('leitwand.sqlite'))
  for (const name of files)
    expect(readFileSync(join(venue.dataDir, name)).includes('Unaussprechlich')).toBe(false)
})

test('Q3, T8 of two rows of one human that become one, support counts once', async () => {
  const question = await asked(anna, 'Zählt jemand doppelt?')
  const [phone, laptop] = await Promise.all([
    venue.join('member', 'Kreisverband 61', 'A'),
    venue.join('member', 'Kreisverband 61', 'A'),
  ])
  await support(phone, question.id)
  await support(laptop, question.id)
  expect(await seen(ben, question.id)).toMatchObject({ support: 2 })
  await staff.call('POST', `/people/${phone.person.id}/merge`, { into: laptop.person.id })
  expect(await seen(phone, question.id)).toMatchObject({ support: 1, iSupport: true })
  expect((await support(laptop, question.id, false)).body).toMatchObject({ support: 0, iSupport: false })
})

test('Q3 support counts once a person, can be taken back, and leads to nobody', async () => {
  const question = await asked(anna)
  await Promise.all([support(ben, question.id), support(ben, question.id), support(staff, question.id)])
  expect(await seen(ben, question.id)).toMatchObject({ support: 2, iSupport: true })
  expect(await seen(anna, question.id)).toMatchObject({ support: 2, iSupport: false })
  expect((await support(ben, question.id, false)).body).toMatchObject({ support: 1, iSupport: false })
  expect((await support(anna, question.id)).body.error).toBe('ownQuestion')
  const files = readdirSync(venue.dataDir).filter((name) => name.startsWith('leitwand.sqlite'))
  const bytes = files.map((name) => readFileSync(join(venue.dataDir, name), 'latin1')).join('')
  const marks = bytes.match(new RegExp(`${question.id}/[\\w-]{32}`, 'g')) ?? []
  expect(new Set(marks).size).toBe(2)
  expect(bytes).not.toContain(`${question.id}/${ben.person.id}`)
  await move(moderator, question.id, 'answered')
  expect((await support(ben, question.id)).body.error).toBe('outdated')
})

test('Q4 one runs at a time: the running first, then by support, then by time', async () => {
  const at = 'impulse-2'
  const [a, b, c] = [
    await asked(anna, 'Erste?', { item: at }),
    await asked(anna, 'Zweite?', { item: at }),
    await asked(ben, 'Dritte?', { item: at }),
  ]
  await support(staff, b.id)
  await support(ben, b.id)
  await support(anna, c.id)
  const order = async () =>
    (await list(ben)).filter(({ id }) => [a.id, b.id, c.id].includes(id)).map(({ text }) => text)
  expect(await order()).toEqual(['Zweite?', 'Dritte?', 'Erste?'])
  await move(moderator, a.id, 'running')
  expect(await order()).toEqual(['Erste?', 'Zweite?', 'Dritte?'])
  await move(moderator, c.id, 'running')
  expect(await seen(ben, a.id)).toMatchObject({ state: 'answered' })
  expect((await list(ben)).filter((one) => one.item === at && one.state === 'running')).toHaveLength(1)
  await move(moderator, a.id, 'open')
  expect(await order()).toEqual(['Dritte?', 'Zweite?', 'Erste?'])
  // A question to another talk is not touched by it.
  const elsewhere = await asked(ben)
  await move(moderator, elsewhere.id, 'running')
  expect(await seen(ben, c.id)).toMatchObject({ state: 'running' })
})

test('Q4 of two moderators at once one is first, and the other is told', async () => {
  const [a, b] = [await asked(anna), await asked(ben)]
  const running = (await list(staff)).find((one) => one.item === item && one.state === 'running')?.id ?? null
  const answers = await Promise.all([
    move(moderator, a.id, 'running', { from: 'open', running }),
    move(staff, b.id, 'running', { from: 'open', running }),
  ])
  expect(answers.map(({ body }) => body.error).sort()).toEqual(['outdated', undefined])
  expect((await move(staff, a.id, 'dropped', { from: 'waiting' })).body.error).toBe('outdated')
  // The same twice is no quarrel.
  const winner = answers[0]?.status === 200 ? a : b
  expect((await move(staff, winner.id, 'running', { from: 'open' })).status).toBe(200)
})

test('Q5 with a queue new questions wait for release; until then only their askers and moderators see them', async () => {
  await moderator.call('PUT', '/questions/queue', { isModerated: true })
  const named = await asked(anna)
  const hidden = await asked(anna, 'Ohne Namen?', { isAnonymous: true, key: 'k' })
  expect(named.state).toBe('waiting')
  const ids = async (who: Guest, mine: string[] = []) =>
    (await list(who, mine)).map(({ id }) => id).filter((id) => id === named.id || id === hidden.id)
  expect(await ids(ben)).toEqual([])
  expect(await ids(anna)).toEqual([named.id])
  expect(await ids(anna, [hidden.id])).toEqual([named.id, hidden.id])
  expect(await ids(moderator)).toEqual([named.id, hidden.id])
  expect((await support(ben, named.id)).body.error).toBe('notFound')
  await move(moderator, named.id, 'open')
  await move(moderator, hidden.id, 'dropped', { hint: ' Dazu kommt der zweite Impuls. ' })
  expect(await ids(ben)).toEqual([named.id])
  expect(await seen(anna, hidden.id, [hidden.id])).toMatchObject({ hint: 'Dazu kommt der zweite Impuls.' })
  await move(moderator, hidden.id, 'open')
  expect(await seen(ben, hidden.id)).toMatchObject({ state: 'open', hint: '' })
  await staff.call('PUT', '/questions/queue', { isModerated: false })
  expect((await asked(ben)).state).toBe('open')
})

test('Q6 a question passed on is one note of the group, with number and origin, however often one clicks', async () => {
  const board = await ben.open('group/B')
  const question = await asked(anna, 'Wer vertritt uns?\n\nUnd wo?')
  const answers = await Promise.all([1, 2, 3].map(() => pass(question.id, 'B', 'B1')))
  answers.push(await pass(question.id, 'B', 'B2'))
  const [note] = (await notesOfGroup(ben, 'B')).slice(-1)
  expect(note).toMatchObject({ author: `Impuls 1, Frage ${question.number}`, isMine: false })
  for (const { body } of answers) expect(body.passedOn).toEqual([{ group: 'B', note: 'B-01' }])
  expect(await notesOfGroup(ben, 'B')).toHaveLength(1)
  const written = await docSays('the note', board, (doc) => {
    const map = notesOf(doc).get(note?.id ?? '')
    return map && readNote(note?.id ?? '', map)
  })
  expect(written).toMatchObject({ question: 'B1', kind: 'open-question' })
  expect(plainText(written.blocks)).toContain('Wer vertritt uns?')
  expect((await pass(question.id, 'C')).body.passedOn).toEqual([
    { group: 'B', note: 'B-01' },
    { group: 'C', note: 'C-01' },
  ])
  expect((await pass(question.id, 'Z')).body.error).toBe('groupUnknown')
  expect((await pass(question.id, 'A', 'B1')).body.error).toBe('badRequest')
  expect((await pass('never', 'A')).body.error).toBe('notFound')
})

test('Q20 a note that is erased takes the question it was made of with it, and tells what else was made of it', async () => {
  const secret = 'Familie-Beispiel-0815'
  const question = await asked(anna, `Was ist mit ${secret}?`)
  await pass(question.id, 'C')
  await pass(question.id, 'D')
  const [inC, inD] = await Promise.all(
    ['C', 'D'].map(async (group) =>
      (await notesOfGroup(moderator, group)).find(({ author }) =>
        author.includes(`Frage ${question.number}`),
      ),
    ),
  )
  const erase = (group: string, id: string | undefined) =>
    staff.call('DELETE', `/groups/${group}/notes/${id}`)
  const filesWith = () =>
    readdirSync(venue.dataDir).filter((file) => readFileSync(join(venue.dataDir, file)).includes(secret))
  const first = await erase('C', inC?.id)
  expect(first.body).toEqual({ results: [], notes: [`D-${String(inD?.number).padStart(2, '0')}`] })
  expect((await list(staff)).some(({ id }) => id === question.id)).toBe(false)
  expect(filesWith()).not.toEqual([])
  expect((await erase('D', inD?.id)).body).toEqual({ results: [], notes: [] })
  expect(filesWith()).toEqual([])
})

test('Q7 who may do what with questions, each role and each command', async () => {
  const beamer = await venue.join('beamer', 'Leinwand')
  const question = await asked(anna)
  const commands = {
    ask: (who: Guest) => ask(who, 'Darf ich?'),
    support: (who: Guest) => support(who, question.id),
    state: (who: Guest) => move(who, question.id, 'open', { from: 'open' }),
    queue: (who: Guest) => who.call('PUT', '/questions/queue', { isModerated: false }),
    pass: (who: Guest) => who.call('POST', `/questions/${question.id}/pass`, { group: 'D' }),
    read: (who: Guest) => who.call('GET', '/questions'),
  }
  const rights = async (who: Guest) => {
    const allowed: string[] = []
    for (const [name, run] of Object.entries(commands)) {
      const { status, body } = await run(who)
      if (status === 200) allowed.push(name)
      else expect([name, status, body.error]).toEqual([name, 403, 'forbidden'])
    }
    return allowed.join(' ')
  }
  const everything = 'ask support state queue pass read'
  expect(await rights(ben)).toBe('ask support read')
  expect(await rights(moderator)).toBe(everything)
  expect(await rights(staff)).toBe(everything)
  expect(await rights(beamer)).toBe('read')
  expect((await venue.call('GET', '/questions')).status).toBe(401)
})

test('Q8 questions, support, queue and screens are there after a restart, and go on where they were', async () => {
  const folder = freshFolder()
  const first = await startServer(readConfig(settingsIn(folder.path)))
  const before = new Venue(first.origin, first.links)
  const [member, other, leader] = [
    await before.join('member', 'Kreisverband 1', 'A'),
    await before.join('member', 'Kreisverband 2', 'A'),
    await before.join('moderator', 'Moderation Plenum', 'plenum'),
  ]
  const [a, b] = [await asked(member), await asked(member)]
  await support(other, b.id)
  await move(leader, a.id, 'running')
  await leader.call('POST', `/questions/${b.id}/pass`, { group: 'A', question: null })
  await leader.call('PUT', '/beamer', { screen: 2, show: { kind: 'question', item }, zoom: 2 })
  const known = await list(other)
  await first.close()
  const second = await startServer(readConfig(settingsIn(folder.path)))
  const after = new Venue(second.origin, second.links)
  try {
    const again = after.guest(other)
    expect(await list(again)).toEqual(known)
    expect((await support(again, b.id)).body).toMatchObject({ support: 1, iSupport: true })
    const chief = after.guest(leader)
    expect((await chief.call<QuestionView>('POST', `/questions/${b.id}/pass`, { group: 'A' })).body).toEqual(
      (await list(chief)).find(({ id }) => id === b.id),
    )
    expect(await notesOfGroup(again, 'A')).toHaveLength(1)
    expect((await asked(again)).number).toBe(3)
    expect((await again.call('GET', '/beamer?screen=2')).body).toMatchObject({
      screen: 2,
      show: { kind: 'question', item },
      zoom: 2,
    })
  } finally {
    after.leave()
    await second.close()
    folder.remove()
  }
})
