import { decodeJwt } from 'jose'
import type { EventId, PersonId } from '#shared/ids.ts'
import { roomName, type Place } from '#shared/place.ts'
import { userRoles } from '#shared/roles.ts'
import type { App } from './app.ts'
import { newCodes, plainCode } from './auth/codes.ts'
import { playRehearsal } from './demo/playRehearsal.ts'
import { createEvent, type OpenedEvent } from './openEvents.ts'
import { inOrder } from './plenum/inOrder.ts'
import { Records } from './records.ts'
import type { Room } from './rooms/room.ts'
import type { Store } from './store/store.ts'

export type EventsPorts = {
  readonly store: Store
  readonly open: (event: OpenedEvent) => App
  readonly now: () => number
  /** Where this machine itself reaches the server. */
  readonly origin: () => string
}

/** The events of one server. Each has rows, documents, codes and tickets of its own; nothing leads from one to another. */
export class Events {
  readonly #ports: EventsPorts
  readonly #apps = new Map<EventId, App>()
  readonly #listeners = new Set<() => void>()
  /** Events are made and emptied one after the other: what is asked for twice meets what came of it the first time. */
  readonly inOrder = inOrder()

  /** The first one is home: whoever comes without ticket and code meets it. */
  constructor(opened: readonly OpenedEvent[], ports: EventsPorts) {
    this.#ports = ports
    for (const event of opened) this.#add(ports.open(event))
  }

  get home(): App {
    return this.#apps.values().next().value as App
  }
  all(): readonly App[] {
    return [...this.#apps.values()]
  }
  get(id: string): App | undefined {
    return this.#apps.get(id as EventId)
  }

  /** `<event>/group/A` → its event; a name of none leads home, where it is refused. */
  ofRoom(name: string): App {
    return this.get(name.split('/')[0] ?? '') ?? this.home
  }
  /** What a ticket says it is for. Whether that is true its event finds out. */
  ofTicket(ticket: string | null): App {
    if (!ticket) return this.home
    try {
      const { aud } = decodeJwt(ticket)
      return this.get(String(aud)) ?? this.home
    } catch {
      return this.home
    }
  }
  ofCode(typed: string): App | undefined {
    const code = plainCode(typed)
    return this.all().find(({ records }) => {
      const codes = records.get('event', 'event')?.codes
      return codes && userRoles.some((role) => codes[role] === code)
    })
  }

  /** A new, empty event made of a template; codes are those of no other. */
  async create(template: unknown, more: { madeIn: EventId; isRehearsal?: boolean }): Promise<App> {
    const { store, open, now } = this.#ports
    const opened = await createEvent(store, template, { createdAt: now(), codes: this.#freeCodes(), ...more })
    const app = open(opened)
    this.#add(app)
    await app.plenum.gathering.gatherAll()
    for (const hear of this.#listeners) hear()
    return app
  }

  /** Made-up people come to a rehearsal and write, through the doors that everyone uses. */
  async rehearse(id: string): Promise<void> {
    const app = this.get(id)
    const codes = app?.records.get('event', 'event')?.codes
    if (app && codes) await playRehearsal(this.#ports.origin(), codes, app.plan)
  }

  /** An event as it was made: no people, no cards, and nothing of them in the file. Its codes stay. */
  async reset(id: string): Promise<void> {
    const app = this.get(id)
    const row = app?.records.get('event', 'event')
    if (!app || !row) return
    const { store, open } = this.#ports
    const places: Place[] = [
      ...app.plan.groups.map((group): Place => ({ kind: 'group', group: group.id })),
      ...app.records.all('person').map(([person]): Place => ({ kind: 'draft', person: person as PersonId })),
      { kind: 'gathered' },
      { kind: 'plenum' },
      { kind: 'approach' },
    ]
    await app.rooms.close()
    app.streams.close()
    const rows = await store.rows(app.event)
    await store.rewrite(
      places.map((place) => ({ room: roomName(app.event, place), snapshots: [] })),
      rows
        .filter(({ table }) => table !== 'event')
        .map(({ table, id }) => ({ table, id, event: app.event, value: null })),
    )
    await store.wipe()
    const records = await Records.open(store, app.event)
    this.#apps.set(app.event, open({ records, plan: app.plan }))
    for (const hear of this.#listeners) hear()
  }

  onChange(hear: () => void): void {
    this.#listeners.add(hear)
  }

  /** All documents in memory, for those who count them. */
  *loaded(): Generator<Room> {
    for (const { rooms } of this.#apps.values()) yield* rooms.loaded()
  }
  get heldBytes(): number {
    return this.all().reduce((sum, { rooms }) => sum + rooms.intake.heldBytes, 0)
  }

  #freeCodes() {
    for (;;) {
      const codes = newCodes()
      if (!userRoles.some((role) => this.ofCode(codes[role]))) return codes
    }
  }

  #add(app: App): void {
    this.#apps.set(app.event, app)
  }
}
