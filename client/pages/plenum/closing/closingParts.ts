import { fetchedApart } from '../../../ui/fetchedApart.tsx'
import { withTexts } from '../../../ui/withTexts.ts'

/** Parts of the end of the Plenum that come with sentences of their own. */
export const LooseFates = fetchedApart(
  withTexts('fates', async () => (await import('./LooseFates.tsx')).LooseFates),
)
export const FinaliseDialog = fetchedApart(
  withTexts('fates', async () => (await import('./FinaliseDialog.tsx')).FinaliseDialog),
)
export const FrozenWays = fetchedApart(
  withTexts('fates', async () => (await import('./FrozenWays.tsx')).FrozenWays),
)
export const CompareBar = fetchedApart(
  withTexts('fates', async () => (await import('./CompareBar.tsx')).CompareBar),
)
export const ChangesPaper = fetchedApart(
  withTexts('fates', async () => (await import('./ChangesPaper.tsx')).ChangesPaper),
)
