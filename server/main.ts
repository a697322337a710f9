import { ConfigFault, readConfig } from './config.ts'
import { EventFault } from './openEvent.ts'
import { printLinks } from './printLinks.ts'
import { startServer, type Running } from './startServer.ts'
import { StoreFault } from './store/sqliteStore.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)

/** Stops once, whatever is signalled how often: what was received is on disk before the process ends. */
const stopOnSignal = (running: Running): void => {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), 5_000).unref()
    running.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** A sentence for what whoever starts the server can mend; everything else keeps its stack. */
const sentenceOf = (fault: unknown): string => {
  if (fault instanceof ConfigFault || fault instanceof EventFault || fault instanceof StoreFault)
    return fault.message
  const { code, port } = fault as { code?: string; port?: number }
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Set PORT to another one.`
  if (code === 'EACCES')
    return `This user may not write the data directory or open the port. Set DATA_DIR or PORT.`
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}

try {
  const running = await startServer(readConfig(process.env))
  stopOnSignal(running)
  print(`\n${running.plan.title} is open at ${running.url}\n`)
  await printLinks(running.links, print)
  print('\nStop with Ctrl+C. Print the links again with "npm run links".')
} catch (fault) {
  process.stderr.write(`${sentenceOf(fault)}\n`)
  process.exit(1)
}
