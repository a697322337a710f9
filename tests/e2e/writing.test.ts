import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCluster, addNote, notesOf, readNotes } from '#shared/board.ts'
import type { ClusterId, GroupId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { Attendee } from '../../server/demo/attendee.ts'
import type { LiveDoc } from '../../server/demo/liveDoc.ts'
import { readText } from '../kit/sources.ts'
import { openStage, phone, type Actor, type Stage } from '../kit/stage.ts'

let stage: Stage
let editor: Attendee
beforeAll(async () => {
  stage = await openStage()
  editor = await Attendee.join(stage.url, stage.codeOf('staff'), 'Redaktion 1')
})
afterAll(async () => {
  editor.leave()
  await stage.close()
})

/** Somebody at the board of a group, and what the server holds of it. */
const begin = async (
  group: string,
  view: 'wand' | 'liste' = 'wand',
): Promise<{ actor: Actor; page: Page; board: LiveDoc }> => {
  const board = await editor.open({ kind: 'group', group: group as GroupId })
  const actor = await stage.join('member', { name: 'Kreisverband 1', group })
  await actor.page.goto(`${stage.url}/gruppe/${group}?ansicht=${view}`)
  const shown = view === 'wand' ? '.board-zone[data-zone] .board-zone-add' : '.zone-add[id]'
  await actor.page.locator(shown).first().waitFor()
  return { actor, page: actor.page, board }
}

const field = (page: Page) => page.getByRole('textbox', { name: /Text der Karte/ })
const writingIn = (page: Page, text: string) =>
  page.locator('.note.editing', { hasText: text }).locator('.ProseMirror-focused').waitFor()
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id)
const written = (board: LiveDoc) =>
  readNotes(board.doc)
    .filter(({ isEmpty, trashedAt }) => !isEmpty && trashedAt === null)
    .sort((a, b) => a.createdAt - b.createdAt)
const textsOf = (board: LiveDoc) => written(board).map(({ blocks }) => plainText(blocks))
const put = (board: LiveDoc, id: string, text: string, more: object = {}) =>
  addNote(board.doc, {
    id: id as NoteId,
    question: null,
    kind: 'idea' as KindId,
    createdAt: notesOf(board.doc).size + 1,
    blocks: parseNoteText(text),
    ...more,
  })
const paste = (page: Page, text: string, html = '') =>
  page.evaluate(
    ([text, html]) => {
      const data = new DataTransfer()
      data.setData('text/plain', text)
      if (html) data.setData('text/html', html)
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      ;(document.activeElement ?? document.body).dispatchEvent(event)
    },
    [text, html] as const,
  )

test('W11 card after card by keyboard alone: Tab and Ctrl+Enter lead on, existing neighbours first, Escape leads out', async () => {
  const { page, board, actor } = await begin('A')
  await page.keyboard.press('n')
  await field(page).waitFor()
  await page.keyboard.type('Eins')
  for (const [key, text] of [
    ['Tab', 'Zwei'],
    ['Tab', 'Drei'],
    ['Control+Enter', 'Vier'],
  ] as const) {
    const before = await page.locator('.note.editing').getAttribute('id')
    await page.keyboard.press(key)
    await page.locator(`.note.editing:not(#${before}) .ProseMirror-focused`).waitFor()
    await page.keyboard.type(text)
  }
  await board.until('four cards', () => textsOf(board).join() === 'Eins,Zwei,Drei,Vier')
  expect(new Set(written(board).map(({ question }) => question)).size).toBe(1)
  // Back: the neighbour is there, and no new card comes.
  await page.keyboard.press('Shift+Tab')
  await writingIn(page, 'Drei')
  await page.keyboard.press('Control+Shift+Enter')
  await writingIn(page, 'Eins')
  await page.keyboard.press('Tab')
  await writingIn(page, 'Zwei')
  // To the tools and back, then out, and on through the page.
  await page.keyboard.press('Alt+F10')
  expect(await page.evaluate(() => document.activeElement?.closest('[role="toolbar"]') !== null)).toBe(true)
  await page.keyboard.press('Escape')
  await page.locator('.note.editing .ProseMirror-focused').waitFor()
  await page.keyboard.press('Escape')
  const two = written(board)[1]?.id
  await expect.poll(() => focusedId(page)).toBe(`note-${two}`)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('.note-editor'))).toBeNull()
  expect(await page.locator('.note.editing').count()).toBe(0)
  // Two clicks on free space write there.
  await page.mouse.dblclick(900, 600)
  await page.locator('.note.editing .ProseMirror-focused').waitFor()
  await page.keyboard.type('Fünf')
  await page.keyboard.press('Escape')
  await board.until('the card at its place', () => written(board).at(-1)?.at !== null)
  // An empty card vanishes, and leads to no other.
  for (const way of ['Control+Enter', 'Tab', 'Escape']) {
    await page.keyboard.press('n')
    await page.locator('.note.editing .ProseMirror-focused').waitFor()
    await page.keyboard.press(way)
    await expect.poll(() => page.locator('.note.editing').count()).toBe(0)
    await expect.poll(() => page.locator('.note').count()).toBe(5)
  }
  expect(actor.complaints).toEqual([])
})

