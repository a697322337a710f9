import type { ConsentBallot } from '#shared/plenum/consent.ts'
import { CallRefused } from './call.ts'
import { keptState, type DeviceStorage } from './keptState.ts'
import { openSender, type After } from './openSender.ts'
import { valueStore, type ReadStore } from './valueStore.ts'

export type ConsentOutboxState = {
  /** What the server has not answered to yet. */
  readonly waiting: ConsentBallot | null
  /** The line is silent: it is tried again. */
  readonly isOffline: boolean
  /** The server said no; it is not waiting any more. */
  readonly refused: unknown
  /** It was closed before this arrived: it does not count, but its text is still here. */
  readonly late: ConsentBallot | null
}
export type ConsentOutbox = {
  readonly state: ReadStore<ConsentOutboxState>
  /** Sent as soon as possible; the latest one counts. */
  readonly set: (ballot: ConsentBallot) => void
  /** What still waits came too late. */
  readonly closed: () => void
  readonly forgetLate: () => void
  readonly retry: () => void
  readonly close: () => void
}
export type ConsentOutboxOptions = {
  readonly key: string
  readonly storage: DeviceStorage
  readonly send: (ballot: ConsentBallot) => Promise<unknown>
  readonly after: After
}
type Kept = Pick<ConsentOutboxState, 'waiting' | 'late'>

/** An answer on its way: it survives a reload, waits while there is no network, and is told when it came too late. */
export const openConsentOutbox = ({ key, storage, send, after }: ConsentOutboxOptions): ConsentOutbox => {
  const kept = keptState<Kept>(storage, key, { waiting: null, late: null })
  const state = valueStore<ConsentOutboxState>({ ...kept.read(), isOffline: false, refused: null })
  const change = (next: Partial<ConsentOutboxState>) => {
    state.set({ ...state.get(), ...next })
    kept.keep(state.get())
  }
  const closed = () => {
    const { waiting } = state.get()
    if (waiting) change({ waiting: null, late: waiting, isOffline: false })
  }
  // Chosen again meanwhile: the newer one is still to be sent.
  const done = (ballot: ConsentBallot, next: Partial<ConsentOutboxState>) =>
    change({ isOffline: false, ...(state.get().waiting === ballot ? { ...next, waiting: null } : {}) })
  const sender = openSender<ConsentBallot>({
    next: () => state.get().waiting ?? undefined,
    send,
    onSent: (ballot) => done(ballot, {}),
    onSilence: () => change({ isOffline: true }),
    onRefused: (ballot, error) => {
      if (error instanceof CallRefused && error.code === 'consentClosed') closed()
      else done(ballot, { refused: error })
    },
    firstWaitMs: 500,
    longestWaitMs: 8_000,
    after,
  })
  sender.wake()
  return {
    state,
    set: (ballot) => {
      change({ waiting: ballot, refused: null })
      sender.wake()
    },
    closed,
    forgetLate: () => change({ late: null }),
    retry: sender.retry,
    close: sender.close,
  }
}

export const consentKey = (consent: string, person: string): string => `leitwand.consent.${consent}.${person}`
