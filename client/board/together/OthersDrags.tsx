import { useEffect, useSyncExternalStore } from 'react'
import { noteNumber } from '#shared/ids.ts'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useWall } from '../wall/useWall.ts'
import type { OthersDrag } from './openTogether.ts'
import './OthersDrags.css'

const mostGhosts = 12

/** Cards that others are moving: marked where they still lie, and an outline where the pointer has them now. */
export function OthersDrags() {
  const { together } = useBoardPlace()
  const drags = useSyncExternalStore(together.drags.subscribe, together.drags.get)
  useClashHint()
  return drags.map((drag) => <OneDrag key={drag.client} drag={drag} />)
}

function OneDrag({ drag }: { readonly drag: OthersDrag }) {
  const t = useTexts()
  const { layout } = useWall()
  const boxes = useSyncExternalStore(layout.subscribe, layout.get)
  const from = boxes.notes.get(drag.notes[0] as never)?.box
  const moved = drag.notes.flatMap((id) => {
    const box = boxes.notes.get(id)?.box
    return box ? [{ id, box }] : []
  })
  return (
    <div data-person={drag.colour}>
      {moved.map(({ id, box }) => (
        <div
          key={id}
          className="others-drag"
          style={{ width: box.width, height: box.height, transform: `translate(${box.x}px, ${box.y}px)` }}
        >
          {id === moved[0]?.id && (
            <span className="others-drag-name" dir="auto">
              {t('together:moves', { name: drag.name })}
            </span>
          )}
        </div>
      ))}
      {from &&
        moved.slice(0, mostGhosts).map(({ id, box }) => (
          <div
            key={`ghost-${id}`}
            className="others-ghost"
            style={{
              width: box.width,
              height: box.height,
              transform: `translate(${drag.x + box.x - from.x}px, ${drag.y + box.y - from.y}px)`,
            }}
          />
        ))}
    </div>
  )
}

/** Whoever takes a card that somebody else is moving is told so, and goes on. */
const useClashHint = () => {
  const t = useTexts()
  const { together, facts, group } = useBoardPlace()
  useEffect(
    () =>
      together.onClash((note, { name }) => {
        const fact = facts.get().get(note)
        const number = fact ? noteNumber(group.id, fact.number) : t('group:thisNote')
        toast(t('together:isMoved', { note: number, name }))
      }),
    [together, facts, group, t],
  )
}
