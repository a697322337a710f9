import { assemble, type Assembled } from './assemble.ts'
import { purge, type Removal } from './purge.ts'
import { sliceUpdate } from './sliceUpdate.ts'

/** Heavy work on whole documents, away from the event loop. */
export interface Workshop {
  assemble(updates: readonly Uint8Array[]): Promise<Assembled>
  /** The document rebuilt without something: not a byte of it is left. */
  purge(updates: readonly Uint8Array[], removal: Removal): Promise<Assembled>
  /** The same document as updates that are small enough to be applied one at a time. */
  slice(update: Uint8Array): Promise<Uint8Array[]>
  close(): Promise<void>
}

/** In this thread: for small documents and for tests. */
export const inlineWorkshop: Workshop = {
  assemble: async (updates) => assemble(updates),
  purge: async (updates, removal) => purge(updates, removal),
  slice: async (update) => sliceUpdate(update),
  close: () => Promise.resolve(),
}
