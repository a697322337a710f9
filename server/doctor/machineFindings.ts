import type { Finding } from './finding.ts'
import type { MachineMeasurement } from './measureMachine.ts'
import type { PortState } from './measurePort.ts'
import { megabytes, sizeOf } from './units.ts'

const leastMemory = megabytes(512)
const oldestNode = 24
/** Files and sockets that the server needs beside the connections. */
const ownFiles = 200

export const machineFindings = (machine: MachineMeasurement): Finding[] => [
  ...runtimeFindings(machine),
  ...openFileFindings(machine),
  portFinding(machine),
  ...addressFindings(machine),
]

const runtimeFindings = ({ node, cores, memoryBytes, freeMemoryBytes }: MachineMeasurement): Finding[] => {
  const free = freeMemoryBytes === null ? '' : `, ${sizeOf(freeMemoryBytes)} of it free`
  const findings: Finding[] = [
    Number.parseInt(node) < oldestNode
      ? {
          level: 'bad',
          sentence: `Node ${node} is too old.`,
          advice: `Run Leitwand with "npm start", which brings its Node along, or install Node ${oldestNode} or newer.`,
        }
      : {
          level: 'good',
          sentence: `Node ${node} on ${cores} ${cores === 1 ? 'core' : 'cores'}, with ${sizeOf(memoryBytes)} of memory${free}.`,
        },
  ]
  if (freeMemoryBytes !== null && freeMemoryBytes < leastMemory)
    findings.push({
      level: 'bad',
      sentence: `Only ${sizeOf(freeMemoryBytes)} of memory are free; the server may be ended in the middle of the day.`,
      advice: 'Close other programs, or take a machine (or a container) with at least 512 MB to spare.',
    })
  return findings
}

const openFileFindings = ({ openFiles, connections }: MachineMeasurement): Finding[] => {
  if (openFiles === null) return []
  const wanted = connections + ownFiles
  if (openFiles >= wanted)
    return [
      { level: 'good', sentence: `${openFiles} files may be open, enough for ${connections} connections.` },
    ]
  const fewer = openFiles > ownFiles ? `, or set LIMIT_CONNECTIONS=${openFiles - ownFiles}` : ''
  return [
    {
      level: 'bad',
      sentence: `Only ${openFiles} files may be open, but each of up to ${connections} connections needs one.`,
      advice: `Raise the limit to ${wanted} ("ulimit -n ${wanted}", with systemd "LimitNOFILE=${wanted}")${fewer}.`,
    },
  ]
}

const portFinding = ({ port, host, portState }: MachineMeasurement): Finding => {
  const findings: Record<PortState, Finding> = {
    free: { level: 'good', sentence: `Port ${port} is free.` },
    any: {
      level: 'note',
      sentence:
        'PORT is 0: each start takes another port, and the links of the last start no longer lead here.',
      advice: 'Set PORT to a fixed number.',
    },
    serving: { level: 'good', sentence: `Leitwand is running on port ${port} and can save.` },
    cannotSave: {
      level: 'bad',
      sentence: `Leitwand is running on port ${port}, but it cannot save: people can read, and write on their own device only.`,
      advice: 'Make room on its disk or repair it; the server goes on by itself.',
    },
    taken: {
      level: 'bad',
      sentence: `Port ${port} is taken by another program.`,
      advice: 'Stop that program, or set PORT to another one.',
    },
    forbidden: {
      level: 'bad',
      sentence: `This user may not open port ${port}.`,
      advice: 'Set PORT to a number above 1023; a reverse proxy can stand in front on port 80 or 443.',
    },
    noAddress: {
      level: 'bad',
      sentence: `HOST cannot be used: this machine has no address ${host}.`,
      advice: 'Leave HOST out to listen on all addresses.',
    },
  }
  return findings[portState]
}

const addressFindings = ({ address, portState }: MachineMeasurement): Finding[] => {
  if (address === null || portState === 'noAddress') return []
  const isOnlyHere = /^https?:\/\/(localhost|127\.[\d.]+|\[::1\])(:|\/|$)/.test(address)
  if (!isOnlyHere)
    return [
      { level: 'good', sentence: `Links and QR codes lead to ${address}; phones must be able to open it.` },
    ]
  return [
    {
      level: 'note',
      sentence: `Links and QR codes lead to ${address}, which nobody but this machine can open.`,
      advice:
        'Join the network of the venue and leave HOST out, or set PUBLIC_URL to the address that people open.',
    },
  ]
}
