import { diskFindings } from './diskFindings.ts'
import type { Finding } from './finding.ts'
import { machineFindings } from './machineFindings.ts'
import type { DiskMeasurement } from './measureDisk.ts'
import type { MachineMeasurement } from './measureMachine.ts'

export type Measurements = {
  /** A sentence for each setting that cannot be used. */
  readonly settings: readonly string[]
  /** Null when the settings do not say what to measure. */
  readonly disk: DiskMeasurement | null
  readonly machine: MachineMeasurement | null
}

/** What the measurements mean for a conference, the disk first. */
export const findings = ({ settings, disk, machine }: Measurements): Finding[] => [
  ...settings.map((sentence): Finding => ({ level: 'bad', sentence })),
  ...(disk ? diskFindings(disk) : []),
  ...(machine ? machineFindings(machine) : []),
]
