import { useTexts } from '../ui/useTexts.ts'
import '../ui/Page.css'

/** Plain words, and only when it takes longer than a moment. */
export function Loading() {
  const t = useTexts()
  return (
    <main className="page narrow">
      <p className="muted late">{t('app:loading')}</p>
    </main>
  )
}
