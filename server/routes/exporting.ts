import { Router, type Response } from 'express'
import { minutesOutline } from '#shared/plenum/minutesOutline.ts'
import { myNotesOutline } from '#shared/plenum/myNotesOutline.ts'
import { Refusal } from '#shared/refusal.ts'
import { changesOutline } from '#shared/report/changesOutline.ts'
import type { Outline } from '#shared/report/outline.ts'
import type { ResultReport } from '#shared/report/report.ts'
import { reportEvent } from '#shared/report/reportEvent.ts'
import type { App } from '../app.ts'
import { renderDocx, renderResultDocx, renderSnapshotDocx } from '../export/docx.ts'
import { renderMarkdown, renderResultMarkdown, renderSnapshotMarkdown } from '../export/markdown.ts'
import { readVersion } from '../plenum/finalising.ts'
import { readMinutes } from '../plenum/minutes.ts'
import { ownCards } from '../plenum/ownCards.ts'
import { currentReport, snapshotReport } from '../plenum/reporting.ts'
import { personOf } from './personOf.ts'
import { answering, demand } from './respond.ts'

const types: Readonly<Record<string, string>> = {
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Documents for staff. A finalised version is printed from what was stored, never from what stands now. */
export const exportRoutes = (app: App): Router => {
  const router = Router()
  const names =
    app.plan.language === 'en'
      ? {
          results: 'results',
          notes: 'all-notes',
          changes: 'changes',
          minutes: 'minutes',
          mine: 'my-notes',
          now: 'now',
        }
      : {
          results: 'Ergebnisse',
          notes: 'Fotoprotokoll',
          changes: 'Aenderungen',
          minutes: 'Protokoll',
          mine: 'Meine-Karten',
          now: 'jetzt',
        }

  router.get(
    '/export/results.:format',
    answering(async (request, response) => {
      demand(await personOf(app, request), 'export')
      const wanted = request.query['version']
      const version = typeof wanted === 'string' ? wanted : frozenVersion(app)
      const suffix = version === null ? '' : `-v${version}`
      const format = request.params['format']
      // The very text whose SHA-256 stands beside it, so that it can be checked.
      if (format === 'json' && version !== null)
        return sendFile(
          response,
          `${app.event}-${names.results}${suffix}.json`,
          readVersion(app.plenum, version).json,
        )
      const report = await reportOf(app, version)
      const file =
        format === 'json'
          ? JSON.stringify(report)
          : formatOf(format) === 'md'
            ? renderResultMarkdown(report)
            : await renderResultDocx(report)
      sendFile(response, `${app.event}-${names.results}${suffix}.${String(format)}`, file)
    }),
  )

  router.get(
    '/export/changes.:format',
    answering(async (request, response) => {
      demand(await personOf(app, request), 'export')
      const { from, to } = request.query
      const outline = changesOutline(
        await reportOf(app, String(from)),
        await reportOf(app, typeof to === 'string' ? to : null),
      )
      const span = `v${String(from)}-${typeof to === 'string' ? `v${to}` : names.now}`
      await sendOutline(response, `${app.event}-${names.changes}-${span}`, request.params['format'], outline)
    }),
  )

  router.get(
    '/export/minutes.:format',
    answering(async (request, response) => {
      demand(await personOf(app, request), 'export')
      const outline = minutesOutline(readMinutes(app.plenum), reportEvent(app.plan))
      await sendOutline(response, `${app.event}-${names.minutes}`, request.params['format'], outline)
    }),
  )

  // One's own cards are everybody's to take home.
  router.get(
    '/export/my-notes.:format',
    answering(async (request, response) => {
      const person = await personOf(app, request)
      const outline = myNotesOutline(await ownCards(app.plenum, person.id), reportEvent(app.plan))
      await sendOutline(response, `${app.event}-${names.mine}`, request.params['format'], outline)
    }),
  )

  router.get(
    '/export/notes.:format',
    answering(async (request, response) => {
      demand(await personOf(app, request), 'export')
      const report = await snapshotReport(app.plenum, request.query['authors'] === '1')
      const format = formatOf(request.params['format'])
      const file = format === 'md' ? renderSnapshotMarkdown(report) : await renderSnapshotDocx(report)
      sendFile(response, `${app.event}-${names.notes}.${format}`, file)
    }),
  )
  return router
}

/** While the Plenum is frozen its results are those of its last version. */
const frozenVersion = ({ plenum: { state } }: App): string | null =>
  state.state === 'frozen' ? String(state.version) : null

const formatOf = (format: unknown): 'md' | 'docx' => {
  if (format !== 'md' && format !== 'docx') throw new Refusal('notFound')
  return format
}

/** A finalised version, or (null) things as they stand. */
const reportOf = ({ plenum }: App, version: string | null): Promise<ResultReport> =>
  version === null ? currentReport(plenum) : Promise.resolve(readVersion(plenum, version).report)

const sendOutline = async (
  response: Response,
  name: string,
  asked: unknown,
  outline: Outline,
): Promise<void> => {
  const format = formatOf(asked)
  sendFile(
    response,
    `${name}.${format}`,
    format === 'md' ? renderMarkdown(outline) : await renderDocx(outline),
  )
}

const sendFile = (response: Response, name: string, file: string | Uint8Array): void => {
  response.attachment(name)
  response.type(types[name.split('.').at(-1) as string] as string)
  response.send(typeof file === 'string' ? file : Buffer.from(file))
}
