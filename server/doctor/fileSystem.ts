import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'

/** Where a folder lies; `kind` is null for a disk of this machine, and where the system does not tell. */
export type FileSystem = {
  readonly name: string | null
  readonly kind: 'network' | 'memory' | null
  readonly freeBytes: number | null
}

/** `f_type` on Linux. FUSE is missing: it may be a disk or a share. */
const known: Readonly<Record<number, readonly [name: string, kind: 'network' | 'memory']>> = {
  0x6969: ['NFS', 'network'],
  0xff534d42: ['CIFS', 'network'],
  0x517b: ['SMB', 'network'],
  0xfe534d42: ['SMB2', 'network'],
  0x01021997: ['9p', 'network'],
  0x01021994: ['tmpfs', 'memory'],
  0x858458f6: ['ramfs', 'memory'],
}

/** Of a folder, or of what it would be made in. */
export const fileSystemOf = (folder: string): FileSystem => {
  try {
    const { type, blocks, bavail, bsize } = statfsSync(folder)
    const isShare = process.platform === 'win32' && folder.startsWith('\\\\')
    // Numbers of 32 bits may arrive with a sign.
    const found = process.platform === 'linux' ? known[type >>> 0] : undefined
    const [name, kind] = found ?? (isShare ? ['SMB', 'network' as const] : [null, null])
    // Without blocks it is unbounded, or no place for files at all (/proc).
    return { name, kind, freeBytes: blocks === 0 ? null : bavail * bsize }
  } catch {
    const parent = dirname(folder)
    return parent === folder ? { name: null, kind: null, freeBytes: null } : fileSystemOf(parent)
  }
}
