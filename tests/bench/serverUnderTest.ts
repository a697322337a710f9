import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { peersFolder } from './installPeers.ts'
import { Members } from './members.ts'
import type { Seat } from './load/roomClient.ts'

export const serverNames = ['ours', 'y-websocket-server', 'Hocuspocus', 'raw ws'] as const
export type ServerName = (typeof serverNames)[number]

export type ServerSetup = {
  /** The checkout whose server is measured. */
  readonly checkout: string
  readonly connectionsPerPerson: number
  /** Ours always keeps what it is told; peers do when asked. */
  readonly keeps: boolean
  /** Sub-questions of each of our groups. */
  readonly questions?: number
  /** Options for Node, such as --cpu-prof. */
  readonly nodeOptions?: readonly string[]
}

const house = fileURLToPath(new URL('../..', import.meta.url))
export const ownCheckout = house
const peerScript = (name: string) => join(house, 'tests/bench/peers', name)
const running = new Set<ChildProcess>()
const folders = new Set<string>()
// Whatever ends the bench: no server and no folder of its is left behind.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** One server in a process of its own with a folder of its own, started as its users start it. */
export class ServerUnderTest {
  readonly name: ServerName
  readonly setup: ServerSetup
  readonly folder = mkdtempSync(join(tmpdir(), 'leitwand-bench-'))
  readonly #members: Members | null
  #child: ChildProcess | null = null
  #ended: Promise<void> = Promise.resolve()
  #said = ''
  port = 0
  /** More variables for the process, such as LD_PRELOAD. */
  env: Readonly<Record<string, string>> = {}

  constructor(name: ServerName, setup: ServerSetup) {
    this.name = name
    this.setup = setup
    folders.add(this.folder)
    this.#members = name === 'ours' ? new Members(this.folder, setup.connectionsPerPerson) : null
  }

  get pid(): number {
    if (this.#child?.pid === undefined || this.#child.exitCode !== null)
      throw new Error(`${this.name} is not running: ${this.#said}`)
    return this.#child.pid
  }

  /** Answers how many milliseconds it took until the server said that it is open. */
  async start(): Promise<number> {
    const startedAt = performance.now()
    this.port = await freePort()
    const { args, env, cwd } = this.#command()
    const child = spawn(process.execPath, ['--inspect-port=0', ...(this.setup.nodeOptions ?? []), ...args], {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    this.#said = ''
    running.add(child)
    this.#ended = new Promise((done) =>
      child.on('close', () => {
        running.delete(child)
        done()
      }),
    )
    await new Promise<void>((done, failed) => {
      const hear = (text: Buffer) => {
        this.#said = (this.#said + text.toString()).slice(-4000)
        if (/Stop with|running/.test(this.#said)) done()
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      void this.#ended.then(() => failed(new Error(`${this.name} did not start: ${this.#said}`)))
    })
    return performance.now() - startedAt
  }

  /** Where Node's inspector listens; opened when it is first asked for. */
  async inspector(): Promise<string> {
    for (let asked = 0; ; asked++) {
      const found = /Debugger listening on (ws:\S+)/.exec(this.#said)?.[1]
      if (found) return found
      if (asked === 50) throw new Error(`${this.name} opens no inspector: ${this.#said}`)
      if (asked === 0) process.kill(this.pid, 'SIGUSR1')
      await pause(100)
    }
  }

  async stop(): Promise<void> {
    this.#child?.kill('SIGTERM')
    const timer = setTimeout(() => this.#child?.kill('SIGKILL'), 15_000)
    await this.#ended
    clearTimeout(timer)
  }

  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL')
    await this.#ended
  }

  async remove(): Promise<void> {
    await this.kill()
    rmSync(this.folder, { recursive: true, force: true })
    folders.delete(this.folder)
  }

  /** Connections to one document, for people who may write there. `A` … `H`. */
  async seats(group: string, count: number, { acks = false } = {}): Promise<Seat[]> {
    if (!this.#members) return Array.from({ length: count }, () => this.#peerSeat(`group-${group}`))
    const people = await this.#members.inGroup(this.port, group, count)
    return people.map((person) => this.#ourSeat(`group/${group}`, person.ticket, acks))
  }

  /** One connection each to documents of their own: with us the drafts of as many members. */
  async ownSeats(count: number): Promise<Seat[]> {
    if (!this.#members) return Array.from({ length: count }, (_, at) => this.#peerSeat(`draft-${at}`))
    const people = await this.#members.everyOne(this.port, count)
    return people.map((person) => this.#ourSeat(`draft/${person.id}`, person.ticket, false))
  }

  #peerSeat(document: string): Seat {
    const isHocuspocus = this.name === 'Hocuspocus'
    const dialect = isHocuspocus ? 'hocuspocus' : this.name === 'raw ws' ? 'raw' : 'y-websocket'
    return { port: this.port, path: isHocuspocus ? '/' : `/${document}`, document, dialect }
  }
  #ourSeat(room: string, ticket: string, acks: boolean): Seat {
    const path = `/sync/${this.#members?.event}/${room}?ticket=${ticket}${acks ? '&ack=1' : ''}`
    return { port: this.port, path, document: room, dialect: 'y-websocket' }
  }

  #command(): { args: string[]; env: Record<string, string>; cwd: string } {
    const env: Record<string, string> = { HOST: '127.0.0.1', PORT: String(this.port) }
    const kept = join(this.folder, 'kept')
    switch (this.name) {
      case 'ours': {
        const template = join(this.folder, 'template.json')
        writeFileSync(template, templateWithGroups(this.setup.checkout, this.setup.questions ?? 1))
        Object.assign(env, {
          DATA_DIR: join(this.folder, 'data'),
          LOG_LEVEL: 'silent',
          EVENT_TEMPLATE: template,
        })
        return { args: ['server/main.ts'], env, cwd: resolve(this.setup.checkout) }
      }
      case 'y-websocket-server': {
        if (this.setup.keeps) env['YPERSISTENCE'] = kept
        return { args: ['node_modules/@y/websocket-server/src/server.js'], env, cwd: peersFolder }
      }
      case 'Hocuspocus': {
        const database = this.setup.keeps ? [`${kept}.sqlite`] : []
        return { args: [peerScript('hocuspocusServer.mjs'), peersFolder, ...database], env, cwd: peersFolder }
      }
      case 'raw ws':
        return { args: [peerScript('rawServer.mjs'), peersFolder], env, cwd: peersFolder }
    }
  }
}

/** The shipped event with eight groups, as many as a template may hold. */
const templateWithGroups = (checkout: string, questions: number): string => {
  const shipped = join(checkout, 'shared/templates/zukunft-wohlfahrt.json')
  const template = JSON.parse(readFileSync(shipped, 'utf8')) as Record<string, unknown>
  const groups = [...'ABCDEFGH'].map((id) => ({
    id,
    title: `Group ${id}`,
    questions: Array.from({ length: questions }, (_, at) => ({
      id: `${id}${at + 1}`,
      text: `Question ${id}${at + 1}`,
    })),
  }))
  return JSON.stringify({ ...template, id: 'bench', groups })
}

const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const server = createServer()
    server.on('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
