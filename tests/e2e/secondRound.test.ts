import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VotesAnswer } from '#shared/day/vote.ts'
import { closeVote, give, openVote, writeCards } from '../kit/pointsDay.ts'
import { shot } from '../kit/shots.ts'
import { openStage, phone, type Actor, type Stage } from '../kit/stage.ts'
import { Venue, type Guest } from '../kit/venue.ts'

let stage: Stage
let venue: Venue
let leader: Guest
let items: readonly string[]
beforeAll(async () => {
  stage = await openStage()
  venue = new Venue(stage.server.origin, stage.server.links)
  leader = await venue.join('moderator', 'Moderation A', 'A')
  items = await writeCards(leader, 'A', 5)
  const vote = await openVote(leader)
  const voters = await Promise.all([1, 2, 3].map((n) => venue.join('member', `Ortsverein ${n}`, 'A')))
  for (const voter of voters) for (const item of ['card4', 'card2', 'card4']) await give(voter, vote, item, 1)
  await give(voters[0] as Guest, vote, 'card4', 2)
  await closeVote(leader, vote)
})
afterAll(async () => {
  venue.leave()
  await stage.close()
})

const menu = async (page: Page, entry: string) => {
  await page.getByRole('button', { name: 'Menü', exact: true }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}
const row = (page: Page, item: string) => page.locator(`.give-row[data-item="${item}"]`)
const answer = (page: Page, item: string, value: number) =>
  row(page, item).getByRole('radio', { name: String(value), exact: true })

/** What the server has of somebody's answers. */
const arrived = async ({ context }: Actor) => {
  const votes = await context.request.get(`${stage.url}/api/stages/A/votes`)
  return ((await votes.json()) as VotesAnswer).votes.at(-1)?.own
}

/** The card that has the focus, once it is another one than before. */
const focusedCard = async (page: Page, before: string | undefined): Promise<string> => {
  const handle = await page.waitForFunction((last) => {
    const card = document.activeElement?.closest('.note')?.id
    return card && card !== last ? card : null
  }, before)
  return (await handle.jsonValue()) ?? ''
}

test('V22 a second round asks for resistance from 0 to 10: by taps and keys, with its spread, and what is disputed is told', async () => {
  const boss = await stage.join('moderator', { name: 'Moderation A', group: 'A' })
  const small = await stage.join('member', {
    name: 'Kreisverband 1',
    group: 'A',
    viewport: phone,
    touch: true,
  })
  const large = await stage.join('member', { name: 'Kreisverband 2', group: 'A' })
  for (const { page } of [boss, small, large]) {
    await page.goto(`${stage.url}/gruppe/A?ansicht=liste`)
    await page.getByText('Karte 1', { exact: true }).first().waitFor()
  }
  await menu(boss.page, 'Widerstand abfragen')
  for (const { page } of [small, large])
    await page.getByRole('heading', { name: 'Wie groß ist Ihr Widerstand?' }).waitFor()
  // Only what got points is asked about.
  await expect.poll(() => small.page.locator('.give-row').count()).toBe(2)
  const target = await row(small.page, 'card4').locator('label').first().boundingBox()
  expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(24)
  await answer(small.page, 'card4', 10).check({ force: true })
  await answer(small.page, 'card2', 1).check({ force: true })
  await small.page.getByText('2 von 2 beantwortet').waitFor()
  await shot(small.page, 'resistance-360')
  await answer(large.page, 'card4', 0).focus()
  await large.page.keyboard.press('Space')
  await answer(large.page, 'card2', 1).focus()
  await large.page.keyboard.press('Space')
  await large.page.keyboard.press('ArrowRight')
  await large.page.getByText('2 von 2 beantwortet').waitFor()
  await shot(large.page, 'resistance-1440')
  // An answer can be taken back, and given again.
  await row(large.page, 'card2').getByRole('button', { name: 'Keine Angabe' }).click()
  await large.page.getByText('1 von 2 beantwortet').waitFor()
  await answer(large.page, 'card2', 2).check({ force: true })

  // An answer stands on its page before it has arrived.
  await expect.poll(() => arrived(small)).toEqual({ card4: 10, card2: 1 })
  await expect.poll(() => arrived(large)).toEqual({ card4: 0, card2: 2 })
  await boss.page.getByText('2 Personen haben').waitFor()
  await boss.page.getByRole('button', { name: 'Schließen und zählen' }).click()
  await boss.page.getByRole('dialog').getByRole('button', { name: 'Schließen und zählen' }).click()
  await boss.page.getByRole('button', { name: 'Ergebnis ansehen' }).click()
  const result = boss.page.getByRole('dialog')
  await result.getByText('Ergebnis: Widerstand').first().waitFor()
  const rows = result.locator('.result-list > li')
  const order = () => rows.evaluateAll((all) => all.map((one) => one.dataset['item']))
  await expect.poll(order).toEqual(['card2', 'card4'])
  await rows.nth(0).getByText('im Mittel 1,5').waitFor()
  await rows.nth(1).getByText('2 Antworten von 0 bis 10').waitFor()
  await rows.nth(1).getByText('Hier gehen die Meinungen weit auseinander.').waitFor()
  expect(await rows.nth(0).getByText('weit auseinander').count()).toBe(0)
  await shot(boss.page, 'resistance-result-1440')
  await boss.page.setViewportSize(phone)
  await shot(boss.page, 'resistance-result-360')
  for (const { complaints } of [boss, small, large]) expect(complaints).toEqual([])
}, 90_000)

test('V23 in a list sorted by points, Tab and the way from hit to hit follow what is seen', async () => {
  const one = await stage.join('member', { name: 'Kreisverband 3', group: 'A' })
  const { page } = one
  await page.goto(`${stage.url}/gruppe/A?ansicht=liste`)
  await page.getByText('Karte 1', { exact: true }).first().waitFor()
  await menu(page, 'Liste nach Punkten')
  const cards = page.locator('.zone .note')
  await expect.poll(() => cards.first().getAttribute('id')).toBe('note-card4')
  const seen = await cards.evaluateAll((all) =>
    all
      .map((card) => ({ id: card.id, top: card.getBoundingClientRect().top }))
      .sort((a, b) => a.top - b.top)
      .map(({ id }) => id),
  )
  expect(seen.slice(0, 2)).toEqual(['note-card4', 'note-card2'])
  const focused: string[] = []
  await page
    .locator('.zone')
    .first()
    .locator('h2')
    .evaluate((head) => {
      head.tabIndex = -1
      head.focus()
    })
  for (let step = 0; step < 60 && focused.length < seen.length; step++) {
    await page.keyboard.press('Tab')
    const card = await page.evaluate(() => document.activeElement?.closest('.note')?.id ?? '')
    if (card && focused.at(-1) !== card) focused.push(card)
  }
  expect(focused).toEqual(seen)

  await page.keyboard.press('/')
  await page.getByRole('textbox', { name: 'Karten suchen' }).fill('Karte')
  const hits: string[] = []
  for (const _hit of items) {
    await page.getByRole('button', { name: 'Nächste Karte' }).click()
    hits.push(await focusedCard(page, hits.at(-1)))
  }
  expect(hits).toEqual(seen)
  expect(one.complaints).toEqual([])
}, 60_000)
