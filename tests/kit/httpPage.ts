import { BlockedSockets } from '../../client/sync/blockedSockets.ts'
import { CallRefused } from '../../client/sync/call.ts'
import type { RoomSocketPorts } from '../../client/sync/roomSocket.ts'
import { hearLines, StreamLines } from '../../client/sync/streamLines.ts'
import { EventReader } from './eventReader.ts'

/** What a browser's page holds: one event stream, and lines over it, by the very classes of the client. */
export type HttpPage = {
  readonly ports: RoomSocketPorts
  readonly events: EventReader
  readonly stream: string
  /** While true the server's answers are lost on their way. */
  losesAnswers: () => boolean
  close(): void
}

/** Sends bytes up; the status and the answer. */
export const postBytes = async (
  origin: string,
  stream: string,
  body: Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
  signal?: AbortSignal,
): Promise<{ status: number; body: { taken?: number; error?: string } }> => {
  const response = await fetch(`${origin}/api/stream/${stream}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...headers },
    body,
    ...(signal ? { signal } : {}),
  })
  return { status: response.status, body: (await response.json()) as { taken?: number; error?: string } }
}

/** Opens a page's stream; throws `CallRefused` when it is refused. */
export const openHttpPage = async (origin: string, ticket: string): Promise<HttpPage> => {
  const lines = new StreamLines(async (stream, body, signal) => {
    const answer = await postBytes(origin, stream, body, { authorization: `Bearer ${ticket}` }, signal).catch(
      () => {
        throw new CallRefused('offline')
      },
    )
    if (answer.status !== 200) throw new CallRefused(answer.body.error as 'notFound', {}, answer.status)
    if (page.losesAnswers()) throw new CallRefused('offline')
  })
  const blocked = new BlockedSockets({
    knock: async () => true,
    storage: { getItem: () => String(Date.now() * 2), setItem: () => undefined, removeItem: () => undefined },
  })
  const events = new EventReader(`${origin}/api/stream`, ticket)
  const hello = new Promise<string>((done) => events.addEventListener('hello', ({ data }) => done(data)))
  hearLines(events, lines)
  void events.ended.then(() => lines.lost())
  const page = {
    ports: { lines, blocked },
    events,
    stream: '',
    losesAnswers: () => false,
    close: () => events.close(),
  }
  const { status, body } = await events.answered
  if (status !== 200) throw new CallRefused((JSON.parse(body) as { error: 'notFound' }).error, {}, status)
  return Object.assign(page, { stream: await hello })
}
