import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { axe } from '../kit/axe.ts'
import { faultyDisk, noFaultyDisk, type FaultyDisk } from '../kit/faultyDisk.ts'
import { startProcess } from '../kit/serverProcess.ts'
import { desktop, openScene, phone, type Actor, type Scene } from '../kit/stage.ts'
import { freshFolder } from '../kit/venue.ts'

let scene: Scene
let disk: FaultyDisk
const ends: (() => unknown)[] = []

/** A server in a process of its own, whose disk does as it is told. */
beforeAll(async () => {
  if (noFaultyDisk) return
  const folder = freshFolder()
  disk = faultyDisk(folder.path)
  ends.push(folder.remove, disk.remove)
  const { child, ended, venue } = await startProcess(folder.path, disk.env)
  ends.push(async () => {
    child.kill('SIGKILL')
    await ended
  })
  scene = await openScene(venue.origin, (role) => venue.codes[role])
  ends.push(scene.close)
})
afterEach(async () => {
  if (noFaultyDisk) return
  disk.heal()
  await well()
})
afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

const card = (page: Page, text: string) => page.locator('.note', { hasText: text })
const banner = (page: Page) => page.getByText('Der Server kann gerade nicht speichern.')
const word = (page: Page, text: string | RegExp) => page.locator('.conn').getByText(text).first()
const stored = (page: Page) => word(page, 'Gesichert').waitFor()
const unsaved = (page: Page, text: string) => card(page, text).getByText('noch nicht gesichert')

const send = async (page: Page, text: string) => {
  await page.getByRole('textbox', { name: 'Ihre Karte' }).fill(text)
  await page.getByRole('button', { name: 'Senden' }).click()
  await card(page, text).waitFor()
}
const onPhone = (name: string, group: string) =>
  scene.join('member', { name, group, viewport: phone, touch: true })
const at = (page: Page, group: string) => page.goto(`${scene.url}/gruppe/${group}?ansicht=liste`)

const well = () => expect.poll(async () => (await fetch(`${scene.url}/health`)).status).toBe(200)
/** Whether nothing would be lost with the page: what it asks itself before it is closed. */
const losesNothing = (page: Page) =>
  page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))
/** Closing the page as somebody would: whether the browser asks. */
const asksBeforeClosing = async ({ page }: Actor) => {
  let asked = false
  page.on('dialog', (dialog) => {
    asked = true
    void dialog.dismiss()
  })
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => asked || page.isClosed()).toBe(true)
  return asked
}

test.skipIf(noFaultyDisk)(
  'W10 the disk is full: every page says so, writing goes on, and all is saved when it is well again',
  async () => {
    const anna = await onPhone('Kreisverband 1', 'A')
    const ben = await scene.join('member', { name: 'Kreisverband 2', group: 'A' })
    const lead = await scene.join('moderator', { name: 'Moderation', group: 'plenum' })
    const wall = await scene.join('beamer')
    const pages = [anna, ben, lead, wall].map(({ page }) => page)
    await at(anna.page, 'A')
    await at(ben.page, 'A')
    await lead.page.goto(`${scene.url}/plenum`)
    await wall.page.goto(`${scene.url}/beamer`)
    await stored(lead.page)
    await send(anna.page, 'Vor der Störung')
    await card(ben.page, 'Vor der Störung').getByText('A-01').waitFor()
    for (const page of [anna.page, ben.page]) await stored(page)
    for (const page of pages) expect(await banner(page).count()).toBe(0)

    disk.fail('ENOSPC')
    await send(anna.page, 'Während der Störung')
    for (const page of pages) await banner(page).waitFor()
    // Whoever comes now is told as well.
    await wall.page.reload()
    await banner(wall.page).waitFor()
    await send(anna.page, 'Immer noch')
    await word(anna.page, /Wartet/).waitFor()
    for (const text of ['Während der Störung', 'Immer noch']) await unsaved(anna.page, text).waitFor()
    expect(await unsaved(anna.page, 'Vor der Störung').count()).toBe(0)
    expect(await card(ben.page, 'Störung').count()).toBe(1)

    disk.heal()
    for (const page of pages) await banner(page).waitFor({ state: 'detached' })
    for (const page of [anna.page, ben.page, lead.page]) await stored(page)
    await card(ben.page, 'Während der Störung').getByText('A-02').waitFor()
    await card(ben.page, 'Immer noch').getByText('A-03').waitFor()
    for (const page of [anna.page, ben.page]) {
      expect(await page.locator('.note').count()).toBe(3)
      await expect.poll(() => page.getByText('noch nicht gesichert').count()).toBe(0)
    }
    for (const { complaints, context } of [anna, ben, lead, wall]) {
      expect(complaints).toEqual([])
      await context.close()
    }
  },
)

const devices = {
  'keeps what is written': () => undefined,
  'has no storage': () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }),
  'has a full storage': () => {
    const add = IDBObjectStore.prototype.add
    IDBObjectStore.prototype.add = function (...entry) {
      const request = add.apply(this, entry)
      if (this.name === 'updates') this.transaction.abort()
      return request
    }
  },
}

