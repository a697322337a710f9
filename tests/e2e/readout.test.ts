import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ClusterId, GroupId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { addCluster, addNote, bodyOf, notesOf } from '#shared/board.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { writeBlocks } from '#shared/note.ts'
import { Attendee } from '../../server/demo/attendee.ts'
import type { LiveDoc } from '../../server/demo/liveDoc.ts'
import { axe } from '../kit/axe.ts'
import { pdfText } from '../kit/pdfText.ts'
import { desktop, openStage, phone, type Stage } from '../kit/stage.ts'

const wall = { width: 1920, height: 1080 }
const sentence = (at: number) =>
  `Gedanke ${at}: Beratung in allen Lebenslagen, auch dort, wo niemand hinsieht. `
const texts = [
  ...Array.from({ length: 36 }, (_, at) => sentence(at).repeat(1 + (at % 4))),
  `${sentence(36).repeat(60)}Schluss der langen Karte`,
  'Liste:\n- erstens\n- zweitens\n1. eins\n2. zwei',
  'مرحبا بكم في المجموعة',
  '<b>kein Markup</b> & "Zitat"',
]

let stage: Stage
let writer: Attendee
let board: LiveDoc
beforeAll(async () => {
  stage = await openStage()
  writer = await Attendee.join(stage.url, stage.codeOf('member'), 'Kreisverband 3', 'A')
  board = await writer.open({ kind: 'group', group: 'A' as GroupId })
  board.doc.transact(() => {
    const cluster = 'c' as ClusterId
    addCluster(board.doc, { id: cluster, title: 'Zugang für alle', question: 'A1' as QuestionId })
    for (const [at, text] of texts.entries()) {
      const note = addNote(board.doc, {
        id: `n${at}` as NoteId,
        question: (at % 3 === 0 ? 'A2' : 'A1') as QuestionId,
        kind: 'idea' as KindId,
        createdAt: at + 1,
        levels: ['federal'],
        cluster: at % 3 === 1 ? cluster : null,
        blocks: parseNoteText(text),
      })
      if (at < 3) note.set('forPlenum', `a${3 - at}`)
    }
  })
  await board.until('all notes', (doc) => notesOf(doc).size === texts.length)
})
afterAll(async () => {
  writer.leave()
  await stage.close()
})

const squeezed = (text: string) => text.normalize('NFKC').replace(/[\s\u00AD]+/g, '')
/** As they stand, without the signs that make lists and bold. */
const plain = texts.map((text) => squeezed(text.replace(/^(- |\d\. )/gm, '')))
const isRtl = (text: string) => /\p{sc=Arabic}/u.test(text)

/** What stands on this page of the screen, its smallest letters, and what lies outside. */
const shown = (page: Page) =>
  page.evaluate(() => {
    const frame = document.querySelector('.screen-frame')?.getBoundingClientRect() ?? new DOMRect()
    const walker = document.createTreeWalker(
      document.querySelector('.screen') as Element,
      NodeFilter.SHOW_TEXT,
    )
    let smallest = Infinity
    let words = ''
    let outside = 0
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement as Element
      if (!node.textContent?.trim() || parent.closest('.vh')) continue
      smallest = Math.min(smallest, Number.parseFloat(getComputedStyle(parent).fontSize))
      if (!parent.closest('.screen-note')) continue
      const range = document.createRange()
      range.selectNode(node)
      const rects = [...range.getClientRects()].filter(
        ({ left, right }) => right > frame.left && left < frame.right,
      )
      if (rects.length > 0) words += node.textContent
      outside += rects.filter(
        ({ left, right, top, bottom }) =>
          left < frame.left - 2 ||
          right > frame.right + 2 ||
          top < frame.top - 2 ||
          bottom > frame.bottom + 2,
      ).length
    }
    // As it is drawn: the address leads, and the page follows in its own time.
    const place = [...document.querySelectorAll('.screen [aria-current="page"], .wall-pages [role="status"]')]
    return { words, smallest, outside, place: place.map((part) => part.textContent).join(' ') }
  })
const open = async (page: Page, search: string) => {
  await page.goto(`${stage.url}/gruppe/A/leinwand${search}`)
  await page.locator('.screen-note').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
}

