import { afterAll, beforeAll, expect, test } from 'vitest'
import { notesOf } from '#shared/board.ts'
import type { Result } from '#shared/result.ts'
import { decidedText, wordingsOf } from '#shared/result.ts'
import { blocksOf } from '#shared/note.ts'
import { writeCards } from '../kit/pointsDay.ts'
import { shot } from '../kit/shots.ts'
import { openStage, phone, type Stage } from '../kit/stage.ts'
import { docSays, soon, Venue, type Guest } from '../kit/venue.ts'

let stage: Stage
let venue: Venue
let leader: Guest
const made: Result[] = []
beforeAll(async () => {
  stage = await openStage()
  venue = new Venue(stage.server.origin, stage.server.links)
  leader = await venue.join('staff', 'Redaktion')
  await writeCards(leader, 'A', 3)
  const board = await leader.open('group/A')
  const plenum = await leader.open('plenum')
  for (const [at, kind] of ['measure', 'guideline', 'measure'].entries()) {
    const note = await docSays('the card', board, (doc) => notesOf(doc).get(`card${at + 1}`))
    note.set('forPlenum', `k${at}`)
    made.push(
      await soon('a result', async () => {
        const { status, body } = await leader.call<Result>('POST', '/plenum/results', {
          sources: [`A/card${at + 1}`],
          kind,
        })
        return status === 200 ? body : null
      }),
    )
    await docSays('its wording', plenum, (doc) => wordingsOf(doc).has((made[at] as Result).id))
  }
  const decide = (result: Result) => {
    const wording = wordingsOf(plenum.doc).get(result.id)
    return leader.call('POST', '/plenum/decisions', {
      results: [{ id: result.id, text: decidedText(result, wording ? blocksOf(wording) : []) }],
      outcome: 'adopted',
      counts: {},
    })
  }
  for (const result of made) expect((await decide(result)).status).toBe(200)
})
afterAll(async () => {
  venue.leave()
  await stage.close()
})

test('V24, Q22 points on adopted measures: opened in the control room, given on a phone, closed, and ranked on the wall', async () => {
  const staff = await stage.join('staff', { name: 'Bundesverband' })
  const member = await stage.join('member', {
    name: 'Kreisverband 4',
    group: 'B',
    viewport: phone,
    touch: true,
  })
  const wall = await stage.join('beamer', { viewport: { width: 1920, height: 1080 } })
  await wall.page.goto(`${stage.url}/beamer`)
  await member.page.goto(`${stage.url}/plenum`)
  await member.page.getByText('Karte 3').first().waitFor()
  await staff.page.goto(`${stage.url}/leitung`)
  await staff.page.getByRole('button', { name: 'Plenum leiten' }).click()
  const desk = staff.page.getByRole('dialog')
  await desk.getByRole('button', { name: 'Punkte öffnen' }).click()
  await desk.getByText('Punkte laufen. Noch niemand hat etwas vergeben.').waitFor()
  await desk.getByRole('button', { name: 'Auf die Leinwand' }).click()
  await wall.page.getByRole('heading', { name: 'Punkte laufen' }).waitFor()
  await shot(wall.page, 'wall-points-running')

  await member.page.getByRole('heading', { name: 'Punkte vergeben' }).waitFor()
  await member.page.getByText('Sie haben 3 Punkte, höchstens 1 je Maßnahme.').waitFor()
  // The guideline gets none.
  expect(await member.page.locator('.give-row').count()).toBe(2)
  expect(await member.page.locator('.give-points').textContent()).not.toMatch(
    /Karte[^ ]? (nicht|für)|je Karte/,
  )
  const row = member.page.locator(`.give-row[data-item="${made[2]?.id}"]`)
  await row.getByRole('button', { name: /^Punkt für M2/ }).tap()
  await member.page.getByText('Noch 2 von 3 Punkten', { exact: true }).waitFor()
  await row.getByText('Mehr als 1 geht nicht').waitFor()
  await shot(member.page, 'plenum-points-360')
  await desk.getByText('1 Person hat schon').waitFor()
  await shot(staff.page, 'desk-points-1440')
  expect(await wall.page.getByText('1 Punkt').count()).toBe(0)

  await desk.getByRole('button', { name: 'Schließen und zählen …' }).click()
  await desk.getByRole('button', { name: 'Schließen und zählen', exact: true }).click()
  await wall.page.getByRole('heading', { name: 'Die meisten Punkte' }).waitFor()
  const places = async () =>
    (await wall.page.locator('.wall-points .wall-list li').allInnerTexts()).map((text) =>
      text.replace(/\s+/g, ' '),
    )
  await expect.poll(places).toEqual(['1. M2 Karte 3 1 Punkt', '2. M1 Karte 1 0 Punkte'])
  await shot(wall.page, 'wall-points-ranking')
  await member.page.getByText('Die Punkte sind gezählt: 1 Person hat mitgemacht.').waitFor()
  await member.page.getByRole('button', { name: 'Ergebnis ansehen' }).tap()
  await member.page.locator('.result-list > li', { hasText: '1 Punkt' }).first().waitFor()
  await shot(member.page, 'plenum-points-result-360')
  for (const { complaints } of [staff, member, wall]) expect(complaints).toEqual([])
}, 90_000)

test('Q21 a device at a projector becomes the screen it is meant for, and changes it by mouse and keys', async () => {
  const staff = await stage.join('staff', { name: 'Bundesverband' })
  for (const data of [
    { screen: 1, show: { kind: 'welcome' } },
    { screen: 2, show: { kind: 'message', text: 'Das ist die zweite' } },
  ])
    await staff.context.request.put(`${stage.url}/api/beamer`, { data, headers: { origin: stage.url } })
  await staff.page.goto(`${stage.url}/beamer/steuern`)
  await staff.page.getByRole('button', { name: 'Gerät anschließen für Leinwand 2' }).click()
  await staff.page.getByRole('img', { name: 'QR-Code für Leinwand 2' }).waitFor()
  const link = (await staff.page.locator('.screen-url').textContent()) ?? ''
  await shot(staff.page, 'screen-link-1440')
  const device = await stage.enter()
  await device.page.goto(link)
  await device.page.getByText('Das ist die zweite').waitFor()
  const ways = device.page.getByRole('navigation', { name: 'Welche Leinwand ist das?' })
  await shot(device.page, 'screen-switch-1440')
  await device.page.keyboard.press('Tab')
  await device.page.keyboard.press('Enter')
  await device.page.getByText('So nehmen Sie teil').waitFor()
  await device.page.mouse.move(400, 300)
  await ways.getByRole('link', { name: 'Leinwand 2' }).click()
  await device.page.getByText('Das ist die zweite').waitFor()
  for (const { complaints } of [staff, device]) expect(complaints).toEqual([])
}, 60_000)
