import { expect, test } from 'vitest'
import { filesIn, parseSource, readText, type Source, sourcesIn } from '../kit/sources.ts'

const client = sourcesIn('client')
const server = sourcesIn('server')
const shared = sourcesIn('shared')
const tests = sourcesIn('tests')

/** Whether `path` lies in one of the folders (or is one of the files). */
const within = (path: string, ...places: string[]) =>
  places.some((place) => path === place || path.startsWith(`${place}/`))

const isOurs = (target: string) => within(target, 'client', 'server', 'shared', 'tests')
const folderOf = (path: string) => path.split('/').slice(0, 2).join('/')

/** Sentences about the imports that `isAllowed` refuses. */
const strayImports = (sources: Source[], isAllowed: (target: string, source: Source) => boolean) =>
  sources.flatMap((source) =>
    source.imports
      .filter((target) => !isAllowed(target, source))
      .map((target) => `${source.path} imports ${target}`),
  )

test('H1 client and server never meet; shared imports only yjs, lib0, zod and itself', () => {
  expect(strayImports(client, (target) => !within(target, 'server', 'tests'))).toEqual([])
  expect(strayImports(server, (target) => !within(target, 'client', 'tests'))).toEqual([])
  expect(strayImports(shared, (target) => within(target, 'shared', 'yjs', 'lib0', 'zod'))).toEqual([])
})

test('H1 server: adapters know their own folder, rooms know neither doors nor http', () => {
  const adapters = server.filter(({ path }) => within(path, 'server/store', 'server/bus'))
  const inOwnFolder = (target: string, { path }: Source) =>
    !isOurs(target) || within(target, 'shared', folderOf(path))
  expect(strayImports(adapters, inOwnFolder)).toEqual([])
  const rooms = server.filter(({ path }) => within(path, 'server/rooms'))
  const upstairs = [
    'server/doors',
    'server/routes',
    'server/http.ts',
    'server/main.ts',
    'express',
    'ws',
    'node:http',
  ]
  expect(strayImports(rooms, (target) => !within(target, ...upstairs))).toEqual([])
})

test('H1 client: pages → board → editor → sync, and ui beneath them all', () => {
  const beneath: Record<string, string[]> = {
    'client/pages': ['client/board', 'client/editor', 'client/sync', 'client/ui'],
    'client/board': ['client/editor', 'client/sync', 'client/ui'],
    'client/editor': ['client/sync', 'client/ui'],
    'client/sync': [],
    'client/ui': [],
  }
  const inFolders = client.filter(({ path }) => path.split('/').length > 2)
  const allowed = (target: string, { path }: Source) =>
    !isOurs(target) || within(target, 'shared', folderOf(path), ...(beneath[folderOf(path)] ?? []))
  expect(inFolders.map(({ path }) => folderOf(path)).filter((folder) => !beneath[folder])).toEqual([])
  expect(strayImports(inFolders, allowed)).toEqual([])
})

test('H2 no source file has more than 250 lines, no test file more than 400', () => {
  const tooLong = [
    ...[...client, ...server, ...shared].filter(({ lines }) => lines > 250),
    ...tests.filter(({ lines }) => lines > 400),
  ]
  expect(tooLong.map(({ path, lines }) => `${path} has ${lines} lines`)).toEqual([])
})

