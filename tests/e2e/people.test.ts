import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PeopleAnswer } from '#shared/day/people.ts'
import { axe } from '../kit/axe.ts'
import { openStage, phone, type Actor, type Stage } from '../kit/stage.ts'

let stage: Stage
let staff: Actor
beforeAll(async () => {
  stage = await openStage()
  staff = await stage.join('staff', { name: 'Veranstaltungsteam', viewport: phone })
})
afterAll(() => stage.close())

const faultsOf = async (page: Page) =>
  (await axe(page).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)
const board = (page: Page) => page.getByRole('textbox', { name: 'Ihre Karte' })
const peopleNow = async () =>
  (await (await staff.context.request.get(`${stage.url}/api/people`)).json()) as PeopleAnswer
const called = async (name: string) => (await peopleNow()).people.filter((person) => person.name === name)

test('T9 a stranger with a phone: sign of the room, name, board, in at most three taps', async () => {
  const { page, complaints } = await stage.enter({ viewport: phone, touch: true })
  await page.goto(`${stage.url}/beitreten?code=${stage.codeOf('member')}&gruppe=B`)
  await page.getByText('Sie kommen in die Arbeitsgruppe').waitFor()
  expect(await faultsOf(page)).toEqual([])
  const name = page.getByRole('textbox', { name: 'Wie sollen die anderen Sie sehen?' })
  await name.tap()
  await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.type('Kreisverband 12')
  await page.getByRole('button', { name: 'Teilnehmen' }).tap()
  await board(page).waitFor()
  expect(new URL(page.url()).pathname).toBe('/gruppe/B')

  // The sign of another room changes over, by one more tap; the person stays one.
  await page.goto(`${stage.url}/beitreten?code=${stage.codeOf('member')}&gruppe=C`)
  await page.getByRole('button', { name: 'In die Arbeitsgruppe C wechseln' }).tap()
  await board(page).waitFor()
  expect(new URL(page.url()).pathname).toBe('/gruppe/C')
  expect((await called('Kreisverband 12')).map(({ seat }) => seat)).toEqual([{ kind: 'group', group: 'C' }])
  expect(complaints).toEqual([])
})

test('T5 the same person goes on in a second browser, by six digits', async () => {
  const first = await stage.join('member', { name: 'Ortsverein 3', group: 'A', viewport: phone })
  await first.page.goto(`${stage.url}/heute`)
  await first.page.getByRole('button', { name: 'Menü' }).click()
  await first.page.getByRole('menuitem', { name: 'Auf einem zweiten Gerät weitermachen' }).click()
  const shown = first.page.locator('.transfer-code')
  await shown.waitFor()
  expect(await faultsOf(first.page)).toEqual([])
  const code = (/\d{3}\s\d{3}/.exec((await shown.textContent()) ?? '') ?? [''])[0]

  const second = await stage.enter()
  await second.page.goto(`${stage.url}/beitreten`)
  await second.page.getByRole('button', { name: 'Schon auf einem anderen Gerät dabei?' }).click()
  const field = second.page.getByRole('textbox', { name: 'Ihr Umzugscode' })
  await field.fill('000')
  await second.page.getByRole('button', { name: 'Hier weitermachen' }).click()
  await second.page.getByText('Diesen Umzugscode kennen wir nicht.').waitFor()
  await field.fill(code)
  await second.page.getByRole('button', { name: 'Hier weitermachen' }).click()
  await second.page.getByRole('link', { name: 'Zur Arbeitsgruppe A' }).waitFor()
  expect(await called('Ortsverein 3')).toHaveLength(1)
  await first.page.reload()
  await first.page.getByRole('link', { name: 'Zur Arbeitsgruppe A' }).waitFor()
  expect([...first.complaints, ...second.complaints]).toEqual([])
})

test('T4 "Nicht ich?" on a shared laptop makes one more person and leaves the first as it was', async () => {
  const { page, complaints } = await stage.join('member', { name: 'Landesverband 2', group: 'D' })
  await page.goto(`${stage.url}/beitreten?code=${stage.codeOf('member')}`)
  await page.getByText('Sie sind schon dabei als').waitFor()
  await page.getByRole('button', { name: 'Nicht ich?' }).click()
  await page.getByRole('textbox', { name: 'Wie sollen die anderen Sie sehen?' }).fill('Landesverband 9')
  await page.getByText('Egal, wo Platz ist').click()
  await page.getByRole('button', { name: 'Teilnehmen' }).click()
  await page.getByRole('link', { name: /^Zur Arbeitsgruppe/ }).waitFor()
  expect((await called('Landesverband 2')).map(({ seat }) => seat)).toEqual([{ kind: 'group', group: 'D' }])
  expect(await called('Landesverband 9')).toHaveLength(1)
  expect(complaints).toEqual([])
})

