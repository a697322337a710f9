import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, phone, type Actor, type Stage } from '../kit/stage.ts'

let stage: Stage
let anna: Actor
let ben: Actor
let desk: Actor
let staff: Actor
beforeAll(async () => {
  stage = await openStage()
  anna = await stage.join('member', { name: 'Kreisverband 1', group: 'A', viewport: phone, touch: true })
  ben = await stage.join('member', { name: 'Ortsverein 2', group: 'C' })
  desk = await stage.join('moderator', { name: 'Moderation Plenum', group: 'plenum' })
  staff = await stage.join('staff', { name: 'Redaktion' })
})
afterAll(() => stage.close())

const card = (page: Page, text: string) => page.locator('.note', { hasText: text })
const write = async (page: Page, text: string) => {
  await page.getByRole('textbox', { name: 'Ihre Karte' }).fill(text)
  await page.getByRole('button', { name: 'Senden' }).click()
  await card(page, text).waitFor()
}
const mark = async (page: Page, text: string) => {
  await card(page, text).first().getByRole('button', { name: /Menü/ }).click()
  await page.getByRole('menuitem', { name: 'Fürs Plenum markieren' }).click()
}

const koordination = 'Hauptamtliche Ehrenamtskoordination in jedem Kreisverband'
const standard = 'Ehrenamt braucht Hauptamt: ein fester Koordinationsanteil'

