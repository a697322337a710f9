import { ConfigFault } from './config.ts'
import { EventFault } from './openEvent.ts'
import { StoreFault } from './store/sqliteStore.ts'

/** A sentence for what whoever starts the server can mend; everything else keeps its stack. */
export const sentenceOf = (fault: unknown): string => {
  if (fault instanceof ConfigFault || fault instanceof EventFault || fault instanceof StoreFault)
    return fault.message
  const { code, port } = fault as { code?: string; port?: number }
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Set PORT to another one.`
  if (code === 'EACCES')
    return `This user may not write the data directory or open the port. Set DATA_DIR or PORT.`
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}
