import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import type { Arrangement } from '../arrange.ts'
import { notesOfZone, readingOrder } from './readingOrder.ts'

/** Where the focus is: on a card or a cluster, or somewhere in a zone. */
export type Around = {
  readonly note?: NoteId | undefined
  readonly cluster?: ClusterId | undefined
  readonly question?: QuestionId | undefined
}

/**
 * What "all" means there: the cluster of the card, or else its zone; the whole board once these are chosen already.
 * While one searches, only what is found (`isMeant`).
 */
export const allAround = (
  arrangement: Arrangement,
  { note, cluster, question }: Around,
  chosen: ReadonlySet<NoteId>,
  isMeant: (id: NoteId) => boolean = () => true,
): NoteId[] => {
  const near = placeOf(arrangement, note, cluster, question).filter(isMeant)
  const isChosen = near.length === chosen.size && near.every((id) => chosen.has(id))
  return near.length === 0 || isChosen ? readingOrder(arrangement).filter(isMeant) : near
}

const placeOf = (
  { zones, parked }: Arrangement,
  note: NoteId | undefined,
  cluster: ClusterId | undefined,
  question: QuestionId | undefined,
): readonly NoteId[] => {
  if (note === undefined && cluster !== undefined) return notesOfCluster(zones, cluster)
  if (note !== undefined && parked.includes(note)) return parked
  for (const zone of zones) {
    const own = zone.clusters.find(({ notes }) => note !== undefined && notes.includes(note))
    if (own) return own.notes
    if (note === undefined ? zone.question === question : zone.loose.includes(note)) return notesOfZone(zone)
  }
  return []
}

/** A cluster may reach over several zones. */
export const notesOfCluster = (zones: Arrangement['zones'], cluster: ClusterId): NoteId[] =>
  zones.flatMap(({ clusters }) => clusters.filter(({ id }) => id === cluster).flatMap(({ notes }) => notes))
