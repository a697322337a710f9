import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { readLinks } from '../../server/linksFile.ts'
import { settingsIn, Venue } from './venue.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type ServerProcess = {
  readonly child: ChildProcess
  readonly output: () => string
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
}

/** The server as people start it: `server/main.ts` in a process of its own. */
export const spawnServer = (dataDir: string, more: Record<string, string> = {}): ServerProcess => {
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...settingsIn(dataDir, more) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (text: Buffer) => (said += text.toString()))
  child.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const ended = new Promise<number | NodeJS.Signals | null>((done) =>
    child.on('close', (code, signal) => done(code ?? signal)),
  )
  return { child, output: () => said, ended }
}

/** Starts it and waits until it says that it is open. */
export const startProcess = async (
  dataDir: string,
  more: Record<string, string> = {},
): Promise<ServerProcess & { venue: Venue }> => {
  const server = spawnServer(dataDir, more)
  const origin = await new Promise<string>((done, failed) => {
    server.child.stdout?.on('data', () => {
      const found = /is open at (http:\S+)[\s\S]*Stop with/.exec(server.output())?.[1]
      if (found) done(found)
    })
    void server.ended.then((code) => failed(new Error(`the server ended with ${code}: ${server.output()}`)))
  })
  return { ...server, venue: new Venue(origin, readLinks(dataDir) ?? []) }
}
