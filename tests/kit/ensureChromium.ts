// `npm test` calls this before the tests, so that the browser tests find a browser.
import { ensureChromium } from './chromium.ts'

try {
  await ensureChromium()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
