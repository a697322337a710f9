import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, StrictMode, Suspense, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter, Navigate, Route, Routes } from 'react-router'
import { isId, type GroupId } from '#shared/ids.ts'
import { contentCame } from './ahead.ts'
import { ErrorBoundary } from './pages/ErrorBoundary.tsx'
import { EventLanguage } from './pages/EventLanguage.tsx'
import { Loading } from './pages/Loading.tsx'
import { NotFound } from './pages/NotFound.tsx'
import { PageStart } from './pages/PageStart.tsx'
import { LeaveLook } from './pages/look/LeaveLook.tsx'
import { prefetchBoardView } from './pages/group/boardView.ts'
import { prefetchListView } from './pages/group/listView.ts'
import { prefetchPhaseBar } from './pages/phases/prefetchPhaseBar.ts'
import { viewIn } from './pages/group/viewIn.ts'
import { dayQuery, eventQuery, meQuery, noteFactsQuery, queryClient } from './sync/records.ts'
import { startTexts } from './ui/i18n.ts'
import { pageOpens } from './ui/pageStands.ts'
import { Toaster } from './ui/Toaster.tsx'
import { withTexts } from './ui/withTexts.ts'

const pages = {
  join: () => import('./pages/join.tsx'),
  today: withTexts('today', () => import('./pages/today.tsx')),
  group: () => import('./pages/group.tsx'),
  groupScreen: withTexts('plenum', () => import('./pages/groupScreen.tsx')),
  groupCards: () => import('./pages/groupCards.tsx'),
  plenum: withTexts('plenum', () => import('./pages/plenum.tsx')),
  beamer: withTexts(
    'plenum',
    withTexts('wall', () => import('./pages/beamer.tsx')),
  ),
  beamerDesk: withTexts(
    'plenum',
    withTexts('wall', () => import('./pages/beamerDesk.tsx')),
  ),
  questions: withTexts('wall', () => import('./pages/questions.tsx')),
  staff: withTexts('plenum', () => import('./pages/staff.tsx')),
  people: withTexts('people', () => import('./pages/people.tsx')),
  signs: withTexts('people', () => import('./pages/signs.tsx')),
  setUp: withTexts('setUp', () => import('./pages/setUp.tsx')),
  control: withTexts(
    'phases',
    withTexts('control', () => import('./pages/control.tsx')),
  ),
  across: withTexts('across', () => import('./pages/across.tsx')),
  groupSheet: withTexts('across', () => import('./pages/groupSheet.tsx')),
  late: withTexts('collecting', () => import('./pages/late.tsx')),
  myNotes: withTexts('fates', () => import('./pages/myNotes.tsx')),
  minutes: withTexts('fates', () => import('./pages/minutes.tsx')),
  privacy: () => import('./pages/privacy.tsx'),
  /** What surrounds all pages behind the door. */
  joined: withTexts('inside', async () => ({
    default: (await import('./pages/JoinedPages.tsx')).JoinedPages,
  })),
}
const patienceMs = 1000
/** What the page is opened for may come a little later than its code, to be drawn along with it. */
const contentPatienceMs = 300

/** A page whose code is here stands at once; React would hold back for a while what it has waited for. */
const known = new Map<unknown, ComponentType>()
const pageOf = (fetch: () => Promise<{ default: ComponentType }>): ComponentType => {
  const Later = lazy(fetch)
  return function Page() {
    const Known = known.get(fetch) ?? Later
    return <Known />
  }
}
const Join = pageOf(pages.join)
const Today = pageOf(pages.today)
const GroupPage = pageOf(pages.group)
const GroupScreen = pageOf(pages.groupScreen)
const GroupCards = pageOf(pages.groupCards)
const Plenum = pageOf(pages.plenum)
const Beamer = pageOf(pages.beamer)
const BeamerDesk = pageOf(pages.beamerDesk)
const Questions = pageOf(pages.questions)
const Staff = pageOf(pages.staff)
const People = pageOf(pages.people)
const Signs = pageOf(pages.signs)
const SetUp = pageOf(pages.setUp)
const Control = pageOf(pages.control)
const Across = pageOf(pages.across)
const GroupSheet = pageOf(pages.groupSheet)
const Late = pageOf(pages.late)
const MyNotes = pageOf(pages.myNotes)
const Minutes = pageOf(pages.minutes)
const Privacy = pageOf(pages.privacy)
const JoinedPages = pageOf(pages.joined)