test('W11 in the list the chain goes on in the same cluster, with the same kind', async () => {
  const { page, board } = await begin('B', 'liste')
  addCluster(board.doc, { id: 'ort' as ClusterId, title: 'Vor Ort', question: 'B1' as QuestionId })
  put(board, 'in', 'Drinnen', { question: 'B1', cluster: 'ort', kind: 'measure' })
  put(board, 'out', 'Draußen', { question: 'B1' })
  await page.locator('#note-in').focus()
  await page.keyboard.press('Enter')
  await field(page).waitFor()
  await page.keyboard.press('Tab')
  await page.locator('.note.editing:not(#note-in) .ProseMirror-focused').waitFor()
  await page.keyboard.type('Auch drinnen')
  await page.keyboard.press('Escape')
  await board.until('the card in its cluster', () =>
    written(board).some(
      ({ cluster, kind, blocks }) =>
        cluster === 'ort' && kind === 'measure' && plainText(blocks) === 'Auch drinnen',
    ),
  )
  // The cluster's own menu writes into it, too.
  await page.getByRole('button', { name: 'Vor Ort: Menü' }).click()
  await page.getByRole('menuitem', { name: 'Karte dazu schreiben' }).click()
  await page.locator('.note.editing .ProseMirror-focused').waitFor()
  await page.keyboard.type('Noch eine')
  await page.keyboard.press('Escape')
  await board.until(
    'three cards in the cluster',
    () => written(board).filter(({ cluster }) => cluster === 'ort').length === 3,
  )
})

