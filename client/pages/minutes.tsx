import { useQuery } from '@tanstack/react-query'
import type { MinutesAnswer } from '#shared/plenum/minutesAnswer.ts'
import { call, CallRefused } from '../sync/call.ts'
import { keys, useMe } from '../sync/records.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { Loading } from './Loading.tsx'
import { MainMenu } from './MainMenu.tsx'
import { MinutesPaper } from './minutes/MinutesPaper.tsx'
import { NoAnswer } from './NoAnswer.tsx'
import { usePageTitle } from './usePageTitle.ts'
import '../ui/Page.css'
import './minutes/minutes.css'

/** /protokoll: what happened in the Plenum, in the order of time. */
export default function Minutes() {
  const t = useTexts()
  const me = useMe().data
  const { data, error, failureReason } = useQuery({
    queryKey: keys.minutes,
    queryFn: ({ signal }) => call<MinutesAnswer>('GET', '/api/plenum/minutes', undefined, signal),
    refetchOnMount: 'always',
  })
  usePageTitle(t('minutes:title'))
  if (!me) return null
  const isClosed = error instanceof CallRefused && error.code === 'minutesClosed'
  return (
    <>
      <TopBar badge="P" title={t('minutes:title')} isHeading={!data} end={<MainMenu />} />
      {data ? (
        <MinutesPaper minutes={data} person={me.person} plan={me.event} />
      ) : isClosed ? (
        <main className="page narrow">
          <EmptyState
            title={t('minutes:closedTitle')}
            action={<ButtonLink to="/plenum">{t('app:toPlenum')}</ButtonLink>}
          >
            {t('minutes:closed')}
          </EmptyState>
        </main>
      ) : failureReason ? (
        <NoAnswer />
      ) : (
        <Loading />
      )}
    </>
  )
}
