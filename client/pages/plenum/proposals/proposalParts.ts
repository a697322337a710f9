import { fetchedApart } from '../../../ui/fetchedApart.tsx'
import { withTexts } from '../../../ui/withTexts.ts'

/** Come with their sentences when the text stands. */
export const Proposals = fetchedApart(
  withTexts('proposals', async () => (await import('./Proposals.tsx')).Proposals),
)
export const TextChoice = fetchedApart(
  withTexts('proposals', async () => (await import('./TextChoice.tsx')).TextChoice),
)
export const OtherText = fetchedApart(
  withTexts('proposals', async () => (await import('./OtherText.tsx')).OtherText),
)
