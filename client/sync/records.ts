import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import type { BeamerAnswer, EventBrief, JoinLink, MeAnswer, NotesAnswer, PlenumAnswer } from '#shared/api.ts'
import type { ScreenNumber } from '#shared/day/beamerScreen.ts'
import type { DayAnswer } from '#shared/day/dayAnswer.ts'
import type { GroupId } from '#shared/ids.ts'
import { askHealth, call, CallRefused } from './call.ts'
import { canSave } from './canSave.ts'

/** Keys say what the event stream's topics make stale. */
export const keys = {
  me: ['me'],
  event: ['event'],
  notes: (group: GroupId) => ['notes', group],
  allNotes: ['notes'],
  plenum: ['plenum'],
  beamer: ['beamer'],
  screen: (screen: ScreenNumber) => ['beamer', screen],
  links: ['links'],
  saving: ['saving'],
  people: ['people'],
  day: ['day'],
  votes: ['votes'],
  late: ['late'],
  ownDrafts: ['ownDrafts'],
  drafts: (group: GroupId) => ['drafts', group],
  questions: ['questions'],
  presenting: ['presenting'],
  proposals: ['proposals'],
  consents: ['consents'],
  minutes: ['minutes'],
  overlaps: ['overlaps'],
} as const

/** A refusal stays one; silence is tried again for as long as the page is open. */
const retry = (_failures: number, error: Error) =>
  error instanceof CallRefused && (error.code === 'offline' || error.status >= 500)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry,
      retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 15_000),
      // The event stream says what is new.
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => call<MeAnswer>('GET', '/api/me', undefined, signal),
})
/** Who I am and the whole plan. An error with status 401: not joined. */
export const useMe = () => useQuery(meQuery)

export const eventQuery = queryOptions({
  queryKey: keys.event,
  queryFn: ({ signal }) => call<EventBrief>('GET', '/api/event', undefined, signal),
})
/** What may be known without a ticket. */
export const useEventBrief = () => useQuery(eventQuery)

export const noteFactsQuery = (group: GroupId) =>
  queryOptions({
    queryKey: keys.notes(group),
    queryFn: ({ signal }) =>
      call<NotesAnswer>('GET', `/api/groups/${encodeURIComponent(group)}/notes`, undefined, signal),
  })
/** Numbers and authors of a group's notes. */
export const useNoteFacts = (group: GroupId, enabled = true) =>
  useQuery({ ...noteFactsQuery(group), enabled })

export const dayQuery = queryOptions({
  queryKey: keys.day,
  queryFn: ({ signal }) => call<DayAnswer>('GET', '/api/day', undefined, signal),
})
/** What runs now: phases, who is done, messages. */
export const useDay = (enabled = true) => useQuery({ ...dayQuery, enabled })

export const usePlenum = (enabled = true) =>
  useQuery({
    queryKey: keys.plenum,
    queryFn: ({ signal }) => call<PlenumAnswer>('GET', '/api/plenum', undefined, signal),
    enabled,
  })

/** What a screen shows. */
export const useBeamer = (screen: ScreenNumber = 1) =>
  useQuery({
    queryKey: keys.screen(screen),
    queryFn: ({ signal }) => call<BeamerAnswer>('GET', `/api/beamer?screen=${screen}`, undefined, signal),
  })

export const useJoinLinks = (enabled = true) =>
  useQuery({
    queryKey: keys.links,
    queryFn: ({ signal }) => call<readonly JoinLink[]>('GET', '/api/links', undefined, signal),
    enabled,
  })

/** False while the server says that it cannot save; nothing is claimed before it has answered. */
export const useCanSave = (): boolean =>
  useQuery({
    queryKey: keys.saving,
    queryFn: async ({ signal }) => {
      const isOk = (await askHealth(signal)).status === 'ok'
      canSave.set(isOk)
      return isOk
    },
  }).data ?? true
