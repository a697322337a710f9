import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { withTexts } from '../../ui/withTexts.ts'

export const NoteFateLine = fetchedApart(
  withTexts('fates', async () => (await import('./NoteFateLine.tsx')).NoteFateLine),
)
