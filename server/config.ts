import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { defaultLimits, type Limits } from './limits.ts'

/** The environment, read once. Durations in days, sizes in bytes. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Origin in links and QR codes, without a trailing slash; null: this machine's address in the local network. */
  readonly publicUrl: string | null
  readonly templatePath: string | null
  readonly ticketDays: number
  readonly trustProxy: number
  readonly logLevel: string
  readonly limits: Limits
}

const number = (fallback: number, max: number) => z.coerce.number().int().min(0).max(max).default(fallback)
/** `LIMIT_FRAME_BYTES` for `frameBytes`. */
export const limitVariable = (limit: string): string =>
  `LIMIT_${limit.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
const limitNames = Object.keys(defaultLimits) as (keyof Limits)[]
const limit = (fallback: number) => z.coerce.number().int().min(1).max(2_147_483_647).default(fallback)

const environment = z.object({
  ...(Object.fromEntries(
    limitNames.map((name) => [limitVariable(name), limit(defaultLimits[name])]),
  ) as Record<`LIMIT_${string}`, ReturnType<typeof limit>>),
  PORT: number(3000, 65_535),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  EVENT_TEMPLATE: z.string().optional(),
  TICKET_DAYS: number(120, 3650),
  TRUST_PROXY: number(0, 10),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

/** A setting that cannot be used, in one sentence. */
export class ConfigFault extends Error {}

export const readConfig = (env: Record<string, string | undefined>): Config => {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(set)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0] as z.core.$ZodIssue
    throw new ConfigFault(`${path.join('.')} cannot be used: ${message}.`)
  }
  const { data } = parsed
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: resolve(data.DATA_DIR),
    publicUrl: data.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    templatePath: data.EVENT_TEMPLATE ?? null,
    ticketDays: data.TICKET_DAYS,
    trustProxy: data.TRUST_PROXY,
    logLevel: data.LOG_LEVEL,
    limits: Object.fromEntries(
      limitNames.map((name) => [name, (data as Record<string, unknown>)[limitVariable(name)]]),
    ) as Limits,
  }
}

const secretBytes = 32
/** The secret that signs tickets: made on the first start, readable by its owner only. */
export const readSecret = (dataDir: string): Uint8Array => {
  makeFolder(dataDir)
  const path = join(dataDir, 'secret')
  try {
    const secret = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
    if (secret.length === secretBytes) return secret
    throw new ConfigFault(`${path} is damaged. Delete it to make a new one; everybody must then join again.`)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault
  }
  const secret = randomBytes(secretBytes)
  // Whole or not at all: half a secret on a full disk would stand in the way of every later start.
  writeFileSync(`${path}.new`, `${secret.toString('hex')}\n`, { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
  return secret
}

/** Step by step: where nothing can be made (/proc, a read-only disk), Node's own recursion may go round for ever. */
const makeFolder = (path: string): void => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) return
  if (found) throw new ConfigFault(`DATA_DIR cannot be used: ${path} is not a folder.`)
  makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

/** Where links lead: PUBLIC_URL, else the address other devices in the room can reach. */
export const baseUrl = (config: Config, port: number): string => {
  if (config.publicUrl) return config.publicUrl
  return originOf(loopbacks[config.host] ? (lanAddress() ?? 'localhost') : config.host, port)
}

/** Where this machine itself reaches the server. */
export const localOrigin = ({ host }: Config, port: number): string => originOf(loopbacks[host] ?? host, port)

const loopbacks: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' }
const originOf = (host: string, port: number) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`

const lanAddress = (): string | undefined =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find((address) => address.family === 'IPv4' && !address.internal)?.address
