import { Router, type Request } from 'express'
import type { EventFact, EventsAnswer, TemplateAnswer } from '#shared/day/eventsApi.ts'
import { changeTemplateCommand, copyEventCommand, makeEventCommand } from '#shared/day/eventsApi.ts'
import { Refusal } from '#shared/refusal.ts'
import type { App } from '../app.ts'
import {
  changeTemplate,
  copyEvent,
  eventFacts,
  makeEvent,
  memberOfFamily,
  rehearsalId,
  templateOf,
} from '../day/setUp.ts'
import type { Events } from '../events.ts'
import { personOf } from './personOf.ts'
import { answering, demand, parseBody } from './respond.ts'

/** Setting up events: this one, and those that are made in it. */
export const eventsRoutes = (app: App, events: Events): Router => {
  const router = Router()
  const command = (
    method: 'get' | 'post' | 'put',
    path: string,
    run: (request: Request, named: () => App) => unknown,
  ) =>
    router[method](
      path,
      answering(async (request) => {
        demand(await personOf(app, request), 'setUp')
        return run(request, () => memberOfFamily(events, app, String(request.params['id'])))
      }),
    )

  command('get', '/events', (): EventsAnswer => ({ events: eventFacts(events, app) }))
  command('post', '/events', (request) =>
    events.inOrder(() => makeEvent(events, app, parseBody(makeEventCommand, request).template)),
  )
  command('post', '/events/:id/copy', (request, named) =>
    events.inOrder(() => copyEvent(events, app, named(), parseBody(copyEventCommand, request))),
  )
  command('get', '/events/:id/template', (_request, named): TemplateAnswer => ({
    template: templateOf(named()),
  }))
  command('put', '/events/:id/template', async (request, named): Promise<TemplateAnswer> => {
    const { template, seen } = parseBody(changeTemplateCommand, request)
    await changeTemplate(named(), template, seen)
    return { template }
  })
  const rehearsals = new Map<string, Promise<EventFact>>()
  command('post', '/events/:id/rehearsal', (_request, named): Promise<EventFact> => {
    const of = named()
    const make = () =>
      events.inOrder(async () => {
        const template = { ...templateOf(of), id: rehearsalId(events, of.event) }
        const made = await makeEvent(events, app, template, { isRehearsal: true })
        await events.rehearse(made.id)
        return made
      })
    // Asked for again while it is being made, it is the same one.
    const making = rehearsals.get(of.event) ?? make().finally(() => rehearsals.delete(of.event))
    rehearsals.set(of.event, making)
    return making
  })
  command('post', '/events/:id/reset', (_request, named): Promise<EventsAnswer> =>
    events.inOrder(async () => {
      const { event, records } = named()
      if (!records.get('event', 'event')?.isRehearsal) throw new Refusal('forbidden')
      await events.reset(event)
      await events.rehearse(event)
      return { events: eventFacts(events, app) }
    }),
  )
  return router
}
