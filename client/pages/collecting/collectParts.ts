import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { startTextsOf } from '../../ui/i18n.ts'

/** They come with their sentences, when the page stands. */
const withTexts = async <Part>(fetch: Promise<Part>): Promise<Part> =>
  (await Promise.all([fetch, startTextsOf('collecting')]))[0]

export const GroupCollecting = fetchedApart(
  async () => (await withTexts(import('./GroupCollecting.tsx'))).GroupCollecting,
)
export const LateLink = fetchedApart(async () => (await withTexts(import('./LateLink.tsx'))).LateLink)
