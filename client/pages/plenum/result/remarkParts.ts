import { fetchedApart } from '../../../ui/fetchedApart.tsx'
import { withTexts } from '../../../ui/withTexts.ts'

/** What was said against results comes with its sentences, when the page stands. */
export const ClosingRemarks = fetchedApart(
  withTexts('consent', async () => (await import('../consent/ClosingRemarks.tsx')).ClosingRemarks),
)
export const Remarks = fetchedApart(withTexts('consent', async () => (await import('./Remarks.tsx')).Remarks))
