import type { LookZone } from '#shared/firstLook.ts'
import type { NoteId } from '#shared/ids.ts'
import type { Question } from '#shared/template.ts'
import { element } from '../../ui/element.ts'
import { mayWrite } from './mayWrite.ts'
import type { LookContext } from './lookContext.ts'
import { finishCard, plainCard } from './plainCard.ts'
import { plainIcon } from './plainIcon.ts'
import '../../board/list/ListView.css'
import '../../ui/EmptyState.css'

/** A card with one line, and the gap below it. */
const leastHeight = 84
/** As many as the window can show, in one column or two. */
const mostShown = (): number =>
  (matchMedia('(min-width: 48rem)').matches ? 2 : 1) * Math.ceil(innerHeight / leastHeight)

/** The list as it will open, for eyes only. `host` stands in the page. */
export const listLook = (host: HTMLElement, context: LookContext): void => {
  const { look, group } = context
  let room = mostShown()
  const zones = group.questions.flatMap((question) => {
    const zone = look.zones.find((one) => one.question === question.id)
    if (!zone || room <= 0) return []
    const drawn = zoneLook(context, question, zone, room)
    room -= drawn.cards.length
    return [drawn]
  })
  host.append(element('div', 'choosing-space', ...zones.map(({ section }) => section)))
  const cards = zones.flatMap(({ cards }) => cards)
  // All are asked before the first is changed.
  const cut = cards.map(({ clip }) => clip.scrollHeight > clip.clientHeight + 2)
  cards.forEach(({ known, card }, at) => finishCard(context, known, card, cut[at] ?? false))
}

const zoneLook = (
  context: LookContext,
  { id, text }: Question,
  { clusters, loose, count }: LookZone,
  most: number,
) => {
  const { cards, t } = context
  const shown: (ReturnType<typeof plainCard> & { readonly known: Parameters<typeof plainCard>[1] })[] = []
  const listOf = (ids: readonly NoteId[]) => {
    const items = ids.slice(0, most - shown.length).flatMap((one) => {
      const known = cards.get(one)
      if (!known) return []
      const made = plainCard(context, known, '')
      made.head.append(
        element('span', 'head-end look-room', element('span', 'btn quiet small icon note-menu', plainIcon())),
      )
      shown.push({ ...made, known })
      return [element('li', '', made.card)]
    })
    return element('ul', 'cards', ...items)
  }
  const headOf = (name: HTMLElement, count: number) => [
    name,
    element('span', 'count num', t('group:notes', { count })),
  ]
  const filled = clusters.filter(({ notes }) => notes.length > 0)
  const body = element('div', 'zone-body')
  for (const { title, notes, count } of filled) {
    const name = element('h3', title ? '' : 'untitled', title || t('group:clusterUntitled'))
    name.dir = 'auto'
    const menu = element('span', 'btn quiet small icon cluster-menu look-room', plainIcon())
    const head = element('div', 'cluster-head', ...headOf(name, count), ...(mayWrite(context) ? [menu] : []))
    body.append(element('div', 'cluster', head, listOf(notes)))
  }
  const looseCount = count - filled.reduce((sum, cluster) => sum + cluster.count, 0)
  if (filled.length > 0 && loose.length > 0)
    body.append(
      element('h3', 'cluster-head', ...headOf(element('span', '', t('group:notSorted')), looseCount)),
    )
  if (loose.length > 0) body.append(listOf(loose))
  body.append(...footOf(context, id, filled.length === 0 && loose.length === 0))

  const question = element('span', 'serif', text)
  question.dir = 'auto'
  const head = element('h2', 'zone-head', element('span', 'num', id), question)
  return { section: element('section', 'zone', element('div', 'zone-strip'), head, body), cards: shown }
}

/** The button that adds a card, and what an empty Teilfrage says. */
const footOf = (context: LookContext, question: string, isEmpty: boolean): readonly HTMLElement[] => {
  const { t } = context
  const isWriter = mayWrite(context)
  const add = element('span', 'btn zone-add look-room', plainIcon(), t('group:writeNoteTo', { question }))
  const buttons = isWriter ? [add] : []
  if (!isEmpty) return buttons
  const words = element(
    'div',
    '',
    element('p', 'title', t('group:emptyZoneTitle', { question })),
    element('p', '', t(isWriter ? 'group:emptyZone' : 'group:emptyZoneReader')),
  )
  return [element('div', 'empty', words, ...buttons)]
}
