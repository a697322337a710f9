import type { RoomStatus } from './openRoom.ts'
import { valueStore, type ReadStore } from './valueStore.ts'

/** What is said about saving, wherever it is said. `waiting`: so many edits are not on the server's disk yet. */
export type Saving = 'unknown' | 'stored' | 'offline' | { readonly waiting: number }

const patienceMs = 3000

type Watched = {
  readonly status: ReadStore<RoomStatus>
  /** Numbers of local changes, as in `Room.saving`. */
  readonly made: () => number
  readonly stored: () => number
  /** False when the server has said that it cannot save: then there is nothing to wait for. */
  readonly canSave: ReadStore<boolean>
}

/**
 * Trouble is told when it lasts, good news at once; nothing is claimed before the first news. As long as what was
 * written some seconds ago is stored by now, somebody who types without a pause is in no trouble.
 */
export const calmStatus = ({ status, made, stored, canSave }: Watched) => {
  const told = valueStore<Saving>('unknown')
  let lasts = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const wait = () => {
    const oldest = typeof status.get() === 'object' ? made() : Infinity
    timer = setTimeout(() => {
      if (typeof status.get() === 'object' && stored() >= oldest) return wait()
      lasts = true
      look()
    }, patienceMs)
  }
  const look = () => {
    const now = status.get()
    if (now === 'stored') {
      clearTimeout(timer)
      timer = undefined
      lasts = false
      told.set('stored')
      return
    }
    if (timer === undefined) wait()
    lasts ||= typeof now === 'object' && !canSave.get()
    if (lasts) told.set(now === 'connecting' ? 'offline' : now)
  }
  const ends = [status.subscribe(look), canSave.subscribe(look)]
  look()
  return {
    told: told as ReadStore<Saving>,
    close: () => {
      clearTimeout(timer)
      for (const end of ends) end()
    },
  }
}
