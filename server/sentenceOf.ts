import { ConfigFault } from './config.ts'
import { EventFault } from './openEvents.ts'
import { StoreFault } from './store/sqliteStore.ts'

/** A sentence for what whoever starts the server can mend; everything else keeps its stack. */
export const sentenceOf = (fault: unknown): string => {
  if (fault instanceof ConfigFault || fault instanceof EventFault || fault instanceof StoreFault)
    return fault.message
  const { code, port, syscall = '' } = fault as { code?: string; port?: number; syscall?: string }
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Set PORT to another one.`
  if (code === 'EACCES')
    return `This user may not write the data directory or open the port. Set DATA_DIR or PORT.`
  if (code && /^(stat|mkdir|open|write|rename|fsync|close)$/.test(syscall))
    return `DATA_DIR cannot be used: ${diskWords[code] ?? (fault as Error).message}.`
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
    return `HOST cannot be used: this machine has no such address.`
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}

const diskWords: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of this user is used up',
  EROFS: 'the disk can only be read',
  EIO: 'the disk fails',
}
