import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { NotesAnswer } from '#shared/api.ts'
import type { Result } from '#shared/result.ts'
import { axe } from '../kit/axe.ts'
import { openStage, phone, type Actor, type Stage } from '../kit/stage.ts'

let stage: Stage
let anna: Actor
let runs: Actor
let desk: Actor
beforeAll(async () => {
  stage = await openStage()
  anna = await stage.join('member', { name: 'Kreisverband 1', group: 'A' })
  runs = await stage.join('moderator', { name: 'Moderation A', group: 'A' })
  desk = await stage.join('moderator', { name: 'Moderation Plenum', group: 'plenum' })
})
afterAll(() => stage.close())

const secret = 'Dornroeschen4711'
const list = '/gruppe/A?ansicht=liste'
const card = (page: Page, text: string) => page.locator('.note', { hasText: text })
const textBox = (page: Page) => page.getByRole('textbox', { name: /Text der Karte/ })
const eraseButtons = (page: Page) => page.getByRole('button', { name: /endgültig löschen …/ })

const open = async ({ page }: Actor, path = list) => {
  await page.goto(stage.url + path)
  await page.getByText('Gesichert', { exact: true }).waitFor()
}
const write = async (page: Page, text: string) => {
  // Keys begin a card as soon as one may write.
  await page.locator('#write-A1').waitFor()
  await page.keyboard.press('n')
  await textBox(page).waitFor()
  await page.keyboard.type(text)
  await page.keyboard.press('Escape')
  await card(page, text)
    .getByText(/A-\d\d/)
    .waitFor()
}
const choose = async (page: Page, text: string, item: string) => {
  await card(page, text).first().getByRole('button', { name: /Menü/ }).click()
  await page.getByRole('menuitem', { name: item }).click()
}
const layAway = async (page: Page, text: string, number: string) => {
  await choose(page, text, 'In die Ablage')
  await page.getByText(`${number} liegt jetzt in der Ablage.`).waitFor()
}
const refOf = async (number: number): Promise<string> => {
  const answer = await anna.context.request.get(`${stage.url}/api/groups/A/notes`)
  const { notes } = (await answer.json()) as NotesAnswer
  return `A/${notes.find((note) => note.number === number)?.id}`
}
/** A command of the Plenum; its pages are tried elsewhere. */
const command = async (method: 'post' | 'patch', path: string, data: unknown): Promise<unknown> => {
  const answer = await desk.context.request[method](`${stage.url}/api/plenum/${path}`, { data })
  expect(answer.status(), path).toBe(200)
  return answer.json()
}
/** All words of a page, those for screen readers and of what is folded away included. */
const wordsOf = (page: Page) => page.evaluate(() => document.documentElement.outerHTML)
/** Whether the browser's own database holds this: what was typed lies there letter by letter. */
const keeps = async (page: Page, word: string): Promise<boolean> => {
  const rows = await page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error ?? new Error('no answer'))
      })
    const found: number[][] = []
    for (const { name } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name ?? ''))
      const all = await asked(db.transaction('updates').objectStore('updates').getAll())
      found.push(...all.map((row: Uint8Array) => [...row]))
      db.close()
    }
    return found
  })
  const { structs } = Y.decodeUpdate(Y.mergeUpdates(rows.map((row) => Uint8Array.from(row))))
  const contents = structs.map((struct) => (struct instanceof Y.Item ? struct.content : null))
  return contents
    .map((content) => (content instanceof Y.ContentString ? content.str : ''))
    .join('')
    .includes(word)
}
const findings = async (page: Page) => {
  const { violations } = await axe(page).analyze()
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html])
}

