import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote } from '#shared/board.ts'
import type { KindId, NoteId, NoteRef } from '#shared/ids.ts'
import { blocksOf } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { decidedText, wordingsOf, type Result } from '#shared/result.ts'
import { pdfText } from '../kit/pdfText.ts'
import { handOver, takeUp } from '../kit/presentingDay.ts'
import { shot } from '../kit/shots.ts'
import { desktop, openStage, phone, type Actor, type Stage } from '../kit/stage.ts'
import { docSays, notesOfGroup, plenumOf, soon, Venue, type Guest } from '../kit/venue.ts'

let stage: Stage
let venue: Venue
let leader: Guest
let result: Result
let desk: Actor
let anna: Actor
const own = 'A/own' as NoteRef
beforeAll(async () => {
  stage = await openStage()
  venue = new Venue(stage.server.origin, stage.server.links)
  const refs = await handOver(venue)
  leader = await venue.join('moderator', 'Moderation Plenum 2', 'plenum')
  const member = await venue.join('member', 'Kreisverband 12', 'A')
  const board = await member.open('group/A')
  addNote(board.doc, {
    id: 'own' as NoteId,
    question: null,
    kind: 'measure' as KindId,
    createdAt: 9,
    blocks: parseNoteText('Ein **Brückenfonds** überbrückt Lücken zwischen zwei Bescheiden.'),
  }).set('forPlenum', 'k9')
  await soon('its number', async () =>
    (await notesOfGroup(leader, 'A')).find(({ id }) => (id as string) === 'own'),
  )
  result = await takeUp(leader, own, refs['C']?.[0] as NoteRef)
  await decide('adopted')
  anna = await stage.enter({ viewport: phone, touch: true })
  await anna.context.addCookies([{ name: 'leitwand', value: member.ticket, url: stage.url }])
  desk = await stage.join('staff', { name: 'Redaktion', viewport: desktop })
})
afterAll(async () => {
  venue.leave()
  await stage.close()
})

/** Decides on the result as it stands. */
const decide = async (outcome: string) => {
  const plenum = await leader.open('plenum')
  const wording = await docSays('the wording', plenum, (doc) => wordingsOf(doc).get(result.id))
  const text = decidedText(
    (await plenumOf(leader)).results.find(({ id }) => id === result.id) as Result,
    blocksOf(wording),
  )
  plenum.leave()
  const body = { results: [{ id: result.id, text }], outcome, counts: { agree: 48, abstain: 4 } }
  expect((await leader.call('POST', '/plenum/decisions', body)).status).toBe(200)
}
const dialog = (page: Page) => page.getByRole('dialog')
const finaliseButton = (page: Page) => page.getByRole('button', { name: 'Plenum finalisieren' }).first()
const loose = (page: Page) => page.getByRole('region', { name: /^Noch ohne Verbleib/ })

test('W22 from Today one tap leads to what became of the own card, and one more to its result', async () => {
  const { page } = anna
  await page.goto(`${stage.url}/heute`)
  await page.getByRole('link', { name: 'Was wurde aus meiner Karte?' }).tap()
  const card = page.getByRole('listitem').filter({ hasText: 'Brückenfonds' })
  await card.getByText('Mit anderen Karten zusammengeführt und angenommen in M1.').waitFor()
  await page.getByText('Aufgaben der Ebenen stehen auf einer Seite').waitFor()
  await shot(page, 'my-cards-360')
  await card.getByRole('link', { name: /^M1 .* ansehen$/ }).tap()
  await page.getByRole('article').getByRole('heading', { level: 2 }).waitFor()
  expect(new URL(page.url()).searchParams.get('ergebnis')).toBe(result.id)
  // From the Plenum it is one tap as well.
  await page.getByRole('link', { name: 'Was wurde aus meiner Karte?' }).tap()
  await page.getByRole('heading', { name: 'Ihre Karten (1)' }).waitFor()
})

test('W22 on the board the details of a card say what became of it', async () => {
  const { page } = anna
  await page.goto(`${stage.url}/gruppe/A?ansicht=liste`)
  await page.getByRole('button', { name: 'Karte A-03: Menü' }).first().tap()
  await page.getByRole('menuitem', { name: 'Über diese Karte' }).tap()
  await dialog(page).getByText('angenommen in M1.').waitFor()
  await shot(page, 'details-360')
  await page.keyboard.press('Escape')
})

test('W22 loose cards get their fate with one tap and give it back; a card that is not taken up is owed a reason', async () => {
  const { page } = desk
  await page.goto(`${stage.url}/plenum?ansicht=schluss`)
  await loose(page).getByRole('button', { name: 'A-01 zurückstellen' }).click()
  // A toast that is pointed at stays.
  await page.getByText('A-01 ist zurückgestellt.').hover()
  await loose(page).getByRole('button', { name: 'A-01 zurückstellen' }).waitFor({ state: 'detached' })
  await page.locator('.loose-fates button:focus').waitFor()
  await page.getByRole('button', { name: 'Rückgängig' }).click()
  await loose(page).getByRole('button', { name: 'A-01 zurückstellen' }).click()
  await loose(page).getByRole('button', { name: 'A-02 in den Themenspeicher' }).click()
  await page.getByText('A-02 ist im Themenspeicher.').waitFor()
  await loose(page).getByRole('button', { name: 'B-02 nicht aufnehmen' }).click()
  await dialog(page).getByRole('button', { name: 'Nicht aufnehmen' }).click()
  await dialog(page).getByText('Bitte nennen Sie einen Grund.').waitFor()
  await dialog(page).getByLabel('Grund').fill('Steht schon in M1.')
  await dialog(page).getByRole('button', { name: 'Nicht aufnehmen' }).click()
  await loose(page).getByText('Nicht aufgenommen. Grund: Steht schon in M1.').waitFor()
  await page.locator('.loose-fates button:focus').waitFor()
  await shot(page, 'loose-1440')
  await page.setViewportSize(phone)
  await shot(page, 'loose-360')
  await page.setViewportSize(desktop)
  await anna.page.goto(`${stage.url}/meine-karten`)
  await anna.page.getByText('Im Themenspeicher. Wer sich darum kümmert, steht noch nicht fest.').waitFor()
})

