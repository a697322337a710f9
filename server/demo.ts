import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from './config.ts'
import { playSampleDay, type Codes } from './demo/playSampleDay.ts'
import { printLinks } from './printLinks.ts'
import { sentenceOf } from './sentenceOf.ts'
import { startServer, type Running } from './startServer.ts'
import { stopOnSignal } from './stopOnSignal.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)
const fail = (sentence: string) => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const start = async (): Promise<Running> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'leitwand-demo-'))
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 }))
  const { EVENT_TEMPLATE: _, ...env } = process.env
  return startServer(readConfig({ LOG_LEVEL: 'warn', ...env, DATA_DIR: dataDir }))
}

const running = await start().catch((fault: unknown) => fail(sentenceOf(fault)))
const stopping = stopOnSignal(running)
try {
  print('\nThe sample day is played, in a store that is thrown away at the end:\n')
  const codes = Object.fromEntries(running.links.map(({ role, code }) => [role, code])) as Codes
  const startedAt = performance.now()
  await playSampleDay(running.origin, codes, (line) => print(`  ${line}`))
  print(`\n${running.plan.title} is open at ${running.url} (after ${seconds(startedAt)} s)\n`)
  await printLinks(running.links, print)
  print('\nStop with Ctrl+C.')
} catch (fault) {
  // Whoever stops in the middle knows why the day ends early.
  if (!stopping.isStopping) {
    await running.close()
    fail(`The sample day stopped: ${fault instanceof Error ? fault.message : String(fault)}`)
  }
}

function seconds(startedAt: number): string {
  return ((performance.now() - startedAt) / 1000).toFixed(1)
}
