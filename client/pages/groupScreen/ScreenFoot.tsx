import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import type { ScreenView } from './screenViews.ts'

type ScreenFootProps = {
  readonly views: readonly ScreenView[]
  readonly view: ScreenView
  readonly page: number
  readonly pages: number
  readonly onShow: (id: string) => void
  readonly onTurn: (by: -1 | 1) => void
  readonly trouble: ReactNode
}

/** The ways to the other questions and pages, quietly at the bottom. */
export function ScreenFoot({ views, view, page, pages, onShow, onTurn, trouble }: ScreenFootProps) {
  const t = useTexts()
  const isFirst = page === 0 && views[0] === view
  const isLast = page === pages - 1 && views.at(-1) === view
  return (
    <footer>
      <nav aria-label={t('readout:questions')} className="screen-views">
        {views.map(({ id, kind }) => (
          <Button
            key={id}
            variant="quiet"
            {...(id === view.id ? { 'aria-current': 'page' as const } : {})}
            onClick={() => onShow(id)}
          >
            {kind === 'question' ? id : t(`readout:${kind}`)}
          </Button>
        ))}
      </nav>
      <div className="wall-end">{trouble}</div>
      <div className="wall-pages" role="group" aria-label={t('readout:pages')}>
        <Button
          variant="quiet"
          icon="chevron-left"
          iconOnly
          label={t('readout:previous')}
          aria-disabled={isFirst}
          onClick={() => onTurn(-1)}
        />
        <span className="num" role="status">
          {pages > 1 ? t('beamer:page', { page: page + 1, pages }) : ''}
        </span>
        <Button
          variant="quiet"
          icon="chevron-right"
          iconOnly
          label={t('readout:next')}
          aria-disabled={isLast}
          onClick={() => onTurn(1)}
        />
      </div>
    </footer>
  )
}
