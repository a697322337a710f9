import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigFault, readConfig, readSecret, type Config } from '../config.ts'
import type { Measurements } from './findings.ts'
import { measureDisk } from './measureDisk.ts'
import { measureMachine } from './measureMachine.ts'

/** Everything, one after the other: what is measured is not disturbed by measuring. */
export const measure = async (
  env: Record<string, string | undefined>,
  signal: AbortSignal,
): Promise<Measurements> => {
  const settings: string[] = []
  const config = readable(settings, () => readConfig(env))
  if (!config) return { settings, disk: null, machine: null }
  readable(settings, () => checkSecret(config))
  const machine = await measureMachine(config, signal)
  return { settings, disk: await measureDisk(config.dataDir, signal), machine }
}

const readable = <T>(faults: string[], read: () => T): T | null => {
  try {
    return read()
  } catch (fault) {
    if (!(fault instanceof ConfigFault)) throw fault
    faults.push(fault.message)
    return null
  }
}

/** Only where there is one: reading would make it. */
const checkSecret = ({ dataDir }: Config): void => {
  if (existsSync(join(dataDir, 'secret'))) readSecret(dataDir)
}
