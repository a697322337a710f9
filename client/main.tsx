import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, StrictMode, Suspense, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter, Navigate, Route, Routes } from 'react-router'
import { isId, type EventId, type GroupId } from '#shared/ids.ts'
import { roomName } from '#shared/place.ts'
import { ErrorBoundary } from './pages/ErrorBoundary.tsx'
import { EventLanguage } from './pages/EventLanguage.tsx'
import { Loading } from './pages/Loading.tsx'
import { NotFound } from './pages/NotFound.tsx'
import { PageStart } from './pages/PageStart.tsx'
import { prefetchBoardView } from './pages/group/boardView.ts'
import { viewIn } from './pages/group/useView.ts'
import { openAhead } from './sync/aheadSocket.ts'
import { dayQuery, eventQuery, meQuery, noteFactsQuery, queryClient } from './sync/records.ts'
import './ui/tokens.css'
import './ui/base.css'
import { startTexts, startTextsOf } from './ui/i18n.ts'
import { Toaster } from './ui/Toaster.tsx'

/** A page with sentences that are not needed everywhere. */
const withTexts =
  <Page,>(part: Parameters<typeof startTextsOf>[0], fetch: () => Promise<Page>) =>
  async () =>
    (await Promise.all([fetch(), startTextsOf(part)]))[0]

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
  late: withTexts('collecting', () => import('./pages/late.tsx')),
  privacy: () => import('./pages/privacy.tsx'),
  /** What surrounds all pages behind the door. */
  joined: withTexts('inside', async () => ({
    default: (await import('./pages/JoinedPages.tsx')).JoinedPages,
  })),
}
const patienceMs = 1000

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
const Late = pageOf(pages.late)
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
  ['leute', [pages.joined, pages.people]],
  ['aushang', [pages.joined, pages.signs]],
  ['einrichten', [pages.joined, pages.setUp]],
])
const textsCame = startTexts()
const first = places.get(place) ?? []
const event = queryClient.fetchQuery(eventQuery).catch(() => null)
if (first.includes(pages.joined)) void queryClient.prefetchQuery(meQuery)
if (place === 'gruppe' && isId(group)) {
  void queryClient.prefetchQuery(noteFactsQuery(group as GroupId))
  void queryClient.prefetchQuery(dayQuery)
  // The board itself, too: its people open it as soon as the page knows them.
  void event.then((brief) => {
    const board = { kind: 'group', group: group as GroupId } as const
    if (brief) openAhead(roomName(brief.id as EventId, board))
  })
}
let isShown = false
const firstCame = first.map(async (fetch) => {
  const page = (await fetch()).default
  if (!isShown) known.set(fetch, page)
})
// Browsers fetch six things at a time: the wall comes after what the page itself needs.
if (place === 'gruppe' && viewIn(new URLSearchParams(location.search)) === 'board')
  void Promise.allSettled(firstCame).then(prefetchBoardView)

await textsCame
// What is slow, or does not come at all, is waited for in sight.
await Promise.race([Promise.allSettled(firstCame), new Promise((done) => setTimeout(done, patienceMs))])
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
  for (const fetch of [pages.joined, pages.today, pages.group, pages.groupCards, pages.plenum])
    void fetch().catch(() => {})
}, 3000)
