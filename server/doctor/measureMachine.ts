import { readFileSync } from 'node:fs'
import { availableParallelism, freemem, totalmem } from 'node:os'
import { baseUrl, type Config } from '../config.ts'
import { measurePort, type PortState } from './measurePort.ts'

export type MachineMeasurement = {
  readonly node: string
  readonly cores: number
  readonly memoryBytes: number
  /** Null where the system counts its caches as used. */
  readonly freeMemoryBytes: number | null
  /** Null where it is unknown or has no bound. */
  readonly openFiles: number | null
  /** What the server would let in. */
  readonly connections: number
  readonly host: string
  readonly port: number
  readonly portState: PortState
  /** Where links and QR codes lead; null while the port is not known. */
  readonly address: string | null
}

export const measureMachine = async (config: Config, signal: AbortSignal): Promise<MachineMeasurement> => {
  const { host, port } = config
  return {
    node: process.versions.node,
    cores: availableParallelism(),
    ...memory(),
    openFiles: openFiles(),
    connections: config.limits.connections,
    host,
    port,
    portState: await measurePort(config, signal),
    address: config.publicUrl === null && port === 0 ? null : baseUrl(config, port),
  }
}

const memory = (): Pick<MachineMeasurement, 'memoryBytes' | 'freeMemoryBytes'> => {
  // A container may use less than the machine has. What is used in it is mostly files that were read: not counted.
  const bound = process.constrainedMemory() || Infinity
  const freeBytes = Math.min(freemem(), bound - process.memoryUsage.rss())
  return {
    memoryBytes: Math.min(totalmem(), bound),
    freeMemoryBytes: process.platform === 'darwin' ? null : freeBytes,
  }
}

/** Node raises its soft limit to the hard one when it starts, here as in the server. */
const openFiles = (): number | null => {
  try {
    const soft = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]
    return soft === undefined ? null : Number(soft)
  } catch {
    return null
  }
}
