import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { withTexts } from '../../ui/withTexts.ts'

/** The bar and the row of steps come with their sentences, when the page stands. */
export const PhaseBar = fetchedApart(
  withTexts('phases', async () => (await import('./PhaseBar.tsx')).PhaseBar),
)
export const PhaseSteps = fetchedApart(
  withTexts('phases', async () => (await import('./PhaseSteps.tsx')).PhaseSteps),
)
