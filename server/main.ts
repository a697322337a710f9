import { readConfig } from './config.ts'
import { printLinks } from './printLinks.ts'
import { sentenceOf } from './sentenceOf.ts'
import { startServer } from './startServer.ts'
import { stopOnSignal } from './stopOnSignal.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)

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
