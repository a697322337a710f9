import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BeamerAnswer } from '#shared/api.ts'
import { notesOf } from '#shared/board.ts'
import type { NoteRef } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import { decidedText, wordingsOf, type Result } from '#shared/result.ts'
import { sha256 } from '../../server/plenum/decisions.ts'
import { openPlenumDay } from '../kit/plenumDay.ts'
import { docSays, plenumOf, soon } from '../kit/venue.ts'

let day: Awaited<ReturnType<typeof openPlenumDay>>
beforeAll(async () => {
  day = await openPlenumDay()
})
afterAll(() => day.close())

const decisionRows = async () => (await plenumOf(day.staff)).decisions

test('P6 a marked note stands in the Plenum at once, in the order Leitfrage → chosen order, and follows its group', async () => {
  const b = await day.mark('B', 'Zuerst aus B')
  const a2 = await day.mark('A', 'Zweites aus A', { key: 'm2' })
  const a1 = await day.mark('A', 'Erstes aus A', { key: 'm1' })
  expect(day.gatheredNotes().map(({ ref }) => ref)).toEqual([a1, a2, b])
  expect(day.gatheredNotes()[0]).toMatchObject({
    number: await day.numberOf(a1),
    withdrawn: false,
    kind: 'measure',
  })
  day.mapOf(a1)?.set('forPlenum', 'm3')
  await docSays('the new order', day.gathered, () => day.gatheredNotes()[0]?.ref === a2)
  day.mapOf(b)?.set('forPlenum', null)
  await docSays('B to be gone', day.gathered, () => day.gatheredNotes().length === 2)
  const note = day.gatheredNotes()[0]
  expect(plainText(note?.blocks ?? [])).toBe('Zweites aus A')
})

test('P7 a result begins as the text of its note, with its fields, in one commit', async () => {
  const ref = await day.mark('C', '**Beschwerdestelle** je Kreisverband')
  day.mapOf(ref)?.get('levels')
  const result = await day.make(ref)
  expect(result).toMatchObject({
    group: 'C',
    kind: 'measure',
    title: 'Beschwerdestelle',
    sources: [ref],
    number: null,
  })
  expect(plainText(day.wordingOf(result))).toBe('Beschwerdestelle je Kreisverband')
  expect(await day.result(result.id)).toEqual(result)
  // A note of a kind that is no result's becomes one of the first result kind.
  const idea = await day.make(await day.mark('C', 'Nur eine Idee', { kind: 'idea' }))
  expect(idea.kind).toBe('guideline')
  expect(idea.order > result.order).toBe(true)
})

test('P7 no result out of nothing, out of notes nobody handed over, or of a kind that is none', async () => {
  const ref = await day.mark('C', 'Etwas')
  const before = (await plenumOf(day.staff)).results.length
  for (const [body, error] of [
    [{ sources: [] }, 'badRequest'],
    [{}, 'badRequest'],
    [{ sources: ['C/never'] }, 'notFound'],
    [{ sources: [ref, 'C/never'] }, 'notFound'],
    [{ sources: ['../C'] }, 'badRequest'],
    [{ sources: [ref], kind: 'idea' }, 'badRequest'],
    [{ sources: [ref], title: 'x'.repeat(301) }, 'badRequest'],
  ] as const) {
    const answer = await day.moderator.call('POST', '/plenum/results', body)
    expect([JSON.stringify(body).slice(0, 60), answer.body.error]).toEqual([
      JSON.stringify(body).slice(0, 60),
      error,
    ])
  }
  expect((await plenumOf(day.staff)).results).toHaveLength(before)
})

