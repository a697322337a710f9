import type { Ballot } from '#shared/day/vote.ts'
import { CallRefused } from './call.ts'
import { isSilence } from './isSilence.ts'
import { valueStore, type ReadStore } from './valueStore.ts'

/** What a person gave on this device and the server has not answered. */
export type Waiting = Readonly<Record<string, number | null>>
export type OutboxState = {
  readonly waiting: Waiting
  /** The line is silent: it is tried again. */
  readonly isOffline: boolean
  /** The server said no to this; it is not waiting any more. */
  readonly refused: { readonly item: string; readonly error: unknown } | null
  /** It was closed before the server answered to these. */
  readonly late: Waiting
}
export type PointsOutbox = {
  readonly state: ReadStore<OutboxState>
  /** Shown at once, sent as soon as possible; null takes an answer back. */
  readonly set: (item: string, points: number | null) => void
  /** Everything that still waits came too late. */
  readonly closed: () => void
  readonly forgetLate: () => void
  readonly retry: () => void
  readonly close: () => void
}
type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>
export type OutboxOptions = {
  readonly key: string
  readonly storage: Storage
  readonly send: (item: string, points: number | null) => Promise<unknown>
  /** What the server has of this person. */
  readonly own: () => Ballot
  readonly after: (ms: number, run: () => void) => () => void
}

const firstWaitMs = 1_000
const longestWaitMs = 15_000

/**
 * Points on their way: one change of one card at a time, the latest each. They survive a reload, wait while there is no
 * network, and are told when they came too late. What is taken back goes first, so that it can be given elsewhere.
 */
export const openPointsOutbox = ({ key, storage, send, own, after }: OutboxOptions): PointsOutbox => {
  const kept = readKept(storage, key)
  const state = valueStore<OutboxState>({ ...kept, isOffline: false, refused: null })
  let isSending = false
  let isEnded = false
  let wait = firstWaitMs
  let callOff = () => {}

  const change = (next: Partial<OutboxState>) => {
    state.set({ ...state.get(), ...next })
    keep(storage, key, state.get())
  }
  const without = (item: string): Waiting => {
    const { [item]: _gone, ...others } = state.get().waiting
    return others
  }
  const nextItem = (): string | undefined => {
    const items = Object.entries(state.get().waiting)
    const isLess = ([item, points]: [string, number | null]) => (points ?? 0) < (own()[item] ?? 0)
    return (items.find(isLess) ?? items[0])?.[0]
  }
  const pump = async (): Promise<void> => {
    const item = nextItem()
    if (isSending || isEnded || item === undefined) return
    isSending = true
    callOff()
    const points = state.get().waiting[item] as number | null
    try {
      await send(item, points)
      wait = firstWaitMs
      // Changed again meanwhile: the newer one is still to be sent.
      change({
        isOffline: false,
        ...(state.get().waiting[item] === points ? { waiting: without(item) } : {}),
      })
    } catch (error) {
      if (isSilence(error)) {
        change({ isOffline: true })
        callOff = after(wait, () => void pump())
        wait = Math.min(wait * 2, longestWaitMs)
        isSending = false
        return
      }
      if (error instanceof CallRefused && error.code === 'voteClosed') closed()
      else change({ isOffline: false, waiting: without(item), refused: { item, error } })
    }
    isSending = false
    await pump()
  }
  const closed = () => {
    const { waiting, late } = state.get()
    if (Object.keys(waiting).length > 0)
      change({ waiting: {}, late: { ...late, ...waiting }, isOffline: false })
  }

  void pump()
  return {
    state,
    set: (item, points) => {
      change({ waiting: { ...without(item), [item]: points }, refused: null })
      void pump()
    },
    closed,
    forgetLate: () => change({ late: {} }),
    retry: () => {
      wait = firstWaitMs
      void pump()
    },
    close: () => {
      isEnded = true
      callOff()
    },
  }
}

/** What one has given, as this device knows it. */
export const shownBallot = (own: Ballot, waiting: Waiting): Ballot => {
  const shown: Record<string, number> = { ...own }
  for (const [item, points] of Object.entries(waiting))
    if (points === null) delete shown[item]
    else shown[item] = points
  return shown
}

type Kept = Pick<OutboxState, 'waiting' | 'late'>
const readKept = (storage: Storage, key: string): Kept => {
  try {
    const { waiting = {}, late = {} } = JSON.parse(storage.getItem(key) ?? '{}') as Partial<Kept>
    return { waiting, late }
  } catch {
    return { waiting: {}, late: {} }
  }
}
/** Nothing stays on the device once it has arrived. A browser that keeps nothing is no error. */
const keep = (storage: Storage, key: string, { waiting, late }: Kept): void => {
  try {
    if (Object.keys(waiting).length + Object.keys(late).length === 0) storage.removeItem(key)
    else storage.setItem(key, JSON.stringify({ waiting, late }))
  } catch {
    // They are kept for this page only.
  }
}
