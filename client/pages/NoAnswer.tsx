import { Button } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import { useTexts } from '../ui/useTexts.ts'
import '../ui/Page.css'

export function NoAnswer() {
  const t = useTexts()
  return (
    <main className="page narrow">
      <h1>{t('app:noAnswerTitle')}</h1>
      <Message
        tone="wait"
        icon="wifi-off"
        live
        actions={
          <Button size="small" onClick={() => location.reload()}>
            {t('app:retry')}
          </Button>
        }
      >
        {t('app:noAnswerText')}
      </Message>
    </main>
  )
}
