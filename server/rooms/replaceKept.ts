import type { RecordChange, Records } from '../records.ts'
import type { Snapshot } from '../store/store.ts'
import type { Removal } from './purge.ts'
import type { Room } from './room.ts'
import type { Workshop } from './workshop.ts'

/** A room, and what it must not hold any more; null: what was deleted in it. */
export type Kept = { readonly room: Room; readonly removal: Removal | null }
type Done = { readonly room: Room; readonly snapshots: readonly Snapshot[] }
type Ports = { readonly records: Records; readonly workshop: Workshop }

/** Everything that is kept of these rooms, older snapshots too, is built anew while nothing else is written. */
export const replaceKept = async (
  ports: Ports,
  [first, ...rest]: readonly Kept[],
  changes: (firstState: Uint8Array) => Promise<readonly RecordChange[]>,
  done: readonly Done[] = [],
): Promise<void> => {
  const { records, workshop } = ports
  if (!first) {
    const state = done[0]?.snapshots.at(-1)?.bytes as Uint8Array
    const rewritings = done.map(({ room, snapshots }) => ({ room: room.name, snapshots }))
    await records.rewrite(rewritings, await changes(state))
    for (const { room, snapshots } of done) room.rewritten(snapshots.at(-1) as Snapshot)
    return
  }
  const { room, removal } = first
  await room.hold(async (seq, state) => {
    const now = await workshop.purge([state], { deletedIn: state })
    const older = (await records.snapshots(room.name)).filter((snapshot) => snapshot.seq < seq)
    const snapshots: Snapshot[] = []
    for (const { seq, bytes } of older)
      snapshots.push({ seq, ...(await workshop.purge([bytes], removal ?? { deletedIn: now.bytes })) })
    snapshots.push({ seq, ...now })
    await replaceKept(ports, rest, changes, [...done, { room, snapshots }])
  })
}