test('W22 what is open is told with the way there, and the Plenum is finalised though the answer gets lost', async () => {
  const { page } = desk
  await finaliseButton(page).click()
  await dialog(page).getByText('2 markierte Karten haben keinen Verbleib').waitFor()
  await dialog(page).getByText('1 Karte im Themenspeicher geht noch an niemanden').waitFor()
  await shot(page, 'finalise-1440')
  await page.setViewportSize(phone)
  await shot(page, 'finalise-360')
  await page.setViewportSize(desktop)
  await dialog(page).getByRole('link', { name: 'B-01' }).click()
  await page.waitForURL(/karte=B/)
  await finaliseButton(page).click()
  // The request arrives, its answer does not.
  let isCut = true
  await page.route('**/api/plenum/finalise', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await page.route('**/api/plenum/finalised/*', (route) => (isCut ? route.abort() : route.continue()))
  await dialog(page).getByRole('button', { name: 'Trotzdem finalisieren' }).click()
  await dialog(page).getByText('Kein Netz. Ob das Plenum finalisiert ist').waitFor()
  isCut = false
  await dialog(page).getByText('Das Plenum ist finalisiert: Fassung 1.').waitFor()
  await page.locator('.frozen').waitFor()
  await dialog(page).getByRole('button', { name: 'Zum Plenum' }).click()
  await page.unrouteAll({ behavior: 'wait' })
  await page.locator('.frozen:focus').waitFor()
  await page.getByText('Finalisiert: Fassung 1').waitFor()
  expect((await plenumOf(leader)).versions).toHaveLength(1)
})

test('W22 two versions are compared by everyone, and minutes are read, remarked and printed', async () => {
  const { page } = desk
  await page.getByRole('button', { name: 'Neue Fassung beginnen' }).click()
  await soon('an open Plenum', async () => (await plenumOf(leader)).plenum.state === 'open')
  await leader.call('PATCH', `/plenum/results/${result.id}`, { title: 'Brückenfonds für alle Träger' })
  await decide('adopted')
  // Somebody looks for a group: on the screen that is folded.
  for (const group of ['A', 'B', 'C']) {
    const now = { kind: 'group', group, note: null }
    expect((await leader.call('PUT', '/plenum/presenting', { now, beamer: true })).status).toBe(200)
  }
  await leader.call('POST', '/plenum/finalise', { key: 'abcdefgh12345678' })
  await anna.page.goto(`${stage.url}/plenum?fassung=2`)
  await anna.page
    .getByRole('navigation', { name: 'Vergleichen' })
    .getByRole('link', { name: 'Fassung 1' })
    .tap()
  const ins = anna.page.getByRole('insertion')
  await ins.filter({ hasText: 'für alle Träger' }).first().waitFor()
  await shot(anna.page, 'compare-360')
  await page.goto(`${stage.url}/plenum?fassung=2&vergleich=1`)
  await page.getByRole('insertion').first().waitFor()
  await shot(page, 'compare-1440')
  await page.getByRole('link', { name: 'dem jetzigen Stand' }).click()
  await page.getByText('Beide sind gleich.').waitFor()

  await anna.page.goto(`${stage.url}/protokoll`)
  await anna.page.getByText('Finalisiert: ').first().waitFor()
  expect(await anna.page.getByRole('button', { name: /^Bemerkung/ }).count()).toBe(0)
  await shot(anna.page, 'minutes-360')
  await page.goto(`${stage.url}/protokoll`)
  await page
    .getByRole('button', { name: /^Bemerkung zu .*Entschieden/ })
    .first()
    .click()
  await dialog(page).getByLabel('Bemerkung').fill('Mit viel Beifall')
  await dialog(page).getByRole('button', { name: 'Übernehmen' }).click()
  // Its field says the same words.
  await dialog(page).waitFor({ state: 'detached' })
  await page.getByText('Mit viel Beifall').waitFor()
  await anna.page.getByText('Mit viel Beifall').waitFor()
  await shot(page, 'minutes-1440')
  // Paper has nothing to unfold and nothing to press.
  const printed = pdfText(await page.pdf({ preferCSSPageSize: true })).join('')
  for (const group of ['A', 'B', 'C']) expect(printed).toContain(`Gruppestelltvor:${group}`)
  expect(printed).toContain('MitvielBeifall')
  expect(printed).not.toMatch(/Drucken|BemerkungzumGanzen/)
  expect([...anna.complaints, ...desk.complaints]).toEqual([])
})
