import type { NoteId } from '#shared/ids.ts'
import { relatedTo, type NoteLinks, type Related } from '#shared/noteLinks.ts'
import type { Arrangement } from '../arrange.ts'
import { standingIn } from './standingIn.ts'

type RelatedCards = ReadonlyMap<NoteId, readonly Related[]>
const known = new WeakMap<Arrangement, { readonly links: NoteLinks; readonly cards: RelatedCards }>()

/** Of every card on the board that is related to others these; looked up once a change, however many cards ask. */
export const relatedCards = (arrangement: Arrangement, links: NoteLinks): RelatedCards => {
  const before = known.get(arrangement)
  if (before?.links === links) return before.cards
  const standing = standingIn(arrangement)
  const cardOf = (id: NoteId): NoteId | null => {
    const now = standing(id)
    if (now.where === 'board') return id
    return now.where === 'card' && standing(now.card).where === 'board' ? now.card : null
  }
  const cards = new Map<NoteId, readonly Related[]>()
  for (const note of links.keys()) {
    const card = cardOf(note)
    if (card === null || cards.has(card)) continue
    const related = relatedTo(links, card, arrangement.originals.get(card) ?? [], cardOf)
    if (related.length > 0) cards.set(card, related)
  }
  known.set(arrangement, { links, cards })
  return cards
}
