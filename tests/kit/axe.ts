import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What axe finds on a page. Style sheets are not handed to it: it would put those that are still loading into a document
 * of its own, which our policy refuses aloud. Only its rules about sound and locked orientation read them.
 */
export const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).options({ preload: false })
