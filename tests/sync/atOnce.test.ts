import { afterAll, beforeAll, expect, test } from 'vitest'
import { decidedText } from '#shared/result.ts'
import { openedConsent } from '../kit/consentDay.ts'
import { openPlenumDay } from '../kit/plenumDay.ts'
import { plenumOf } from '../kit/venue.ts'

let day: Awaited<ReturnType<typeof openPlenumDay>>
beforeAll(async () => {
  day = await openPlenumDay()
})
afterAll(() => day.close())

const point = (text: string) => ({ text, note: null, to: '' })

test('P29 two add an open point to one result at the same moment: the first stands, the second is told', async () => {
  const { id } = await day.make(await day.mark('A', 'Rollenmatrix auf einer Seite'))
  const add = (text: string, was: readonly object[]) => ({
    openPoints: [...was, point(text)],
    was: { openPoints: was },
  })
  const both = await Promise.all([day.patch(id, add('Wer?', [])), day.patch(id, add('Wann?', []), day.staff)])
  expect(both.map(({ status, body }) => [status, body.error]).toSorted()).toEqual([
    [200, undefined],
    [409, 'outdated'],
  ])
  const [first] = (await day.result(id)).openPoints
  expect((await day.result(id)).openPoints).toHaveLength(1)
  // Looked at again it goes; sent twice it is once.
  const again = add('Wie?', [first as object])
  for (let times = 0; times < 2; times++) expect((await day.patch(id, again)).status).toBe(200)
  expect((await day.result(id)).openPoints.map(({ text }) => text)).toEqual([first?.text, 'Wie?'])
})

test('P29 fields and the lists of the closing are not overwritten unseen either', async () => {
  const { id, title } = await day.make(await day.mark('A', 'Dolmetschpool je Landesverband'))
  const lead = (text: string | null) => ({ levels: [], text })
  expect((await day.patch(id, { title: 'Pool', was: { title } })).status).toBe(200)
  expect((await day.patch(id, { title: 'Anders', was: { title } })).body.error).toBe('outdated')
  expect((await day.patch(id, { lead: lead('A'), was: { lead: lead(null) } })).status).toBe(200)
  expect((await day.patch(id, { lead: lead('B'), was: { lead: lead(null) } })).body.error).toBe('outdated')
  expect(await day.result(id)).toMatchObject({ title: 'Pool', lead: lead('A') })
  const steps = (nextSteps: readonly string[], was: readonly string[]) =>
    day.staff.call('PUT', '/plenum/closing', { nextSteps, was: { nextSteps: was } })
  const both = await Promise.all([steps(['Versand'], []), steps(['Entwurf'], [])])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect((await plenumOf(day.staff)).plenum.nextSteps).toHaveLength(1)
})

test('P29 while everyone is asked about a result, nobody decides it with figures of their own', async () => {
  const result = await day.make(await day.mark('A', 'Fördermittel-Lotsen'))
  const other = await day.make(await day.mark('A', 'Sprachregelung'))
  await openedConsent(day.moderator, [{ id: result.id, text: decidedText(result, day.wordingOf(result)) }])
  expect((await day.decide(result)).body.error).toBe('consentRuns')
  expect((await day.decide(other)).status).toBe(200)
  expect((await plenumOf(day.staff)).decisions).toHaveLength(1)
})
