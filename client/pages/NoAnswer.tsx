import { useQueryClient } from '@tanstack/react-query'
import { useMe } from '../sync/records.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Message } from '../ui/Message.tsx'
import { useTexts } from '../ui/useTexts.ts'
import '../ui/Page.css'

/** The server says nothing. A reload would lose the page itself, so the question is only asked again. */
export function NoAnswer() {
  const t = useTexts()
  const client = useQueryClient()
  const isKnown = Boolean(useMe().data)
  return (
    <main className="page narrow">
      <h1>{t('app:noAnswerTitle')}</h1>
      <Message
        tone="wait"
        icon="wifi-off"
        live
        actions={
          <>
            <Button size="small" onClick={() => void client.refetchQueries({ type: 'active' })}>
              {t('app:retry')}
            </Button>
            {isKnown && (
              <ButtonLink size="small" variant="quiet" to="/heute">
                {t('app:toToday')}
              </ButtonLink>
            )}
          </>
        }
      >
        {t('app:noAnswerText')}
      </Message>
    </main>
  )
}
