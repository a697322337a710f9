import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import type { Finding } from '../../server/doctor/finding.ts'
import { findings, type Measurements } from '../../server/doctor/findings.ts'
import type { DiskMeasurement } from '../../server/doctor/measureDisk.ts'
import type { MachineMeasurement } from '../../server/doctor/measureMachine.ts'
import { spreadOf } from '../../server/doctor/spread.ts'
import { freshFolder, openVenue, settingsIn } from '../kit/venue.ts'

const MB = 1024 * 1024
const times = (median: number, p99 = median) => ({ samples: 200, median, p99 })
const timings = (sync: number, p99 = sync) => ({ sync: times(sync, p99), commit: times(sync * 1.5) })

const disk: DiskMeasurement = {
  folder: '/srv/data',
  fileSystem: { name: null, kind: null, freeBytes: 77_000 * MB },
  timings: timings(0.8, 2.31),
  fault: null,
}
const machine: MachineMeasurement = {
  node: '26.10.0',
  cores: 4,
  memoryBytes: 8192 * MB,
  freeMemoryBytes: 6400 * MB,
  openFiles: 20_000,
  connections: 10_000,
  host: '0.0.0.0',
  port: 3000,
  portState: 'free',
  address: 'http://192.168.1.7:3000',
}
const place = (fileSystem: Partial<DiskMeasurement['fileSystem']>): Partial<DiskMeasurement> => ({
  fileSystem: { ...disk.fileSystem, ...fileSystem },
})
const levelsAndWords = (found: readonly Finding[]) =>
  found.filter(({ level }) => level !== 'good').map(({ level, sentence }) => `${level}: ${sentence}`)

test('E8 on a good machine everything is good, and said in sentences', () => {
  const found = findings({ settings: [], disk, machine })
  expect(found.map(({ level, sentence }) => `${level}: ${sentence}`)).toEqual([
    'good: The disk syncs in 0.8 ms (99 of 100 times within 2.3 ms): each edit takes about 1.2 ms to be on disk; a room of 30 will feel immediate.',
    'good: 75 GB are free on the disk of /srv/data.',
    'good: Node 26.10.0 on 4 cores, with 8 GB of memory, 6.2 GB of it free.',
    'good: 20000 files may be open, enough for 10000 connections.',
    'good: Port 3000 is free.',
    'good: Links and QR codes lead to http://192.168.1.7:3000; phones must be able to open it.',
  ])
})

const full = /^bad: Only \d+ MB are free on the disk of \/srv\/data; when it is full/
test.each<[string, Partial<DiskMeasurement>, RegExp[]]>([
  ['a sync of 0.02 ms', { timings: timings(0.02) }, []],
  ['a sync below', { timings: timings(0.0199) }, [/^note: .*probably does not sync.*power cut.*may be lost/]],
  ['a sync of 5 ms', { timings: timings(5) }, []],
  ['a sync above', { timings: timings(5.1) }, [/^note: .* 5\.1 ms .*about 7\.6 ms .*short delay/]],
  ['a sync of 50 ms', { timings: timings(50) }, [/^note: .* 50 ms .*about 75 ms/]],
  ['a sync above', { timings: timings(50.1) }, [/^bad: .*slow.*in jerks/]],
  ['hitches of 200 ms', { timings: timings(2, 200) }, []],
  ['hitches above', { timings: timings(2, 201) }, [/^note: Now and then a sync takes 201 ms/]],
  ['hitches of a slow disk', { timings: timings(6, 300) }, [/^note: .*short delay/, /^note: Now and then/]],
  ['hitches of a bad disk', { timings: timings(60, 300) }, [/^bad: .*slow/]],
  ['500 MB', place({ freeBytes: 500 * MB }), []],
  ['less than 500 MB', place({ freeBytes: 500 * MB - 1 }), [full]],
  ['free space that nobody knows', place({ freeBytes: null }), []],
  ['a share', place({ name: 'NFS', kind: 'network' }), [/^bad: .*network share \(NFS\)/]],
  [
    'a folder in memory',
    { ...place({ name: 'tmpfs', kind: 'memory' }), timings: timings(0.001) },
    [/^bad: .*in memory \(tmpfs\).*gone/],
  ],
  ['a folder that cannot be written', { timings: null, fault: 'No.' }, [/^bad: No\.$/]],
])('E8 the disk: %s', (_name, more, expected) => {
  const found = findings({ settings: [], disk: { ...disk, ...more }, machine })
  const words = levelsAndWords(found)
  expect(words).toHaveLength(expected.length)
  for (const [at, pattern] of expected.entries()) expect(words[at]).toMatch(pattern)
  expect(found.filter(({ level, advice }) => level !== 'good' && !advice)).toEqual([])
})

