import type { CallRefused } from '../../../sync/call.ts'
import { keptState, type DeviceStorage } from '../../../sync/keptState.ts'
import { openSender, type After } from '../../../sync/openSender.ts'
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
export type OutboxOptions = {
  readonly key: string
  readonly storage: DeviceStorage
  readonly send: (draft: Draft) => Promise<unknown>
  readonly after: After
}
type Kept = Pick<OutboxState, 'waiting' | 'refused'>

/** Proposals on their way, one after the other. They survive a reload, wait while there is no network, and arrive once. */
export const openProposalOutbox = ({ key, storage, send, after }: OutboxOptions): ProposalOutbox => {
  const kept = keptState<Kept>(storage, key, { waiting: [], refused: [] })
  const state = valueStore<OutboxState>({ ...kept.read(), isOffline: false })
  const change = (next: Partial<OutboxState>) => {
    state.set({ ...state.get(), ...next })
    kept.keep(state.get())
  }
  const without = (id: string) => state.get().waiting.filter((one) => one.id !== id)
  const sender = openSender<Draft>({
    next: () => state.get().waiting[0],
    send,
    onSent: ({ id }) => change({ isOffline: false, waiting: without(id) }),
    onSilence: () => change({ isOffline: true }),
    onRefused: (draft, error) => {
      const { code, params } = error as CallRefused
      const refused = [...state.get().refused, { ...draft, code, params }]
      change({ isOffline: false, waiting: without(draft.id), refused })
    },
    firstWaitMs: 1_000,
    longestWaitMs: 15_000,
    after,
  })
  sender.wake()
  return {
    state,
    add: (drafts) => {
      change({ waiting: [...state.get().waiting, ...drafts] })
      sender.wake()
    },
    drop: (id) =>
      change({ waiting: without(id), refused: state.get().refused.filter((one) => one.id !== id) }),
    retry: sender.retry,
  }
}
