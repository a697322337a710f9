import type { EventId, NoteRef } from '#shared/ids.ts'
import type { PlenumAnswer } from '#shared/api.ts'
import { Refusal } from '#shared/refusal.ts'
import { newPlenum, resultNumbers, type PlenumState, type Result, type VersionInfo } from '#shared/result.ts'
import type { EventPlan } from '#shared/template.ts'
import { noteNumber } from '#shared/ids.ts'
import type { Records } from '../records.ts'
import type { Room } from '../rooms/room.ts'
import type { Rooms } from '../rooms/rooms.ts'
import { Gathering } from './gathering.ts'
import { inOrder } from './inOrder.ts'

/** What every command of the Plenum works with. */
export type PlenumPorts = {
  readonly event: EventId
  readonly plan: EventPlan
  readonly records: Records
  readonly rooms: Rooms
  readonly now: () => number
  readonly newId: <T extends string>() => T
  readonly onFault: (fault: unknown) => void
}

/** The Plenum: facts in one clear order, wordings in one document. */
export class Plenum {
  readonly ports: PlenumPorts
  readonly gathering: Gathering
  /** Commands run one after the other; the loser of a race is told. */
  readonly inOrder = inOrder()
  #freezing = false

  constructor(ports: PlenumPorts) {
    this.ports = ports
    const { rooms, records, onFault } = ports
    this.gathering = new Gathering(
      rooms,
      records,
      () => ports.plan,
      () => this.isFrozen,
      onFault,
    )
  }

  get state(): PlenumState {
    return this.ports.records.get('plenum', 'plenum') ?? newPlenum
  }
  /** From the moment a finalisation stops the intake. */
  get isFrozen(): boolean {
    return this.#freezing || this.state.state === 'frozen'
  }

  /** Stops the intake, runs, and lets it flow again if that failed. */
  async whileFreezing<T>(run: () => Promise<T>): Promise<T> {
    this.#freezing = true
    this.ports.rooms.reassess()
    try {
      return await run()
    } finally {
      this.#freezing = false
      this.ports.rooms.reassess()
    }
  }

  room(): Promise<Room> {
    return this.ports.rooms.place({ kind: 'plenum' })
  }

  /** Commands that change facts: refused while frozen. */
  change<T>(run: () => Promise<T>): Promise<T> {
    return this.inOrder(() => {
      if (this.isFrozen) throw new Refusal('plenumFrozen')
      return run()
    })
  }

  results(): Result[] {
    return this.ports.records.all('result').map(([, result]) => result)
  }

  result(id: string): Result {
    const found = this.ports.records.get('result', id)
    if (!found) throw new Refusal('notFound')
    return found
  }

  /** L7 while it has a number, else its title: how people call it. */
  nameOf(result: Result): string {
    const decisions = this.ports.records.all('decision').map(([, decision]) => decision)
    return resultNumbers(this.results(), decisions, this.ports.plan).get(result.id) ?? result.title
  }

  /** A-27 of a note reference; refuses one that names no note. */
  spokenNote(ref: NoteRef): string {
    const row = this.ports.records.get('note', ref)
    if (!row) throw new Refusal('notFound')
    return noteNumber(row.group, row.number)
  }

  answer(): PlenumAnswer {
    const { records } = this.ports
    return {
      plenum: this.state,
      results: this.results(),
      decisions: records.all('decision').map(([, decision]) => decision),
      remarks: records.all('remark').map(([, remark]) => remark),
      fates: records.all('fate').map(([, fate]) => fate),
      versions: records
        .all('version')
        .map(([, { number, at, sha256, redacted }]): VersionInfo => ({
          number,
          at,
          sha256,
          ...(redacted && { redacted }),
        }))
        .sort((a, b) => a.number - b.number),
      latecomers: records.all('late').filter(([, { settled }]) => !settled).length,
    }
  }
}
