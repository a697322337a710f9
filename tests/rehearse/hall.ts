import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { freshFolder, type Answer, type Guest, type Venue } from '../kit/venue.ts'
import { startProcess, type ServerProcess } from '../kit/serverProcess.ts'

const patienceMs = 30_000

/** A real server in a process of its own, on a port that stays the same, so that everyone finds back after a kill. */
export class Hall {
  readonly folder: string
  readonly #remove: () => void
  readonly #port: number
  #server: ServerProcess & { venue: Venue }
  kills = 0

  private constructor(
    folder: { path: string; remove(): void },
    port: number,
    server: ServerProcess & { venue: Venue },
  ) {
    this.folder = folder.path
    this.#remove = folder.remove
    this.#port = port
    this.#server = server
  }

  static async open(): Promise<Hall> {
    const folder = freshFolder()
    const port = await freePort()
    return new Hall(folder, port, await startProcess(folder.path, { PORT: String(port) }))
  }

  get venue(): Venue {
    return this.#server.venue
  }

  /** As if the power went: kill -9, and up again. Everyone's providers come back by themselves. */
  async killAndStart(): Promise<void> {
    this.kills++
    this.#server.child.kill('SIGKILL')
    await this.#server.ended
    this.#server = await startProcess(this.folder, { PORT: String(this.#port) })
  }

  /** A call that is sent again until an answer comes, as people do. */
  async call<T = Record<string, unknown>>(
    who: Guest,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answer<T>> {
    const until = performance.now() + patienceMs
    for (;;)
      try {
        return await who.call<T>(method, path, body)
      } catch (fault) {
        if (performance.now() > until) throw fault
        await pause(50)
      }
  }
  /** The same, for what must go well. */
  async must<T = Record<string, unknown>>(
    who: Guest,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<T> {
    const { status, body: answer } = await this.call<T>(who, method, path, body)
    if (status !== 200) throw new Error(`${method} ${path} was refused: ${status} ${answer.error}`)
    return answer
  }

  async close(): Promise<void> {
    this.#server.child.kill('SIGTERM')
    await this.#server.ended
  }
  forget(): void {
    this.#remove()
  }
}

const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
