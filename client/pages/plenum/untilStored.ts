import { CallRefused } from '../../sync/call.ts'
import type { Room } from '../../sync/openRoom.ts'

const patienceMs = 8000

/** Resolves when everything written here is on the server's disk: only then can it be decided about. */
export const untilStored = (room: Room): Promise<void> =>
  new Promise((resolve, reject) => {
    const look = () => {
      const status = room.status.get()
      if (status === 'stored') resolve()
      else if (status === 'offline') reject(new CallRefused('offline'))
      else return
      end()
    }
    const end = () => {
      clearTimeout(timer)
      unsubscribe()
    }
    const timer = setTimeout(() => {
      end()
      // Connected, and nothing is stored for seconds: it is the server's disk.
      reject(new CallRefused(typeof room.status.get() === 'object' ? 'storeDown' : 'offline'))
    }, patienceMs)
    const unsubscribe = room.status.subscribe(look)
    look()
  })