const impure = [
  /\bDate\.now\b/,
  /\bnew Date\b(?!\s*\(\s*[^)\s])/,
  /(?<!\bnew\s+)(?<![.\w])Date\(/,
  /\bperformance\.now\b/,
  /\bMath\.random\b/,
  /\bcrypto\./,
  /\.localeCompare\b/,
  /\.toLocale\w+/,
  /\bIntl\.\w+\(\s*(\)|undefined\b|\[\s*\])/,
  /\bglobalThis\b/,
  /\b(setTimeout|setInterval|setImmediate|queueMicrotask)\b/,
  /(?<![.\w])fetch\s*\(/,
]

const impurities = (sources: Source[]) =>
  sources.flatMap(({ path, code }) =>
    code.split('\n').flatMap((line, i) => {
      const found = impure.map((pattern) => pattern.exec(line)?.[0]).find(Boolean)
      return found ? [`${path}:${i + 1} uses ${found}`] : []
    }),
  )

test('H3 shared has no clock, no chance, no network and no implicit language', () => {
  expect(impurities(shared)).toEqual([])
  const moody = ['lib0/random', 'lib0/time', 'lib0/environment', 'lib0/websocket', 'lib0/dom', 'lib0/storage']
  expect(strayImports(shared, (target) => !within(target.replace(/\.js$/, ''), ...moody))).toEqual([])
})

test.each([
  ['const a = Date.now()', true],
  ['const a = new Date()', true],
  ['const a = new Date', true],
  ['const a = Date()', true],
  ['const a = new Date(at)', false],
  ['const a = Date.UTC(2026, 1)', false],
  ['const a = parseDate(at)', false],
  ['a.sort((x, y) => x.localeCompare(y))', true],
  ['const a = new Intl.Collator()', true],
  ["const a = new Intl.Collator('de')", false],
  ['const a = new Intl.DateTimeFormat(undefined, {})', true],
  ['// Date.now() would be wrong here', false],
  ['doc.fetch(1)', false],
])('H3 the guard reads %j as impure: %s', (text, expected) => {
  expect(impurities([parseSource('shared/sample.ts', text)]).length > 0).toBe(expected)
})

test('H4 no file or folder is called index, utils, helpers, common, types or misc', () => {
  const nameless = /^(index|utils?|helpers?|common|types?|misc)$/i
  const named = [...client, ...server, ...shared, ...tests].filter(({ path }) =>
    path.split('/').some((part) => nameless.test(part.split('.')[0] ?? '')),
  )
  expect(named.map(({ path }) => path)).toEqual([])
})

test('H5 every rule is carried by a test, every number in a title is a rule', () => {
  const rules = [...readText('tests/RULES.md').matchAll(/^- \*\*([A-Z]\d+)\*\* \S/gm)].map(([, rule]) => rule)
  const numbersIn = (title: string) =>
    /^[A-Z]\d+\b(?:(?:, | and )[A-Z]\d+\b)*/.exec(title)?.[0].split(/, | and /) ?? []
  const titles = tests.flatMap((source) => source.tests.map((one) => ({ ...one, path: source.path })))
  const carried = new Set(titles.filter(({ idle }) => !idle).flatMap(({ title }) => numbersIn(title)))
  expect
    .soft(
      rules.filter((rule, i) => rules.indexOf(rule) !== i),
      'numbered twice',
    )
    .toEqual([])
  expect
    .soft(
      rules.filter((rule) => !carried.has(rule ?? '')),
      'rules without a test',
    )
    .toEqual([])
  const unknown = titles.filter(({ title }) => numbersIn(title).some((number) => !rules.includes(number)))
  expect
    .soft(
      unknown.map(({ path, title }) => `${path}: ${title}`),
      'titles with unknown numbers',
    )
    .toEqual([])
})

const addresses = /(?:(?:https?|wss?):|(?:["'(=]))\/\/([a-z0-9][a-z0-9.-]*)/gi
const namespaces = ['www.w3.org']

const foreignHosts = (text: string) =>
  [...text.matchAll(addresses)].map(([, host]) => host ?? '').filter((host) => !namespaces.includes(host))

test('H6 the client names no foreign host', () => {
  const pages = filesIn('client')
    .filter((path) => /\.(html|css|svg|json)$/.test(path))
    .map((path) => ({ path, code: readText(path).replace(/<!--.*?-->|\/\*.*?\*\//gs, '') }))
  const named = [...client, ...pages].flatMap(({ path, code }) =>
    foreignHosts(code).map((host) => `${path} names ${host}`),
  )
  expect(named).toEqual([])
})

test.each([
  ["const a = 'https://fonts.example.com/x.woff2'", 1],
  ["const a = 'https://…'", 0],
  ['const a = `https://${host}/beitreten`', 0],
  ["const a = 'http://www.w3.org/2000/svg'", 0],
  ['const a = "//cdn.example.com/x.js"', 1],
  ['const a = 1 // see https://example.com', 0],
])('H6 the guard finds in %j foreign hosts: %i', (text, expected) => {
  expect(foreignHosts(parseSource('client/sample.ts', text).code)).toHaveLength(expected)
})

/** The bundler adds style sheets to what stands at an import: `then` on it would hear of the script alone. */
const thenAtImport = /import\(\s*(['"`]).*?\1\s*\)\s*\.(then|catch|finally)/s

test('H7 what is fetched later is handled apart from its import', () => {
  expect(client.filter(({ code }) => thenAtImport.test(code)).map(({ path }) => path)).toEqual([])
})

test.each([
  ["import('./a.ts').then(use, fail)", true],
  ["import(\n  './a.ts'\n).catch(fail)", true],
  ["const a = () => import('./a.ts')\na().then(use, fail)", false],
  ["(await import('./a.ts')).a.then(use)", false],
])('H7 the guard finds in %j a handler at an import: %s', (text, expected) => {
  expect(thenAtImport.test(text)).toBe(expected)
})