test('W16 on the screen a question is read page by page, large, whole, live, and nobody sees the reader', async () => {
  const { page, complaints } = await stage.join('beamer', { name: 'Leinwand', viewport: wall })
  await open(page, '?frage=A1')
  let words = ''
  let pages = 0
  for (let now = await shown(page); /A[12]/.test(now.place) && pages < 30; now = await shown(page)) {
    expect(now.smallest).toBeGreaterThanOrEqual(28)
    expect(now.outside).toBe(0)
    words += now.words
    pages++
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await shown(page)).place).not.toBe(now.place)
  }
  expect(pages).toBeGreaterThan(3)
  for (const text of plain) expect(squeezed(words)).toContain(text)
  expect((await shown(page)).place).toContain('A3')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(async () => (await shown(page)).place).toContain('A2')
  // Back is to the end of what came before.
  expect(squeezed((await shown(page)).words)).toContain(plain.at(-1))

  await page.keyboard.press('End')
  await page.getByRole('heading', { name: 'Fürs Plenum' }).waitFor()
  const marked = await page.locator('.screen-note').allTextContents()
  expect(marked.map((text) => /Gedanke (\d)/.exec(text)?.[1])).toEqual(['2', '1', '0'])
  const size = () => page.locator('.screen-frame').evaluate((frame) => getComputedStyle(frame).fontSize)
  const before = await size()
  board.doc.transact(() => {
    const body = bodyOf(notesOf(board.doc).get('n1') as never)
    body?.delete(0, body.length)
    if (body) writeBlocks(body, parseNoteText('Ganz neu gefasst. '.repeat(90)))
  })
  await page.getByText('Ganz neu gefasst.').first().waitFor()
  expect(await size()).toBe(before)
  await page.reload()
  await page.getByRole('heading', { name: 'Fürs Plenum' }).waitFor()
  board.doc.transact(() => {
    const body = bodyOf(notesOf(board.doc).get('n1') as never)
    body?.delete(0, body.length)
    if (body) writeBlocks(body, parseNoteText(texts[1] ?? ''))
  })

  const anna = await stage.join('member', { name: 'Kreisverband 1', group: 'A' })
  await anna.page.goto(`${stage.url}/gruppe/A?ansicht=liste`)
  await anna.page.locator('.note[id]').first().waitFor()
  // The writer is here, and nobody else.
  await anna.page.getByRole('button', { name: /^1 Person ist hier/ }).waitFor()
  expect(await anna.page.getByRole('button', { name: /Personen sind hier/ }).count()).toBe(0)
  await anna.page.getByRole('button', { name: 'Menü', exact: true }).click()
  const [screen] = await Promise.all([
    anna.context.waitForEvent('page'),
    anna.page.getByRole('menuitem', { name: /Für die Leinwand/ }).click(),
  ])
  await screen.locator('.screen-note').first().waitFor()
  expect([...complaints, ...anna.complaints]).toEqual([])
})

test('W16 the board is saved as SVG and PNG with every text', async () => {
  const { page, complaints } = await stage.join('member', { name: 'Kreisverband 1', group: 'A' })
  await page.goto(`${stage.url}/gruppe/A?ansicht=liste`)
  await page.locator('.note[id]').first().waitFor()
  const save = async (format: string) => {
    await page.getByRole('button', { name: 'Menü', exact: true }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: new RegExp(`Als Bild speichern .${format}`) }).click(),
    ])
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }
  const svg = await save('SVG')
  expect(svg.name).toMatch(/^gruppe-a-\d{4}-\d\d-\d\d\.svg$/)
  const drawn = await page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml')
    return {
      faults: parsed.querySelectorAll('parsererror').length,
      words: [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent).join(' '),
    }
  }, svg.bytes.toString('utf8'))
  expect(drawn.faults).toBe(0)
  const words = squeezed(drawn.words).replaceAll('–', '')
  for (const text of plain) expect(words.replace(/\d\./g, '')).toContain(text.replaceAll('–', ''))
  expect(words).toContain(squeezed('Zugang für alle'))
  const png = await save('PNG')
  expect(png.name).toMatch(/^gruppe-a-\d{4}-\d\d-\d\d\.png$/)
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1_400)
  expect(complaints).toEqual([])
})

test('W16 cards are printed with every text, eight blank ones a page', async () => {
  const { page, complaints } = await stage.join('member', { name: 'Kreisverband 1', group: 'A', dark: true })
  await page.goto(`${stage.url}/gruppe/A/karten`)
  await page.locator('.print-card').first().waitFor()
  // Numbers may come after the cards.
  await expect.poll(() => page.locator('.print-card').count()).toBe(texts.length)
  await expect.poll(() => page.getByText('Nr. folgt').count()).toBe(0)
  await page.evaluate(() => document.fonts.ready)
  const printed = pdfText(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  // A word may be divided at the end of a line.
  const undivided = (text: string) => squeezed(text).replace(/[-‐–]/g, '')
  const words = undivided(printed.join(''))
  for (const text of plain.filter((one) => !isRtl(one)))
    expect(words.replace(/\d\./g, '')).toContain(undivided(text).replace(/\d\./g, ''))
  expect(words).toContain('A40')
  await page.getByRole('button', { name: 'Leere Karten' }).click()
  await page.locator('.print-card.blank').first().waitFor()
  const blank = pdfText(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  const questions = await page.locator('.print-sheet').count()
  expect(blank).toHaveLength(questions)
  for (const sheet of blank) expect(sheet.match(/A-_+/g)).toHaveLength(8)
  expect(complaints).toEqual([])
})

test.for([
  { viewport: desktop, dark: false },
  { viewport: desktop, dark: true },
  { viewport: phone, dark: false },
])(
  'W16, W6 screen and cards pass axe and fit a phone: $viewport.width px, dark $dark',
  async ({ viewport, dark }) => {
    const { page, complaints } = await stage.join('member', {
      name: 'Kreisverband 1',
      group: 'A',
      viewport,
      dark,
    })
    for (const [path, part] of [
      ['/gruppe/A/leinwand', '.screen-note'],
      ['/gruppe/A/karten', '.print-card'],
      ['/gruppe/A/karten?leer=1', '.print-card'],
    ] as const) {
      await page.setViewportSize(viewport)
      await page.goto(stage.url + path)
      await page.locator(part).first().waitFor()
      const { violations } = await axe(page).analyze()
      expect(violations.map(({ id, nodes }) => [path, id, nodes[0]?.html])).toEqual([])
      await page.setViewportSize({ width: 320, height: 700 })
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      await expect.poll(overflow, { message: `${path} at 320 px` }).toBeLessThanOrEqual(0)
    }
    expect(complaints).toEqual([])
  },
)
