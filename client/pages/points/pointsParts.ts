import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { startTextsOf } from '../../ui/i18n.ts'

/** They come with their sentences, once points are given here. */
const withTexts = async <Part>(fetch: Promise<Part>): Promise<Part> =>
  (await Promise.all([fetch, startTextsOf('points')]))[0]

export const PointsBar = fetchedApart(async () => (await withTexts(import('./PointsBar.tsx'))).PointsBar)
export const GivePoints = fetchedApart(async () => (await withTexts(import('./GivePoints.tsx'))).GivePoints)
export const LatePoints = fetchedApart(async () => (await withTexts(import('./LatePoints.tsx'))).LatePoints)
export const ResultDialog = fetchedApart(
  async () => (await withTexts(import('./ResultDialog.tsx'))).ResultDialog,
)
