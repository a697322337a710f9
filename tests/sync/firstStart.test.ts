import { expect, test } from 'vitest'
import { faultyDisk, noFaultyDisk } from '../kit/faultyDisk.ts'
import { startProcess } from '../kit/serverProcess.ts'
import { freshFolder, meOf } from '../kit/venue.ts'

test.skipIf(noFaultyDisk)(
  'L7, E4 power cut right after the first start: whoever had joined is who they were',
  async () => {
    const folder = freshFolder()
    const disk = faultyDisk(folder.path)
    const first = await startProcess(folder.path, disk.env)
    const anna = await first.venue.join('member', 'Kreisverband 1', 'A')
    first.child.kill('SIGKILL')
    await first.ended
    disk.undoUnsynced()
    const again = await startProcess(folder.path, disk.env)
    expect((await meOf(again.venue.guest(anna))).person).toEqual(anna.person)
    expect(again.venue.codes).toEqual(first.venue.codes)
    again.child.kill('SIGKILL')
    await again.ended
    disk.remove()
    folder.remove()
  },
  120_000,
)
