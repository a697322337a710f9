import type { Ballot } from '#shared/day/vote.ts'
import { CallRefused } from './call.ts'
import { keptState, type DeviceStorage } from './keptState.ts'
import { openSender, type After } from './openSender.ts'
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
export type OutboxOptions = {
  readonly key: string
  readonly storage: DeviceStorage
  readonly send: (item: string, points: number | null) => Promise<unknown>
  /** What the server has of this person. */
  readonly own: () => Ballot
  readonly after: After
}
type Kept = Pick<OutboxState, 'waiting' | 'late'>
type Given = readonly [item: string, points: number | null]

/**
 * Points on their way: one change of one card at a time, the latest each. They survive a reload, wait while there is no
 * network, and are told when they came too late. What is taken back goes first, so that it can be given elsewhere.
 */
export const openPointsOutbox = ({ key, storage, send, own, after }: OutboxOptions): PointsOutbox => {
  const kept = keptState<Kept>(storage, key, { waiting: {}, late: {} })
  const state = valueStore<OutboxState>({ ...kept.read(), isOffline: false, refused: null })
  const change = (next: Partial<OutboxState>) => {
    state.set({ ...state.get(), ...next })
    kept.keep(state.get())
  }
  const without = (item: string): Waiting => {
    const { [item]: _gone, ...others } = state.get().waiting
    return others
  }
  const closed = () => {
    const { waiting, late } = state.get()
    if (Object.keys(waiting).length > 0)
      change({ waiting: {}, late: { ...late, ...waiting }, isOffline: false })
  }
  const sender = openSender<Given>({
    next: () => {
      const waiting = Object.entries(state.get().waiting)
      const isLess = ([item, points]: Given) => (points ?? 0) < (own()[item] ?? 0)
      return waiting.find(isLess) ?? waiting[0]
    },
    send: ([item, points]) => send(item, points),
    // Changed again meanwhile: the newer one is still to be sent.
    onSent: ([item, points]) =>
      change({
        isOffline: false,
        ...(state.get().waiting[item] === points ? { waiting: without(item) } : {}),
      }),
    onSilence: () => change({ isOffline: true }),
    onRefused: ([item], error) => {
      if (error instanceof CallRefused && error.code === 'voteClosed') closed()
      else change({ isOffline: false, waiting: without(item), refused: { item, error } })
    },
    firstWaitMs: 1_000,
    longestWaitMs: 15_000,
    after,
  })
  sender.wake()
  return {
    state,
    set: (item, points) => {
      change({ waiting: { ...without(item), [item]: points }, refused: null })
      sender.wake()
    },
    closed,
    forgetLate: () => change({ late: {} }),
    retry: sender.retry,
    close: sender.close,
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