test('W11 letters typed on a chosen card write in it; the page’s single keys can be turned off', async () => {
  const { page, board } = await begin('C')
  put(board, 'typed', 'Anlaufstelle', { question: 'C1' })
  const typed = page.locator('#note-typed')
  await typed.focus()
  await page.keyboard.type('(an alle)')
  await expect.poll(() => textsOf(board)).toEqual(['Anlaufstelle(an alle)'])
  await page.keyboard.press('Escape')
  await expect.poll(() => focusedId(page)).toBe('note-typed')
  await page.getByRole('button', { name: 'Menü', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Tasten ohne Strg' }).click()
  await page.keyboard.press('Escape')
  await page.reload()
  await typed.waitFor()
  await page.locator('main').press('n')
  expect(await page.locator('.note').count()).toBe(1)
  await typed.focus()
  await page.keyboard.type('nm')
  await expect.poll(() => textsOf(board)).toEqual(['Anlaufstelle(an alle)nm'])
})

test('W11 several pasted lines become cards or one card, each in one step of undo', async () => {
  const { page, board, actor } = await begin('D')
  const lines = '• Beratung\n• Begleitung\n\n1.\tBrücke\tKreisverband 12'
  await page.locator('main').focus()
  await paste(page, lines)
  await page.getByRole('button', { name: '3 Karten' }).press('Escape')
  await page.locator('.paste-bar').waitFor({ state: 'detached' })
  await paste(page, lines)
  await page.getByRole('button', { name: '3 Karten' }).press('Enter')
  await board.until(
    'three cards',
    () => textsOf(board).join() === 'Beratung,Begleitung,Brücke – Kreisverband 12',
  )
  await expect.poll(() => focusedId(page)).toBe(`note-${written(board)[0]?.id}`)
  await page.keyboard.press('Control+z')
  await board.until('none', () => textsOf(board).length === 0)

  // One card keeps the list and the marks of Word.
  await page.locator('main').focus()
  await paste(page, lines, readText('tests/data/paste/word.html'))
  await page.getByRole('button', { name: 'Eine Karte' }).click()
  await board.until('one card', () => textsOf(board).length === 1)
  const [one] = written(board)
  expect(one?.blocks.map((block) => block.type)).toEqual(['paragraph', 'list', 'paragraph', 'list'])
  expect(one?.blocks[1]).toMatchObject({ ordered: false, items: [{}, [{}, { items: [{}, {}] }], {}] })
  expect(one?.blocks[3]).toMatchObject({ ordered: true, items: [{}, {}] })
  expect(JSON.stringify(one?.blocks[0])).toContain('{"text":"Ort","bold":true}')

  // In an empty card the lines stand at once; the choice is a Tab away.
  await page.keyboard.press('n')
  await page.locator('.note.editing .ProseMirror-focused').waitFor()
  await paste(page, 'Haus\nGarten')
  await page.getByRole('button', { name: '2 Karten' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await board.until('two more', () => textsOf(board).slice(1).join() === 'Haus,Garten')
  await page.keyboard.press('Control+z')
  // Before the paste, not to all of it in one card.
  await board.until('none instead', () => textsOf(board).length === 1)
  await page.keyboard.press('Control+y')
  await board.until('both again', () => textsOf(board).slice(1).join() === 'Haus,Garten')
  await page.locator('main').focus()
  await paste(page, '* Boden\n– Dach')
  await page.getByRole('button', { name: 'Eine Karte' }).click()
  await board.until('a list', () => written(board).at(-1)?.blocks[0]?.type === 'list')
  expect(actor.complaints).toEqual([])
})

test('W11 what other programs copy stands in a card with its lists, and with nothing unseen', async () => {
  const { page, board } = await begin('D', 'liste')
  for (const [name, lists] of [
    ['word', 2],
    ['googleDocs', 2],
    ['outlook', 1],
    ['libreOffice', 1],
    ['excel', 0],
  ] as const) {
    await page.keyboard.press('n')
    await page.locator('.note.editing .ProseMirror-focused').waitFor()
    const known = written(board).length
    await paste(page, 'eine Zeile', readText(`tests/data/paste/${name}.html`))
    await page.keyboard.press('Escape')
    await board.until(`the card from ${name}`, () => written(board).length === known + 1)
    const { blocks } = written(board).at(-1) ?? { blocks: [] }
    expect([name, blocks.filter(({ type }) => type === 'list').length]).toEqual([name, lists])
    expect(plainText(blocks)).not.toMatch(/[\u00AD\u200B\uFEFF·]|^\s*$|[ \u00A0]$/m)
  }
})

test('W11 a long card is worked out with room, where others see the caret, and Escape leads back', async () => {
  const { page, board } = await begin('A', 'liste')
  put(board, 'long', 'Wir brauchen eine Ansprechperson in jedem Kreisverband. '.repeat(6), { question: 'A2' })
  const ben = await stage.join('member', { name: 'Kreisverband 2', group: 'A' })
  await ben.page.goto(`${stage.url}/gruppe/A?ansicht=liste`)
  await page.locator('#note-long').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Als Text ausarbeiten' }).click()
  const roomy = page.getByRole('dialog', { name: /ausarbeiten/ })
  await roomy.locator('.ProseMirror-focused').waitFor()
  const text = await roomy.getByRole('textbox').boundingBox()
  expect(text?.width).toBeGreaterThan(480)
  await page.keyboard.type('Mehr dazu.')
  await ben.page.locator('#note-long', { hasText: 'Kreisverband 1 schreibt' }).waitFor()
  await ben.page.locator('#note-long').getByRole('button', { name: /Menü/ }).click()
  await ben.page.getByRole('menuitem', { name: 'Ausarbeiten' }).click()
  await ben.page.getByRole('dialog').locator('.caret', { hasText: 'Kreisverband 1' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => focusedId(page)).toBe('note-long')
  await page.keyboard.press('Control+z')
  await expect.poll(() => JSON.stringify(textsOf(board))).not.toContain('Mehr dazu')
  expect(await roomy.count()).toBe(0)
})

test('W11 undo takes back one’s own while another types on, also after the editor has closed', async () => {
  const { page, board, actor } = await begin('B')
  put(board, 'both', 'Anfang', { question: 'B2' })
  const ben = await stage.join('member', { name: 'Kreisverband 2', group: 'B' })
  await ben.page.goto(`${stage.url}/gruppe/B?ansicht=wand`)
  for (const one of [page, ben.page]) {
    await one.locator('#note-both').focus()
    await one.keyboard.press('Enter')
    await one.locator('.note.editing .ProseMirror-focused').waitFor()
  }
  await page.keyboard.press('Control+Home')
  await ben.page.keyboard.press('Control+End')
  await Promise.all([
    page.keyboard.type('Anna schreibt. ', { delay: 15 }),
    ben.page.keyboard.type(' Ben schreibt', { delay: 15 }),
  ])
  await board.until('both texts', () => textsOf(board).includes('Anna schreibt. Anfang Ben schreibt'))
  // One step, not fifteen, although Ben goes on; a slow machine makes pauses, and those divide.
  const back = async () => {
    for (let steps = 0; steps < 15; steps++) {
      await page.keyboard.press('Control+z')
      if ((await page.locator('#note-both .blocks').first().textContent())?.startsWith('Anfang')) return
    }
  }
  await Promise.all([back(), ben.page.keyboard.type(' und schreibt', { delay: 15 })])
  await board.until('only the own words gone', () =>
    textsOf(board).includes('Anfang Ben schreibt und schreibt'),
  )
  for (let steps = 0; steps < 15; steps++) await page.keyboard.press('Control+y')
  await board.until('again', () => textsOf(board).some((text) => text.startsWith('Anna schreibt. Anfang')))
  await page.keyboard.press('Escape')
  await expect.poll(() => focusedId(page)).toBe('note-both')
  await back()
  await board.until('gone after the editor', () =>
    textsOf(board).includes('Anfang Ben schreibt und schreibt'),
  )
  expect([...actor.complaints, ...ben.complaints]).toEqual([])
})

test('W11 on the phone the composer stays above the keyboard, drafts outlive a reload, taps are enough', async () => {
  const { page, complaints } = await stage.join('member', {
    name: 'Kreisverband 3',
    group: 'C',
    viewport: phone,
    touch: true,
  })
  await page.goto(`${stage.url}/gruppe/C`)
  const composer = page.getByRole('textbox', { name: 'Ihre Karte' })
  await composer.tap()
  await page.keyboard.type('Noch nicht fertig')
  expect(await page.locator('meta[name=viewport]').getAttribute('content')).toContain('resizes-content')
  // A keyboard that shrinks the page, and one that lies over it.
  const foot = async () => {
    const box = await page.getByRole('button', { name: 'Senden' }).boundingBox()
    return (box?.y ?? 0) + (box?.height ?? 0)
  }
  await page.setViewportSize({ ...phone, height: 420 })
  await expect.poll(foot).toBeLessThan(420)
  await page.setViewportSize(phone)
  await page.evaluate(() => {
    const seen = window.visualViewport as VisualViewport
    Object.defineProperty(seen, 'height', { value: 400, configurable: true })
    seen.dispatchEvent(new Event('resize'))
  })
  await expect.poll(foot).toBeLessThan(400)
  await page.reload()
  await expect.poll(() => composer.inputValue()).toBe('Noch nicht fertig')
  await composer.tap()
  await page.getByRole('button', { name: 'Senden' }).tap()
  await page.locator('.note', { hasText: 'Noch nicht fertig' }).waitFor()
  await expect.poll(() => focusedId(page)).toBe('composer-text')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(() => navigator.clipboard.writeText('- Haus\n- Garten\n- Küche'))
  await page.keyboard.press('Control+v')
  await page.getByRole('button', { name: '3 Karten' }).tap()
  await page.locator('.note', { hasText: 'Küche' }).waitFor()
  await expect.poll(() => composer.inputValue()).toBe('')
  await expect.poll(() => focusedId(page)).toBe('composer-text')
  // On the wall two taps on free space write there.
  await page.goto(`${stage.url}/gruppe/C?ansicht=wand`)
  await page.locator('.board-note[id]').first().waitFor()
  const free = { x: 180, y: 480 }
  // However slow the second tap comes, no time has passed.
  await page.evaluate(() => Object.defineProperty(MouseEvent.prototype, 'timeStamp', { get: () => 1000 }))
  await page.touchscreen.tap(free.x, free.y)
  await page.touchscreen.tap(free.x, free.y)
  await field(page).waitFor()
  await page.keyboard.type('Auf der Wand getippt')
  await page.getByRole('button', { name: 'Fertig' }).tap()
  await page.locator('.board-note', { hasText: 'Auf der Wand getippt' }).waitFor()
  expect(complaints).toEqual([])
})

test.each([
  ['liste', 'C'],
  ['wand', 'D'],
] as const)(
  'W11, B74 signs with AltGr, accents and input methods begin to write on a chosen card like letters (%s)',
  async (view, group) => {
    const { page, actor, board } = await begin(group, view)
    const devtools = await actor.context.newCDPSession(page)
    const [alt, ctrl] = [1, 2]
    const text = (id: string) => textsOf(board)[written(board).findIndex((note) => note.id === id)]
    const focusCard = async (id: string) => {
      put(board, id, 'Karte ', { question: `${group}2` })
      await page.locator(`#note-${id}`).focus()
    }
    await focusCard('sign')
    const altGr = { key: '€', code: 'KeyE', windowsVirtualKeyCode: 69, modifiers: alt | ctrl }
    await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...altGr })
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...altGr })
    await page.keyboard.type(' 500')
    await expect.poll(() => text('sign')).toBe('Karte€ 500')
    await page.keyboard.press('Escape')

    await focusCard('accent')
    const dead = { key: 'Dead', code: 'Equal', windowsVirtualKeyCode: 187 }
    await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...dead })
    await page.locator('#note-accent.editing .ProseMirror-focused').waitFor()
    // What keyboards do with an accent: it stands there by itself until its letter comes.
    await devtools.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 })
    await devtools.send('Input.insertText', { text: 'É' })
    await page.keyboard.type('tat')
    await expect.poll(() => text('accent')).toBe('KarteÉtat')
    await page.keyboard.press('Escape')

    await focusCard('method')
    const process = { key: 'Process', code: 'KeyK', windowsVirtualKeyCode: 229 }
    await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...process })
    await page.locator('#note-method.editing .ProseMirror-focused').waitFor()
    await devtools.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 })
    await devtools.send('Input.insertText', { text: '家' })
    await expect.poll(() => text('method')).toBe('Karte家')
    await page.keyboard.press('Escape')
    expect(actor.complaints).toEqual([])
  },
)
