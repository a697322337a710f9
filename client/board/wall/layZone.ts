import type { Side } from '#shared/board.ts'
import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import { noteColumns } from '../noteColumns.ts'
import type { Ends, LaidCluster, LaidNote, LayoutInput, WallZone } from './boardLayout.ts'
import { clusterWidth } from './boardMetrics.ts'
import { clusterKey } from './clusterKey.ts'
import { bottom, clamp, collide, type Box } from './boxes.ts'
import { sheetOrder } from './sheetOrder.ts'

/** One zone: the sheets of its clusters, then placed notes, then those that flow around them in two columns. */
export const layZone = (input: LayoutInput, zone: WallZone, x: number) => {
  const { metrics } = input
  const { gap, clusterGap, clusterPad, noteWidth } = metrics
  const { question } = zone
  const origin = { x: x + metrics.zonePad, y: input.headHeight }
  const wide = clusterWidth(metrics)
  const unit = noteWidth / 208
  const count = zone.loose.length + zone.clusters.length
  const clusters = new Map<string, Inside>(
    zone.clusters.map((cluster) => [
      cluster.id,
      layInside(input, cluster.notes, question, cluster.id, cluster.title),
    ]),
  )
  const boxes = new Map<string, Box>()
  const obstacles: Box[] = []
  const put = (id: string, box: Box) => {
    boxes.set(id, box)
    // Kept from top to bottom; most come in that order.
    let at = obstacles.length
    while (at > 0 && (obstacles[at - 1] as Box).y > box.y) at--
    obstacles.splice(at, 0, box)
  }

  // First the sheets of the clusters, one below the other; loose notes begin below those that follow each other without room.
  let end = origin.y
  let flowed = end
  const sheets = zone.clusters.map(({ id }) => ({ id, y: input.clusterAt(id, question)?.y ?? null }))
  for (const { id, y: at } of sheetOrder(sheets)) {
    const y = at === null ? end : Math.max(end, origin.y + placeOf(at, unit, count))
    const isNext = y === end && flowed === end
    const height = clusters.get(id)?.height ?? 0
    put(id, { x: origin.x, y, width: wide, height })
    end = y + height + clusterGap
    if (isNext) flowed = end
  }

  // Then the notes that somebody has placed, from top to bottom; who would cover something moves below it.
  const loose = new Set(zone.loose)
  const spots = zone.loose.map((id) => input.noteAt(id))
  const wanted: { readonly id: NoteId; readonly box: Box }[] = []
  zone.loose.forEach((id, rank) => {
    const at = question === null ? null : spots[rank]
    if (!at) return
    const box = {
      x: origin.x + clamp(Math.round(at.x * unit), 0, wide - noteWidth),
      y: origin.y + placeOf(at.y, unit, count),
      width: noteWidth,
      height: input.heightOf(id),
    }
    wanted.push({ id, box })
  })
  wanted.sort(
    (one, other) => one.box.y - other.box.y || one.box.x - other.box.x || (one.id < other.id ? -1 : 1),
  )
  for (const { id, box } of wanted) {
    put(id, below(box, obstacles, gap))
    loose.delete(id)
  }

  // Then the others, in reading order, around them.
  const ends: [number, number] = [flowed, flowed]
  const inColumn = (column: Side, height: number) =>
    below(
      { x: origin.x + clusterPad + column * (noteWidth + gap), y: ends[column], width: noteWidth, height },
      obstacles,
      gap,
    )
  const columns = noteColumns([...loose], input.columnOf, loose.size === zone.loose.length)
  for (const [id, column] of columns) {
    const box = inColumn(column, input.heightOf(id))
    boxes.set(id, box)
    ends[column] = bottom(box) + gap
  }
  const next = [inColumn(0, lineHeight * unit).y, inColumn(1, lineHeight * unit).y] as const

  const laidClusters = zone.clusters.map(({ id, title, notes }): LaidCluster => {
    const box = boxes.get(id) as Box
    return {
      key: clusterKey(question, id),
      id,
      title,
      // Only Teilfragen have clusters.
      question: question as QuestionId,
      at: input.clusterAt(id, question)?.y ?? null,
      box,
      notes,
      ends: (clusters.get(id) as Inside).ends,
    }
  })
  const laidNotes = [
    ...laidClusters.flatMap(({ id, box }) =>
      (clusters.get(id)?.notes ?? []).map((note) => ({ ...note, box: shifted(note.box, box) })),
    ),
    ...zone.loose.map((id, rank): LaidNote => ({
      id,
      box: boxes.get(id) as Box,
      question,
      cluster: null,
      column: columns.get(id) ?? null,
      at: spots[rank] ?? null,
    })),
  ]
  const foot = Math.max(origin.y, ...[...boxes.values()].map(bottom))
  return { zone, origin, clusters: laidClusters, notes: laidNotes, foot, ends: next }
}

/** A stored position from some other program does not make a wall without end. */
const maxSpot = 20_000
/** A card with one line. */
const lineHeight = 60
const mostHeight = 300
const placeOf = (y: number, unit: number, count: number): number =>
  clamp(Math.round(y * unit), 0, maxSpot + count * mostHeight)

type Inside = { readonly notes: readonly LaidNote[]; readonly height: number; readonly ends: Ends }

/** The notes of a cluster in two columns, relative to its sheet. */
const layInside = (
  input: LayoutInput,
  ids: readonly NoteId[],
  question: QuestionId | null,
  cluster: ClusterId,
  title: string,
): Inside => {
  const { gap, clusterPad, clusterFoot, noteWidth } = input.metrics
  const head = input.clusterHeadHeight(title, ids.length)
  const ends: [number, number] = [head, head]
  const notes = [...noteColumns(ids, input.columnOf, true)].map(([id, column]): LaidNote => {
    const box = {
      x: clusterPad + column * (noteWidth + gap),
      y: ends[column],
      width: noteWidth,
      height: input.heightOf(id),
    }
    ends[column] = bottom(box) + gap
    return { id, box, question, cluster, column, at: input.noteAt(id) }
  })
  const end = ids.length === 0 ? head : Math.max(...ends) - gap
  return { notes, height: end + clusterFoot, ends }
}

/** The same box, as far down as needed to touch none of the others, which come from top to bottom. */
const below = (box: Box, others: readonly Box[], gap: number): Box => {
  let moved = box
  for (const other of others) {
    if (other.y >= bottom(moved) + gap) break
    if (collide(moved, other, gap)) moved = { ...moved, y: bottom(other) + gap }
  }
  return moved
}

const shifted = (box: Box, by: { readonly x: number; readonly y: number }): Box => ({
  ...box,
  x: box.x + by.x,
  y: box.y + by.y,
})
