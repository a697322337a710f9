import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import type { BoardLayout, Column, LaidCluster, LaidNote, LayoutInput, WallZone } from './boardLayout.ts'
import { clusterWidth } from './boardMetrics.ts'
import { clusterKey } from './clusterKey.ts'
import { bottom, clamp, collide, type Box } from './boxes.ts'

/** One zone: the sheets of its clusters, then placed notes, then those that flow around them in two columns. */
export const layZone = (input: LayoutInput, zone: WallZone, x: number) => {
  const { metrics, previous } = input
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

  // First the sheets of the clusters, one below the other.
  let end = origin.y
  const stack = (id: ClusterId, y: number) => {
    const height = clusters.get(id)?.height ?? 0
    put(id, { x: origin.x, y, width: wide, height })
    end = Math.max(end, y + height + clusterGap)
  }
  const flowing = zone.clusters.map(({ id }) => id).filter((id) => !input.clusterAt(id, question))
  const placed = zone.clusters
    .map(({ id }) => ({ id, y: origin.y + placeOf(input.clusterAt(id, question)?.y ?? 0, unit, count) }))
    .filter(({ id }) => input.clusterAt(id, question))
    .sort((one, other) => one.y - other.y || (one.id < other.id ? -1 : 1))
  for (const id of flowing) {
    const half = (clusters.get(id)?.height ?? 0) / 2
    while (placed[0] && isAbove(input, placed[0], id, question, end + half))
      stack((placed.shift() as { id: ClusterId }).id, end)
    stack(id, end)
  }
  const flowed = end
  for (const { id, y } of placed) stack(id, Math.max(end, y))

  // Then the notes that somebody has placed, from top to bottom; who would cover something moves below it.
  const loose = new Set(zone.loose)
  const wanted = zone.loose
    .flatMap((id) => {
      const at = question === null ? null : input.noteAt(id)
      if (!at) return []
      const left = clamp(Math.round(at.x * unit), 0, wide - noteWidth)
      return [
        {
          id,
          box: {
            x: origin.x + left,
            y: origin.y + placeOf(at.y, unit, count),
            width: noteWidth,
            height: input.heightOf(id),
          },
        },
      ]
    })
    .sort((one, other) => one.box.y - other.box.y || one.box.x - other.box.x || (one.id < other.id ? -1 : 1))
  for (const { id, box } of wanted) {
    put(id, below(box, obstacles, gap))
    loose.delete(id)
  }

  // Then the others, in reading order, around them.
  const ends: [number, number] = [flowed, flowed]
  const columns = new Map<NoteId, Column>()
  for (const id of loose) {
    const height = input.heightOf(id)
    const inColumn = (column: 0 | 1) =>
      below(
        { x: origin.x + clusterPad + column * (noteWidth + gap), y: ends[column], width: noteWidth, height },
        obstacles,
        gap,
      )
    const both = [inColumn(0), inColumn(1)] as const
    const column = columnBefore(previous, id, question, null) ?? (both[1].y < both[0].y ? 1 : 0)
    boxes.set(id, both[column])
    columns.set(id, column)
    ends[column] = bottom(both[column]) + gap
  }

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
    }
  })
  const laidNotes = [
    ...laidClusters.flatMap(({ id, box }) =>
      (clusters.get(id)?.notes ?? []).map((note) => ({ ...note, box: shifted(note.box, box) })),
    ),
    ...zone.loose.map((id): LaidNote => ({
      id,
      box: boxes.get(id) as Box,
      question,
      cluster: null,
      column: columns.get(id) ?? null,
    })),
  ]
  const foot = Math.max(origin.y, ...[...boxes.values()].map(bottom))
  return { zone, origin, clusters: laidClusters, notes: laidNotes, foot }
}

/** A stored position from some other program does not make a wall without end. */
const maxSpot = 20_000
const mostHeight = 300
const placeOf = (y: number, unit: number, count: number): number =>
  clamp(Math.round(y * unit), 0, maxSpot + count * mostHeight)

/** A placed cluster goes above a flowing one when it is put above its middle; once there, it stays, whatever grows. */
const isAbove = (
  { previous, clusterAt }: LayoutInput,
  placed: { readonly id: ClusterId; readonly y: number },
  flowing: ClusterId,
  question: QuestionId | null,
  middle: number,
): boolean => {
  const before = previous?.clusters.get(clusterKey(question, placed.id))
  const other = previous?.clusters.get(clusterKey(question, flowing))
  const isSettled = before && other && other.at === null && before.at === clusterAt(placed.id, question)?.y
  return isSettled ? before.box.y < other.box.y : placed.y < middle
}

const columnBefore = (
  previous: BoardLayout | null | undefined,
  id: NoteId,
  question: QuestionId | null,
  cluster: ClusterId | null,
) => {
  const before = previous?.notes.get(id)
  return before && before.question === question && before.cluster === cluster ? before.column : null
}

/** Whether those that stand in both follow each other as before. */
const isOrderKept = (before: readonly NoteId[], now: readonly NoteId[]): boolean => {
  const rank = new Map(before.map((id, at) => [id, at]))
  const kept = now.flatMap((id) => rank.get(id) ?? [])
  return kept.every((at, next) => next === 0 || at > (kept[next - 1] as number))
}

type Inside = { readonly notes: readonly LaidNote[]; readonly height: number }

/** The notes of a cluster in two columns, relative to its sheet. */
const layInside = (
  input: LayoutInput,
  ids: readonly NoteId[],
  question: QuestionId | null,
  cluster: ClusterId,
  title: string,
): Inside => {
  const { metrics, previous } = input
  const { gap, clusterPad, clusterFoot, noteWidth } = metrics
  const head = input.clusterHeadHeight(title, ids.length)
  const ends: [number, number] = [head, head]
  const isSorted = isOrderKept(previous?.clusters.get(clusterKey(question, cluster))?.notes ?? [], ids)
  const notes = ids.map((id): LaidNote => {
    const before = isSorted ? columnBefore(previous, id, question, cluster) : null
    const column = before ?? (ends[1] < ends[0] ? 1 : 0)
    const box = {
      x: clusterPad + column * (noteWidth + gap),
      y: ends[column],
      width: noteWidth,
      height: input.heightOf(id),
    }
    ends[column] = bottom(box) + gap
    return { id, box, question, cluster, column }
  })
  const end = ids.length === 0 ? head : Math.max(...ends) - gap
  return { notes, height: end + clusterFoot }
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
