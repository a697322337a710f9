import { useQuery } from '@tanstack/react-query'
import type { EventsAnswer, TemplateAnswer } from '#shared/day/eventsApi.ts'
import { call } from '../../sync/call.ts'

export const eventsKey = ['events'] as const

/** This event and those that were made in it. */
export const useEvents = () =>
  useQuery({
    queryKey: eventsKey,
    queryFn: ({ signal }) => call<EventsAnswer>('GET', '/api/events', undefined, signal),
  })

export type Template = Record<string, unknown>

export const fetchTemplate = async (event: string): Promise<Template> =>
  (await call<TemplateAnswer>('GET', `/api/events/${encodeURIComponent(event)}/template`))
    .template as Template

/** What an event was made of. It is not refetched while somebody works on it. */
export const useTemplate = (event: string) =>
  useQuery({
    queryKey: ['template', event],
    queryFn: () => fetchTemplate(event),
    gcTime: 0,
  })
