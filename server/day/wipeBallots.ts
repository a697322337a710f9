import { Refusal } from '#shared/refusal.ts'
import type { RecordChange } from '../records.ts'
import type { Day } from './day.ts'

/**
 * W9: what was on the ballots of closed votes is overwritten in all files of the store. A closed vote is on the list of
 * what is to be wiped from the very commit that closed it: if the process ends before, the next start does it.
 */
export const wipeBallots = async ({ ports: { records } }: Day): Promise<void> => {
  const unwiped = records.all('unwiped')
  if (unwiped.length === 0) return
  try {
    await records.wipe()
  } catch {
    throw new Refusal('storeDown')
  }
  await records.commit(unwiped.map(([id]): RecordChange => ({ table: 'unwiped', id, value: null })))
}
