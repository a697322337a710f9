import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, phone, type Stage } from '../kit/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('W1 a member follows the link, gives a name, chooses a group and sees the Leitfrage', async () => {
  const { page, context, complaints } = await stage.enter({ viewport: phone, touch: true })
  await page.goto(`${stage.url}/beitreten?code=${stage.codeOf('member')}`)
  await page.getByText('ist gültig').waitFor()
  await page.getByRole('textbox', { name: 'Wie sollen die anderen Sie sehen?' }).fill('Kreisverband 12')
  await page.getByText('Grundsätze und Rollen').click()
  await page.getByRole('button', { name: 'Teilnehmen' }).click()
  await page.getByRole('link', { name: 'Zur Arbeitsgruppe A' }).click()
  await page.getByRole('heading', { name: /Was sind oder sollen die Aufgaben/ }).waitFor()

  // The same person after a reload, and after the tab was killed.
  const whoAmI = async () =>
    (await (await context.request.get(`${stage.url}/api/me`)).json()) as { person: unknown }
  const before = await whoAmI()
  await page.reload()
  await page.getByRole('heading', { name: /Was sind oder sollen die Aufgaben/ }).waitFor()
  await page.close()
  const next = await context.newPage()
  await next.goto(`${stage.url}/heute`)
  await next.getByRole('link', { name: 'Zur Arbeitsgruppe A' }).waitFor()
  expect((await whoAmI()).person).toEqual(before.person)
  expect(complaints).toEqual([])
})

test('W1 a wrong code and a missing or endless name are answered with a sentence, and nothing is lost', async () => {
  const { page, complaints } = await stage.enter({ viewport: phone })
  await page.goto(`${stage.url}/beitreten`)
  await page.getByRole('textbox').fill('000 000')
  await page.getByRole('button', { name: /Weiter|Code/ }).click()
  await page
    .getByText('Diesen Code kennen wir nicht. Bitte prüfen Sie die sechs Ziffern auf der Leinwand.')
    .waitFor()
  const code = stage.codeOf('member')
  await page.getByRole('textbox').fill(`${code.slice(0, 3)} ${code.slice(3)}`)
  await page.getByRole('button', { name: /Weiter|Code/ }).click()
  await page.getByText('ist gültig').waitFor()
  await page.getByRole('button', { name: 'Teilnehmen' }).click()
  await page.getByText('Bitte geben Sie einen Namen oder Ihre Gliederung ein.').waitFor()
  const name = page.getByRole('textbox', { name: 'Wie sollen die anderen Sie sehen?' })
  await name.fill('Vertretung '.repeat(30))
  await page.getByRole('button', { name: 'Teilnehmen' }).click()
  await page.getByText('Höchstens 120 Zeichen').waitFor()
  expect(await name.inputValue()).toContain('Vertretung')
  expect(complaints).toEqual([])
})

test('W1 without a ticket every page leads to joining and back', async () => {
  const { page } = await stage.enter()
  await page.goto(`${stage.url}/gruppe/B`)
  await page.waitForURL(/\/beitreten/)
})