test('B12 erased by the moderator, a note is gone for its author too, beyond undo, and the gap can be seen', async () => {
  await open(anna)
  await write(anna.page, 'Verweisberatung reicht nicht')
  await write(anna.page, `Montags kommt ${secret}`)
  // A history to undo: more was written, and taken out again.
  await card(anna.page, secret).click()
  await textBox(anna.page).waitFor()
  await anna.page.keyboard.press('Control+End')
  await anna.page.keyboard.type(' und bringt Kuchen')
  await anna.page.keyboard.press('Escape')
  await choose(anna.page, secret, 'Fürs Plenum markieren')
  await choose(anna.page, 'Verweisberatung', 'Fürs Plenum markieren')
  await desk.page.goto(`${stage.url}/plenum`)
  for (const text of [secret, 'Verweisberatung']) await desk.page.getByText(text).first().waitFor()
  const [kept, erased] = [await refOf(1), await refOf(2)]
  const result = (await command('post', 'results', { sources: [kept] })) as Result
  await command('patch', `results/${result.id}`, { links: [erased] })
  await command('post', 'finalise', {})
  await desk.page.goto(`${stage.url}/plenum?ergebnis=${result.id}`)
  await card(desk.page, secret).waitFor()

  await layAway(anna.page, secret, 'A-02')
  await expect.poll(() => keeps(anna.page, secret)).toBe(true)
  await anna.page.getByRole('button', { name: 'A-02 zurückholen' }).waitFor()
  expect(await eraseButtons(anna.page).count()).toBe(0)
  const stranger = await stage.join('moderator', { name: 'Moderation B', group: 'B' })
  await open(stranger)
  await card(stranger.page, secret).waitFor()
  expect(await eraseButtons(stranger.page).count()).toBe(0)

  await open(runs)
  await eraseButtons(runs.page).focus()
  await runs.page.keyboard.press('Enter')
  const dialog = runs.page.getByRole('alertdialog', { name: 'A-02 endgültig löschen?' })
  const keep = dialog.getByRole('button', { name: 'Karte behalten' })
  await keep.waitFor()
  const isFocused = (part: typeof keep) => part.evaluate((element) => element === document.activeElement)
  await expect.poll(() => isFocused(keep)).toBe(true)
  expect(await findings(runs.page)).toEqual([])
  // Nothing happens by closing it.
  await runs.page.keyboard.press('Escape')
  await expect.poll(() => dialog.count()).toBe(0)
  await expect.poll(() => isFocused(eraseButtons(runs.page))).toBe(true)
  await runs.page.keyboard.press('Enter')
  await keep.waitFor()
  await expect.poll(() => isFocused(keep)).toBe(true)
  await runs.page.keyboard.press('Shift+Tab')
  await runs.page.keyboard.press('Enter')
  await runs.page.getByText('A-02 ist endgültig gelöscht.').waitFor()
  await expect.poll(() => isFocused(runs.page.locator('#tray-title'))).toBe(true)

  // Its author loses it with everything that could bring it back.
  await expect.poll(() => card(anna.page, secret).count()).toBe(0)
  const undo = anna.page.getByRole('button', { name: 'Rückgängig', exact: true })
  await expect.poll(() => undo.first().isDisabled()).toBe(true)
  for (const keys of ['Control+z', 'Control+z', 'Control+y', 'Control+Shift+z'])
    await anna.page.keyboard.press(keys)
  // Nor is it left in the copy on their devices.
  for (const { page } of [anna, runs]) await expect.poll(() => keeps(page, secret)).toBe(false)
  // What one does afterwards is one’s own to undo, as ever.
  await write(anna.page, 'Danach geschrieben')
  await anna.page.keyboard.press('Control+z')
  await expect.poll(() => card(anna.page, 'Danach geschrieben').count()).toBe(0)

  // Whoever had it on the screen reads the gap.
  await card(desk.page, '[gelöscht]').waitFor()
  await desk.page.getByText(/^Am \d\d?\.\d\d\. wurde daraus eine Karte gelöscht\./).waitFor()
  expect(await findings(desk.page)).toEqual([])
  for (const { page } of [anna, runs, desk, stranger])
    await expect.poll(() => wordsOf(page)).not.toContain(secret)
  const everywhere: [Actor, string][] = [
    [anna, list],
    [anna, '/gruppe/A?ansicht=wand'],
    [runs, list],
    [anna, '/plenum'],
    [desk, '/plenum?ansicht=schluss'],
    [desk, `/plenum?ergebnis=${result.id}`],
    [desk, '/plenum?fassung=1'],
  ]
  for (const [{ page }, path] of everywhere) {
    await page.goto(stage.url + path)
    await page
      .getByText(path.includes('schluss') ? 'Zum Schluss' : /Verweisberatung/)
      .first()
      .waitFor()
    expect(await wordsOf(page), path).not.toContain(secret)
  }
  await desk.page.getByText(/wurde daraus eine Karte gelöscht\. Die Prüfsumme/).waitFor()
  await desk.page.getByText('A-02 [gelöscht]').first().waitFor()
  expect(await findings(desk.page)).toEqual([])
  for (const { complaints } of [anna, runs, desk, stranger]) expect(complaints).toEqual([])
})

test('B12 an editor that is open closes calmly when its note is erased', async () => {
  await open(anna)
  await write(anna.page, 'Noch in Arbeit')
  await card(anna.page, 'Noch in Arbeit').click()
  await textBox(anna.page).waitFor()
  await anna.page.keyboard.type('und weiter ')
  const [, id] = (await refOf(4)).split('/')
  const answer = await runs.context.request.delete(`${stage.url}/api/groups/A/notes/${id}`)
  expect(answer.status()).toBe(200)
  await anna.page.getByText('Diese Karte wurde endgültig gelöscht.').waitFor()
  await expect.poll(() => textBox(anna.page).count()).toBe(0)
  await expect.poll(() => anna.page.evaluate(() => document.activeElement?.id)).toMatch(/^write-A/)
  await anna.page.keyboard.press('Control+z')
  await write(anna.page, 'Es geht weiter')
  expect(await wordsOf(anna.page)).not.toContain('Noch in Arbeit')
  expect(anna.complaints).toEqual([])
})

test('B12 what is not erased says why; what became a result is told with the way there', async () => {
  await command('post', 'reopen', {})
  const pocket = await stage.join('moderator', {
    name: 'Moderation A, Telefon',
    group: 'A',
    viewport: phone,
    touch: true,
  })
  const { page } = pocket
  await open(anna)
  await layAway(anna.page, 'Verweisberatung', 'A-01')
  await open(pocket, '/gruppe/A')
  await eraseButtons(page).click()
  const yes = page.getByRole('button', { name: 'Endgültig löschen', exact: true })
  await pocket.context.setOffline(true)
  await yes.click()
  await page.getByRole('alert').getByText('Kein Netz.').waitFor()
  await pocket.context.setOffline(false)
  await yes.click()
  const told = page.getByRole('dialog', { name: 'A-01 ist endgültig gelöscht.' })
  await told.getByText(/Aus dieser Karte ist [LM]1 entstanden\./).waitFor()
  expect(await findings(page)).toEqual([])
  await told.getByRole('link', { name: 'Zum Plenum' }).click()
  await page.getByText('Verweisberatung').first().waitFor()
  expect(pocket.complaints).toEqual([])
})
