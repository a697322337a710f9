import { afterAll, beforeAll, expect, test } from 'vitest'
import { readNotes } from '#shared/board.ts'
import { draftOf, startPhase, textsIn, writeNote } from '../kit/collectingDay.ts'
import { shot } from '../kit/shots.ts'
import { openStage, phone, type Stage } from '../kit/stage.ts'
import { notesOfGroup, soon, Venue } from '../kit/venue.ts'

let stage: Stage
let venue: Venue
beforeAll(async () => {
  stage = await openStage()
  venue = new Venue(stage.server.origin, stage.server.links)
})
afterAll(async () => {
  venue.leave()
  await stage.close()
})

test('C33 whoever goes on while cards are hidden reveals them on the way, on a phone and from the control room', async () => {
  const leader = await venue.join('staff', 'Redaktion')
  const people = await Promise.all(
    ['A', 'B'].map((group) => venue.join('member', `Kreisverband ${group}`, group)),
  )
  for (const [at, one] of people.entries()) {
    const group = 'AB'[at] as string
    await startPhase(leader, group, 'collect')
    const draft = await draftOf(one)
    writeNote(draft.doc, `n${group}`, `Gedanke ${group}`, { group })
    await soon('the draft', async () => (await one.call('GET', '/drafts')).body['unsent'] === 1)
  }
  const boss = await stage.join('moderator', {
    name: 'Moderation A',
    group: 'A',
    viewport: phone,
    touch: true,
  })
  await boss.page.goto(`${stage.url}/gruppe/A?ansicht=liste`)
  await boss.page
    .getByRole('button', { name: /Clustern/ })
    .first()
    .tap()
  await boss.page.getByText('Es liegen noch verdeckte Karten da (1).').waitFor()
  await shot(boss.page, 'reveal-way-360')
  await boss.page.getByRole('button', { name: 'Jetzt aufdecken …' }).tap()
  await boss.page.getByRole('radio', { name: /Ohne Namen/ }).check({ force: true })
  await shot(boss.page, 'reveal-way-dialog-360')
  await boss.page.getByRole('button', { name: 'Aufdecken', exact: true }).tap()
  await boss.page.locator('.phase-name', { hasText: 'Clustern' }).waitFor()
  await boss.page.getByRole('article').filter({ hasText: 'Gedanke A' }).waitFor()
  await boss.page.getByText('Es liegen noch verdeckte Karten da').waitFor({ state: 'detached' })
  expect(await notesOfGroup(leader, 'A')).toMatchObject([{ author: '' }])

  const staff = await stage.join('staff', { name: 'Bundesverband' })
  await staff.page.goto(`${stage.url}/leitung`)
  await staff.page
    .getByRole('button', { name: 'Gruppe B leiten' })
    .or(staff.page.getByRole('button', { name: /B leiten/ }))
    .first()
    .click()
  await staff.page
    .getByRole('dialog')
    .getByRole('button', { name: /Clustern starten|Clustern/ })
    .first()
    .click()
  await staff.page.getByRole('button', { name: 'Jetzt aufdecken …' }).click()
  await staff.page.getByRole('button', { name: 'Aufdecken', exact: true }).click()
  await soon('the next phase', async () => (await notesOfGroup(leader, 'B')).length === 1)
  await staff.page
    .getByRole('dialog')
    .getByText(/Clustern.*läuft/s)
    .first()
    .waitFor()
  await shot(staff.page, 'reveal-desk-1440')
  for (const { complaints } of [boss, staff]) expect(complaints).toEqual([])
}, 90_000)

