import { ButtonLink } from '../ui/ButtonLink.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { usePageTitle } from './usePageTitle.ts'
import '../ui/Page.css'

export function NotFound() {
  const t = useTexts()
  usePageTitle(t('app:notFoundTitle'))
  return (
    <main className="page narrow">
      <h1>{t('app:notFoundTitle')}</h1>
      <p>{t('app:notFoundText')}</p>
      <p>
        <ButtonLink variant="primary" to="/heute">
          {t('app:toToday')}
        </ButtonLink>
      </p>
    </main>
  )
}
