import type { ConsentBallot } from '#shared/plenum/consent.ts'
import { CallRefused } from './call.ts'
import { isSilence } from './isSilence.ts'
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
type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>
export type ConsentOutboxOptions = {
  readonly key: string
  readonly storage: Storage
  readonly send: (ballot: ConsentBallot) => Promise<unknown>
  readonly after: (ms: number, run: () => void) => () => void
}

const firstWaitMs = 500
const longestWaitMs = 8_000

/** An answer on its way: it survives a reload, waits while there is no network, and is told when it came too late. */
export const openConsentOutbox = ({ key, storage, send, after }: ConsentOutboxOptions): ConsentOutbox => {
  const state = valueStore<ConsentOutboxState>({ ...readKept(storage, key), isOffline: false, refused: null })
  let isSending = false
  let isEnded = false
  let wait = firstWaitMs
  let callOff = () => {}

  const change = (next: Partial<ConsentOutboxState>) => {
    state.set({ ...state.get(), ...next })
    keep(storage, key, state.get())
  }
  const closed = () => {
    const { waiting } = state.get()
    if (waiting) change({ waiting: null, late: waiting, isOffline: false })
  }
  const pump = async (): Promise<void> => {
    const ballot = state.get().waiting
    if (isSending || isEnded || !ballot) return
    isSending = true
    callOff()
    // Chosen again meanwhile: the newer one is still to be sent.
    const done = (next: Partial<ConsentOutboxState>) =>
      change({ isOffline: false, ...(state.get().waiting === ballot ? { ...next, waiting: null } : {}) })
    try {
      await send(ballot)
      wait = firstWaitMs
      done({})
    } catch (error) {
      if (isSilence(error)) {
        change({ isOffline: true })
        callOff = after(wait, () => void pump())
        wait = Math.min(wait * 2, longestWaitMs)
        isSending = false
        return
      }
      if (error instanceof CallRefused && error.code === 'consentClosed') closed()
      else done({ refused: error })
    }
    isSending = false
    await pump()
  }

  void pump()
  return {
    state,
    set: (ballot) => {
      change({ waiting: ballot, refused: null })
      void pump()
    },
    closed,
    forgetLate: () => change({ late: null }),
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

export const consentKey = (consent: string, person: string): string => `leitwand.consent.${consent}.${person}`

type Kept = Pick<ConsentOutboxState, 'waiting' | 'late'>
const readKept = (storage: Storage, key: string): Kept => {
  try {
    const { waiting = null, late = null } = JSON.parse(storage.getItem(key) ?? '{}') as Partial<Kept>
    return { waiting, late }
  } catch {
    return { waiting: null, late: null }
  }
}
/** Nothing stays on the device once it has arrived. A browser that keeps nothing is no error. */
const keep = (storage: Storage, key: string, { waiting, late }: Kept): void => {
  try {
    if (waiting || late) storage.setItem(key, JSON.stringify({ waiting, late }))
    else storage.removeItem(key)
  } catch {
    // It is kept for this page only.
  }
}
