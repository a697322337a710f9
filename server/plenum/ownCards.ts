import type { GroupId, PersonId } from '#shared/ids.ts'
import type { CardFate } from '#shared/plenum/cardsAnswer.ts'
import { cardFates } from './fates.ts'
import type { Plenum } from './plenum.ts'

/** Everything that one person wrote, in all groups, with what became of it. `known`: groups that were read already. */
export const ownCards = async (
  plenum: Plenum,
  person: PersonId,
  known: ReadonlyMap<GroupId, readonly CardFate[]> = new Map(),
): Promise<CardFate[]> => {
  const { plan, records } = plenum.ports
  const wroteIn = new Set(
    records.all('note').flatMap(([, row]) => (row.person === person ? [row.group] : [])),
  )
  const groups = plan.groups.filter(({ id }) => wroteIn.has(id))
  const cards = await Promise.all(groups.map(({ id }) => known.get(id) ?? cardFates(plenum, id, person)))
  return cards.flat().filter(({ isMine }) => isMine)
}