test.each<[string, Partial<MachineMeasurement>, RegExp[]]>([
  ['512 MB of memory', { freeMemoryBytes: 512 * MB }, []],
  ['less memory', { freeMemoryBytes: 512 * MB - 1 }, [/^bad: Only 511 MB of memory are free/]],
  ['memory that nobody knows', { freeMemoryBytes: null }, []],
  ['Node 24', { node: '24.0.0' }, []],
  ['an older Node', { node: '22.22.0' }, [/^bad: Node 22\.22\.0 is too old/]],
  ['just enough files', { openFiles: 10_200 }, []],
  ['one too few', { openFiles: 10_199 }, [/^bad: Only 10199 files may be open/]],
  ['files without a bound', { openFiles: null }, []],
  ['a port that the system chooses', { port: 0, portState: 'any', address: null }, [/^note: PORT is 0/]],
  ['our own server', { portState: 'serving' }, []],
  ['our own server in need', { portState: 'cannotSave' }, [/^bad: .*running on port 3000.*cannot save/]],
  ['another program', { portState: 'taken' }, [/^bad: Port 3000 is taken by another program/]],
  ['a port for root only', { port: 80, portState: 'forbidden' }, [/^bad: .*may not open port 80/]],
  ['a foreign address', { host: '9.9.9.9', portState: 'noAddress' }, [/^bad: HOST .*no address 9\.9\.9\.9/]],
  ['no network', { address: 'http://localhost:3000' }, [/^note: .*localhost:3000, which nobody but/]],
  ['HOST of this machine', { address: 'http://127.0.0.1:3000' }, [/^note: .*nobody but this machine/]],
  ['the same with IPv6', { address: 'http://[::1]:3000' }, [/^note: .*nobody but this machine/]],
  ['a host that only begins so', { address: 'https://localhost.example.org' }, []],
])('E8 the machine: %s', (_name, more, expected) => {
  const found = findings({ settings: [], disk, machine: { ...machine, ...more } })
  const words = levelsAndWords(found)
  expect(words).toHaveLength(expected.length)
  for (const [at, pattern] of expected.entries()) expect(words[at]).toMatch(pattern)
  expect(found.filter(({ level, advice }) => level !== 'good' && !advice)).toEqual([])
})

test('E8 a few syncs of a hopeless disk are told without commits', () => {
  const sync = { samples: 2, median: 900, p99: 910 }
  const [found] = findings({ settings: [], disk: { ...disk, timings: { sync, commit: null } }, machine })
  expect(found).toMatchObject({
    level: 'bad',
    sentence: expect.stringMatching(/at most 910 ms.*about 900 ms/),
  })
})

test('E8 the advice on open files names numbers that fit', () => {
  const adviceFor = (openFiles: number) =>
    findings({ settings: [], disk: null, machine: { ...machine, openFiles } }).find(
      ({ level }) => level === 'bad',
    )?.advice
  expect(adviceFor(1024)).toMatch(/"ulimit -n 10200".*LIMIT_CONNECTIONS=824\.$/)
  expect(adviceFor(200)).not.toContain('LIMIT_CONNECTIONS')
})

test('E8 the spread of times has the middle and the slow end', () => {
  expect(spreadOf(Array.from({ length: 200 }, (_, i) => 200 - i))).toEqual({
    samples: 200,
    median: 101,
    p99: 199,
  })
  expect(spreadOf([0.0123456])).toEqual({ samples: 1, median: 0.0123, p99: 0.0123 })
})

const root = fileURLToPath(new URL('../..', import.meta.url))
const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const one of undo.splice(0)) await one()
})
const folder = () => {
  const made = freshFolder()
  undo.push(made.remove)
  return made.path
}

