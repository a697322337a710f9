import { useState } from 'react'
import type { Group } from '#shared/template.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useAcrossPlace } from './acrossPlace.ts'
import { ColumnNote } from './ColumnNote.tsx'
import { useKeepFocus } from './useKeepFocus.ts'

type GroupColumnProps = {
  readonly group: Group
  /** In which place it presents, from 1. */
  readonly place: number
  readonly isLast: boolean
  /** The order of presenting is known. */
  readonly canMove: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly onSay: (sentence: string) => void
}

/** What one group hands over, and behind it its whole board. */
export function GroupColumn({ group, place, isLast, canMove, onMove, onSay }: GroupColumnProps) {
  const t = useTexts()
  const { plan, inUse, mayOrder } = useAcrossPlace()
  const { sheet, move } = inUse.get(group.id) ?? { sheet: null, move: null }
  const [isOpen, setOpen] = useState(false)
  useKeepFocus(sheet?.marked)
  const rest = sheet ? [...sheet.others, ...sheet.parked] : []
  const marked = sheet?.marked ?? []
  return (
    <section className="column" aria-labelledby={`column-${group.id}`}>
      <div className="column-head">
        <h3 id={`column-${group.id}`}>
          <GroupBadge letter={group.id} />
          <span className="vh">{group.id}: </span>
          <span lang={plan.language}>{group.title}</span>
        </h3>
        <p className="hint num">
          {sheet ? t('across:markedCount', { count: marked.length }) : t('app:loading')},{' '}
          {t('across:presents', { place })}
        </p>
        <div className="column-ways">
          <ButtonLink
            size="small"
            icon="file-text"
            aria-label={t('across:sheetOf', { group: group.id })}
            to={`/gruppe/${encodeURIComponent(group.id)}/blatt`}
          >
            {t('across:sheet')}
          </ButtonLink>
          {mayOrder && (
            <span className="column-moves">
              <Button
                id={`earlier-${group.id}`}
                variant="quiet"
                size="small"
                icon="arrow-left"
                iconOnly
                label={t('across:presentsEarlier', { group: group.id })}
                aria-disabled={!canMove || place === 1}
                onClick={() => onMove(-1)}
              />
              <Button
                id={`later-${group.id}`}
                variant="quiet"
                size="small"
                icon="arrow-right"
                iconOnly
                label={t('across:presentsLater', { group: group.id })}
                aria-disabled={!canMove || isLast}
                onClick={() => onMove(1)}
              />
            </span>
          )}
        </div>
      </div>
      <div className="column-body">
        {sheet && marked.length === 0 && <p className="column-none">{t('across:emptyText')}</p>}
        <ol className="column-notes">
          {marked.map((row, at) => (
            <li key={row.ref}>
              <ColumnNote
                row={row}
                onMove={
                  move &&
                  ((by) => {
                    move(row.note.id, by)
                    const note = row.number ?? t('app:numberPending')
                    onSay(t('across:noteNow', { note, place: at + by + 1 }))
                  })
                }
                isFirst={at === 0}
                isLast={at === marked.length - 1}
              />
            </li>
          ))}
        </ol>
        {rest.length > 0 && (
          <details className="column-rest" onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>{t('across:wholeBoard', { count: rest.length })}</summary>
            {isOpen && (
              <ul className="column-notes">
                {rest.map((row) => (
                  <li key={row.ref}>
                    <ColumnNote row={row} />
                  </li>
                ))}
              </ul>
            )}
          </details>
        )}
      </div>
    </section>
  )
}
