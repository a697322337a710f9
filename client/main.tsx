import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter, Navigate, Route, Routes } from 'react-router'
import { ErrorBoundary } from './pages/ErrorBoundary.tsx'
import { EventLanguage } from './pages/EventLanguage.tsx'
import { Loading } from './pages/Loading.tsx'
import { JoinedPages } from './pages/JoinedPages.tsx'
import { NotFound } from './pages/NotFound.tsx'
import { PageStart } from './pages/PageStart.tsx'
import { queryClient } from './sync/records.ts'
import './ui/tokens.css'
import './ui/base.css'
import { startTexts } from './ui/i18n.ts'
import { Toaster } from './ui/Toaster.tsx'

const pages = {
  join: () => import('./pages/join.tsx'),
  today: () => import('./pages/today.tsx'),
  group: () => import('./pages/group.tsx'),
  plenum: () => import('./pages/plenum.tsx'),
  beamer: () => import('./pages/beamer.tsx'),
  staff: () => import('./pages/staff.tsx'),
  privacy: () => import('./pages/privacy.tsx'),
}
const Join = lazy(pages.join)
const Today = lazy(pages.today)
const GroupPage = lazy(pages.group)
const Plenum = lazy(pages.plenum)
const Beamer = lazy(pages.beamer)
const Staff = lazy(pages.staff)
const Privacy = lazy(pages.privacy)

await startTexts()
createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <BrowserRouter>
        <EventLanguage />
        <PageStart />
        <ErrorBoundary>
          <Suspense fallback={<Loading />}>
            <Routes>
              <Route path="/" element={<Navigate to="/heute" replace />} />
              <Route path="/beitreten" element={<Join />} />
              <Route path="/datenschutz" element={<Privacy />} />
              <Route element={<JoinedPages />}>
                <Route path="/heute" element={<Today />} />
                <Route path="/gruppe/:group" element={<GroupPage />} />
                <Route path="/plenum" element={<Plenum />} />
                <Route path="/beamer" element={<Beamer />} />
                <Route path="/redaktion" element={<Staff />} />
              </Route>
              <Route path="*" element={<NotFound />} />
            </Routes>
          </Suspense>
        </ErrorBoundary>
        <Toaster />
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
)

// Ways to other places work without a network, too: their pages are here before it may go.
setTimeout(() => {
  for (const fetch of [pages.today, pages.group, pages.plenum]) void fetch().catch(() => {})
}, 3000)
