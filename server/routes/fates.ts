import { Router, type Request } from 'express'
import type { CardsAnswer, FatesAnswer } from '#shared/plenum/cardsAnswer.ts'
import { sayFateCommand } from '#shared/plenum/fateCommands.ts'
import { noteRef, type GroupId, type NoteId } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import { can } from '#shared/roles.ts'
import { groupOf } from '#shared/template.ts'
import { hasGroup, type App } from '../app.ts'
import { cardFates, sayFate } from '../plenum/fates.ts'
import { ownCards } from '../plenum/ownCards.ts'
import { personOf } from './personOf.ts'
import { answering, demand, parseBody } from './respond.ts'

/** What became of cards, for everyone; and of loose ones what those say who run the Plenum. */
export const fateRoutes = (app: App): Router => {
  const { plenum } = app
  const router = Router()
  const group = (request: Request): GroupId => {
    const name = String(request.params['group'])
    if (!hasGroup(app.plan, name)) throw new Refusal('groupUnknown')
    return name as GroupId
  }

  router.put(
    '/plenum/fates/:group/:note',
    answering(async (request) => {
      demand(await personOf(app, request), 'shapePlenum')
      const ref = noteRef(group(request), String(request.params['note']) as NoteId)
      return { fate: await sayFate(plenum, ref, parseBody(sayFateCommand, request)) }
    }),
  )

  router.get(
    '/groups/:group/fates',
    answering(async (request): Promise<FatesAnswer> => {
      const person = await personOf(app, request)
      const asked = group(request)
      if (!can(person, app.dayState(), 'read', { kind: 'group', group: asked }))
        throw new Refusal('forbidden')
      const cards = await cardFates(plenum, asked, null)
      return {
        cards: cards.map(({ note, number, mergedInto, fate }) => ({ note, number, mergedInto, fate })),
      }
    }),
  )

  router.get(
    '/cards',
    answering(async (request): Promise<CardsAnswer> => {
      const person = await personOf(app, request)
      const seat = person.seat?.kind === 'group' ? groupOf(app.plan, person.seat.group) : undefined
      const others = seat ? await cardFates(plenum, seat.id, person.id) : []
      return {
        own: await ownCards(plenum, person.id, new Map(seat ? [[seat.id, others]] : [])),
        others: others.filter(({ isMine }) => !isMine),
        group: seat?.id ?? null,
      }
    }),
  )
  return router
}
