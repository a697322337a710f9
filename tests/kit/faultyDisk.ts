import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Dice } from './dice.ts'

const source = fileURLToPath(new URL('faultyDisk.c', import.meta.url))
const compiler = 'cc'

/** Why there is no faulty disk on this machine, or null. */
export const noFaultyDisk: string | null =
  process.platform !== 'linux'
    ? 'a faulty disk needs LD_PRELOAD as Linux has it'
    : spawnSync(compiler, ['--version']).status === 0
      ? null
      : `a faulty disk needs a C compiler, and no "${compiler}" is found`
if (noFaultyDisk) console.warn(`Skipped: ${noFaultyDisk}.`)

/** What the power cut did to writes that were never synced. */
export type Undone = { lost: number; kept: number }

export type FaultyDisk = {
  /** For a process whose disk this is. */
  readonly env: Record<string, string>
  /**
   * The power is cut: makes the files what the disk holds. Only while no process writes them. Without dice every
   * unsynced write is lost; with dice each of their sectors may have been written, in any order, as disks do.
   */
  undoUnsynced(dice?: Dice): Undone
  /** `EIO sync`: only syncs fail. */
  fail(how: 'EIO' | 'ENOSPC' | 'EIO sync'): void
  slow(ms: number): void
  heal(): void
  remove(): void
}

/** A disk for the files in `folder` that loses, fails and dawdles. How it is made: `faultyDisk.c`. */
export const faultyDisk = (folder: string): FaultyDisk => {
  const own = mkdtempSync(join(tmpdir(), 'leitwand-faulty-disk-'))
  const [library, journal, control] = ['disk.so', 'journal', 'control'].map((name) => join(own, name)) as [
    string,
    string,
    string,
  ]
  const built = spawnSync(compiler, ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'])
  if (built.status !== 0) throw new Error(`faultyDisk.c cannot be built: ${built.stderr.toString()}`)
  // Whole at once: the library must never read half a word.
  const say = (word: string) => {
    writeFileSync(`${control}.new`, word)
    renameSync(`${control}.new`, control)
  }
  return {
    env: {
      LD_PRELOAD: library,
      FAULTY_DISK_DIR: realpathSync(folder),
      FAULTY_DISK_JOURNAL: journal,
      FAULTY_DISK_CONTROL: control,
    },
    undoUnsynced: (dice) => {
      const undone = { lost: 0, kept: 0 }
      for (const [path, deeds] of unsyncedIn(journal)) replay(path, deeds, undone, dice)
      rmSync(journal, { force: true })
      return undone
    },
    fail: say,
    slow: (ms) => say(`slow ${ms}`),
    heal: () => say(''),
    remove: () => rmSync(own, { recursive: true, force: true }),
  }
}

/** `doomed`: a sync failed on it; later syncs do not save it. */
type Fate = 'pending' | 'doomed' | 'durable'
type Deed = {
  readonly kind: 'write' | 'cut'
  readonly offset: number
  readonly sizeBefore: number
  readonly before: Buffer
  readonly after: Buffer
  fate: Fate
}

const headBytes = 40
const magic = 0x4b534944

/** Of each file what was done to it since all of it was on disk. */
const unsyncedIn = (journal: string): Map<string, Deed[]> => {
  const files = new Map<string, Deed[]>()
  const bytes = existsSync(journal) ? readFileSync(journal) : Buffer.alloc(0)
  // A note whose end is missing was cut off by the kill: what it tells of was not done.
  for (let at = 0; at + headBytes <= bytes.length;) {
    if (bytes.readUInt32LE(at) !== magic) throw new Error(`the journal is damaged at ${at}`)
    const kind = bytes.readUInt32LE(at + 4)
    const [offset, sizeBefore] = [bytes.readBigUInt64LE(at + 8), bytes.readBigUInt64LE(at + 16)].map(Number)
    let from = at + headBytes
    const [path, before, after] = [24, 28, 32].map((field) => {
      const start = from
      from += bytes.readUInt32LE(at + field)
      return bytes.subarray(start, from)
    }) as [Buffer, Buffer, Buffer]
    if (from > bytes.length) break
    at = from
    const name = path.toString()
    const deeds = files.get(name) ?? []
    if (kind === 1 || kind === 2) {
      const what = kind === 1 ? 'write' : 'cut'
      deeds.push({
        kind: what,
        offset: offset as number,
        sizeBefore: sizeBefore as number,
        before,
        after,
        fate: 'pending',
      })
      files.set(name, deeds)
    }
    if (kind === 3) {
      for (const deed of deeds) if (deed.fate === 'pending') deed.fate = 'durable'
      const open = deeds.findIndex(({ fate }) => fate !== 'durable')
      deeds.splice(0, open < 0 ? deeds.length : open)
    }
    if (kind === 4) for (const deed of deeds) if (deed.fate === 'pending') deed.fate = 'doomed'
    if (kind === 5 || kind === 6) files.delete(name)
    if (kind === 6) files.set(after.toString(), deeds)
  }
  return files
}

/** Takes everything back, the newest first, and does again what reached the disk. */
const replay = (path: string, deeds: readonly Deed[], undone: Undone, dice?: Dice): void => {
  if (deeds.length === 0 || !existsSync(path)) return
  const file = openSync(path, 'r+')
  for (const { kind, offset, sizeBefore, before } of [...deeds].reverse()) {
    if (kind === 'cut') ftruncateSync(file, sizeBefore)
    if (before.length > 0) writeSync(file, before, 0, before.length, offset)
    ftruncateSync(file, sizeBefore)
  }
  for (const { kind, offset, after, fate } of deeds) {
    const reached = () => fate === 'durable' || (fate === 'pending' && dice?.chance(0.5) === true)
    const count = (isOn: boolean) => {
      if (fate === 'durable') return isOn
      if (isOn) undone.kept++
      else undone.lost++
      return isOn
    }
    if (kind === 'cut') {
      if (count(reached())) ftruncateSync(file, offset)
    } else
      for (const [start, end] of sectorsOf(offset, after.length))
        if (count(reached())) writeSync(file, after, start - offset, end - start, start)
  }
  closeSync(file)
}

const sectorBytes = 512
const sectorsOf = function* (offset: number, length: number): Generator<[start: number, end: number]> {
  for (let start = offset; start < offset + length;) {
    const end = Math.min(offset + length, (Math.floor(start / sectorBytes) + 1) * sectorBytes)
    yield [start, end]
    start = end
  }
}
