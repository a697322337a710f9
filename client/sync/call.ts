import type { ErrorAnswer, HealthAnswer } from '#shared/api.ts'
import type { RefusalCode } from '#shared/refusal.ts'
import { readingInit, takeAnswer } from './aheadAnswers.ts'

/** `offline`: no answer came. `broken`: an answer came that is not ours (a proxy's page, for example). */
export type CallFault = RefusalCode | 'offline' | 'broken'

/** The server said no, or said nothing. Its sentence is `refusal:<code>` in the texts. */
export class CallRefused extends Error {
  readonly code: CallFault
  readonly params: Readonly<Record<string, string>>
  /** HTTP status, 0 without an answer. */
  readonly status: number
  constructor(code: CallFault, params: Readonly<Record<string, string>> = {}, status = 0) {
    super(code)
    this.name = 'CallRefused'
    this.code = code
    this.params = params
    this.status = status
  }
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One request to our own server: JSON, or bytes. Answers its JSON, or throws `CallRefused`. */
export const call = async <Answer>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer> => {
  const response = await send(method, path, body, signal)
  const answer = await readJson(response)
  if (response.ok && answer !== undefined) return answer as Answer
  if (isErrorAnswer(answer))
    throw new CallRefused(answer.error as RefusalCode, answer.params ?? {}, response.status)
  throw notOurs(response)
}

/** Whether the server can save. Its 503 is an answer here; that of a gateway, for a server that is down, is none. */
export const askHealth = async (signal?: AbortSignal): Promise<HealthAnswer> => {
  const response = await send('GET', '/health', undefined, signal)
  const answer = (await readJson(response)) as Partial<HealthAnswer> | null | undefined
  if (answer?.status === 'ok' || answer?.status === 'storeDown') return answer as HealthAnswer
  throw notOurs(response)
}

/** Gateways answer for a server that is down. */
const notOurs = ({ status }: Response) => new CallRefused(status >= 502 ? 'offline' : 'broken', {}, status)

const send = async (method: Method, path: string, body: unknown, signal?: AbortSignal): Promise<Response> => {
  try {
    const ahead = method === 'GET' ? takeAnswer(path) : null
    if (ahead) return await ahead
    return await fetch(path, {
      ...readingInit,
      method,
      ...(body === undefined
        ? {}
        : {
            headers: {
              ...readingInit.headers,
              'content-type': isBytes(body) ? 'application/octet-stream' : 'application/json',
            },
            body: isBytes(body) ? body : JSON.stringify(body),
          }),
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new CallRefused('offline')
  }
}

const isBytes = (body: unknown): body is Uint8Array<ArrayBuffer> => body instanceof Uint8Array

/** Undefined: not JSON. Null: an answer without a body, as after a deletion. */
const readJson = async (response: Response): Promise<unknown> => {
  if (response.status === 204) return null
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

const isErrorAnswer = (answer: unknown): answer is ErrorAnswer =>
  typeof answer === 'object' && answer !== null && typeof (answer as { error?: unknown }).error === 'string'
