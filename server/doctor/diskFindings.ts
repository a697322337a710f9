import type { Finding } from './finding.ts'
import type { DiskMeasurement } from './measureDisk.ts'
import { megabytes, sizeOf, timeOf } from './units.ts'

/** Times of a sync in ms, as the median unless it is said otherwise. */
const bounds = { honest: 0.02, quick: 5, bearable: 50, hitchP99: 200 }
const leastFree = megabytes(500)
const otherDisk = 'Set DATA_DIR to a folder on a disk of this machine, best an SSD.'

export const diskFindings = ({ folder, fileSystem, timings, fault }: DiskMeasurement): Finding[] => {
  const { name, kind, freeBytes } = fileSystem
  const findings: Finding[] = []
  if (fault !== null)
    findings.push({
      level: 'bad',
      sentence: fault,
      advice: 'Set DATA_DIR to a folder that the user who runs the server may write, with room on its disk.',
    })
  if (kind === 'network')
    findings.push({
      level: 'bad',
      sentence: `${folder} lies on a network share (${name}), where a saved edit is not sure to be on a disk.`,
      advice: otherDisk,
    })
  if (kind === 'memory')
    findings.push({
      level: 'bad',
      sentence: `${folder} lies in memory (${name}): when this machine restarts, everything is gone.`,
      advice: otherDisk,
    })
  if (timings) findings.push(...timingFindings(timings, kind === 'memory'))
  if (freeBytes !== null)
    findings.push(
      freeBytes < leastFree
        ? {
            level: 'bad',
            sentence: `Only ${sizeOf(freeBytes)} are free on the disk of ${folder}; when it is full, nobody can write any more.`,
            advice: 'Make room, at least 500 MB, or set DATA_DIR to a folder on another disk.',
          }
        : { level: 'good', sentence: `${sizeOf(freeBytes)} are free on the disk of ${folder}.` },
    )
  return findings
}

const timingFindings = (
  { sync, commit }: NonNullable<DiskMeasurement['timings']>,
  isMemory: boolean,
): Finding[] => {
  const measured = `The disk syncs in ${timeOf(sync.median)} (${sync.samples < 100 ? 'at most' : '99 of 100 times within'} ${timeOf(sync.p99)})`
  const saving = `each edit takes about ${timeOf((commit ?? sync).median)} to be on disk`
  const hitches: Finding[] =
    sync.p99 > bounds.hitchP99 && sync.median <= bounds.bearable
      ? [
          {
            level: 'note',
            sentence: `Now and then a sync takes ${timeOf(sync.p99)}: the words of others then arrive late, all at once.`,
            advice:
              'See whether another program keeps the disk busy. Memory cards do this by nature; an SSD does not.',
          },
        ]
      : []
  if (sync.median > bounds.bearable)
    return [
      {
        level: 'bad',
        sentence: `${measured}, which is slow: ${saving}, and the words of others will come in jerks.`,
        advice: `It is a slow or busy disk, or a network share. ${otherDisk}`,
      },
    ]
  if (sync.median > bounds.quick)
    return [
      {
        level: 'note',
        sentence: `${measured}: ${saving}; a room of 30 works, with a short delay.`,
        advice: 'A disk that syncs within 5 ms feels immediate; most SSDs do.',
      },
      ...hitches,
    ]
  // In memory there is nothing to sync, and that has been said already.
  if (sync.median < bounds.honest && !isMemory)
    return [
      {
        level: 'note',
        sentence: `The disk "syncs" in ${timeOf(sync.median)}, so it probably does not sync at all: after a power cut the last edits may be lost.`,
        advice:
          'Where it is a virtual machine, its disk cache should not be "unsafe". A battery (a laptop, a UPS) helps as well.',
      },
      ...hitches,
    ]
  return [
    ...(isMemory
      ? []
      : [{ level: 'good' as const, sentence: `${measured}: ${saving}; a room of 30 will feel immediate.` }]),
    ...hitches,
  ]
}
