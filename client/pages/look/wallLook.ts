import type { NoteId } from '#shared/ids.ts'
import { boardLayout, isLaidCluster, type LaidZone, type WallZone } from '../../board/wall/boardLayout.ts'
import { boardMetrics } from '../../board/wall/boardMetrics.ts'
import { collide, type Box } from '../../board/wall/boxes.ts'
import { inTurn } from '../../board/wall/inTurn.ts'
import { openMeasure } from '../../board/wall/measureNotes.ts'
import { remSize } from '../../board/wall/remSize.ts'
import { minZoneHeight, openingView, openingZoom, seenPart } from '../../board/wall/viewport.ts'
import { classNames } from '../../ui/classNames.ts'
import { element } from '../../ui/element.ts'
import type { LookContext } from './lookContext.ts'
import { finishCard, plainCard } from './plainCard.ts'
import { plainIcon } from './plainIcon.ts'
import '../../board/wall/BoardView.css'

/** About what a window shows. */
const mostMeasured = 48

/** The wall as it will open, laid out by the same rules: only what is in view, for eyes only. `host` has its size already. */
export const wallLook = (host: HTMLElement, context: LookContext): void => {
  const { look, cards, group, t } = context
  const view = element('div', 'board-view')
  host.append(view)
  const size = { width: view.clientWidth, height: view.clientHeight }
  const metrics = boardMetrics(remSize())
  const zoom = openingZoom(size, group.questions.length, metrics)
  const zones: readonly WallZone[] = [...look.zones, { question: null, clusters: [], loose: look.parked }]
  const blocksOf = (id: NoteId) => cards.get(id)?.blocks ?? []
  const measure = openMeasure(
    view,
    { more: t('app:readAll'), empty: t('app:emptyNote') },
    () => {},
    mostMeasured,
  )
  measure.notes(
    inTurn(zones.map(({ clusters, loose }) => [...clusters.flatMap(({ notes }) => notes), ...loose])).map(
      blocksOf,
    ),
  )
  const layout = boardLayout({
    zones,
    metrics,
    headHeight: measure.zoneHeads(group.questions),
    minHeight: minZoneHeight(size, zoom, metrics),
    heightOf: (id) => measure.sizeOf(blocksOf(id)).height + (cards.get(id)?.merged ? measure.foot() : 0),
    clusterHeadHeight: (title, count) =>
      measure.clusterHead(title || t('group:clusterUntitled'), t('group:notes', { count })),
    noteAt: (id) => cards.get(id)?.at ?? null,
    columnOf: (id) => cards.get(id)?.column ?? null,
    clusterAt: (id, question) =>
      look.zones.find((zone) => zone.question === question)?.clusters.find((cluster) => cluster.id === id)
        ?.at ?? null,
  })

  const opening = openingView(size, layout, zoom, metrics)
  const seen = seenPart(opening, size)
  const sheet = element('div', 'look-wall')
  sheet.style.transform = `translate(${opening.x}px, ${opening.y}px) scale(${zoom})`
  const put = ({ x, y, width, height }: Box, made: HTMLElement) => {
    const place = element('div', '', made)
    Object.assign(place.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` })
    sheet.append(place)
  }
  const isCut = (id: NoteId) => measure.sizeOf(blocksOf(id)).isCut
  for (const zone of layout.zones) {
    put(zone.box, zoneLook(context, zone))
    for (const item of zone.items.filter(({ box }) => collide(box, seen))) {
      if (isLaidCluster(item)) put(item.box, clusterLook(context, zone, item))
      else {
        const card = cards.get(item.id)
        if (card) put(item.box, cardLook(context, card, isCut(item.id)))
      }
    }
  }
  measure.close()
  view.append(element('div', 'board-surface', sheet))
}

const cardLook = (context: LookContext, card: Parameters<typeof plainCard>[1], isCut: boolean) => {
  const made = plainCard(context, card, 'canvas board-note')
  if (!isCut) made.clip.className = ''
  finishCard(context, card, made.card, isCut)
  return made.card
}

const zoneLook = ({ group, t }: LookContext, { question }: LaidZone): HTMLElement => {
  const isParking = question === null
  const name = element(
    'span',
    isParking ? '' : 'serif',
    isParking ? t('group:parkingTitle') : (group.questions.find(({ id }) => id === question)?.text ?? ''),
  )
  name.dir = 'auto'
  const head = element(
    'h2',
    'board-zone-head',
    isParking ? plainIcon() : element('span', 'num', question),
    name,
  )
  return element('section', classNames('board-zone', isParking && 'parking'), head)
}

const clusterLook = (
  { look, t }: LookContext,
  { question }: LaidZone,
  { id, title }: { readonly id: string; readonly title: string },
): HTMLElement => {
  const zone = look.zones.find((one) => one.question === question)
  const count = zone?.clusters.find((cluster) => cluster.id === id)?.count ?? 0
  const heading = element('h3', title ? '' : 'untitled', title || t('group:clusterUntitled'))
  heading.dir = 'auto'
  return element(
    'div',
    'board-cluster',
    element('div', 'cluster-head', heading, element('span', 'count num', t('group:notes', { count }))),
  )
}