test(
  'W4 four people and one day, from the first note to the exported document',
  { timeout: 240_000 },
  async () => {
    // The groups write: one on a phone, offline for a while; one on a desktop.
    await anna.page.goto(`${stage.url}/gruppe/A`)
    await write(anna.page, 'Anlaufstelle für alle, unabhängig vom Status')
    // The server has it: "Gesichert" stands there from before.
    await card(anna.page, 'Anlaufstelle für alle').getByText('A-01').waitFor()
    await anna.page.getByText('Gesichert', { exact: true }).waitFor()
    await anna.context.setOffline(true)
    await write(anna.page, koordination)
    await anna.page.getByText('Offline, Schreiben geht weiter').waitFor()

    await ben.page.goto(`${stage.url}/gruppe/C?ansicht=liste`)
    await ben.page.getByRole('heading', { name: /Welche Standards/ }).waitFor()
    await ben.page.keyboard.press('n')
    await ben.page.getByRole('textbox', { name: /Text der Karte/ }).waitFor()
    await ben.page.keyboard.type(standard)
    await ben.page.keyboard.press('Escape')
    await card(ben.page, standard).getByText('C-01').waitFor()

    // The Plenum stands empty until a group marks; then at once, without anyone copying.
    await desk.page.goto(`${stage.url}/plenum`)
    await desk.page.getByText('Noch nichts fürs Plenum').first().waitFor()
    await mark(ben.page, standard)
    await desk.page.getByText(standard).first().waitFor()

    await anna.context.setOffline(false)
    await card(anna.page, koordination).getByText('A-02').waitFor()
    await mark(anna.page, koordination)
    await desk.page.getByText(koordination).first().waitFor()

    // The moderator merges both; the staff person sees it live.
    await staff.page.goto(`${stage.url}/plenum`)
    await desk.page.getByRole('checkbox', { name: /A-02/ }).click({ force: true })
    await desk.page.getByRole('checkbox', { name: /C-01/ }).click({ force: true })
    await desk.page.getByRole('button', { name: 'Zusammenführen (2)' }).first().click()
    await desk.page.getByText('2 Karten sind jetzt ein Ergebnis.').waitFor()
    await desk.page.getByRole('heading', { name: 'Aus diesen Karten' }).waitFor()
    await staff.page
      .getByText(/Hauptamtliche Ehrenamtskoordination/)
      .first()
      .waitFor()

    // The wording is edited; the member reads along on the phone.
    await desk.page.getByRole('button', { name: 'Wortlaut bearbeiten' }).click()
    await desk.page.getByRole('textbox', { name: /Wortlaut von/ }).waitFor()
    await desk.page.keyboard.press('Control+a')
    await desk.page.keyboard.type('Ziel ist eine halbe Stelle je Kreisverband.')
    await desk.page.keyboard.press('Escape')
    await anna.page.goto(`${stage.url}/plenum`)
    await anna.page
      .getByRole('link', { name: /Ehrenamtskoordination/ })
      .first()
      .click()
    await anna.page.getByText('Ziel ist eine halbe Stelle je Kreisverband.').waitFor()

    // Decided with counts, shown on the wall.
    const count = (name: string | RegExp, value: string) =>
      desk.page
        .getByRole('textbox', { name, exact: true })
        .or(desk.page.getByRole('spinbutton', { name, exact: true }))
        .fill(value)
    await desk.page.getByRole('button', { name: 'Zahlen eintragen' }).click()
    await count('Zustimmung', '45')
    await count('Zustimmung mit Bedenken', '5')
    await count('Einwand', '0')
    await count('Enthaltung', '2')
    await desk.page.getByText('angenommen', { exact: true }).first().click()
    await desk.page.getByRole('button', { name: 'Entscheidung festhalten' }).click()
    await desk.page.getByText(/ist festgehalten/).waitFor()
    await desk.page
      .getByRole('button', { name: /^Zeigen/ })
      .first()
      .click()
    const wall = await stage.join('beamer', { name: 'Leinwand', viewport: { width: 1920, height: 1080 } })
    await wall.page.goto(`${stage.url}/beamer`)
    await wall.page.getByText('Ziel ist eine halbe Stelle je Kreisverband.').waitFor()

    // Frozen: nobody writes any more, and everyone sees it.
    await desk.page.getByRole('button', { name: 'Plenum finalisieren' }).click()
    await desk.page.getByRole('dialog').getByRole('button', { name: 'Finalisieren' }).click()
    for (const { page } of [desk, staff, anna]) await page.getByText(/Finalisiert: Fassung 1/).waitFor()
    await expect.poll(() => desk.page.getByRole('button', { name: 'Wortlaut bearbeiten' }).count()).toBe(0)

    // Staff take the document home.
    await staff.page.goto(`${stage.url}/redaktion`)
    await staff.page.getByText('Fassung 1', { exact: true }).first().waitFor()
    const [download] = await Promise.all([
      staff.page.waitForEvent('download'),
      staff.page.getByRole('link', { name: 'Ergebnisdokument herunterladen' }).click(),
    ])
    const file = readFileSync(await download.path())
    const document = strFromU8(unzipSync(new Uint8Array(file))['word/document.xml'] as Uint8Array)
    expect(document).toContain('Ziel ist eine halbe Stelle je Kreisverband.')
    expect(document).toContain('A-02')
    expect(document).toContain('C-01')
    expect(document).toMatch(/w:pStyle w:val="Heading1"/)
    opensInLibreOffice(file)

    for (const { complaints } of [anna, ben, desk, staff, wall]) expect(complaints).toEqual([])
  },
)

/** Where LibreOffice is installed, it must open the file and find the text. */
const opensInLibreOffice = (file: Uint8Array): void => {
  const folder = mkdtempSync(join(tmpdir(), 'leitwand-office-'))
  try {
    writeFileSync(join(folder, 'results.docx'), file)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const args = [
      profile,
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      folder,
      'results.docx',
    ]
    const { error } = spawnSync('soffice', args, { cwd: folder, timeout: 90_000 })
    if (error && (error as NodeJS.ErrnoException).code === 'ENOENT') {
      process.stdout.write('LibreOffice is not installed: opening the document there was not tried.\n')
      return
    }
    expect(readFileSync(join(folder, 'results.txt'), 'utf8')).toContain('Ziel ist eine halbe Stelle')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
