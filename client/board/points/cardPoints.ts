import type { CardPoints } from '#shared/day/pointsByCard.ts'
import { valueStore } from '../../sync/valueStore.ts'

/** What the cards of the open board got in the latest closed vote; empty while there is none, or another is running. */
export const cardPoints = valueStore<ReadonlyMap<string, CardPoints>>(new Map())
/** Whether the list shows the cards of each Teilfrage by points. */
export const isListedByPoints = valueStore(false)
/** Whether the view that is open is such a list. */
export const isShownByPoints = valueStore(false)
/** Whether what came out is shown. */
export const isResultShown = valueStore(false)
