import type { CardFate } from '#shared/plenum/cardsAnswer.ts'
import type { EventPlan } from '#shared/template.ts'
import { FateText } from '../../board/fates/FateText.tsx'
import { BlocksText } from '../../ui/BlocksText.tsx'
import { useTexts } from '../../ui/useTexts.ts'

type CardListProps = { readonly cards: readonly CardFate[]; readonly plan: EventPlan }

/** Cards by number: the text as it was written, then what became of it. Where one was erased the gap is seen. */
export function CardList({ cards, plan }: CardListProps) {
  const t = useTexts()
  return (
    <ul className="my-cards">
      {cards.map((card) => (
        <li key={`${card.group}/${card.note}`} className="my-card" data-gone={card.isErased || undefined}>
          <h3 className="num nowrap">{card.number}</h3>
          {card.isErased ? (
            <p className="muted">{t('fates:removed')}</p>
          ) : (
            <>
              <div lang={plan.language}>
                <BlocksText blocks={card.blocks} />
              </div>
              <FateText card={card} plan={plan} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
