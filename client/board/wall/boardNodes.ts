import type { Node } from '@xyflow/react'
import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import { classNames } from '../../ui/classNames.ts'
import { isLaidCluster, type BoardLayout, type LaidZone } from './boardLayout.ts'
import { collide, type Box, type Point } from './boxes.ts'

export type ZoneNode = Node<{ readonly question: QuestionId | null; readonly count: number }, 'zone'>
export type ClusterNode = Node<
  { readonly id: ClusterId; readonly title: string; readonly count: number },
  'cluster'
>
export type NoteNode = Node<{ readonly id: NoteId }, 'note'>
export type BoardNode = ZoneNode | ClusterNode | NoteNode

export type NodeOptions = {
  /** The part of the wall that is looked at; of cards and clusters elsewhere there are no nodes. */
  readonly seen: Box
  /** False from far away, where an overview is drawn instead of cards. */
  readonly withNotes: boolean
  /** Always there, wherever the window looks: what has the focus, what is being edited. */
  readonly kept: ReadonlySet<string>
  readonly editing: string | null
  readonly canDrag: (key: string) => boolean
  /** Where dragged things are now. */
  readonly dragged: ReadonlyMap<string, Point>
  /** The cluster or zone beneath what is being dragged. */
  readonly target: string | null
}

export const zoneKey = (question: QuestionId | null): string => `zone/${question ?? ''}`

/** Who slips out of view at its edge, and in again, is not made anew each time. */
const staysFor = 120

const layer = { zone: 0, cluster: 1, note: 2, kept: 3, dragged: 1000, editing: 2000 }

/** Of zones that stayed the same, asked with the same options, the nodes are the same. */
const drawn = new WeakMap<LaidZone, { readonly options: NodeOptions; readonly nodes: readonly BoardNode[] }>()

/**
 * Boxes → React Flow's nodes, in reading order, and only of what is in view: React Flow goes through all it has with every
 * change. What did not change keeps its identity; if nothing did, so does the list.
 */
export const boardNodes = (
  layout: BoardLayout,
  options: NodeOptions,
  before: readonly BoardNode[],
): readonly BoardNode[] => {
  const known = new Map(before.map((node) => [node.id, node]))
  const nodes: BoardNode[] = []
  const add = (node: BoardNode) => {
    const old = known.get(node.id)
    nodes.push(old && isSame(old, node) ? old : node)
  }
  const { seen, kept, dragged } = options
  const isThere = (key: string, box: Box) =>
    (collide(box, seen, staysFor) && (collide(box, seen) || known.has(key))) ||
    kept.has(key) ||
    dragged.has(key)
  const base = (id: string, box: Box, zIndex: number) => {
    const isDragged = dragged.has(id)
    const { x, y } = dragged.get(id) ?? box
    return {
      id,
      position: { x, y },
      width: box.width,
      height: box.height,
      measured: { width: box.width, height: box.height },
      // Without them React Flow hides every node until it has measured it.
      handles: [],
      draggable: options.canDrag(id),
      dragging: isDragged,
      zIndex: isDragged ? zIndex + layer.dragged : zIndex,
      className: classOf(isDragged, options.target === id, options.editing === id),
      domAttributes: plain,
    }
  }
  for (const zone of layout.zones) {
    const last = drawn.get(zone)
    if (last?.options === options) {
      nodes.push(...last.nodes)
      continue
    }
    const first = nodes.length
    const id = zoneKey(zone.question)
    const data = { question: zone.question, count: zone.stops.length }
    add({ ...base(id, zone.box, layer.zone), type: 'zone', draggable: false, style: beneath, data })
    for (const item of zone.items) {
      if (isLaidCluster(item)) {
        const { key, id, title, notes, box } = item
        if (!isThere(key, box)) continue
        const data = { id, title, count: notes.length }
        add({
          ...base(key, box, layer.cluster),
          type: 'cluster',
          dragHandle: '.cluster-head',
          style: beneath,
          data,
        })
      } else if (options.withNotes ? isThere(item.id, item.box) : kept.has(item.id)) {
        const { id, box } = item
        const zIndex = id === options.editing ? layer.editing : kept.has(id) ? layer.kept : layer.note
        add({ ...base(id, box, zIndex), type: 'note', style: touchable, data: { id } })
      }
    }
    drawn.set(zone, { options, nodes: nodes.slice(first) })
  }
  return nodes.length === before.length && nodes.every((node, at) => node === before[at]) ? before : nodes
}

/** Cards are chosen even where they cannot be dragged; zones and sheets are free space, but for their heads. */
const touchable = { pointerEvents: 'all' } as const
const beneath = { pointerEvents: 'none' } as const
/** React Flow calls every node a "node", in English. */
const plain = { 'aria-roledescription': undefined }
const classOf = (isDragged: boolean, isTarget: boolean, isEdited: boolean) =>
  classNames(isDragged && 'lifted', isTarget && 'target', isEdited && 'still')

const isSame = (a: BoardNode, b: BoardNode): boolean =>
  isSamePoint(a.position, b.position) && isSameButPlace(a, b)

/** Whether nothing but its place is different. */
export const isSameButPlace = (a: BoardNode, b: BoardNode): boolean =>
  a.id === b.id &&
  a.width === b.width &&
  a.height === b.height &&
  a.zIndex === b.zIndex &&
  a.draggable === b.draggable &&
  a.dragging === b.dragging &&
  a.className === b.className &&
  isSameData(a, b)

/** Whether a node shows the same, wherever it stands: its component is drawn anew only if not. */
export const isSameData = (a: { readonly data: object }, b: { readonly data: object }): boolean =>
  Object.entries(a.data).every(([field, value]) => (b.data as Record<string, unknown>)[field] === value)

export const isSamePoint = (a: Point, b: Point): boolean => a.x === b.x && a.y === b.y
