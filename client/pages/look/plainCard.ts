import type { LookCard } from '#shared/firstLook.ts'
import { hasAllLevels, kindOf } from '#shared/template.ts'
import { classNames } from '../../ui/classNames.ts'
import { element } from '../../ui/element.ts'
import { plainBlocks } from '../../ui/plainBlocks.ts'
import type { LookContext } from './lookContext.ts'
import { plainIcon } from './plainIcon.ts'
import '../../board/relating/NoteMarks.css'
import '../../ui/NoteCard.css'

type PlainCard = { readonly card: HTMLElement; readonly head: HTMLElement; readonly clip: HTMLElement }

/** A card as `NoteCard` draws it, without React and for eyes only. */
export const plainCard = ({ plan, t }: LookContext, card: LookCard, className: string): PlainCard => {
  const kind = kindOf(plan, card.kind)
  const head = element('div', 'note-head', plainIcon(16), element('span', 'letter', kind.letter))
  head.append(element('span', 'id num', card.number ?? t('app:numberPending')))
  const levels = plan.levels.filter(({ id }) => card.levels.includes(id))
  if (levels.length > 0) {
    const all = hasAllLevels(plan, card.levels)
    head.append(
      element('span', 'levels', all ? t('app:allLevels') : levels.map(({ short }) => short).join(' · ')),
    )
  }
  const clip = element('div', 'clip', plainBlocks(card.blocks))
  const made = element('article', classNames('note', className, card.isMarked && 'marked'), head, clip)
  made.dataset['paper'] = kind.paper
  return { card: made, head, clip }
}

/** What a text is cut with, and what stands at its foot. */
export const finishCard = ({ t }: LookContext, { merged }: LookCard, card: HTMLElement, isCut: boolean) => {
  if (isCut) card.append(element('button', 'note-more', t('app:readAll')))
  if (merged === 0) return
  const from = element('span', 'merged-from num', t('relating:from', { count: merged }))
  card.append(element('div', 'note-foot num', from))
}
