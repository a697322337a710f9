import { ButtonLink } from '../ui/ButtonLink.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { usePageTitle } from './usePageTitle.ts'
import '../ui/Page.css'

export function NotFound() {
  const t = useTexts()
  usePageTitle(t('common:notFoundTitle'))
  return (
    <main className="page narrow">
      <h1>{t('common:notFoundTitle')}</h1>
      <p>{t('common:notFoundText')}</p>
      <p>
        <ButtonLink variant="primary" to="/heute">
          {t('common:toToday')}
        </ButtonLink>
      </p>
    </main>
  )
}
