import { Button } from '../../ui/Button.tsx'
import { NoteCard } from '../../ui/NoteCard.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useAcrossPlace } from './acrossPlace.ts'
import type { SheetNote } from './groupSheet.ts'
import { takersOf } from './takers.ts'
import { useNoteNames } from './useNoteNames.ts'

type ColumnNoteProps = {
  readonly row: SheetNote
  /** Null or left out: nobody here may order it. */
  readonly onMove?: ((by: -1 | 1) => void) | null
  readonly isFirst?: boolean
  readonly isLast?: boolean
}

/** A card in its group's column: to be read, put in order, and chosen for comparing. */
export function ColumnNote({ row, onMove = null, isFirst, isLast }: ColumnNoteProps) {
  const t = useTexts()
  const { plan, plenum, chosen, setChosen, mayShape } = useAcrossPlace()
  const { resultName } = useNoteNames()
  const { ref, note, number, heading, points } = row
  const name = number ?? t('app:numberPending')
  const taker = takersOf(plenum.results).get(ref)
  const isChosen = chosen.includes(ref)
  const facts = [
    points !== null && t('across:points', { count: points }),
    heading && `„${heading}“`,
    taker && t('across:standsIn', { result: resultName(taker) }),
  ].filter(Boolean)
  const hasActions = mayShape || onMove
  return (
    <NoteCard
      plan={plan}
      note={{ number, kind: note.kind, levels: note.levels, blocks: note.blocks }}
      clamp
      marked={note.forPlenum !== null}
      selected={isChosen}
      foot={facts.length > 0 && <span dir="auto">{facts.join(' · ')}</span>}
      actions={
        hasActions && (
          <>
            {mayShape && (
              <label className="column-choose">
                <input
                  type="checkbox"
                  checked={isChosen}
                  aria-label={t('across:choose', { note: name })}
                  onChange={() =>
                    setChosen(isChosen ? chosen.filter((one) => one !== ref) : [...chosen, ref].slice(-10))
                  }
                />
              </label>
            )}
            {onMove && (
              <span className="column-moves">
                <Button
                  id={`up-${ref}`}
                  size="small"
                  variant="quiet"
                  icon="arrow-up"
                  iconOnly
                  label={t('across:noteUp', { note: name })}
                  aria-disabled={isFirst}
                  onClick={() => onMove(-1)}
                />
                <Button
                  id={`down-${ref}`}
                  size="small"
                  variant="quiet"
                  icon="arrow-down"
                  iconOnly
                  label={t('across:noteDown', { note: name })}
                  aria-disabled={isLast}
                  onClick={() => onMove(1)}
                />
              </span>
            )}
          </>
        )
      }
    />
  )
}
