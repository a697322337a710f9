import { createServer } from 'node:net'
import { localOrigin, type Config } from '../config.ts'

/** `serving`, `cannotSave`: a Leitwand server has it already. `any`: the system chooses one at each start. */
export type PortState = 'free' | 'any' | 'serving' | 'cannotSave' | 'taken' | 'forbidden' | 'noAddress'

const patienceMs = 1_000

/** Tries to listen for an instant, and asks whoever is in the way. */
export const measurePort = async (config: Config, signal: AbortSignal): Promise<PortState> => {
  const fault = await listen(config)
  if (fault === null) return config.port === 0 ? 'any' : 'free'
  if (fault === 'EADDRINUSE') return askHealth(config, signal)
  return fault === 'EACCES' ? 'forbidden' : 'noAddress'
}

const listen = ({ port, host }: Config): Promise<string | null> =>
  new Promise((done) => {
    const server = createServer()
    server.once('error', (fault: NodeJS.ErrnoException) => done(fault.code ?? 'unknown'))
    server.listen(port, host, () => server.close(() => done(null)))
  })

const askHealth = async (config: Config, signal: AbortSignal): Promise<PortState> => {
  try {
    const response = await fetch(`${localOrigin(config, config.port)}/health`, {
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    })
    const { status, event } = (await response.json()) as { status?: unknown; event?: unknown }
    if (typeof event !== 'string') return 'taken'
    return status === 'ok' ? 'serving' : status === 'storeDown' ? 'cannotSave' : 'taken'
  } catch {
    signal.throwIfAborted()
    return 'taken'
  }
}
