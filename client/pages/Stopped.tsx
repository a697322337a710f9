import { Button } from '../ui/Button.tsx'
import { useTexts } from '../ui/useTexts.ts'
import '../ui/Page.css'

export function Stopped() {
  const t = useTexts()
  return (
    <main className="page narrow">
      <h1>{t('app:errorTitle')}</h1>
      <p>{t('app:errorText')}</p>
      <p>
        <Button variant="primary" icon="refresh-cw" onClick={() => location.reload()}>
          {t('app:reload')}
        </Button>
      </p>
    </main>
  )
}