test('T10, T7 staff move a person in two clicks, and the person stands in the new group', async () => {
  const member = await stage.join('member', { name: 'Kreisverband 77', group: 'A', viewport: phone })
  await member.page.goto(`${stage.url}/gruppe/A?ansicht=liste`)
  await board(member.page).waitFor()

  const { page } = staff
  await page.goto(`${stage.url}/leute`)
  await page.getByRole('heading', { name: /Personen sind da/ }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  // One click is enough.
  await page.getByRole('button', { name: /^Kreisverband 77: nach B,/ }).click()
  // A toast that is pointed at stays.
  await page.locator('.toast').hover()
  await member.page.waitForURL(/\/gruppe\/B/)
  await member.page.getByText('Sie sind jetzt in AG\u00a0B.').waitFor()
  await board(member.page).waitFor()

  // And the way back.
  await page.getByRole('button', { name: 'Rückgängig' }).click()
  await member.page.waitForURL(/\/gruppe\/A/)
  expect([...member.complaints, ...staff.complaints]).toEqual([])
})

test('T6 a pasted list shows what it understood before it counts', async () => {
  const { page } = staff
  await page.goto(`${stage.url}/leute`)
  await page.getByRole('button', { name: 'Liste einfügen' }).click()
  await page
    .getByRole('textbox', { name: 'Eine Person je Zeile' })
    .fill('Kreisverband 88; C\nKreisverband 89\tB\nKreisverband 90; Z')
  await page.getByText('2 Zeilen verstanden').waitFor()
  await page.getByText('diese Gruppe gibt es nicht').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '2 Personen übernehmen' }).click()
  await page.getByRole('heading', { name: 'Erwartet, noch nicht da' }).waitFor()
  const expected = (name: string) => page.getByRole('button', { name: `${name} nicht mehr erwarten` })
  for (const name of ['Kreisverband 88', 'Kreisverband 89']) await expected(name).waitFor()
  const member = await stage.join('member', { name: 'kreisverband 88' })
  await member.page.goto(`${stage.url}/heute`)
  await member.page.getByRole('link', { name: 'Zur Arbeitsgruppe C' }).waitFor()
  await expected('Kreisverband 88').waitFor({ state: 'detached' })
  expect(await expected('Kreisverband 89').count()).toBe(1)
})

test('T2 staff change the programme, and every page follows', async () => {
  const member = await stage.join('member', { name: 'Kreisverband 91', group: 'A', viewport: phone })
  await member.page.goto(`${stage.url}/heute`)
  await member.page.getByText('Gemeinsames Mittagessen').first().waitFor()
  const { page } = staff
  await page.goto(`${stage.url}/heute`)
  await page.getByRole('button', { name: 'Ändern: Gemeinsames Mittagessen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Titel' }).fill('Mittagsbuffet')
  await dialog.getByLabel('Ende').fill('13:10')
  await dialog.getByText('4 Arbeitsgruppen').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Für alle ändern' }).click()
  const row = (text: string) => member.page.locator('.agenda li', { hasText: text })
  await row('Mittagsbuffet').waitFor()
  expect(await row('4 Arbeitsgruppen').locator('time').textContent()).toBe('13:10')
  expect(await faultsOf(member.page)).toEqual([])
  expect([...member.complaints, ...staff.complaints]).toEqual([])
})

test('T9 signs print one room a page, and cards eight a page', async () => {
  const { page } = await stage.join('staff', { name: 'Veranstaltungsteam' })
  await page.goto(`${stage.url}/aushang`)
  await page.locator('.room-sign').nth(3).waitFor()
  expect(await faultsOf(page)).toEqual([])
  const pages = async () =>
    (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)?.length
  expect(await pages()).toBe(4)
  await page.getByText('Karten, acht auf einem Blatt').click()
  await page.locator('.sign-card').nth(7).waitFor()
  expect(await pages()).toBe(1)
})
