import { join } from 'node:path'
import type { JoinAnswer } from '#shared/api.ts'
import { readLinks } from '../../server/linksFile.ts'

export type Member = { readonly id: string; readonly ticket: string }

const atOnce = 20
const waitMs = 3_000
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** People who join our server over HTTP, as many as its connections need; they stay joined when it restarts. */
export class Members {
  readonly #folder: string
  readonly #connectionsPerPerson: number
  readonly #byGroup = new Map<string, Member[]>()
  event = ''

  constructor(folder: string, connectionsPerPerson: number) {
    this.#folder = folder
    this.#connectionsPerPerson = connectionsPerPerson
  }

  /** The person behind each of `count` connections to a group's board. */
  async inGroup(port: number, group: string, count: number): Promise<Member[]> {
    const people = await this.#joined(port, group, Math.ceil(count / this.#connectionsPerPerson))
    return Array.from({ length: count }, (_, at) => people[at % people.length] as Member)
  }

  /** As many different people. */
  everyOne(port: number, count: number): Promise<Member[]> {
    return this.#joined(port, 'H', count)
  }

  async #joined(port: number, group: string, count: number): Promise<Member[]> {
    const people = this.#byGroup.get(group) ?? []
    this.#byGroup.set(group, people)
    while (people.length < count) {
      const wave = Math.min(atOnce, count - people.length)
      const names = Array.from({ length: wave }, (_, at) => `${group} ${people.length + at + 1}`)
      people.push(...(await Promise.all(names.map((name) => this.#join(port, group, name)))))
    }
    return people.slice(0, count)
  }

  async #join(port: number, group: string, name: string): Promise<Member> {
    const links = readLinks(join(this.#folder, 'data')) ?? []
    const code = links.find(({ role }) => role === 'member')?.code
    for (;;) {
      const response = await fetch(`http://127.0.0.1:${port}/api/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code, name, group }),
      })
      const body = (await response.json()) as JoinAnswer
      if (response.status === 200) {
        this.event = body.event.id
        return { id: body.person.id, ticket: body.ticket }
      }
      // So many joins a minute from one address are allowed; the bench has only one.
      if (response.status !== 429) throw new Error(`${name} was not let in: ${JSON.stringify(body)}`)
      await pause(waitMs)
    }
  }
}
