import type { Page } from 'playwright-core'

/** How people write and sort on a group's board: with all they have, with the keyboard alone, with one finger. */
export type Hands = {
  readonly view: '?ansicht=wand' | '?ansicht=liste'
  readonly write: (page: Page, text: string) => Promise<void>
  /** Puts the cards with these texts under a new heading. */
  readonly gather: (page: Page, texts: readonly string[], title: string) => Promise<void>
  /** Moves the card to the Teilfrage that follows its own. */
  readonly moveOn: (page: Page, text: string, question: string) => Promise<void>
}

const card = (page: Page, text: string) => page.locator('.note', { hasText: text })
const dialog = (page: Page) => page.getByRole('dialog')

/** Presses a key until something holds. */
const pressUntil = async (page: Page, key: string, holds: () => Promise<boolean>, most = 40) => {
  for (let presses = 0; presses < most; presses++) {
    if (await holds()) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} was pressed ${most} times in vain.`)
}
const focused = (page: Page, match: RegExp) => async () =>
  match.test(
    await page.evaluate(() => {
      const at = document.activeElement
      if (!at?.matches('button, input')) return ''
      return at.closest('label')?.textContent ?? at.getAttribute('aria-label') ?? at.textContent ?? ''
    }),
  )

const isInDialog = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[role="dialog"]') instanceof Element)

const findByKeys = async (page: Page, text: string) => {
  await page.keyboard.press('/')
  await page.getByRole('searchbox').or(page.locator('#search-field')).first().waitFor()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
  // What others wrote may still be on its way.
  await page.locator('.search-steps output', { hasText: /^[1-9]\d* von / }).waitFor()
  await page.keyboard.press('Enter')
  await hasFocus(page, text)
}
/** The card that was found has the focus: what is pressed next is meant for it. */
const hasFocus = (page: Page, text: string) =>
  page.waitForFunction(
    (words) => document.activeElement?.closest('.note')?.textContent.includes(words) === true,
    text,
  )
const approach = async (page: Page, text: string) => {
  await findByKeys(page, text)
  // Ends the search; the card keeps the focus.
  await page.keyboard.press('Escape')
  await page.locator('#search-field').waitFor({ state: 'detached' })
  await hasFocus(page, text)
}

export const keyboard: Hands = {
  view: '?ansicht=wand',
  write: async (page, text) => {
    const field = page.getByRole('textbox', { name: /Text der Karte/ })
    // Keys do something as soon as the tools stand.
    await page.locator('#wall-tools').waitFor({ state: 'attached' })
    await page.keyboard.press('n')
    await field.waitFor()
    await page.keyboard.type(text)
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })
  },
  gather: async (page, texts, title) => {
    for (const [at, text] of texts.entries()) {
      await approach(page, text)
      await page.keyboard.press('Shift+F10')
      // A menu that has just come has not got the focus yet, and forgets a word that is typed slowly.
      await page.locator('[role="menu"]:focus-within').waitFor()
      const wanted = page.locator('[role="menuitem"]:focus', { hasText: 'Einordnen' })
      await pressUntil(page, 'ArrowDown', async () => (await wanted.count()) > 0)
      await page.keyboard.press('Enter')
      await dialog(page).waitFor()
      if (at === 0) {
        await pressUntil(page, 'Tab', focused(page, /Neue Überschrift/))
        await page.keyboard.press('Enter')
        await dialog(page).getByRole('textbox').waitFor()
        await page.keyboard.type(title)
        await page.keyboard.press('Enter')
        // The field has gone, and the focus with it.
        await pressUntil(page, 'Tab', () => isInDialog(page))
      } else {
        await pressUntil(page, 'Tab', focused(page, /^Ohne Überschrift/))
        await pressUntil(page, 'ArrowRight', focused(page, new RegExp(title)))
      }
      await page.keyboard.press('Escape')
      await dialog(page).waitFor({ state: 'detached' })
    }
  },
  moveOn: async (page, text, question) => {
    await approach(page, text)
    await page.keyboard.press('m')
    const place = page.locator('.move-hint strong')
    await place.waitFor()
    await pressUntil(
      page,
      'ArrowRight',
      async () => (await place.textContent())?.startsWith(question) ?? false,
    )
    await page.keyboard.press('Enter')
    await place.waitFor({ state: 'detached' })
  },
}

export const taps: Hands = {
  view: '?ansicht=liste',
  write: async (page, text) => {
    await page.getByRole('textbox', { name: 'Ihre Karte' }).tap()
    await page.keyboard.type(text)
    await page.getByRole('button', { name: 'Senden' }).tap()
  },
  gather: async (page, texts, title) => {
    const [first = '', ...rest] = texts
    await card(page, first).first().getByRole('button', { name: /Menü/ }).tap()
    await page.getByRole('menuitem', { name: 'Auswählen' }).tap()
    for (const text of rest) await card(page, text).first().locator('.choose-box').tap()
    await page.getByRole('button', { name: /^Überschrift/ }).tap()
    await dialog(page).getByText('Neue Überschrift').tap()
    await dialog(page).getByRole('textbox').tap()
    await page.keyboard.type(title)
    await dialog(page).getByRole('button', { name: 'Einordnen' }).tap()
    await page.getByRole('button', { name: /^(Auswahl aufheben|Aufheben)$/ }).tap()
  },
  moveOn: async (page, text, question) => {
    await card(page, text).first().getByRole('button', { name: /Menü/ }).tap()
    await page.getByRole('menuitem', { name: 'Einordnen' }).tap()
    await dialog(page)
      .getByText(new RegExp(`^${question} `))
      .tap()
    await dialog(page).getByRole('button', { name: 'Fertig' }).tap()
  },
}

/** With mouse and keys, on the wall. */
export const mouse: Hands = {
  ...keyboard,
  gather: async (page, texts, title) => {
    for (const text of texts) {
      await findByKeys(page, text)
      await page.keyboard.press('Space')
    }
    await page.getByRole('button', { name: /^Überschrift/ }).click()
    await dialog(page).getByText('Neue Überschrift').click()
    await dialog(page).getByRole('textbox').fill(title)
    await dialog(page).getByRole('button', { name: 'Einordnen' }).click()
    await page.getByRole('button', { name: /^(Auswahl aufheben|Aufheben)$/ }).click()
  },
  moveOn: async (page, text, question) => {
    await approach(page, text)
    const from = await card(page, text).first().boundingBox()
    const to = await page.locator(`.board-zone[aria-label="${question}"]`).boundingBox()
    if (!from || !to) throw new Error('The card or its new zone is not in view.')
    await page.mouse.move(from.x + 60, from.y + 14)
    await page.mouse.down()
    await page.mouse.move(to.x + 90, from.y + 14, { steps: 8 })
    await page.mouse.up()
  },
}
