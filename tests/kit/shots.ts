import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axe } from './axe.ts'

/** Axe finds nothing, and nothing scrolls sideways. With SHOTS=<folder> the page is kept as pictures, light and dark. */
export const shot = async (page: Page, name: string): Promise<void> => {
  const { violations } = await axe(page).analyze()
  expect(violations.map(({ id, nodes }) => [name, id, nodes[0]?.html])).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow, name).toBeLessThanOrEqual(0)
  const folder = process.env['SHOTS']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.screenshot({ path: `${folder}/${name}-${scheme}.png` })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
