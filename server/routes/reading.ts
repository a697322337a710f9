import { Router, type Request } from 'express'
import { toString as qrSvg } from 'qrcode'
import { screenNumbers } from '#shared/day/beamerScreen.ts'
import type { JoinLink, NotesAnswer, Person } from '#shared/api.ts'
import { partsOfRef, type GroupId, type NoteRef } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import { can, may, userRoles, type UserRole } from '#shared/roles.ts'
import { groupOf, type Group } from '#shared/template.ts'
import type { App } from '../app.ts'
import type { FirstLooks } from '../day/firstLooks.ts'
import { screenUrl } from '../joinUrl.ts'
import { personOf } from './personOf.ts'
import { answering } from './respond.ts'

/** What is read beside the documents: facts of notes, how a board begins, links. */
export const readingRoutes = (app: App, looks: FirstLooks): Router => {
  const router = Router()
  /** Who asks, and the group, if its board may be read. */
  const readerOf = async (request: Request): Promise<{ person: Person; group: Group }> => {
    const person = await personOf(app, request)
    const group = groupOf(app.plan, String(request.params['group']) as GroupId)
    if (!group) throw new Refusal('groupUnknown')
    if (!can(person, app.dayState(), 'read', { kind: 'group', group: group.id }))
      throw new Refusal('forbidden')
    return { person, group }
  }

  router.get(
    '/groups/:group/notes',
    answering(async (request): Promise<NotesAnswer> => {
      const { person, group } = await readerOf(request)
      const rows = app.records.all('note').filter(([, row]) => row.group === group.id)
      return {
        notes: rows.map(([ref, row]) => ({
          id: partsOfRef(ref as NoteRef).note,
          number: row.number,
          author: row.author,
          isMine: row.person === person.id,
        })),
        comments: app.records
          .all('comment')
          .filter(([, row]) => row.group === group.id)
          .map(([, row]) => ({
            id: row.comment,
            note: row.note,
            author: row.author,
            isMine: row.person === person.id,
          })),
      }
    }),
  )

  router.get(
    '/groups/:group/look',
    answering(async (request, response) => {
      const { group } = await readerOf(request)
      const { json, packed } = await looks.of(group)
      const isPacked = request.acceptsEncodings('gzip') === 'gzip'
      if (isPacked) response.set('content-encoding', 'gzip')
      response.vary('accept-encoding')
      response.type('json').send(isPacked ? packed : json)
    }),
  )

  router.get(
    '/links',
    answering(async (request): Promise<JoinLink[]> => {
      const person = await personOf(app, request)
      const roles: readonly UserRole[] = may(person, 'seeLinks') ? userRoles : ['member']
      const codes = app.records.get('event', 'event')?.codes
      return Promise.all(
        roles
          .flatMap((role) => (role === 'beamer' ? screenNumbers : [null]).map((screen) => ({ role, screen })))
          .map(async ({ role, screen }) => {
            const code = codes?.[role] ?? ''
            const url = screenUrl(app.baseUrl(), code, screen ?? 1)
            return { role, screen, code, url, qr: await qrSvg(url, { type: 'svg', margin: 2 }) }
          }),
      )
    }),
  )
  return router
}
