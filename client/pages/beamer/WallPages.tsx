import { Button } from '../../ui/Button.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import type { Paging } from './usePages.ts'

/** 1 von 2, and the way to the other page. */
export function WallPages({ page, turn, pages }: Paging & { readonly pages: number }) {
  const t = useTexts()
  return (
    <div className="wall-pages" role="group" aria-label={t('beamer:pages')}>
      <Button
        variant="quiet"
        icon="chevron-left"
        iconOnly
        label={t('beamer:previousPage')}
        aria-disabled={page === 0}
        onClick={() => turn(-1)}
      />
      <span className="num" role="status">
        {t('beamer:page', { page: page + 1, pages })}
      </span>
      <Button
        variant="quiet"
        icon="chevron-right"
        iconOnly
        label={t('beamer:nextPage')}
        aria-disabled={page === pages - 1}
        onClick={() => turn(1)}
      />
    </div>
  )
}
