import { groupOf } from '#shared/template.ts'
import { partsOfRef } from '#shared/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { NoteCard } from '../../ui/NoteCard.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useAcrossPlace } from './acrossPlace.ts'
import { CommonText } from './CommonText.tsx'
import type { SheetNote } from './groupSheet.ts'
import { takersOf } from './takers.ts'
import { useNoteNames } from './useNoteNames.ts'

type CompareCardProps = {
  readonly row: SheetNote
  readonly common: ReadonlySet<string>
  /** Null where two must stay. */
  readonly onLeave: (() => void) | null
}

/** A card in full, with where it comes from and what the group thought of it. */
export function CompareCard({ row, common, onLeave }: CompareCardProps) {
  const t = useTexts()
  const { plan, plenum } = useAcrossPlace()
  const { resultName } = useNoteNames()
  const { note, number, heading, points } = row
  const group = groupOf(plan, partsOfRef(row.ref).group)
  const taker = takersOf(plenum.results).get(row.ref)
  const name = number ?? t('app:numberPending')
  const facts = [
    points !== null && t('across:points', { count: points }),
    heading && `„${heading}“`,
    note.forPlenum === null && t('across:notMarked'),
    taker && t('across:standsIn', { result: resultName(taker) }),
  ].filter(Boolean)
  return (
    <li className="compare-card">
      <p className="compare-group">
        <GroupBadge letter={group?.id ?? ''} size="small" />
        <span lang={plan.language}>{group?.title}</span>
        {onLeave && (
          <Button
            variant="quiet"
            size="small"
            aria-label={t('across:leaveOf', { note: name })}
            onClick={onLeave}
          >
            {t('across:leave')}
          </Button>
        )}
      </p>
      <NoteCard
        plan={plan}
        note={{ number, kind: note.kind, levels: note.levels, blocks: note.blocks }}
        size="large"
        showKind
        marked={note.forPlenum !== null}
        body={<CommonText blocks={note.blocks} common={common} />}
        foot={facts.length > 0 && <span dir="auto">{facts.join(' · ')}</span>}
      />
    </li>
  )
}
