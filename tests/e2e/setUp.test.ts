import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from '../kit/axe.ts'
import { openStage, phone, type Stage } from '../kit/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const programme = `Fachtag Pflege 2027
4. März 2027
09:30 Ankunft
10:00 – 11:00 Impuls mit Q&A (Kreisverband 12)
13:00 Arbeitsgruppen
AG A: Personal
Was hält Menschen in der Pflege? Was vertreibt sie?
AG B: Geld
Wer bezahlt gute Pflege?
Bitte bis Februar anmelden`

test('N8, V20 staff make an event of a pasted programme, change it, copy it, rehearse it and read it in again', async () => {
  const { page, complaints } = await stage.join('staff', { name: 'Bundesverband, Team Fachtag' })
  await page.goto(`${stage.url}/einrichten`)
  await page.getByRole('heading', { name: '#ZukunftWohlfahrt' }).waitFor()

  await page.getByLabel('Programm einfügen').fill(programme)
  const preview = page.getByRole('group', { name: 'Das haben wir verstanden' })
  await expect.poll(() => preview.innerText()).toMatch(/4\.\sMärz 2027/)
  expect(await preview.innerText()).toContain('2 Gruppen')
  expect(await preview.innerText()).toContain('Bitte bis Februar anmelden')
  expect(await page.getByLabel('Kennung').inputValue()).toBe('fachtag-pflege-2027')
  await page.getByRole('button', { name: 'Anlegen', exact: true }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Fachtag Pflege 2027' }).first()
  await row.waitFor()
  expect(await row.innerText()).toContain('2 Gruppen · 0 Teilnehmende · 0 Karten')

  // The form keeps what it does not show; the other event follows.
  await row.getByRole('button', { name: 'Bearbeiten' }).click()
  const group = page.getByRole('group', { name: 'AG A', exact: true })
  await group.getByLabel('Leitfrage').fill('Menschen gewinnen und halten')
  await group.getByLabel('Raum').fill('Raum 2')
  const kinds = page.getByRole('group', { name: 'Im Plenum Punkte für Beschlossenes dieser Art' })
  await kinds.getByLabel('Leitlinie').check()
  await kinds.getByLabel('Maßnahme').uncheck()
  expect(await kinds.getByLabel('Leitlinie').isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('Alle offenen Seiten folgen von selbst').waitFor()
  await page.reload()
  expect(await page.getByRole('group', { name: 'AG A', exact: true }).getByLabel('Raum').inputValue()).toBe(
    'Raum 2',
  )
  await page.getByRole('link', { name: 'Zurück zur Übersicht' }).click()

  await row.getByRole('button', { name: /Mehr zu/ }).click()
  await page.getByRole('menuitem', { name: 'Kopieren' }).click()
  const dialog = page.getByRole('dialog', { name: 'Veranstaltung kopieren' })
  await dialog.getByLabel('Titel').fill('Fachtag Pflege 2028')
  await dialog.getByRole('button', { name: 'Kopie anlegen' }).click()
  await page.getByRole('heading', { name: 'Fachtag Pflege 2028' }).waitFor()

  await row.getByRole('button', { name: /Mehr zu/ }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Als JSON speichern' }).click(),
  ])
  const path = join(tmpdir(), `leitwand-${download.suggestedFilename()}`)
  await download.saveAs(path)
  const template = JSON.parse(readFileSync(path, 'utf8')) as {
    id: string
    groups: { room: string }[]
    voting: { plenumKinds: string[] }
  }
  expect(template.voting.plenumKinds).toEqual(['guideline'])
  expect(template.groups[0]?.room).toBe('Raum 2')
  writeFileSync(path, JSON.stringify({ ...template, id: 'eingelesen', title: 'Eingelesen' }))
  await page.getByLabel('Aus einer Datei (JSON)').setInputFiles(path)
  await page.getByRole('heading', { name: 'Eingelesen' }).waitFor()
  writeFileSync(path, 'kein JSON')
  await page.getByLabel('Aus einer Datei (JSON)').setInputFiles(path)
  await page.getByText('Diese Datei ist kein JSON.').waitFor()

  await row.getByRole('button', { name: /Mehr zu/ }).click()
  await page.getByRole('menuitem', { name: 'Probelauf anlegen' }).click()
  await page.getByText('steht bereit: 12 erfundene Teilnehmende, 15 Karten').waitFor()
  const rehearsal = page.getByRole('listitem').filter({ hasText: '12 Teilnehmende' })
  await rehearsal.getByRole('button', { name: 'Zurücksetzen' }).click()
  await page.getByRole('button', { name: 'Löschen und neu beginnen' }).click()
  await page.getByText('Der Probelauf beginnt von vorn.').waitFor()

  // Into the other event, as somebody new there.
  await row.getByRole('link', { name: /als Redaktion öffnen/ }).click()
  // The overview has a heading of that name as well.
  await page.waitForURL(/\/beitreten\?code=/)
  await page.getByRole('heading', { name: 'Fachtag Pflege 2027' }).waitFor()
  expect(page.url()).toContain('/beitreten?code=')
  expect(complaints).toEqual([])
})

test('N8, W6 the set-up page passes axe, in light and dark, on phone and desktop', async () => {
  for (const dark of [false, true])
    for (const viewport of [phone, undefined]) {
      const { page, context } = await stage.join('staff', {
        name: 'Bundesverband, Team Fachtag',
        dark,
        ...(viewport ? { viewport } : {}),
      })
      for (const path of ['/einrichten', '/einrichten?bearbeiten=zukunft-wohlfahrt']) {
        await page.goto(stage.url + path)
        await page
          .getByRole('heading', { name: /#ZukunftWohlfahrt/ })
          .first()
          .waitFor()
        const { violations } = await axe(page).analyze()
        expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
        const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
        expect(isWide).toBe(false)
      }
      await context.close()
    }
})
