import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { withTexts } from '../../ui/withTexts.ts'

/** They come with their sentences, once points are given here. */
export const PointsBar = fetchedApart(
  withTexts('points', async () => (await import('./PointsBar.tsx')).PointsBar),
)
export const GivePoints = fetchedApart(
  withTexts('points', async () => (await import('./GivePoints.tsx')).GivePoints),
)
export const LatePoints = fetchedApart(
  withTexts('points', async () => (await import('./LatePoints.tsx')).LatePoints),
)
export const ResultDialog = fetchedApart(
  withTexts('points', async () => (await import('./ResultDialog.tsx')).ResultDialog),
)
export const PointsDesk = fetchedApart(
  withTexts('points', async () => (await import('./PointsDesk.tsx')).PointsDesk),
)
