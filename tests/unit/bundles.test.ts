import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPage } from '../../server/startPage.ts'
import { editor, routes } from '../kit/bundleBudgets.ts'
import { BundleSizes } from '../kit/bundleSizes.ts'
import { clientBuild, type ClientBuild } from '../kit/clientBuild.ts'

let build: ClientBuild
let sizes: BundleSizes
beforeAll(() => {
  build = clientBuild()
  sizes = new BundleSizes(build.folder)
}, 120_000)
afterAll(() => build?.remove())

const kB = (bytes: number) => bytes / 1000

test.each(routes)(
  'E12 first load of $name: at most $budget kB of scripts, gzipped',
  ({ modules, budget }) => {
    const { js, css } = sizes.of(modules)
    expect(kB(js)).toBeLessThanOrEqual(budget)
    expect(kB(css)).toBeLessThanOrEqual(20)
  },
)

test('E12 the editor comes when the board stands, and adds at most 135 kB', () => {
  const { modules, known, budget } = editor
  expect(kB(sizes.of(modules, known).js)).toBeLessThanOrEqual(budget)
})

test('E14 the page of an address names in its head what its first screen is made of, once, and no more', () => {
  const page = startPage(build.folder)
  const named = (address: string, language: 'de' | 'en' = 'de') => {
    const { pathname, searchParams } = new URL(address, 'http://page')
    const html = page(pathname, searchParams, language)
    return [...html.matchAll(/<(?:link|script)[^>]+(?:href|src)="(\/assets\/[^"]+)"[^>]*>/g)].map(
      ([link, file = '']) => ({ file, media: /media="([^"]+)"/.exec(link)?.[1] ?? null }),
    )
  }
  const filesOf = (address: string) => named(address).map(({ file }) => file)
  const addresses = [
    '/',
    '/heute',
    '/beitreten',
    '/plenum',
    '/datenschutz',
    '/gruppe/A',
    '/gruppe/A?ansicht=wand',
  ]
  for (const address of addresses) {
    const files = filesOf(address)
    expect(new Set(files).size).toBe(files.length)
    for (const file of files) expect(existsSync(build.folder + file)).toBe(true)
  }
  const scripts = (address: string) =>
    filesOf(address).reduce((sum, file) => sum + (file.endsWith('.js') ? sizes.weight(file.slice(1)) : 0), 0)
  for (const { name, budget, address } of [
    { name: 'join', budget: 130, address: '/beitreten' },
    { name: 'Plenum', budget: 230, address: '/plenum' },
    { name: 'board', budget: 280, address: '/gruppe/A?ansicht=wand' },
  ])
    expect(kB(scripts(address)), name).toBeLessThanOrEqual(budget)

  const hasWall = (address: string) => filesOf(address).some((file) => file.includes('BoardView'))
  expect(['/gruppe/A?ansicht=wand', '/gruppe/A?ansicht=liste', '/heute', '/beitreten'].map(hasWall)).toEqual([
    true,
    false,
    false,
    false,
  ])
  // Without a choice the window decides.
  const mediaOf = (name: string) => named('/gruppe/A').find(({ file }) => file.includes(name))?.media
  expect([mediaOf('BoardView'), mediaOf('ListView'), mediaOf('group-')]).toEqual([
    '(min-width: 48rem)',
    '(max-width: 47.99rem)',
    null,
  ])
  // What both views are made of comes in any window.
  const sharedByViews = filesOf('/gruppe/A?ansicht=wand').filter((file) =>
    filesOf('/gruppe/A?ansicht=liste').includes(file),
  )
  const anyWindow = named('/gruppe/A').flatMap(({ file, media }) => (media === null ? [file] : []))
  expect(sharedByViews.filter((file) => !anyWindow.includes(file))).toEqual([])
  // Words of the reader's language, and of no other.
  const words = (language: 'de' | 'en') =>
    named('/heute', language).flatMap(({ file }) => /(german|english)\w*/.exec(file)?.[0] ?? [])
  expect(words('de')).toEqual(['german', 'germanInside', 'germanToday'])
  expect(words('en')).toEqual(['english', 'englishInside', 'englishToday'])
})

test('E14 what asks the server first runs before all other scripts and is made of none of them', () => {
  const page = startPage(build.folder)
  const manifest = JSON.parse(readFileSync(`${build.folder}/.vite/manifest.json`, 'utf8')) as Record<
    string,
    { readonly name?: string; readonly file: string; readonly imports?: readonly string[] }
  >
  const ahead = Object.values(manifest).find(({ name }) => name === 'ahead')
  expect(ahead?.imports ?? []).toEqual([])
  const named = (address: string) => {
    const html = page(address, new URLSearchParams(), 'de')
    expect(/<script[^>]+src="([^"]+)"/.exec(html)?.[1]).toBe(`/${ahead?.file}`)
    const answers = [...html.matchAll(/as="fetch" crossorigin href="([^"]+)"/g)]
    for (const { index } of answers) expect(index).toBeLessThan(html.indexOf('<script'))
    return answers.map(([, path]) => path)
  }
  expect(named('/beitreten')).toEqual(['/api/event'])
  expect(named('/heute')).toEqual(['/api/event', '/api/me'])
  const board = ['/api/event', '/api/me', '/api/day', '/api/groups/A/look', '/api/groups/A/notes']
  expect(named('/gruppe/A')).toEqual(board)
  expect(named('/gruppe/A/karten')).toEqual(board.filter((path) => !path.endsWith('/look')))
  expect(named('/gruppe/A"><b>')).toEqual(['/api/event', '/api/me'])
})
