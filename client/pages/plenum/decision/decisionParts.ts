import { fetchedApart } from '../../../ui/fetchedApart.tsx'
import { withTexts } from '../../../ui/withTexts.ts'

/** What only those who lead the Plenum need, with its sentences. */
export const AskConsent = fetchedApart(
  withTexts('consent', async () => (await import('./AskConsent.tsx')).AskConsent),
)
export const BlockWays = fetchedApart(
  withTexts('consent', async () => (await import('./BlockWays.tsx')).BlockWays),
)
export const OutcomeForm = fetchedApart(
  withTexts('consent', async () => (await import('./OutcomeForm.tsx')).OutcomeForm),
)
