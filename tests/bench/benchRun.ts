import type { BenchOptions } from './benchOptions.ts'
import type { Figure } from './figures.ts'
import { LoadGenerator } from './load/loadGenerator.ts'
import { ServerUnderTest, type ServerName, type ServerSetup } from './serverUnderTest.ts'

export type Part = {
  readonly name: string
  /** What it plays, for people who read the output. */
  readonly title: string
  /** Boards in a browser; the others measure room servers. */
  readonly isBoard?: true
  readonly run: (bench: BenchRun) => Promise<Figure[]>
}

/** What a part needs: servers and generators that end with it, whatever happens. */
export class BenchRun {
  readonly options: BenchOptions
  readonly say: (line: string) => void
  readonly #servers: ServerUnderTest[] = []
  readonly #generators: LoadGenerator[] = []
  readonly #ends: (() => Promise<void>)[] = []

  constructor(options: BenchOptions, say: (line: string) => void) {
    this.options = options
    this.say = say
  }

  /** The value for a full run, or the one for a quick look. */
  full<T>(full: T, quick: T): T {
    return this.options.quick ? quick : full
  }

  server(name: ServerName, more: Partial<ServerSetup> = {}): ServerUnderTest {
    const { checkout, connectionsPerPerson, profile } = this.options
    const nodeOptions = profile && name === 'ours' ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
    const server = new ServerUnderTest(name, {
      checkout,
      connectionsPerPerson,
      keeps: false,
      nodeOptions,
      ...more,
    })
    this.#servers.push(server)
    return server
  }

  async started(name: ServerName, more: Partial<ServerSetup> = {}): Promise<ServerUnderTest> {
    const server = this.server(name, more)
    await server.start()
    return server
  }

  generators(count: number): LoadGenerator[] {
    const fresh = Array.from({ length: count }, () => new LoadGenerator())
    this.#generators.push(...fresh)
    return fresh
  }
  generator(): LoadGenerator {
    return this.generators(1)[0] as LoadGenerator
  }

  /** Something else that ends with the part; what was begun last ends first. */
  closes(end: () => Promise<void>): void {
    this.#ends.unshift(end)
  }

  async close(): Promise<void> {
    for (const end of this.#ends) await end()
    for (const generator of this.#generators) generator.end()
    // A profile is written at an orderly end only.
    if (this.options.profile) await Promise.all(this.#servers.map((server) => server.stop()))
    await Promise.all(this.#servers.map((server) => server.remove()))
  }
}
