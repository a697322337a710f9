import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { CallRefused } from '../sync/call.ts'
import { openEventStream } from '../sync/eventStream.ts'
import { isDebugging } from '../sync/isDebugging.ts'
import { useMe } from '../sync/records.ts'
import { fetchedApart } from '../ui/fetchedApart.tsx'
import { TopNews } from '../ui/TopNews.ts'
import { prefetchOverlays } from '../ui/prefetchOverlays.ts'
import { Loading } from './Loading.tsx'
import { NoAnswer } from './NoAnswer.tsx'
import { SavingNews } from './SavingNews.tsx'

const DebugPanel = fetchedApart(async () => (await import('./debug/DebugPanel.tsx')).DebugPanel)

// The same for every page, so that a page is not drawn anew with it.
const savingNews = <SavingNews />

/** Pages for people with a ticket. Inside, `useMe().data` is there; everyone else goes to the door first. */
export function JoinedPages() {
  const { data, error, failureReason } = useMe()
  const { pathname, search } = useLocation()
  const client = useQueryClient()
  const isOut = error instanceof CallRefused && error.status === 401
  const isIn = Boolean(data) && !isOut

  useEffect(() => {
    if (!isIn) return
    const stream = openEventStream(client)
    return () => stream.close()
  }, [client, isIn])

  useEffect(() => (isIn ? prefetchOverlays() : undefined), [isIn])

  if (isOut) return <Navigate to={`/beitreten?weiter=${encodeURIComponent(pathname + search)}`} replace />
  if (data)
    return (
      <TopNews value={savingNews}>
        <Outlet />
        {isDebugging() && <DebugPanel />}
      </TopNews>
    )
  return (error ?? failureReason) ? <NoAnswer /> : <Loading />
}
