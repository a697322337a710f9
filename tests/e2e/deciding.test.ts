import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordingsOf } from '#shared/result.ts'
import { axe } from '../kit/axe.ts'
import { answer, consentsOf, makeResults } from '../kit/consentDay.ts'
import { openStage, phone, type Actor, type Stage } from '../kit/stage.ts'
import { plenumOf, Venue, type Guest } from '../kit/venue.ts'

let stage: Stage
let venue: Venue
let moderator: Guest
let made: Awaited<ReturnType<typeof makeResults>>
beforeAll(async () => {
  stage = await openStage()
  venue = new Venue(stage.server.origin, stage.server.links)
  const staff = await venue.join('staff', 'Redaktion')
  moderator = await venue.join('moderator', 'Moderation Plenum', 'plenum')
  made = await makeResults(moderator, staff, [
    '**Rote Linie:** Keine Auskünfte ohne Rechtsgrundlage.',
    '**Zugang nach Bedarf:** Wir unterstützen nach dem Maß der Not.',
    '**Kernaufgaben:** Wir beraten in allen Lebenslagen.',
  ])
  // Somebody wants to speak about the first one.
  const marker = await venue.join('member', 'Kreisverband 7', 'A')
  await marker.call('PUT', '/plenum/discuss', { target: made.results[0]?.id, on: true })
})
afterAll(async () => {
  venue.leave()
  await stage.close()
})

