import type { NoteId } from '#shared/ids.ts'
import { isLaidCluster, type BoardLayout, type LaidCluster, type LaidNote } from './boardLayout.ts'
import { clusterWidth, type BoardMetrics } from './boardMetrics.ts'
import { bottom, centre, clamp, type Point } from './boxes.ts'
import { spotIn, type DropTarget } from './dropTarget.ts'
import { moveCluster } from '../moveCluster.ts'
import type { BoardPlace } from '../useBoardPlace.ts'
import { sheetSpots } from './sheetSpots.ts'

type Changes = Pick<BoardPlace, 'actions'>

/**
 * One card, or all chosen ones with it. Onto a cluster or into the Themenspeicher: all of them. Onto another zone: all to
 * that Teilfrage. Within its zone: each stays at its own. Where places count, they lie to each other as before.
 */
export const dropNotes = (
  { actions }: Changes,
  layout: BoardLayout,
  metrics: BoardMetrics,
  held: NoteId,
  ids: readonly NoteId[],
  { question, cluster }: DropTarget,
  corner: Point,
): void => {
  const notes = ids.flatMap((id) => layout.notes.get(id) ?? [])
  if (question === null) {
    // In the Themenspeicher notes flow as well.
    const others = notes.filter((note) => note.question !== null)
    return others.length === 0
      ? undefined
      : actions.together(() => others.forEach(({ id }) => actions.park(id)))
  }
  if (cluster) {
    // In a cluster notes flow; there is nothing to place.
    const others = notes.filter((note) => note.question !== question || note.cluster !== cluster.id)
    if (others.length === 0) return
    return actions.together(() => {
      for (const { id } of others) {
        actions.moveToQuestion(id, question)
        actions.setCluster(id, cluster.id)
      }
    })
  }
  const spots = spotsOf(layout, metrics, held, notes, question, corner)
  if (!spots) return
  const isSame = layout.notes.get(held)?.question === question
  actions.together(() => {
    for (const { id, question: from, cluster: own } of notes) {
      // What lies in the Themenspeicher flows there.
      if (isSame && from === null) continue
      if (!isSame && from !== question) actions.moveToQuestion(id, question)
      else if (own !== null) actions.setCluster(id, null)
      const spot = spots.get(id)
      if (spot) actions.place(id, spot)
    }
  })
}

/** Where each comes to lie, counted from its zone: all move by what the held one moves, and all stay inside. */
const spotsOf = (
  layout: BoardLayout,
  metrics: BoardMetrics,
  held: NoteId,
  notes: readonly LaidNote[],
  question: DropTarget['question'],
  corner: Point,
): ReadonlyMap<NoteId, Point> | null => {
  const zoneOf = (one: DropTarget['question']) => layout.zones.find((zone) => zone.question === one)
  const offset = ({ box, question: own }: LaidNote): Point => {
    const origin = zoneOf(own)?.origin ?? box
    return { x: box.x - origin.x, y: box.y - origin.y }
  }
  const first = layout.notes.get(held)
  const zone = zoneOf(question)
  if (!first || !zone) return null
  const unit = metrics.noteWidth / 208
  const room = clusterWidth(metrics) - metrics.noteWidth
  const offsets = notes.map(offset)
  const from = offset(first)
  const left = Math.min(...offsets.map(({ x }) => x))
  const right = Math.max(...offsets.map(({ x }) => x))
  const top = Math.min(...offsets.map(({ y }) => y))
  const inside = {
    x: zone.origin.x + from.x + clamp(corner.x - zone.origin.x - from.x, -left, room - right),
    y: zone.origin.y + from.y + Math.max(corner.y - zone.origin.y - from.y, -top),
  }
  const spot = spotIn(zone, inside, metrics.noteWidth, metrics)
  const shift = { x: spot.x - from.x / unit, y: spot.y - from.y / unit }
  return new Map(
    notes.map(({ id }, at) => {
      const { x, y } = offsets[at] as Point
      return [
        id,
        {
          x: Math.round(clamp(x / unit + shift.x, 0, room / unit)),
          y: Math.round(Math.max(0, y / unit + shift.y)),
        },
      ]
    }),
  )
}

/** The zone it is dropped on becomes its home, and the notes that stood in this sheet come along. */
export const dropCluster = (
  place: Pick<BoardPlace, 'actions' | 'store'>,
  layout: BoardLayout,
  metrics: BoardMetrics,
  { id, key, question: from, notes }: LaidCluster,
  { question }: DropTarget,
  corner: Point,
): void => {
  const zone = layout.zones.find((one) => one.question === question)
  if (!zone || question === null) return
  const unit = metrics.noteWidth / 208
  const others = zone.items
    .filter(isLaidCluster)
    .filter((sheet) => sheet.key !== key)
    .sort((one, other) => one.box.y - other.box.y)
  const rank = others.filter(({ box }) => centre(box).y <= corner.y).length
  const above = others[rank - 1]
  const room = corner.y - (above ? bottom(above.box) + metrics.clusterGap : zone.origin.y)
  const y = room > leastRoom * unit ? Math.round((corner.y - zone.origin.y) / unit) : null
  const homes = new Map(place.store.clusters.get().map((cluster) => [cluster.id, cluster.question]))
  const sheets = others.map((sheet) => ({
    id: sheet.id,
    y: sheet.at,
    isHome: homes.get(sheet.id) === question,
  }))
  const spots = sheetSpots([...sheets.slice(0, rank), { id, y, isHome: true }, ...sheets.slice(rank)])
  // The order of all of them is written down: later no height decides about it.
  place.actions.together(() => {
    moveCluster(place, { id, from, notes }, question, { x: 0, y: spots.get(id) ?? 0 })
    for (const [other, spot] of spots)
      if (other !== id && sheets.find((sheet) => sheet.id === other)?.y !== spot)
        place.actions.placeCluster(other, question, { x: 0, y: spot })
  })
}
/** Less is not meant as free space. */
const leastRoom = 24