test('P8 merging: one result of several notes; taking it apart sets them free, and it can be brought back', async () => {
  const [a, c] = [await day.mark('A', 'Hauptamt im Ehrenamt'), await day.mark('C', 'Koordination')]
  const merged = await day.make(a, c, a)
  expect(merged.sources).toEqual([a, c])
  expect(plainText(day.wordingOf(merged))).toBe('Hauptamt im Ehrenamt\nKoordination')
  const second = await day.moderator.call('POST', '/plenum/results', { sources: [c] })
  expect(second.body).toMatchObject({ error: 'noteTaken', params: { note: await day.numberOf(c) } })
  expect(second.body.message).toContain(`${await day.numberOf(c)} bereits`)
  const apart = await day.moderator.call<Result>('POST', `/plenum/results/${merged.id}/dissolve`)
  expect(apart.body.dissolvedAt).toBeGreaterThan(0)
  const alone = await day.make(c)
  const back = await day.moderator.call('POST', `/plenum/results/${merged.id}/restore`)
  expect(back.body.error).toBe('noteTaken')
  await day.moderator.call('POST', `/plenum/results/${alone.id}/dissolve`)
  expect(
    (await day.moderator.call<Result>('POST', `/plenum/results/${merged.id}/restore`)).body.dissolvedAt,
  ).toBe(null)
  expect(plainText(day.wordingOf(merged))).toBe('Hauptamt im Ehrenamt\nKoordination')
  // The notes themselves were never touched.
  expect(day.mapOf(a)?.get('trashedAt')).toBe(null)
})