// The first page is on its way before anybody knows who asks for it.
const [, place = '', group = ''] = location.pathname.split('/')
const places = new Map([
  ['beitreten', [pages.join]],
  ['datenschutz', [pages.privacy]],
  ['', [pages.joined, pages.today]],
  ['heute', [pages.joined, pages.today]],
  ['gruppe', [pages.joined, pages.group]],
  ['plenum', [pages.joined, pages.plenum]],
  ['beamer', [pages.joined, pages.beamer]],
  ['fragen', [pages.joined, pages.questions]],
  ['redaktion', [pages.joined, pages.staff]],
  ['leitung', [pages.joined, pages.control]],
  ['nachzuegler', [pages.joined, pages.late]],
  ['vorbereitung', [pages.joined, pages.across]],
  ['leute', [pages.joined, pages.people]],
  ['aushang', [pages.joined, pages.signs]],
  ['einrichten', [pages.joined, pages.setUp]],
  ['meine-karten', [pages.joined, pages.myNotes]],
  ['protokoll', [pages.joined, pages.minutes]],
])
const textsCame = startTexts()
const first = places.get(place) ?? []
void queryClient.prefetchQuery(eventQuery)
const asked: Promise<unknown>[] = []
if (first.includes(pages.joined)) asked.push(queryClient.prefetchQuery(meQuery))
if (place === 'gruppe' && isId(group)) {
  void queryClient.prefetchQuery(noteFactsQuery(group as GroupId))
  asked.push(queryClient.prefetchQuery(dayQuery), prefetchPhaseBar(group as GroupId))
}
let isShown = false
const firstCame = first.map(async (fetch) => {
  const page = (await fetch()).default
  if (!isShown) known.set(fetch, page)
})
// Browsers fetch six things at a time: wall and list come after what the page itself needs.
if (place === 'gruppe') {
  const isWall = viewIn(new URLSearchParams(location.search)) === 'board'
  if (isWall) pageOpens()
  asked.push(Promise.allSettled(firstCame).then(isWall ? prefetchBoardView : prefetchListView))
}

await textsCame
// What is slow, or does not come at all, is waited for in sight.
const within = (ms: number, all: Promise<unknown>) =>
  Promise.race([all, new Promise((done) => setTimeout(done, ms))])
await within(patienceMs, Promise.allSettled(firstCame))
await within(contentPatienceMs, Promise.allSettled([...asked, contentCame]))
isShown = true
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
                <Route path="/gruppe/:group/leinwand" element={<GroupScreen />} />
                <Route path="/gruppe/:group/karten" element={<GroupCards />} />
                <Route path="/gruppe/:group/blatt" element={<GroupSheet />} />
                <Route path="/vorbereitung" element={<Across />} />
                <Route path="/plenum" element={<Plenum />} />
                <Route path="/beamer" element={<Beamer />} />
                <Route path="/beamer/steuern" element={<BeamerDesk />} />
                <Route path="/fragen" element={<Questions />} />
                <Route path="/redaktion" element={<Staff />} />
                <Route path="/nachzuegler" element={<Late />} />
                <Route path="/leitung" element={<Control />} />
                <Route path="/leute" element={<People />} />
                <Route path="/aushang" element={<Signs />} />
                <Route path="/einrichten" element={<SetUp />} />
                <Route path="/meine-karten" element={<MyNotes />} />
                <Route path="/protokoll" element={<Minutes />} />
              </Route>
              <Route path="*" element={<NotFound />} />
            </Routes>
            <LeaveLook />
          </Suspense>
        </ErrorBoundary>
        <Toaster />
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
)

// Ways to other places work without a network, too: their pages are here before it may go.
setTimeout(() => {
  for (const fetch of [pages.joined, pages.today, pages.group, pages.groupCards, pages.plenum])
    void fetch().catch(() => {})
}, 3000)
