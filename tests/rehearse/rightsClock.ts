import type { DayAnswer } from '#shared/day/dayAnswer.ts'
import { EventReader } from '../kit/eventReader.ts'
import type { Attendance } from './attendance.ts'
import type { Hall } from './hall.ts'

/** How long a phase may take until everyone's device knows what it may do now. */
export const mostMs = 2_000

/** Every member holds an event stream, as a page does, and asks what runs when it says so. */
export class RightsClock {
  readonly #hall: Hall
  readonly #people: readonly Attendance[]
  readonly #streams = new Map<Attendance, EventReader>()
  readonly #hearers = new Map<Attendance, () => void>()
  /** Of all changes so far. */
  worstMs = 0
  changes = 0

  constructor(hall: Hall, people: readonly Attendance[]) {
    this.#hall = hall
    this.#people = people
  }

  /** Runs what starts a phase everywhere, and resolves when every member's device knows it. */
  async time(phase: string, start: () => Promise<unknown>): Promise<void> {
    await Promise.all(this.#people.map((one) => this.#listen(one)))
    const began = performance.now()
    const known = this.#people.map((one) => this.#until(one, phase).then(() => performance.now() - began))
    await start()
    this.worstMs = Math.max(this.worstMs, ...(await Promise.all(known)))
    this.changes++
  }

  close(): void {
    for (const stream of this.#streams.values()) stream.close()
  }

  /** A stream ends with the server; a page opens another one. */
  async #listen(one: Attendance): Promise<void> {
    if (this.#streams.has(one)) return
    const stream = new EventReader(`${this.#hall.venue.origin}/api/stream`, one.guest.ticket)
    this.#streams.set(one, stream)
    void stream.ended.then(() => this.#streams.delete(one))
    stream.addEventListener('message', ({ data }) => {
      if (data === 'day') this.#hearers.get(one)?.()
    })
    await stream.answered
  }

  #until(one: Attendance, phase: string): Promise<void> {
    return new Promise((done, failed) => {
      const look = async () => {
        const { phases } = await this.#hall.must<DayAnswer>(one.guest, 'GET', '/day')
        if (phases[one.group]?.phase !== phase) return
        this.#hearers.delete(one)
        done()
      }
      this.#hearers.set(one, () => void look().catch(failed))
    })
  }
}
