import type { ReactNode } from 'react'
import type { Block } from '#shared/note.ts'
import type { EventPlan } from '#shared/template.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { FadingText } from '../plenum/result/FadingText.tsx'
import { usePages, type Steered } from './usePages.ts'
import { WallPages } from './WallPages.tsx'
import { wallText } from './wallText.ts'

type WallWordingProps = {
  readonly plan: EventPlan
  readonly blocks: readonly Block[]
  readonly zoom: number
  readonly steered: Steered
  /** What it is, where it is not the text of now. */
  readonly label?: ReactNode
  readonly render?: ((blocks: readonly Block[]) => ReactNode) | undefined
}

/** A text of a result, as large as its length allows; what others change comes forward, page and place stay. */
export function WallWording({ plan, blocks, zoom, steered, label, render }: WallWordingProps) {
  const t = useTexts()
  const { size, pages } = wallText(blocks, zoom)
  const paging = usePages(pages.length, steered)
  return (
    <>
      {label && <p className="wall-label">{label}</p>}
      <div className="wall-text" data-size={size} lang={plan.language}>
        {pages.length === 0 ? (
          <p className="muted">{t('beamer:noWording')}</p>
        ) : (
          <FadingText key={paging.page} blocks={pages[paging.page] ?? []} render={render} />
        )}
      </div>
      {pages.length > 1 && <WallPages {...paging} pages={pages.length} />}
    </>
  )
}
