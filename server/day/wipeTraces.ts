import { roomName } from '#shared/place.ts'
import { Refusal } from '#shared/refusal.ts'
import type { RecordChange } from '../records.ts'
import { replaceKept } from '../rooms/replaceKept.ts'
import type { Day } from './day.ts'

/**
 * W9: what was on the ballots of closed votes, and in drafts that were revealed without names, is overwritten in all
 * files of the store. It is on the list of what is to be wiped from the very commit that ended it: if the process ends
 * before, the next start does it.
 */
export const wipeTraces = async ({ ports }: Day): Promise<void> => {
  const { records, rooms, event } = ports
  const unwiped = records.all('unwiped')
  if (unwiped.length === 0) return
  const people = new Set(unwiped.flatMap(([, { drafts }]) => drafts ?? []))
  const places = [...people].map((person) => ({ kind: 'draft', person }) as const)
  places.sort((a, b) => (roomName(event, a) < roomName(event, b) ? -1 : 1))
  try {
    const drafts = await Promise.all(places.map((place) => rooms.place(place)))
    if (drafts.length > 0)
      await replaceKept(
        ports,
        drafts.map((room) => ({ room, removal: null })),
        async () => [],
      )
    await records.wipe()
  } catch {
    throw new Refusal('storeDown')
  }
  await records.commit(unwiped.map(([id]): RecordChange => ({ table: 'unwiped', id, value: null })))
}
