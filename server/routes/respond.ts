import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type * as z from 'zod'
import type { ErrorAnswer, Person } from '#shared/api.ts'
import { Refusal, type RefusalCode } from '#shared/refusal.ts'
import { may, type Deed } from '#shared/roles.ts'
import { refusalSentences } from '#shared/refusalSentences.ts'
import type { Language } from '#shared/template.ts'
import type { Log } from '../log.ts'

/** Parses a body at the door; what does not fit is refused with the field's name. */
export const parseBody = <T extends z.ZodType>(schema: T, request: Request): z.output<T> => {
  const parsed = schema.safeParse(request.body)
  if (parsed.success) return parsed.data
  throw new Refusal('badRequest', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
}

export const demand = (person: Person, deed: Deed): void => {
  if (!may(person, deed)) throw new Refusal('forbidden')
}

export type Answering = (request: Request, response: Response) => Promise<unknown> | unknown
/** A route that answers JSON: whatever it returns; a Refusal becomes its status. */
export const answering =
  (run: Answering): RequestHandler =>
  (request, response, next) => {
    Promise.resolve()
      .then(() => run(request, response))
      .then((answer) => {
        if (!response.headersSent) response.json(answer ?? {})
      }, next)
  }

/** Every failure answers `{error, message, params}`; what nobody foresaw is logged and answers 500. */
/** `language` is the event's. */
export const failing =
  (log: Log, language: Language) =>
  (fault: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) return next(fault)
    const refusal = refusalOf(fault)
    if (!refusal) {
      log.error({ err: fault, method: request.method, path: request.path }, 'unexpected fault')
      response
        .status(500)
        .json({ error: 'unexpected', message: refusalSentences[language].unexpected, params: {} })
      return
    }
    if (refusal.http >= 500) log.warn({ refusal: refusal.code }, 'refused')
    else if (suspicious.has(refusal.code)) log.info({ refusal: refusal.code }, 'request refused')
    const answer: ErrorAnswer = {
      error: refusal.code,
      message: sentence(refusal, language),
      params: refusal.params,
    }
    response.status(refusal.http).json(answer)
  }

/** What the socket door logs as well; a page without a ticket is how everybody begins. */
const suspicious: ReadonlySet<RefusalCode> = new Set([
  'ticketForged',
  'ticketExpired',
  'foreignOrigin',
  'tooManyTries',
  'tooLarge',
])

const refusalOf = (fault: unknown): Refusal | null => {
  if (fault instanceof Refusal) return fault
  const status = (fault as { status?: unknown }).status
  if (status === 413) return new Refusal('tooLarge')
  return typeof status === 'number' && status >= 400 && status < 500 ? new Refusal('badRequest') : null
}

const sentence = ({ code, params }: Refusal, language: Language): string =>
  refusalSentences[language][code].replace(/\{\{(\w+)\}\}/g, (_, name: string) => params[name] ?? '')