test('P8 of two who take the same note at the same moment one wins, and the other is told', async () => {
  const ref = await day.mark('D', 'Sockelbetrag')
  const answers = await Promise.all(
    [day.moderator, day.staff, day.moderator].map((who) =>
      who.call('POST', '/plenum/results', { sources: [ref] }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  for (const { status, body } of answers) if (status === 409) expect(body.error).toBe('noteTaken')
  const { results } = await plenumOf(day.staff)
  expect(results.filter(({ sources }) => sources.includes(ref))).toHaveLength(1)
})

test('P6 a cited note stays in the Plenum, labelled, when its group takes the mark away or trashes or deletes it', async () => {
  const ref = await day.mark('D', 'Umlage')
  await day.make(ref)
  const seen = () => day.gatheredNotes().find((note) => note.ref === ref)
  day.mapOf(ref)?.set('forPlenum', null)
  await docSays('the label', day.gathered, () => seen()?.withdrawn)
  day.mapOf(ref)?.set('forPlenum', 'z')
  await docSays('no label', day.gathered, () => seen()?.withdrawn === false)
  day.mapOf(ref)?.set('trashedAt', 1)
  await docSays('the label', day.gathered, () => seen()?.withdrawn)
  notesOf(day.board('D').doc).delete(ref.split('/')[1] as string)
  // Something later, so that the deletion has been gathered.
  await day.mark('D', 'Danach')
  expect(seen()).toMatchObject({ withdrawn: true, number: await day.numberOf(ref) })
  expect(plainText(seen()?.blocks ?? [])).toBe('Umlage')
})

test('P9 fields of a result are changed one by one; anything that makes no sense is refused and changes nothing', async () => {
  const [source, other] = [await day.mark('A', 'Rollenmatrix'), await day.mark('A', 'Verwandtes')]
  const taken = await day.mark('A', 'Vergeben')
  await day.make(taken)
  const result = await day.make(source)
  const good = {
    title: ' Rollenmatrix\nauf einer Seite ',
    levels: ['national', 'local'],
    tags: ['principle/unity'],
    lead: { levels: ['national'], text: ' ' },
    due: { date: '2020-07-31', text: 'Entwurf' },
    links: [other],
    openPoints: [{ text: 'Wer spricht mit dem Land?', note: other, to: 'M2' }],
  }
  const { status, body } = await day.patch(result.id, good)
  expect(status).toBe(200)
  const changed = {
    ...result,
    ...good,
    title: 'Rollenmatrix auf einer Seite',
    lead: { levels: ['national'], text: null },
  }
  expect(body).toEqual(changed)
  for (const [change, error] of [
    [{ title: '' }, 'badRequest'],
    [{ title: ' \u200b ' }, 'badRequest'],
    [{ title: null }, 'badRequest'],
    [{ levels: ['nowhere'] }, 'badRequest'],
    [{ lead: { levels: ['nowhere'], text: null } }, 'badRequest'],
    [{ lead: { levels: [] } }, 'badRequest'],
    [{ tags: ['principle/nonsense'] }, 'badRequest'],
    [{ tags: ['nonsense'] }, 'badRequest'],
    [{ kind: 'idea' }, 'badRequest'],
    [{ group: 'Z' }, 'groupUnknown'],
    [{ due: { date: '31.07.2020', text: null } }, 'badRequest'],
    [{ due: { date: '2020-02-30', text: null } }, 'badRequest'],
    [{ sources: [] }, 'badRequest'],
    [{ sources: ['A/never'] }, 'notFound'],
    [{ sources: [source, taken] }, 'noteTaken'],
    [{ links: ['B/never'] }, 'notFound'],
    [{ openPoints: [{ text: 'x', note: 'A/never', to: '' }] }, 'notFound'],
    [[], 'badRequest'],
    ['text', 'badRequest'],
  ] as [unknown, string][]) {
    const answer = await day.patch(result.id, change)
    expect([change, answer.body.error]).toEqual([change, error])
    expect(answer.body.message).toMatch(/[.!]$/)
  }
  expect(await day.result(result.id)).toEqual(changed)
  expect((await day.patch('never', { title: 'X' })).body.error).toBe('notFound')
  // What nobody may set is not set: number, wording, state.
  await day.patch(result.id, { number: 99, dissolvedAt: 5, id: 'x', wording: 'x' })
  expect(await day.result(result.id)).toEqual(changed)
  expect((await day.patch(result.id, { sources: [source, source] })).body.sources).toEqual([source])
})

test('P9 results are put in order; a stale place is told', async () => {
  const made = [
    await day.make(await day.mark('B', 'eins')),
    await day.make(await day.mark('B', 'zwei')),
    await day.make(await day.mark('B', 'drei')),
  ]
  const [one, two, three] = made.map(({ id }) => id as string) as [string, string, string]
  const move = (id: string, before: unknown) =>
    day.moderator.call('POST', `/plenum/results/${id}/move`, { before })
  const order = async () =>
    (await plenumOf(day.staff)).results
      .filter(({ id }) => made.some((result) => result.id === id))
      .sort((a, b) => (a.order < b.order ? -1 : 1))
      .map(({ id }) => id)
  expect(await order()).toEqual([one, two, three])
  await move(three, one)
  expect(await order()).toEqual([three, one, two])
  await move(three, null)
  await move(two, one)
  expect(await order()).toEqual([two, one, three])
  expect((await move(two, two)).body.error).toBe('outdated')
  expect((await move(two, 'never')).body.error).toBe('outdated')
  expect((await move(two, 7)).body.error).toBe('badRequest')
  expect((await move('never', null)).body.error).toBe('notFound')
  const elsewhere = await day.make(await day.mark('C', 'anderswo'))
  expect((await move(two, elsewhere.id)).body.error).toBe('outdated')
  // One that changes its Leitfrage stands at the end there.
  await day.patch(two, { group: 'C' })
  expect((await day.result(two)).order > elsewhere.order).toBe(true)
})

test('P10 a decision is bound to the text on the screen: if that has changed, nothing is decided and one is told', async () => {
  const result = await day.make(await day.mark('D', 'Wir fordern einen Sockelbetrag'))
  const shown = decidedText(result, day.wordingOf(result))
  const adopted = await day.decide(result, {
    counts: { agree: 30, reservation: 2 },
    sentence: ' Einstimmig. ',
  })
  expect([adopted.status, adopted.body.error]).toEqual([200, undefined])
  expect(adopted.body).toMatchObject({
    outcome: 'adopted',
    sentence: 'Einstimmig.',
    group: 'D',
    withdrawnAt: null,
  })
  expect(adopted.body.results).toEqual([{ id: result.id, text: shown, sha256: sha256(shown) }])
  const before = await decisionRows()
  // Somebody words it differently while another decides.
  wordingsOf(day.plenum.doc).get(result.id)?.delete(0, 1)
  const stale = () =>
    day.staff.call('POST', '/plenum/decisions', {
      results: [{ id: result.id, text: shown }],
      outcome: 'adopted',
      counts: {},
    })
  const told = await soon('the change to be heard', async () => {
    const { status, body } = await stale()
    return status === 409 ? body : null
  })
  expect(told).toMatchObject({ error: 'textChanged', params: { result: expect.stringMatching(/^M\d+$/) } })
  expect(told.message).toContain(told.params?.['result'])
  // Whether it arrived before or after the change: decided is only what was shown.
  for (const decision of (await decisionRows()).slice(before.length))
    expect(decision.results[0]?.text).toBe(shown)
  const titled = await day.patch(result.id, { title: 'Sockel' })
  expect((await day.decide(result)).body.error).toBe('textChanged')
  expect((await day.decide(titled.body)).status).toBe(200)
})

test('P10 decisions over a block, and what cannot be decided', async () => {
  const [a, b] = [
    await day.make(await day.mark('B', 'Block eins')),
    await day.make(await day.mark('B', 'Block zwei')),
  ]
  const foreign = await day.make(await day.mark('C', 'Aus einer anderen Leitfrage'))
  const gone = await day.make(await day.mark('B', 'Aufgelöst'))
  await day.moderator.call('POST', `/plenum/results/${gone.id}/dissolve`)
  const shown = (result: Result) => ({ id: result.id, text: decidedText(result, day.wordingOf(result)) })
  const decide = (results: unknown[], more = {}) =>
    day.moderator.call('POST', '/plenum/decisions', { results, outcome: 'deferred', counts: {}, ...more })
  const before = (await decisionRows()).length
  for (const [answer, error] of [
    [await decide([shown(a), shown(foreign)]), 'outdated'],
    [await decide([shown(a), shown(gone)]), 'outdated'],
    [await decide([shown(a), { ...shown(b), text: '{}' }]), 'textChanged'],
    [await decide([shown(a), { id: 'never', text: '' }]), 'notFound'],
    [await decide([]), 'badRequest'],
    [await decide([shown(a)], { outcome: 'perhaps' }), 'badRequest'],
    [await decide([shown(a)], { counts: { nonsense: 1 } }), 'badRequest'],
    [await decide([shown(a)], { counts: { agree: -1 } }), 'badRequest'],
    [await decide([shown(a)], { counts: { agree: 1.5 } }), 'badRequest'],
  ] as const)
    expect(answer.body.error).toBe(error)
  expect(await decisionRows()).toHaveLength(before)
  const block = await decide([shown(a), shown(b)], { sentence: 'Bis zum Herbst' })
  expect(block.body['results']).toHaveLength(2)
  const id = block.body['id'] as string
  expect(
    (await day.moderator.call('POST', `/plenum/decisions/${id}/withdraw`)).body['withdrawnAt'],
  ).toBeGreaterThan(0)
  expect((await day.moderator.call('POST', '/plenum/decisions/never/withdraw')).body.error).toBe('notFound')
  expect((await decisionRows()).find((row) => row.id === id)?.withdrawnAt).toBeGreaterThan(0)
})

test('P14 what is said at the end, and what the wall shows, is checked and kept', async () => {
  const ref = await day.mark('A', 'Parkplatz', { kind: 'parking-lot' })
  const put = (body: unknown) => day.moderator.call('PUT', '/plenum/closing', body)
  const addressee = { levels: ['national'], text: null }
  const closing = {
    openPoints: [{ group: 'A', text: 'Noch offen', note: ref, to: 'Bundesverband' }],
    parkingLot: [{ note: ref, topic: 'Parkplatz', addressee }],
    nextSteps: ['Protokoll bis Freitag'],
  }
  expect((await put(closing)).body['plenum']).toMatchObject(closing)
  expect((await put({ nextSteps: [] })).body['plenum']).toMatchObject({ ...closing, nextSteps: [] })
  for (const [body, error] of [
    [{ parkingLot: [{ note: 'A/never', topic: '', addressee }] }, 'notFound'],
    [
      { parkingLot: [{ note: ref, topic: '', addressee: { levels: ['nowhere'], text: null } }] },
      'badRequest',
    ],
    [{ openPoints: [{ group: 'Z', text: 'x', note: null, to: '' }] }, 'groupUnknown'],
    [{ openPoints: [{ text: 'x', note: null, to: '' }] }, 'badRequest'],
    [{ nextSteps: 'x' }, 'badRequest'],
    [{ state: 'frozen' }, undefined],
  ] as [unknown, string | undefined][])
    expect([body, (await put(body)).body.error]).toEqual([body, error])
  expect((await plenumOf(day.staff)).plenum).toMatchObject({
    ...closing,
    nextSteps: [],
    state: 'open',
    version: 0,
  })

  const shown = async () => (await day.staff.call<BeamerAnswer>('GET', '/beamer')).body.show
  expect(await shown()).toEqual({ kind: 'welcome' })
  const result = await day.make(await day.mark('A', 'Auf die Wand'))
  await day.moderator.call('PUT', '/beamer', { show: { kind: 'result', id: result.id } })
  expect(await shown()).toEqual({ kind: 'result', id: result.id })
  for (const show of [{ kind: 'result', id: 'never' }, { kind: 'cinema' }, null])
    expect((await day.moderator.call('PUT', '/beamer', { show })).status).toBeGreaterThanOrEqual(400)
  expect(await shown()).toEqual({ kind: 'result', id: result.id })
})

test('P13 every command of the Plenum is refused to whoever has no part in it', async () => {
  const others = [
    await day.join('member', 'Mitglied', 'A'),
    await day.join('moderator', 'Moderation A', 'A'),
    await day.join('beamer', 'Beamer'),
  ]
  const ref = 'A/n1' as NoteRef
  const commands = [
    ['POST', '/plenum/results', { sources: [ref] }],
    ['PATCH', '/plenum/results/x', { title: 'X' }],
    ['POST', '/plenum/results/x/move', { before: null }],
    ['POST', '/plenum/results/x/dissolve', {}],
    ['POST', '/plenum/results/x/restore', {}],
    ['POST', '/plenum/decisions', {}],
    ['POST', '/plenum/decisions/x/withdraw', {}],
    ['PUT', '/plenum/closing', { nextSteps: [] }],
    ['POST', '/plenum/finalise', {}],
    ['POST', '/plenum/reopen', {}],
    ['PUT', '/beamer', { show: { kind: 'welcome' } }],
  ] as const
  const before = await plenumOf(day.staff)
  for (const guest of others) {
    for (const [method, path, body] of commands) {
      const answer = await guest.call(method, path, body)
      expect([guest.person.role, path, answer.status, answer.body.error]).toEqual([
        guest.person.role,
        path,
        403,
        'forbidden',
      ])
    }
    for (const path of ['/plenum', '/beamer']) expect((await guest.call('GET', path)).status).toBe(200)
    for (const path of ['/export/results.md', '/export/notes.docx'])
      expect((await guest.call('GET', path)).body.error).toBe('forbidden')
  }
  for (const [method, path, body] of commands)
    expect((await day.call(method, path, body)).body.error).toBe('ticketMissing')
  expect(await plenumOf(day.staff)).toEqual(before)
})
