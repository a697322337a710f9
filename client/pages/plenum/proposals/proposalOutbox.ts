import { CallRefused } from '../../../sync/call.ts'
import { isSilence } from '../../../sync/isSilence.ts'
import { valueStore, type ReadStore } from '../../../sync/valueStore.ts'
import type { Draft } from './proposalRecords.ts'

export type Refused = Draft & { readonly code: string; readonly params: Readonly<Record<string, string>> }
export type OutboxState = {
  /** In the order in which they were made. */
  readonly waiting: readonly Draft[]
  /** The server said no, with its reason; kept until they are read. */
  readonly refused: readonly Refused[]
  /** The line is silent: it is tried again. */
  readonly isOffline: boolean
}
export type ProposalOutbox = {
  readonly state: ReadStore<OutboxState>
  readonly add: (drafts: readonly Draft[]) => void
  /** Takes back what has not arrived, or was refused. */
  readonly drop: (id: string) => void
  readonly retry: () => void
}
type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>
export type OutboxOptions = {
  readonly key: string
  readonly storage: Storage
  readonly send: (draft: Draft) => Promise<unknown>
  readonly after: (ms: number, run: () => void) => () => void
}

const firstWaitMs = 1_000
const longestWaitMs = 15_000

/** Proposals on their way, one after the other. They survive a reload, wait while there is no network, and arrive once. */
export const openProposalOutbox = ({ key, storage, send, after }: OutboxOptions): ProposalOutbox => {
  const state = valueStore<OutboxState>({ ...readKept(storage, key), isOffline: false })
  let isSending = false
  let wait = firstWaitMs
  let callOff = () => {}

  const change = (next: Partial<OutboxState>) => {
    state.set({ ...state.get(), ...next })
    keep(storage, key, state.get())
  }
  const without = (id: string) => state.get().waiting.filter((one) => one.id !== id)
  const pump = async (): Promise<void> => {
    const [draft] = state.get().waiting
    if (isSending || !draft) return
    isSending = true
    callOff()
    try {
      await send(draft)
      wait = firstWaitMs
      change({ isOffline: false, waiting: without(draft.id) })
    } catch (error) {
      if (isSilence(error)) {
        change({ isOffline: true })
        callOff = after(wait, () => void pump())
        wait = Math.min(wait * 2, longestWaitMs)
        isSending = false
        return
      }
      const { code, params } = error as CallRefused
      const refused = [...state.get().refused, { ...draft, code, params }]
      change({ isOffline: false, waiting: without(draft.id), refused })
    }
    isSending = false
    await pump()
  }
  void pump()
  return {
    state,
    add: (drafts) => {
      change({ waiting: [...state.get().waiting, ...drafts] })
      void pump()
    },
    drop: (id) =>
      change({ waiting: without(id), refused: state.get().refused.filter((one) => one.id !== id) }),
    retry: () => {
      wait = firstWaitMs
      void pump()
    },
  }
}

type Kept = Pick<OutboxState, 'waiting' | 'refused'>
const readKept = (storage: Storage, key: string): Kept => {
  try {
    const { waiting = [], refused = [] } = JSON.parse(storage.getItem(key) ?? '{}') as Partial<Kept>
    return { waiting, refused }
  } catch {
    return { waiting: [], refused: [] }
  }
}
/** Nothing stays on the device once it has arrived. A browser that keeps nothing is no error. */
const keep = (storage: Storage, key: string, { waiting, refused }: Kept): void => {
  try {
    if (waiting.length + refused.length === 0) storage.removeItem(key)
    else storage.setItem(key, JSON.stringify({ waiting, refused }))
  } catch {
    // They are kept for this page only.
  }
}
