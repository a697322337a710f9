import type { NoteId } from '#shared/ids.ts'
import { kindOf, labelOf, levelNames, tagNames } from '#shared/template.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { useTexts } from '../ui/useTexts.ts'
import { useStore } from '../sync/useStore.ts'
import { NoteFateLine } from './fates/fateParts.ts'
import { RelatedSection } from './relating/RelatedSection.tsx'
import { standingIn } from './relating/standingIn.ts'
import { useNoteName } from './relating/useNoteName.ts'
import { useBoardPlace, useNoteFact } from './useBoardPlace.ts'
import { useNote } from './useNote.ts'
import './NoteDetails.css'

type NoteDetailsProps = { readonly id: NoteId; readonly onClose: () => void }

/** What is not on the card: who wrote it, when, and all its words of order. */
export function NoteDetails({ id, onClose }: NoteDetailsProps) {
  const t = useTexts()
  const language = useLanguage()
  const { store, plan, group } = useBoardPlace()
  const note = useNote(store, id)
  const fact = useNoteFact(id)
  const arrangement = useStore(store.arrangement)
  const nameOf = useNoteName()
  if (!note) return null
  const standing = arrangement && standingIn(arrangement)(id)
  const rows: readonly (readonly [string, string])[] = [
    [t('group:number'), fact?.number ?? t('app:numberPending')],
    [t('relating:standsIn'), standing?.where === 'card' ? nameOf(standing.card) : ''],
    [t('group:kind'), labelOf(kindOf(plan, note.kind), language)],
    [t('group:author'), fact?.author || t('group:authorUnknown')],
    [t('group:createdAt'), t('group:createdTime', { time: timeOf(note.createdAt, language, plan.timezone) })],
    [t('group:levels'), levelNames(plan, note.levels, language).join(', ')],
    ...plan.tagSets.map((set): [string, string] => [
      labelOf(set, language),
      tagNames({ ...plan, tagSets: [set] }, note.tags, language).join(', '),
    ]),
  ]
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('group:detailsTitle', { note: fact?.number ?? t('group:thisNote') })}
    >
      <dl className="note-details">
        {rows
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto" className="num">
                {value}
              </dd>
            </div>
          ))}
      </dl>
      <RelatedSection id={id} />
      <NoteFateLine group={group.id} id={id} plan={plan} />
    </Dialog>
  )
}

const timeOf = (at: number, language: string, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone }).format(at)
