import { Router } from 'express'
import { toString as qrSvg } from 'qrcode'
import { screenNumbers } from '#shared/day/beamerScreen.ts'
import type { JoinLink, NotesAnswer } from '#shared/api.ts'
import { partsOfRef, type NoteRef } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import { can, may, userRoles, type UserRole } from '#shared/roles.ts'
import { hasGroup, type App } from '../app.ts'
import { screenUrl } from '../joinUrl.ts'
import { personOf } from './personOf.ts'
import { answering } from './respond.ts'

/** What is read beside the documents: facts of notes, links. */
export const readingRoutes = (app: App): Router => {
  const router = Router()

  router.get(
    '/groups/:group/notes',
    answering(async (request): Promise<NotesAnswer> => {
      const person = await personOf(app, request)
      const group = String(request.params['group'])
      if (!hasGroup(app.plan, group)) throw new Refusal('groupUnknown')
      if (!can(person, app.dayState(), 'read', { kind: 'group', group: group as never }))
        throw new Refusal('forbidden')
      const rows = app.records.all('note').filter(([, row]) => row.group === group)
      return {
        notes: rows.map(([ref, row]) => ({
          id: partsOfRef(ref as NoteRef).note,
          number: row.number,
          author: row.author,
          isMine: row.person === person.id,
        })),
        comments: app.records
          .all('comment')
          .filter(([, row]) => row.group === group)
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