test('C34 whoever is in the middle of a card at the reveal loses no letter, and then sees the board', async () => {
  const leader = await venue.join('staff', 'Redaktion')
  const one = await stage.join('member', { name: 'Kreisverband 7', group: 'C', viewport: phone })
  const words = 'mit Namen'
  await startPhase(leader, 'C', 'collect')
  await one.page.goto(`${stage.url}/gruppe/C?ansicht=liste`)
  await one.page.getByText('Verdeckt: nur Sie sehen diese Karten.').waitFor()
  const composer = one.page.getByRole('textbox', { name: 'Ihre Karte', exact: true }).last()
  await composer.fill(`Anfang ${words}. `)
  await one.page.keyboard.press('Control+Enter')
  const card = one.page.getByRole('article').filter({ hasText: `Anfang ${words}` })
  await card.focus()
  await one.page.keyboard.press('Enter')
  const editor = one.page.locator('[contenteditable=true]')
  await one.page.locator('.ProseMirror-focused').waitFor()
  await one.page.keyboard.press('End')
  const typed = one.page.keyboard.type('nur ein neuer Satz, der', { delay: 30 })
  await leader.call('POST', '/stages/C/reveal', { withNames: true })
  await typed
  // However slow the reveal was: these letters come after it.
  await one.page.keyboard.type(' nicht abbricht.')
  await one.page.getByText('Die Karten sind aufgedeckt. Schreiben Sie Ihre zu Ende').waitFor()
  expect(await editor.evaluate((field) => field.contains(document.activeElement))).toBe(true)
  await one.page.keyboard.press('Escape')
  // What the others see, and what is left for its author: every letter, and no card that nobody wanted.
  await one.page.getByText('1 Karte noch nicht auf der Tafel').waitFor()
  const left = (await one.page.locator('.left-text').innerText()).split('\n')[0] ?? ''
  const board = await leader.open('group/C')
  const texts = textsIn(board).filter((text) => text.includes(words))
  expect(texts).toHaveLength(1)
  board.leave()
  const all = `Anfang ${words}.nur ein neuer Satz, der nicht abbricht.`.replaceAll(' ', '')
  // The whole card is offered again, beside what was revealed of it.
  expect(left.replaceAll(' ', '')).toBe(all)
  expect(one.complaints).toEqual([])
}, 90_000)

test('C35 whoever is in the middle of a card at a reveal without names sends the rest in its Teilfrage', async () => {
  const leader = await venue.join('staff', 'Redaktion')
  const one = await stage.join('member', { name: 'Kreisverband 8', group: 'D', viewport: phone })
  await startPhase(leader, 'D', 'collect')
  await one.page.goto(`${stage.url}/gruppe/D?ansicht=liste`)
  await one.page.getByText('Verdeckt: nur Sie sehen diese Karten.').waitFor()
  const composer = one.page.getByRole('textbox', { name: 'Ihre Karte', exact: true }).last()
  for (const text of ['Der Anfang', 'Eine zweite']) {
    await composer.fill(text)
    await one.page.keyboard.press('Control+Enter')
    await one.page.getByRole('article').filter({ hasText: text }).waitFor()
  }
  const card = one.page.getByRole('article').filter({ hasText: 'Der Anfang' })
  await card.focus()
  await one.page.keyboard.press('Enter')
  const editor = one.page.locator('[contenteditable=true]')
  await one.page.locator('.ProseMirror-focused').waitFor()
  const inPlace = one.page.locator('.zone[data-question=D1] [contenteditable=true]')
  await inPlace.waitFor()
  await one.page.keyboard.press('Control+End')
  const [before, after] = [' und ein neuer Satz, der nicht abbricht,', ' wenn er lang genug ist.']
  const words = before + after
  const typed = one.page.keyboard.type(before, { delay: 30 })
  await leader.call('POST', '/stages/D/reveal', { withNames: false })
  await typed
  await one.page.keyboard.type(after, { delay: 30 })
  await one.page.getByText('Ohne Namen aufgedeckt.').waitFor()
  expect(await editor.evaluate((field) => field.contains(document.activeElement))).toBe(true)
  // It stays where it is while one writes in it.
  await inPlace.waitFor()
  await shot(one.page, 'reveal-nameless-360')
  await one.page.keyboard.press('Escape')
  await one.page.getByText('1 Karte noch nicht auf der Tafel').waitFor()
  const left = one.page.locator('.left-text p').first()
  const board = await leader.open('group/D')
  await soon('the board', async () => textsIn(board).length === 2)
  const revealed = textsIn(board).find((text) => text.startsWith('Der Anfang')) ?? ''
  // Every letter, once: what was revealed, and what came after.
  expect((revealed + (await left.innerText())).replaceAll(' ', '')).toBe(
    `Der Anfang${words}`.replaceAll(' ', ''),
  )
  await one.page.locator('.left-text').getByText('zu D1').waitFor()
  await shot(one.page, 'reveal-nameless-left-360')
  await one.page
    .locator('.left-drafts')
    .getByRole('button', { name: /senden$/ })
    .press('Enter')
  await one.page.locator('.left-drafts').waitFor({ state: 'detached' })
  await expect.poll(() => one.page.evaluate(() => document.activeElement?.id)).toBe('notes')
  await soon('the rest', async () => textsIn(board).length === 3)
  expect(readNotes(board.doc).map(({ question }) => question)).toEqual(['D1', 'D1', 'D1'])
  board.leave()
  expect(one.complaints).toEqual([])
}, 90_000)
