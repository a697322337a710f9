import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote, notesOf } from '#shared/board.ts'
import type { GroupId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { Attendee } from '../../server/demo/attendee.ts'
import { openStage, type Actor, type Stage } from '../kit/stage.ts'

const count = 150
const last = count - 1
/** Every third is longer than a card shows. */
const textOf = (at: number) =>
  `Karte ${at} von vielen${at % 3 === 2 ? ' mit sehr ausführlichem Text'.repeat(40) : ''} Schluss${at}.`
const group = 'A' as GroupId

/** The browser's own search. */
type Finder = { find(words: string): boolean }

let stage: Stage
let writer: Attendee
let anna: Actor
let page: Page
beforeAll(async () => {
  stage = await openStage()
  writer = await Attendee.join(stage.url, stage.codeOf('member'), 'Kreisverband 3', group)
  const board = await writer.open({ kind: 'group', group })
  board.doc.transact(() => {
    for (let at = 0; at < count; at++)
      addNote(board.doc, {
        id: `n${at}` as NoteId,
        question: (at < count / 2 ? 'A1' : 'A2') as QuestionId,
        kind: 'idea' as KindId,
        createdAt: at + 1,
        blocks: parseNoteText(textOf(at)),
      })
  })
  await board.until('all notes', (doc) => notesOf(doc).size === count)
  anna = await stage.join('member', { name: 'Kreisverband 1', group })
  ;({ page } = anna)
  await page.goto(`${stage.url}/gruppe/A?ansicht=liste`)
  await note(0).waitFor()
  // Numbers come by another way than the cards.
  await page
    .getByRole('button', { name: /^Karte A-.*Menü$/ })
    .nth(count - 1)
    .waitFor({ timeout: 30_000 })
})
afterAll(async () => {
  writer.leave()
  await stage.close()
})

const note = (at: number) => page.locator(`#note-n${at}`)
const ids = () => page.locator('.cards .note').evaluateAll((all) => all.map(({ id }) => id))
/** What a screen reader finds on the page, in its order. */
const readOut = async (): Promise<string[]> => {
  const devtools = await anna.context.newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const namesIn = (id: string): string[] => {
    const { ignored, name, childIds = [] } = byId.get(id) ?? { ignored: true }
    return [...(ignored ? [] : [String(name?.value ?? '')]), ...childIds.flatMap(namesIn)]
  }
  return namesIn(nodes[0]?.nodeId ?? '')
}
const isInView = (at: number) =>
  note(at).evaluate((card) => {
    const { top, bottom } = card.getBoundingClientRect()
    return top < window.innerHeight && bottom > 0
  })

test('B53 however long a list is, every card is there: read out, found by the browser, reached by keys, printed', async () => {
  expect(await ids()).toEqual(Array.from({ length: count }, (_, at) => `note-n${at}`))
  const spoken = await readOut()
  const texts = spoken.flatMap((words) => /^Karte \d+ von vielen/.exec(words) ?? [])
  expect([...new Set(texts)]).toEqual(Array.from({ length: count }, (_, at) => `Karte ${at} von vielen`))
  expect(spoken.filter((words) => words.startsWith('Karte A-') && words.endsWith('Menü'))).toHaveLength(count)

  expect(await page.evaluate((words) => (window as never as Finder).find(words), `Schluss${last - 1}.`)).toBe(
    true,
  )
  expect(await page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('.note')?.id)).toBe(
    `note-n${last - 1}`,
  )
  await expect.poll(() => isInView(last - 1)).toBe(true)

  await note(last).focus()
  await page.keyboard.press('Shift+Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('.note')?.id)).toBe(`note-n${last - 1}`)
  await note(last)
    .getByRole('button', { name: /ganz lesen/i })
    .waitFor()

  await page.emulateMedia({ media: 'print' })
  const printed = await page
    .locator('.cards .note > .note-head')
    .evaluateAll((all) => all.filter((head) => head.checkVisibility({ contentVisibilityAuto: true })).length)
  expect(printed).toBe(count)
  await page.emulateMedia({ media: 'screen' })
  expect(anna.complaints).toEqual([])
})

/** Cards in which something is drawn while something is done, and cards that only look different. */
const touched = async (doing: () => Promise<void>) => {
  await page.evaluate(() => {
    const seen = { drawn: new Set<string>(), looks: new Set<string>() }
    const look = (changes: MutationRecord[]) => {
      for (const { target, type, attributeName } of changes) {
        const card = (target instanceof Element ? target : target.parentElement)?.closest(
          '.note, .choosing-space',
        )
        if (!card?.id) continue
        const isLook = target === card && type === 'attributes' && attributeName === 'class'
        ;(isLook ? seen.looks : seen.drawn).add(card.id)
      }
    }
    const observer = new MutationObserver(look)
    observer.observe(document.querySelector('#notes') as Element, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
    Object.assign(window, {
      endWatch: () => {
        look(observer.takeRecords())
        observer.disconnect()
        return [[...seen.drawn], [...seen.looks]]
      },
    })
  })
  await doing()
  const [drawn = [], looks = []] = await page.evaluate(() =>
    (window as never as { endWatch(): string[][] }).endWatch(),
  )
  return { drawn: drawn.sort(), looks: looks.sort() }
}

test('B54 choosing and searching in the list draw no other card anew: only those concerned look different', async () => {
  const bar = page.getByRole('group', { name: 'Auswahl' })
  const box = (at: number) => note(at).getByRole('checkbox')
  await note(3).focus()
  expect(await box(3).count()).toBe(0)
  expect(
    await touched(async () => {
      await page.keyboard.press('Space')
      await bar.getByText('1 Karte ausgewählt').waitFor()
    }),
  ).toEqual({ drawn: ['note-n3'], looks: ['note-n3'] })
  await note(3).getByRole('button', { name: /Menü/ }).waitFor({ state: 'hidden' })
  expect(await box(3).isChecked()).toBe(true)
  expect(
    await touched(async () => {
      await box(4).click()
      await bar.getByText('2 Karten ausgewählt').waitFor()
    }),
  ).toEqual({ drawn: ['note-n4'], looks: ['note-n4'] })
  expect(
    await touched(async () => {
      await box(3).click()
      await box(4).click()
      await bar.waitFor({ state: 'detached' })
    }),
  ).toEqual({ drawn: ['note-n3', 'note-n4'], looks: ['note-n3', 'note-n4'] })
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('note-n4')
  await box(4).waitFor({ state: 'hidden' })

  await page.keyboard.press('/')
  const field = page.getByRole('textbox', { name: 'Karten suchen' })
  await field.waitFor()
  const others = Array.from({ length: count }, (_, at) => `note-n${at}`).filter((id) => id !== 'note-n77')
  expect(
    await touched(async () => {
      await field.fill('Schluss77')
      await page.getByText(`1 von ${count} Karten`).waitFor()
    }),
  ).toEqual({ drawn: [], looks: others.sort() })
  expect(await page.locator('.note.dimmed').count()).toBe(count - 1)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('note-n77')
  await expect.poll(() => isInView(77)).toBe(true)
  await page.keyboard.press('Escape')
  expect(await page.locator('.note.dimmed').count()).toBe(0)
  // A card that React draws anew keeps its look.
  await note(77).focus()
  await page.keyboard.press('Space')
  await note(77).getByRole('checkbox').waitFor()
  await page.keyboard.press('Enter')
  await note(77).getByRole('textbox').waitFor()
  await page.keyboard.press('Escape')
  await note(77).getByRole('textbox').waitFor({ state: 'detached' })
  expect(await page.locator('.note.chosen').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
    'note-n77',
  ])
  expect(anna.complaints).toEqual([])
})

test('W12 letters typed right after / stand in the search field, and the page stays where it is', async () => {
  await page.reload()
  await note(0).waitFor()
  await page.evaluate(() => window.scrollTo(0, 300))
  await page.keyboard.press('/')
  const field = page.getByRole('textbox', { name: 'Karten suchen' })
  await field.waitFor()
  await page.keyboard.type('Schluss7')
  await page.getByText(`11 von ${count} Karten`).waitFor()
  expect(await field.inputValue()).toBe('Schluss7')
  expect(await page.evaluate(() => window.scrollY)).toBe(300)
  await page.keyboard.press('Escape')
  expect(anna.complaints).toEqual([])
})
