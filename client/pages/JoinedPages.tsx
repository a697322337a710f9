import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { CallRefused } from '../sync/call.ts'
import { openEventStream } from '../sync/eventStream.ts'
import { isDebugging } from '../sync/isDebugging.ts'
import { useMe } from '../sync/records.ts'
import { fetchedApart } from '../ui/fetchedApart.tsx'
import { withTexts } from '../ui/withTexts.ts'
import { TopNews } from '../ui/TopNews.ts'
import { prefetchOverlays } from '../ui/prefetchOverlays.ts'
import { Loading } from './Loading.tsx'
import { NoAnswer } from './NoAnswer.tsx'
import { SavingNews } from './SavingNews.tsx'

const DebugPanel = fetchedApart(
  withTexts('debug', async () => (await import('./debug/DebugPanel.tsx')).DebugPanel),
)

const SeatNews = fetchedApart(async () => (await import('./SeatNews.tsx')).SeatNews)
const NoticeNews = fetchedApart(
  withTexts('phases', async () => (await import('./notices/NoticeNews.tsx')).NoticeNews),
)

const ConsentNews = fetchedApart(
  withTexts('consent', async () => (await import('./plenum/consent/ConsentNews.tsx')).ConsentNews),
)

// The same for every page, so that a page is not drawn anew with it.
const news = (
  <>
    <SavingNews />
    <NoticeNews />
    <ConsentNews />
  </>
)

/** Pages for people with a ticket. Inside, `useMe().data` is there; everyone else goes to the door first. */
export function JoinedPages() {
  const { data, error, failureReason } = useMe()
  const { pathname, search } = useLocation()
  const client = useQueryClient()
  const isOut = error instanceof CallRefused && error.status === 401
  const isIn = Boolean(data) && !isOut

  // Whoever turns out to be somebody else (two rows that were one human) hears what concerns that person.
  const person = isIn ? data?.person.id : undefined
  useEffect(() => {
    if (!person) return
    const stream = openEventStream(client)
    return () => stream.close()
  }, [client, person])

  useEffect(() => (isIn ? prefetchOverlays() : undefined), [isIn])

  if (isOut) return <Navigate to={`/beitreten?weiter=${encodeURIComponent(pathname + search)}`} replace />
  if (data)
    return (
      <TopNews value={news}>
        <SeatNews />
        <Outlet />
        {isDebugging() && <DebugPanel />}
      </TopNews>
    )
  return (error ?? failureReason) ? <NoAnswer /> : <Loading />
}