const sheet = (page: Page) => page.locator('.consent-sheet')
const demandAxe = async ({ page }: Actor) => {
  const { violations } = await axe(page).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
const option = (page: Page, name: string) =>
  sheet(page)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()

test('W21 a block, then a result singly: an objection, changed words, decided anew, on phones, desk and wall', async () => {
  const { page: wall, ...screen } = await stage.join('beamer', {
    name: 'Leinwand',
    viewport: { width: 1920, height: 1080 },
  })
  await wall.goto(`${stage.url}/beamer`)
  const lead = await stage.join('staff', { name: 'Redaktion 2' })
  const anna = await stage.join('member', {
    name: 'Kreisverband 1',
    group: 'A',
    viewport: phone,
    touch: true,
  })
  const ben = await stage.join('member', { name: 'Kreisverband 2', group: 'A', viewport: phone, dark: true })
  const desk = lead.page
  const [red] = made.results
  await desk.goto(`${stage.url}/plenum?ergebnis=${red?.id}`)
  await anna.page.goto(`${stage.url}/plenum`)
  await ben.page.goto(`${stage.url}/heute`)
  await anna.page
    .getByRole('link', { name: /Kernaufgaben/ })
    .first()
    .waitFor()

  // The block leaves out what somebody marked.
  await desk.getByText('Einzeln:').first().waitFor()
  await desk.getByRole('button', { name: 'Über Block A entscheiden (2)' }).click()
  await desk.getByRole('dialog').getByText('bitte besprechen').waitFor()
  await desk.getByRole('button', { name: 'Alle fragen (2)' }).click()
  await wall.getByText('Bitte entscheiden Sie jetzt').waitFor()
  await wall.getByText('Zugang nach Bedarf').waitFor()
  await sheet(anna.page).getByRole('heading', { name: 'Bitte entscheiden Sie jetzt' }).waitFor()
  await demandAxe(anna)
  await sheet(anna.page).getByText('Kernaufgaben').first().click()
  await sheet(anna.page).getByText('Wir beraten in allen Lebenslagen.').waitFor()
  await option(anna.page, 'Zustimmung Ich').click()
  await sheet(anna.page)
    .getByText(/Ihre Antwort ist angekommen: Zustimmung\./)
    .waitFor()
  // Whoever is elsewhere is led there.
  await ben.page.getByText(/Ihre Antwort ist gefragt: Block A/).waitFor()
  await demandAxe(ben)
  await ben.page.getByRole('button', { name: 'Antworten' }).click()
  // Nobody holds up a whole block without meaning to.
  await option(ben.page, 'Einwand').click()
  await sheet(ben.page).getByRole('textbox').fill('Zu viel für kleine Verbände.')
  await sheet(ben.page).getByRole('button', { name: 'Einwand senden' }).click()
  await sheet(ben.page).getByText('Bitte wählen Sie, worum es Ihnen geht.').waitFor()
  await option(ben.page, 'Zustimmung mit Bedenken').click()
  await sheet(ben.page).getByRole('combobox').selectOption({ label: 'M3 Kernaufgaben' })
  await sheet(ben.page).getByRole('textbox').fill('Zu viel für kleine Verbände.')
  await sheet(ben.page).getByRole('button', { name: 'Zustimmung mit Bedenken senden' }).click()
  await sheet(ben.page)
    .getByText(/angekommen: Zustimmung mit Bedenken/)
    .waitFor()
  await wall.getByText('2 von 3 haben geantwortet').waitFor()
  await sheet(desk).getByText('2 von 3 haben geantwortet').waitFor()
  expect(await wall.getByText('Zu viel').count()).toBe(0)
  await demandAxe(lead)
  await sheet(desk).getByText('Handzeichen zählen').click()
  await sheet(desk).getByRole('textbox', { name: 'Zustimmung', exact: true }).fill('9')
  await sheet(desk).getByRole('button', { name: 'Handzeichen übernehmen' }).click()
  await sheet(desk).getByText('Übernommen.').waitFor()
  await sheet(desk).getByRole('button', { name: 'Schließen und zählen' }).click()
  for (const page of [anna.page, ben.page, desk, wall]) await page.getByText('Angenommen').first().waitFor()
  await sheet(anna.page).getByText('Zu viel für kleine Verbände.').waitFor()
  await wall
    .getByText(/Zustimmung\s*10/)
    .first()
    .waitFor()
  for (const page of [anna.page, ben.page, desk])
    await sheet(page).getByRole('button', { name: 'Schließen', exact: true }).click()

  // Singly, and on every screen that shows the result.
  await moderator.call('PUT', '/beamer', { screen: 2, show: { kind: 'result', id: red?.id } })
  const { page: second } = await stage.join('beamer', { name: 'Leinwand 2' })
  await second.goto(`${stage.url}/beamer?leinwand=2`)
  await second.getByText('Keine Auskünfte ohne Rechtsgrundlage.').waitFor()
  await anna.page
    .getByRole('link', { name: /Rote Linie/ })
    .first()
    .click()
  await desk.getByRole('button', { name: /^Über .* entscheiden$/ }).click()
  await second.getByText('Bitte entscheiden Sie jetzt').waitFor()
  await option(anna.page, 'Einwand').click()
  await sheet(anna.page).getByRole('button', { name: 'Einwand senden' }).click()
  await sheet(anna.page).getByText('Bitte nennen Sie einen Grund für Ihren Einwand.').waitFor()
  await sheet(anna.page).getByRole('textbox').fill('Wer prüft das?')
  await anna.context.setOffline(true)
  await sheet(anna.page).getByRole('button', { name: 'Einwand senden' }).click()
  await sheet(anna.page)
    .getByText(/Ihre Antwort wartet auf diesem Gerät/)
    .waitFor()
  await option(ben.page, 'Zustimmung Ich').click()
  await sheet(ben.page)
    .getByText(/angekommen: Zustimmung\./)
    .waitFor()
  await anna.context.setOffline(false)
  await sheet(anna.page)
    .getByText(/angekommen: Einwand/)
    .waitFor()
  await sheet(desk).getByRole('button', { name: 'Schließen und zählen' }).click()
  for (const page of [anna.page, desk, wall])
    await page.getByText('Nicht angenommen, bleibt offen').first().waitFor()
  await sheet(desk).getByRole('button', { name: 'Schließen', exact: true }).click()
  await demandAxe({ ...screen, page: wall })

  // The words are changed; the question that runs meanwhile breaks off in sight.
  await desk.getByText('Noch nicht geklärt').waitFor()
  await desk.getByRole('button', { name: /^Noch einmal über .* entscheiden$/ }).click()
  // Only who has seen the question is told what came of it.
  for (const { page } of [anna, ben]) await option(page, 'Zustimmung Ich').waitFor()
  await sheet(desk).getByRole('button', { name: 'Schließen und zählen' }).waitFor()
  await wall.getByText('Bitte entscheiden Sie jetzt').waitFor()
  const wording = wordingsOf(made.plenum.doc).get(red?.id as string)
  made.plenum.doc.transact(() => wording?.delete(0, wording.length))
  for (const { page } of [anna, ben])
    await sheet(page).getByText('Der Wortlaut hat sich geändert. Es wird noch einmal gefragt.').waitFor()
  await wall.getByText('Der Wortlaut hat sich geändert').waitFor()
  await moderator.call('PATCH', `/plenum/results/${red?.id}`, { title: 'Rote Linie, geprüft' })
  await sheet(desk).getByRole('button', { name: 'Schließen', exact: true }).click()
  await desk
    .getByRole('heading', { name: /Rote Linie, geprüft/ })
    .first()
    .waitFor()
  // What is asked about is what stands on this screen.
  await desk
    .locator('.wording-text')
    .getByText('Keine Auskünfte ohne Rechtsgrundlage.')
    .waitFor({ state: 'detached' })
  await desk.getByRole('button', { name: /^Noch einmal über .* entscheiden$/ }).click()
  for (const { page } of [anna, ben]) {
    await sheet(page).getByText('Rote Linie, geprüft').first().waitFor()
    await option(page, 'Zustimmung Ich').click()
    await sheet(page)
      .getByText(/angekommen: Zustimmung\./)
      .waitFor()
  }
  await sheet(desk).getByRole('button', { name: 'Schließen und zählen' }).click()
  await sheet(desk).getByText('Angenommen').first().waitFor()
  await desk.getByText('Geklärt: Der Text wurde geändert.').waitFor()
  const { decisions, remarks } = await plenumOf(moderator)
  expect(decisions.map(({ outcome, counts }) => [outcome, counts['agree'], counts['objection']])).toEqual([
    ['adopted', 10, 0],
    ['open', 1, 1],
    ['adopted', 2, 0],
  ])
  expect(remarks.map(({ settled }) => settled?.how ?? null).toSorted()).toEqual(['changed', null])
  for (const { complaints } of [screen, lead, anna, ben]) expect(complaints.filter(isReal)).toEqual([])
})

test('W21 a question opens over no dialog and takes no focus: who writes finds it folded up; what comes too late keeps its text', async () => {
  const { page: desk } = await stage.join('staff', { name: 'Redaktion 3' })
  await desk.goto(`${stage.url}/plenum?ergebnis=${made.results[1]?.id}`)
  await desk.getByRole('button', { name: 'Bedenken', exact: true }).click()
  await desk.getByRole('dialog').getByRole('textbox').fill('Halb geschrieben')
  const carla = await stage.join('member', { name: 'Kreisverband 3', group: 'A', viewport: phone })
  const { page } = carla
  await page.goto(`${stage.url}/plenum?ergebnis=${made.results[2]?.id}`)
  await page
    .getByRole('heading', { name: /Kernaufgaben/ })
    .first()
    .waitFor()
  // Any field on the page.
  await page.evaluate(() => {
    const field = document.createElement('textarea')
    field.id = 'own'
    document.querySelector('.plenum-content')?.prepend(field)
    field.focus()
  })
  const ask = async () => {
    const shown = made.results[2] as (typeof made.results)[number]
    const { shownText } = await import('../kit/consentDay.ts')
    return moderator.call<{ id: string }>('POST', '/plenum/consents', {
      results: [shownText(made.plenum, shown)],
    })
  }
  const { body: first } = await ask()
  await page.getByText(/Ihre Antwort ist gefragt: M. Kernaufgaben/).waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('own')
  // A dialog stays open over it, with its words and the caret in it.
  await desk.locator('.consent-sheet').waitFor({ state: 'attached' })
  expect(await desk.getByRole('dialog').getByRole('textbox').inputValue()).toBe('Halb geschrieben')
  expect(await desk.evaluate(() => document.activeElement?.matches('[role="dialog"] textarea'))).toBe(true)
  await page.getByRole('button', { name: 'Antworten' }).click()
  await option(page, 'Einwand').click()
  await sheet(page).getByRole('textbox').fill('Noch nicht gesendet')
  // Closed while she writes.
  const other = await venue.join('member', 'Kreisverband 8', 'A')
  await answer(other, { id: String(first.id) }, 'agree')
  await moderator.call('POST', `/plenum/consents/${String(first.id)}/close`, {})
  await page.getByText(/Ihre Antwort kam zu spät: Einwand/).waitFor()
  await page.getByText('Noch nicht gesendet').waitFor()
  await page.getByRole('button', { name: 'Text kopieren' }).click()
  await page.getByRole('button', { name: 'Verstanden' }).click()
  expect((await consentsOf(other)).open).toBeNull()
  expect(carla.complaints.filter(isReal)).toEqual([])
})

/** A network that was taken away complains. */
const isReal = (complaint: string) => !/ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(complaint)
