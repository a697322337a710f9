import type * as Y from 'yjs'
import { gatheredOf, readGathered, type GatheredNote } from '#shared/gather.ts'
import type { EventPlan } from '#shared/template.ts'
import type { ReadStore } from '../../sync/valueStore.ts'
import { docStore } from './docStore.ts'

/** The notes the groups handed over, and those that results name. */
export const gatheredStore = (doc: Y.Doc, plan: EventPlan): ReadStore<readonly GatheredNote[]> =>
  docStore(
    (changed) => {
      gatheredOf(doc).observe(changed)
      return () => gatheredOf(doc).unobserve(changed)
    },
    () => readGathered(doc, plan),
  )