/** The doctor in a process of its own; `at` hears of its folder as soon as it stands. */
const examine = (dataDir: string, more: Record<string, string> = {}, args = ['--json']) => {
  const env = { PATH: process.env['PATH'] ?? '', ...settingsIn(dataDir, more) }
  const child = spawn(process.execPath, ['server/doctor.ts', ...args], { cwd: root, env })
  const said = { out: '', err: '' }
  child.stdout.on('data', (text: Buffer) => (said.out += text.toString()))
  child.stderr.on('data', (text: Buffer) => (said.err += text.toString()))
  const ended = new Promise<{ code: number | null; out: string; err: string }>((done) =>
    child.on('close', (code) => done({ code, ...said })),
  )
  return { child, ended }
}
type Told = { measurements: Measurements; findings: Finding[] }
const told = async (dataDir: string, more: Record<string, string> = {}) => {
  const { code, out, err } = await examine(dataDir, more).ended
  expect(err).toBe('')
  const { measurements, findings: found } = JSON.parse(out) as Told
  expect(found).toEqual(findings(measurements))
  expect(code).toBe(found.some(({ level }) => level === 'bad') ? 1 : 0)
  return { ...measurements, words: found.map(({ sentence }) => sentence).join('\n') }
}

const slowly = { timeout: 30_000 }
test(
  'E8 the doctor makes a folder that is missing, measures in it, and takes all of it away',
  slowly,
  async () => {
    const path = folder()
    const { disk, machine } = await told(join(path, 'deep/data'))
    expect(disk?.fault).toBeNull()
    expect(disk?.timings?.sync.samples).toBeGreaterThan(0)
    expect(disk?.timings?.commit?.median).toBeGreaterThan(0)
    expect(machine).toMatchObject({ portState: 'any', address: null })
    expect(readdirSync(path)).toEqual([])
  },
)

test('E8 without --json it speaks in lines, bad ones with what to do', slowly, async () => {
  const path = folder()
  writeFileSync(join(path, 'file'), '')
  const { code, out } = await examine(join(path, 'file'), {}, []).ended
  expect(code).toBe(1)
  expect(out).toMatch(/^ {2}BAD {3}DATA_DIR cannot be used: .*file is not a folder\.\n {8}Set DATA_DIR/)
  expect(out).toMatch(/\nOne thing should be mended before a conference\.\n$/)
})

test('E8 settings that cannot be used are told in their sentence', slowly, async () => {
  const path = folder()
  const wrong = await told(path, { PORT: '-1' })
  expect(wrong).toMatchObject({ settings: [expect.stringMatching(/^PORT cannot be used/)], disk: null })
  writeFileSync(join(path, 'secret'), 'half')
  const damaged = await told(path)
  expect(damaged.settings).toEqual([expect.stringContaining('secret is damaged')])
  expect(damaged.disk?.timings).not.toBeNull()
  expect(readdirSync(path)).toEqual(['secret'])
})

test('E8 beside a running server the doctor touches none of its files and names it', slowly, async () => {
  const venue = await openVenue()
  undo.push(venue.close)
  await venue.join('member', 'Anna', 'A')
  const before = readdirSync(venue.dataDir).toSorted()
  const links = readFileSync(join(venue.dataDir, 'links.json'))
  const { disk, machine } = await told(venue.dataDir, { PORT: new URL(venue.origin).port })
  expect(disk?.fault).toBeNull()
  expect(machine?.portState).toBe('serving')
  expect(readdirSync(venue.dataDir).toSorted()).toEqual(before)
  expect(readFileSync(join(venue.dataDir, 'links.json'))).toEqual(links)
  await venue.join('member', 'Bert', 'A')
})

test('E8 a port with somebody else on it is called taken, even one who never answers', slowly, async () => {
  const silent = createServer().listen(0, '127.0.0.1')
  undo.push(() => silent.close())
  await new Promise((done) => silent.once('listening', done))
  const { port } = silent.address() as AddressInfo
  const { machine, words } = await told(folder(), { PORT: String(port) })
  expect(machine?.portState).toBe('taken')
  expect(words).toContain(`Port ${port} is taken by another program.`)
})

test('E8 Ctrl+C in the middle leaves nothing behind', slowly, async () => {
  const path = folder()
  mkdirSync(join(path, 'data'))
  // It may be done before the signal arrives: then once more.
  for (let tries = 0; tries < 10; tries++) {
    const { child, ended } = examine(join(path, 'data'))
    const watch = setInterval(() => {
      if (readdirSync(join(path, 'data')).length > 0) child.kill('SIGINT')
    }, 1)
    const { code } = await ended
    clearInterval(watch)
    expect(readdirSync(join(path, 'data'))).toEqual([])
    if (code === 130) return
  }
  expect.unreachable('the doctor was never interrupted')
})
