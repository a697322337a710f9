import type { GroupId, NoteId } from '#shared/ids.ts'
import type { EventPlan } from '#shared/template.ts'
import { useFates } from '../../sync/cards.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { FateText } from './FateText.tsx'

type NoteFateLineProps = { readonly group: GroupId; readonly id: NoteId; readonly plan: EventPlan }

/** What the Plenum has made of this card; nothing while it has not spoken about it. */
export function NoteFateLine({ group, id, plan }: NoteFateLineProps) {
  const t = useTexts()
  const card = useFates(group).data?.cards.find(({ note }) => note === id)
  if (!card || (card.fate.kind === 'unmarked' && !card.mergedInto)) return null
  return (
    <section aria-label={t('fates:inPlenum')} className="note-fate">
      <h3>{t('fates:inPlenum')}</h3>
      <FateText card={card} plan={plan} />
    </section>
  )
}
