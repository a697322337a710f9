import type { GroupId } from '#shared/ids.ts'
import { dayQuery, meQuery, queryClient } from '../../sync/records.ts'
import { PhaseBar } from './phaseParts.ts'

/** The bar takes room above a board: where one will be seen, it comes along with it. */
export const prefetchPhaseBar = async (group: GroupId): Promise<void> => {
  try {
    const [me, { phases }] = await Promise.all([
      queryClient.fetchQuery(meQuery),
      queryClient.fetchQuery(dayQuery),
    ])
    if (phases[group] || me.person.role !== 'member') await PhaseBar.fetchNow()
  } catch {
    // It asks again when it is needed.
  }
}
