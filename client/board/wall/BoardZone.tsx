import type { NodeProps } from '@xyflow/react'
import { memo, useRef } from 'react'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/classNames.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { isSameData, zoneKey, type ZoneNode } from './boardNodes.ts'
import { notesOfZone } from '../choosing/readingOrder.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useStartNote } from '../useStartNote.ts'
import { useStartParked } from '../useStartParked.ts'
import { useInnerTabStops } from './useInnerTabStops.ts'
import { useTidyItems } from './useTidyItems.ts'
import { useStop } from './useWall.ts'

/** The column of one Teilfrage, and at the end that of the Themenspeicher. */
export const BoardZone = memo(function BoardZone({ data: { question, count } }: NodeProps<ZoneNode>) {
  const t = useTexts()
  const { group, store, mayWrite } = useBoardPlace()
  const startNote = useStartNote()
  const startParked = useStartParked()
  const tidyItems = useTidyItems()
  const zone = useRef<HTMLElement>(null)
  const { isCurrent, ref } = useStop(zoneKey(question))
  // The wall is one tab stop; arrows reach the "+" of a zone while nothing else stands in it.
  useInnerTabStops(zone, isCurrent && count === 0)
  const isParking = question === null
  const name = question ?? t('group:parkingTitle')
  const addLabel = isParking ? t('arranging:writeToParking') : t('group:writeNoteTo', { question })
  const notes = () => {
    const found = store.arrangement.get().zones.find((one) => one.question === question)
    return found ? notesOfZone(found) : []
  }
  return (
    <section
      ref={zone}
      data-zone={question ?? ''}
      className={classNames('board-zone', isParking && 'parking')}
      aria-label={name}
    >
      <h2 className="board-zone-head">
        {isParking ? <Icon name="archive" /> : <span className="num">{question}</span>}
        <span className={isParking ? undefined : 'serif'} dir="auto">
          {isParking ? name : group.questions.find(({ id }) => id === question)?.text}
        </span>
      </h2>
      {mayWrite && (
        <div className="board-zone-tools nopan nodrag">
          {!isParking && count > 1 && (
            <Menu
              variant="quiet"
              size="small"
              icon="layout-grid"
              iconOnly
              className="board-zone-tidy"
              placement="bottom end"
              label={t('arranging:tidyZone', { question })}
              items={tidyItems(question, notes)}
            />
          )}
          <Button
            ref={ref}
            variant="quiet"
            icon="plus"
            iconOnly
            size="small"
            className="board-zone-add"
            label={addLabel}
            onClick={() => (isParking ? startParked() : startNote({ question }))}
          />
        </div>
      )}
      {count === 0 && (
        <p className="board-zone-empty">
          <strong>
            {isParking ? t('group:parkingEmptyTitle') : t('group:emptyZoneTitle', { question })}
          </strong>
          <br />
          {isParking ? t('group:parkingEmpty') : t(mayWrite ? 'group:emptyZone' : 'group:emptyZoneReader')}
        </p>
      )}
    </section>
  )
}, isSameData)
