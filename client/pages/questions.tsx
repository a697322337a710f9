import { useCallback, useState } from 'react'
import { useSearchParams } from 'react-router'
import { talkName } from '#shared/day/questionOrigin.ts'
import { may } from '#shared/roles.ts'
import { useMe } from '../sync/records.ts'
import { useServerClock } from '../sync/useServerClock.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Message } from '../ui/Message.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { useRefusalText } from '../ui/useRefusalText.ts'
import { useTexts } from '../ui/useTexts.ts'
import { Loading } from './Loading.tsx'
import { MainMenu } from './MainMenu.tsx'
import { AskForm } from './questions/AskForm.tsx'
import { useQuestions } from './questions/questionCommands.ts'
import { QuestionDesk } from './questions/QuestionDesk.tsx'
import { QuestionLists } from './questions/QuestionLists.tsx'
import { talkInFocus, talksOf } from './questions/talkInFocus.ts'
import { dayNow } from './today/dayNow.ts'
import { usePageTitle } from './usePageTitle.ts'
import '../ui/Page.css'
import './questions/questions.css'

/** /fragen?zu=impulse-1: questions to the talks, from everyone. */
export default function Questions() {
  const t = useTexts()
  const language = useLanguage()
  const refusalText = useRefusalText()
  const me = useMe().data
  const now = useServerClock(30_000)
  const answer = useQuestions()
  const [search] = useSearchParams()
  const [error, setError] = useState<unknown>(null)
  const act = useCallback((run: () => Promise<unknown>) => {
    setError(null)
    run().catch(setError)
  }, [])
  usePageTitle(t('questions:title'))
  if (!me) return null
  const { person, event: plan } = me
  const talks = talksOf(plan)
  const talk = talkInFocus(plan, dayNow(plan, now), search.get('zu'))
  const who = [talk?.speaker, talk?.organisation].filter(Boolean).join(', ')
  return (
    <>
      <TopBar badge="?" title={t('questions:title')} end={<MainMenu />} />
      <main className="page questions-page">
        {!talk ? (
          <EmptyState title={t('questions:none')}>{t('questions:noneText')}</EmptyState>
        ) : (
          <>
            <div className="questions-talk">
              {talks.length > 1 && (
                <nav aria-label={t('questions:talks')} className="row wrap">
                  {talks.map(({ id }) => (
                    <ButtonLink
                      key={id}
                      size="small"
                      to={`/fragen?zu=${encodeURIComponent(id)}`}
                      {...(id === talk.id ? { 'aria-current': 'page' as const } : {})}
                    >
                      {talkName(plan, id, language)}
                    </ButtonLink>
                  ))}
                </nav>
              )}
              <p className="questions-title" lang={plan.language} dir="auto">
                {talk.title}
              </p>
              {who && (
                <p className="muted" lang={plan.language} dir="auto">
                  {who}
                </p>
              )}
            </div>
            {may(person, 'ask') && <AskForm key={talk.id} item={talk.id} />}
            {answer && may(person, 'orderQuestions') && (
              <QuestionDesk person={person} item={talk.id} answer={answer} act={act} />
            )}
            {error !== null && (
              <Message tone="bad" live>
                {refusalText(error)}
              </Message>
            )}
            {!answer ? (
              <Loading />
            ) : (
              <QuestionLists
                plan={plan}
                person={person}
                questions={answer.questions.filter(({ item }) => item === talk.id)}
                act={act}
              />
            )}
          </>
        )}
      </main>
    </>
  )
}
