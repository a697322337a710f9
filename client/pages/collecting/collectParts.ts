import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { withTexts } from '../../ui/withTexts.ts'

/** They come with their sentences, when the page stands. */
export const GroupCollecting = fetchedApart(
  withTexts('collecting', async () => (await import('./GroupCollecting.tsx')).GroupCollecting),
)
export const LateLink = fetchedApart(
  withTexts('collecting', async () => (await import('./LateLink.tsx')).LateLink),
)
export const RevealDialog = fetchedApart(
  withTexts('collecting', async () => (await import('./RevealDialog.tsx')).RevealDialog),
)
