import { createPortal } from 'react-dom'
import { useLocation, useNavigate } from 'react-router'
import { useConsents } from '../../../sync/consents.ts'
import { useMe, usePlenum } from '../../../sync/records.ts'
import { hasKeptAnswer, keptLate } from '../../../sync/useConsentOutbox.ts'
import { useStore } from '../../../sync/useStore.ts'
import { Button } from '../../../ui/Button.tsx'
import { fetchedApart } from '../../../ui/fetchedApart.tsx'
import { Message } from '../../../ui/Message.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { foldedConsent } from './foldedConsent.ts'
import { LateAnswer } from './LateAnswer.tsx'
import { useConsentWords } from './useConsentWords.ts'

/** Over the page, not in its bar: what is said there would be read out with every second of its clock. */
const ConsentPlace = fetchedApart(async () => (await import('./ConsentPlace.tsx')).ConsentPlace)

/** Under the bar of every page: that one is asked, with the way there; and what came too late. */
export function ConsentNews() {
  const t = useTexts()
  const navigate = useNavigate()
  const isThere = useLocation().pathname === '/plenum'
  const me = useMe().data
  const consents = useConsents()
  const open = consents?.open ?? null
  const answer = usePlenum(open !== null).data
  const { whatOf } = useConsentWords(me?.event, answer)
  const folded = useStore(foldedConsent)
  useStore(keptLate)
  if (!me || !consents) return null
  const kept = consents.past.filter(({ id }) => hasKeptAnswer(id, me.person.id))
  const isShown = open !== null && (isThere ? folded === open.id : open.mine === null || !open.mayAnswer)
  const what = open ? whatOf({ group: open.group, results: open.results.map(({ id }) => id) }) : ''
  return (
    <>
      {isThere && createPortal(<ConsentPlace />, document.body)}
      {isShown && (
        <div className="notice-news">
          <Message
            tone="wait"
            icon="hand"
            actions={
              <Button
                size="small"
                onClick={() => {
                  foldedConsent.set(null)
                  if (!isThere) void navigate('/plenum')
                }}
              >
                {t(open.mayAnswer ? 'consent:toAnswer' : 'consent:toSee')}
              </Button>
            }
          >
            <span dir="auto">
              {open.mayAnswer && !what
                ? t('consent:asked')
                : t(open.mayAnswer ? 'consent:askedAbout' : 'consent:running', { what })}
            </span>
          </Message>
        </div>
      )}
      {kept.map(({ id }) => (
        <LateAnswer key={id} consent={id} person={me.person.id} plan={me.event} />
      ))}
    </>
  )
}
