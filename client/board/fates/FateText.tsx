import { Link } from 'react-router'
import type { CardFate } from '#shared/plenum/cardsAnswer.ts'
import { fateSentences } from '#shared/plenum/fateSentences.ts'
import { reportEvent } from '#shared/report/reportEvent.ts'
import type { EventPlan } from '#shared/template.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import './FateText.css'

type Shown = Pick<CardFate, 'fate' | 'mergedInto'> & Partial<CardFate>
const icons: Readonly<Record<CardFate['fate']['kind'], IconName>> = {
  adopted: 'circle-check',
  merged: 'merge',
  deferred: 'circle-pause',
  declined: 'circle-x',
  parked: 'archive',
  mentioned: 'link-2',
  withdrawn: 'undo-2',
  open: 'circle-dashed',
  unmarked: 'sticky-note',
}

/** What became of a card, and the way to the result. */
export function FateText({ card, plan }: { readonly card: Shown; readonly plan: EventPlan }) {
  const t = useTexts()
  const language = useLanguage()
  const { fate } = card
  const results = [
    ...(fate.result ? [fate.result] : []),
    ...fate.related,
    ...fate.points.flatMap(({ result }) => result ?? []),
  ]
  const ways = results.filter(({ id }, at) => results.findIndex((other) => other.id === id) === at)
  return (
    <div className="fate" data-fate={fate.kind}>
      <p>
        <Icon name={icons[fate.kind]} />
        <span dir="auto">{fateSentences(card, reportEvent(plan), language).join(' ')}</span>
      </p>
      {ways.length > 0 && !card.isErased && (
        <p className="fate-ways">
          {ways.map(({ id, name, title }) => (
            <Link key={id} to={`/plenum?ergebnis=${encodeURIComponent(id)}`}>
              {t('fates:toResult', { result: name === title ? title : `${name} ${title}` })}
            </Link>
          ))}
        </p>
      )}
    </div>
  )
}
