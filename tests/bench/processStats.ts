import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

let ticksPerSecond = 0

/** CPU seconds that a process has used so far, all its threads together: our store's worker counts as well. */
export const cpuSeconds = (pid: number): number => {
  ticksPerSecond ||= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name in brackets may hold spaces; utime and stime are the 12th and 13th field behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

const statusBytes = (pid: number, field: string): number => {
  const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1] ?? NaN) * 1024
}
/** Bytes of memory that a process holds now. */
export const residentBytes = (pid: number): number => statusBytes(pid, 'VmRSS')
/** The most it has ever held. */
export const peakBytes = (pid: number): number => statusBytes(pid, 'VmHWM')

export const megabytes = (bytes: number): number => bytes / 1024 / 1024

/** CPU and memory come from /proc. */
export const canMeasure = (): boolean => process.platform === 'linux'
