import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { startTextsOf } from '../../ui/i18n.ts'

/** The bar and the row of steps come with their sentences, when the page stands. */
const withTexts = async <Part>(fetch: Promise<Part>): Promise<Part> =>
  (await Promise.all([fetch, startTextsOf('phases')]))[0]

export const PhaseBar = fetchedApart(async () => (await withTexts(import('./PhaseBar.tsx'))).PhaseBar)
export const PhaseSteps = fetchedApart(async () => (await withTexts(import('./PhaseSteps.tsx'))).PhaseSteps)
