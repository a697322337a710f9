import { parseArgs } from 'node:util'
import { ownCheckout } from './serverUnderTest.ts'

export type BenchOptions = {
  readonly parts: readonly string[]
  readonly json: boolean
  readonly quick: boolean
  readonly echoes: boolean
  readonly checkout: string
  readonly connectionsPerPerson: number
  readonly rounds: number | null
  readonly batch: number
  readonly waitSeconds: number | null
  readonly allPeers: boolean
  readonly profile: string | null
}

export const usage = `npm run bench -- [part …] [options]

  --json               the figures as JSON instead of a table
  --quick              seconds instead of minutes: to try the bench, not to quote it
  --echo               clients send every presence back, as the stock client does
  --server FOLDER      the checkout whose server is measured
  --per-person N       connections that one person opens with our server (4)
  --rounds N           rounds of the part that kills the server (100)
  --batch N            single edits in one frame where a large document is written (50)
  --wait N             seconds until memory is looked at after everybody has left (120)
  --all-peers          also the loads that a peer is known not to bear
  --profile FOLDER     a CPU profile of our server`

const numberOf = (text: string | undefined, name: string): number | null => {
  if (text === undefined) return null
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${name} wants a whole number from 1, not "${text}".`)
  return number
}

export const readOptions = (args: readonly string[]): BenchOptions => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      echo: { type: 'boolean', default: false },
      'all-peers': { type: 'boolean', default: false },
      server: { type: 'string', default: ownCheckout },
      'per-person': { type: 'string' },
      rounds: { type: 'string' },
      batch: { type: 'string' },
      wait: { type: 'string' },
      profile: { type: 'string' },
    },
  })
  return {
    parts: positionals,
    json: values.json,
    quick: values.quick,
    echoes: values.echo,
    checkout: values.server,
    connectionsPerPerson: numberOf(values['per-person'], 'per-person') ?? 4,
    rounds: numberOf(values.rounds, 'rounds'),
    batch: numberOf(values.batch, 'batch') ?? 50,
    waitSeconds: numberOf(values.wait, 'wait'),
    allPeers: values['all-peers'],
    profile: values.profile ?? null,
  }
}
