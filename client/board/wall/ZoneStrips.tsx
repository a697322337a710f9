import { useStoreApi, ViewportPortal } from '@xyflow/react'
import { useLayoutEffect, useRef } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import type { LaidZone } from './boardLayout.ts'
import { useBoardPlace } from '../useBoardPlace.ts'

const headPadding = 14
const stripHeight = 36

/** The question stays in view while its cards pass by. For eyes only: the heading itself stands in the zone. */
export function ZoneStrips({ zones }: { readonly zones: readonly LaidZone[] }) {
  const t = useTexts()
  const { group } = useBoardPlace()
  const { getState, subscribe } = useStoreApi()
  const strips = useRef<HTMLDivElement>(null)
  const headHeight = zones[0]?.origin.y ?? 0

  useLayoutEffect(() => {
    // Beside React, which would draw with every step of the wheel.
    const follow = () => {
      const { transform } = getState()
      const element = strips.current
      if (!element) return
      const top = -transform[1] / transform[2]
      const isGone = top > headPadding
      if (element.hidden === isGone) element.hidden = !isGone
      if (!isGone) return
      element.style.transform = `translateY(${top}px)`
      // As high as what is left of the heads, so that no half line looks out below.
      element.style.setProperty('--strip', `${Math.max(stripHeight, headHeight - top)}px`)
    }
    follow()
    return subscribe(follow)
  }, [getState, subscribe, headHeight])

  return (
    <ViewportPortal>
      <div ref={strips} className="zone-strips" aria-hidden="true" hidden>
        {zones.map(({ question, box }) => (
          <div key={question} className="zone-docked" style={{ left: box.x, width: box.width }}>
            {question === null ? <Icon name="archive" /> : <span className="num">{question}</span>}
            <span className={question === null ? undefined : 'serif'} dir="auto">
              {question === null
                ? t('group:parkingTitle')
                : group.questions.find(({ id }) => id === question)?.text}
            </span>
          </div>
        ))}
      </div>
    </ViewportPortal>
  )
}