test.skipIf(noFaultyDisk)(
  'W10 note, head and closing say the same; closing asks only where something would be lost',
  async () => {
    const said = { none: 'Gesichert', 'store down': 'Wartet', offline: 'Offline' }
    for (const trouble of ['none', 'store down', 'offline'] as const) {
      const hasTrouble = trouble !== 'none'
      const people = await Promise.all(
        Object.entries(devices).map(async ([device, prepare]) => {
          const anna = await onPhone('Kreisverband 3', 'B')
          await anna.page.addInitScript(prepare)
          await at(anna.page, 'B')
          await stored(anna.page)
          // Their code comes apart from the page.
          await anna.page.locator('.zone[data-question]').first().waitFor()
          await anna.page.getByRole('textbox', { name: 'Ihre Karte' }).waitFor()
          return { ...anna, device, text: `${device}, ${trouble}` }
        }),
      )
      if (trouble === 'offline') for (const { context } of people) await context.setOffline(true)
      if (trouble === 'store down') disk.fail('EIO')
      for (const { page, text } of people) await send(page, text)
      for (const person of people) {
        const { page, text, device } = person
        if (hasTrouble) await unsaved(page, text).waitFor()
        else await card(page, text).getByText(/B-\d/).waitFor()
        await word(page, said[trouble]).waitFor()
        expect(await unsaved(page, text).count()).toBe(hasTrouble ? 1 : 0)
        await expect.poll(() => banner(page).count()).toBe(trouble === 'store down' ? 1 : 0)
        const loses = hasTrouble && device !== 'keeps what is written'
        // The server's word that it has the note, and the device's own copy, come in their own time.
        await expect.poll(() => losesNothing(page)).toBe(!loses)
        expect([text, await asksBeforeClosing(person)]).toEqual([text, loses])
      }
      disk.heal()
      for (const { context } of people) await context.close()
      await well()
    }
  },
)

test.skipIf(noFaultyDisk)(
  'W10 whoever comes back while nothing can be saved sees again which notes wait, and commands are refused in a sentence',
  async () => {
    const anna = await onPhone('Kreisverband 4', 'C')
    const lead = await scene.join('moderator', { name: 'Moderation', group: 'plenum' })
    await at(anna.page, 'C')
    await stored(anna.page)
    await send(anna.page, 'Gesicherte Karte')
    await card(anna.page, 'Gesicherte Karte').getByText('C-01').waitFor()
    await lead.page.goto(`${scene.url}/plenum?ansicht=schluss`)
    await stored(lead.page)
    disk.fail('ENOSPC')
    await send(anna.page, 'Wartende Karte')
    await unsaved(anna.page, 'Wartende Karte').waitFor()
    await expect.poll(() => losesNothing(anna.page)).toBe(true)
    await anna.page.reload()
    await unsaved(anna.page, 'Wartende Karte').waitFor()
    await word(anna.page, /Wartet/).waitFor()
    await banner(anna.page).waitFor()
    expect(await unsaved(anna.page, 'Gesicherte Karte').count()).toBe(0)

    await lead.page.getByRole('button', { name: 'Plenum finalisieren' }).first().click()
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Finalisieren', exact: true }).click()
    await lead.page.getByRole('alert').getByText('Im Moment kann der Server nichts sichern.').waitFor()
    disk.heal()
    await stored(anna.page)
    await card(anna.page, 'Wartende Karte').getByText('C-02').waitFor()
    await expect.poll(() => anna.page.getByText('noch nicht gesichert').count()).toBe(0)
    expect([...anna.complaints, ...lead.complaints]).toEqual([])
  },
)

test.skipIf(noFaultyDisk)(
  'W10, W6 what is said passes axe, covers no composer, and fits a phone',
  async () => {
    const guests = await Promise.all([
      scene.join('moderator', { name: 'Moderation', group: 'D', dark: true }),
      onPhone('Kreisverband 5', 'D'),
    ])
    for (const { page } of guests) await at(page, 'D')
    for (const { page } of guests) await stored(page)
    disk.fail('ENOSPC')
    await send(guests[1].page, 'Wartet auf den Server')
    for (const { page, complaints } of guests) {
      const size = page.viewportSize() ?? desktop
      for (const path of [
        '/gruppe/D?ansicht=liste',
        '/gruppe/D?ansicht=wand',
        '/plenum',
        '/heute',
        '/redaktion',
      ]) {
        await page.goto(scene.url + path)
        await banner(page).waitFor()
        await expect.poll(() => page.locator('.late').count()).toBe(0)
        const { violations } = await axe(page).analyze()
        expect(violations.map(({ id, nodes }) => [path, size.width, id, nodes[0]?.html])).toEqual([])
        const boxOf = (selector: string) => page.locator(selector).first().boundingBox()
        const [said, dock] = [await boxOf('.top-news'), path.includes('gruppe') ? await boxOf('.dock') : null]
        if (said && dock) expect(said.y + said.height).toBeLessThanOrEqual(dock.y)
        await page.setViewportSize({ width: 320, height: 700 })
        const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        await expect.poll(over, { message: `${path} at 320 px` }).toBeLessThanOrEqual(0)
        await page.setViewportSize(size)
      }
      expect(complaints).toEqual([])
    }
    disk.heal()
    for (const { page } of guests) await banner(page).waitFor({ state: 'detached' })
  },
)
