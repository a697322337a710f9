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
  /** Stands on pages of its own after the text. */
  readonly after?: readonly Block[]
  readonly render?: ((blocks: readonly Block[]) => ReactNode) | undefined
}

/** A text of a result, as large as its length allows; what others change comes forward, page and place stay. */
export function WallWording({ plan, blocks, zoom, steered, label, after = [], render }: WallWordingProps) {
  const t = useTexts()
  const text = wallText(blocks, zoom)
  const rest = wallText(after, zoom)
  const pages = [...text.pages, ...rest.pages]
  const paging = usePages(pages.length, steered)
  const isAfter = paging.page >= text.pages.length && rest.pages.length > 0
  const size = isAfter ? rest.size : text.size
  return (
    <>
      {label && <p className="wall-label">{label}</p>}
      <div
        className="wall-text"
        data-size={size}
        data-part={isAfter ? 'list' : undefined}
        lang={plan.language}
      >
        {pages.length === 0 ? (
          <p className="muted">{t('beamer:noWording')}</p>
        ) : (
          <FadingText
            key={paging.page}
            blocks={pages[paging.page] ?? []}
            render={isAfter ? undefined : render}
          />
        )}
      </div>
      {pages.length > 1 && <WallPages {...paging} pages={pages.length} />}
    </>
  )
}
