import { Router, type Response } from 'express'
import { Refusal } from '#shared/refusal.ts'
import type { App } from '../app.ts'
import { renderResultDocx, renderSnapshotDocx } from '../export/docx.ts'
import { renderResultMarkdown, renderSnapshotMarkdown } from '../export/markdown.ts'
import { readVersion } from '../plenum/finalising.ts'
import { currentReport, snapshotReport } from '../plenum/reporting.ts'
import { personOf } from './personOf.ts'
import { answering, demand } from './respond.ts'

const types: Readonly<Record<string, string>> = {
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Documents for staff. A finalised version is printed from what was stored, never from what stands now. */
export const exportRoutes = (app: App): Router => {
  const router = Router()
  const names =
    app.plan.language === 'en'
      ? { results: 'results', notes: 'all-notes' }
      : { results: 'Ergebnisse', notes: 'Fotoprotokoll' }

  router.get(
    '/export/results.:format',
    answering(async (request, response) => {
      demand(await personOf(app, request), 'export')
      const wanted = request.query['version']
      const version = typeof wanted === 'string' ? wanted : frozenVersion(app)
      const report =
        version === null ? await currentReport(app.plenum) : readVersion(app.plenum, version).report
      const format = formatOf(request.params['format'])
      const file = format === 'md' ? renderResultMarkdown(report) : await renderResultDocx(report)
      const suffix = version === null ? '' : `-v${version}`
      sendFile(response, `${app.event}-${names.results}${suffix}.${format}`, file)
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

const sendFile = (response: Response, name: string, file: string | Uint8Array): void => {
  response.attachment(name)
  response.type(types[name.split('.').at(-1) as string] as string)
  response.send(typeof file === 'string' ? file : Buffer.from(file))
}
