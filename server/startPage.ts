import { existsSync, readFileSync, statSync } from 'node:fs'
import { isId } from '#shared/ids.ts'
import { languages, type Language } from '#shared/template.ts'

/** Vite's account of a build, by source file. */
type Manifest = Readonly<
  Record<
    string,
    {
      readonly file: string
      readonly name?: string
      readonly imports?: readonly string[]
      readonly css?: readonly string[]
    }
  >
>
type Hint = { readonly file: string; readonly media?: string; readonly isLater?: boolean }

const sans = '../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'
const serif =
  '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'
const lookSource = 'pages/look/openLook.ts'
const door = ['main.tsx']
const inside = [...door, 'pages/JoinedPages.tsx', sans]

/** What the first screen of an address is made of; the client's own list of pages is in `client/main.tsx`. */
const sources: Readonly<Record<string, readonly string[]>> = {
  beitreten: [...door, 'pages/join.tsx', sans],
  '': [...inside, 'pages/today.tsx'],
  heute: [...inside, 'pages/today.tsx'],
  gruppe: [...inside, 'pages/group.tsx'],
  plenum: [...inside, 'pages/plenum.tsx', serif],
}
const speech: Readonly<Record<Language, string>> = { de: 'german', en: 'english' }
/** Sentences behind the door that only this page needs. */
const ownTexts: Readonly<Record<string, string>> = { '': 'Today', heute: 'Today', plenum: 'Plenum' }
const textsFor = (place: string, language: Language): readonly string[] => {
  const own = ownTexts[place]
  const parts = place === 'beitreten' ? [''] : ['', 'Inside', ...(own ? [own] : [])]
  return parts.map((part) => `ui/texts/${speech[language]}${part}.ts`)
}

/** The two views of a board; without a choice the window decides, as in `useView`. */
const views = [
  {
    word: 'wand',
    media: '(min-width: 48rem)',
    looks: ['pages/look/wallLook.ts'],
    sources: ['board/wall/BoardView.tsx', serif],
  },
  {
    word: 'liste',
    media: '(max-width: 47.99rem)',
    looks: ['pages/look/listLook.ts'],
    sources: ['board/list/ListView.tsx', 'board/Composer.tsx'],
  },
] as const
const hintsOfViews = (manifest: Manifest, chosen: string | null, of: 'looks' | 'sources'): Hint[] =>
  views
    .filter(({ word }) => chosen === word || !views.some((one) => one.word === chosen))
    .flatMap(({ word, media, [of]: names }) =>
      filesOf(manifest, names).map((file): Hint => (chosen === word ? { file } : { file, media })),
    )

/** Each file once, as early as somebody needs it; what several need is needed whatever the window is like. */
const merged = (hints: readonly Hint[]): readonly Hint[] => {
  const known = new Map<string, Hint>()
  for (const hint of hints) {
    const before = known.get(hint.file)
    if (!before) known.set(hint.file, hint)
    else if (before.media !== hint.media)
      known.set(hint.file, { file: hint.file, isLater: before.isLater ?? false })
  }
  return [...known.values()]
}

/**
 * The page as it is sent for an address: with what its first screen needs named in the head, so that a browser fetches all
 * of it at once, instead of learning file after file what comes next. `built` is the folder of the client's build.
 */
export const startPage = (
  built: string,
): ((path: string, search: URLSearchParams, accepts: Language) => string) => {
  const pagePath = `${built}/index.html`
  let page = ''
  let manifest: Manifest = {}
  let stamp = 0
  return (path, search, language) => {
    const now = statSync(pagePath).mtimeMs
    if (now !== stamp) {
      page = readFileSync(pagePath, 'utf8')
      const manifestPath = `${built}/.vite/manifest.json`
      manifest = existsSync(manifestPath) ? (JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest) : {}
      stamp = now
    }
    const place = path.split('/')[1] ?? ''
    // Answers that are waited for come before scripts: browsers fetch six things at a time.
    const asked = askedFirst(path).map(
      (answer) => `<link rel="preload" as="fetch" crossorigin href="${answer}">`,
    )
    const own = Object.hasOwn(sources, place) ? (sources[place] ?? []) : door
    // The first script runs as soon as it is there; what it draws a first look with comes right behind.
    const hintsTo = (names: readonly string[]) => filesOf(manifest, names).map((file): Hint => ({ file }))
    const viewHints = (of: 'looks' | 'sources') =>
      place === 'gruppe' ? hintsOfViews(manifest, search.get('ansicht'), of) : []
    const look = hasLook(path)
      ? [...hintsTo([lookSource, ...textsFor(place, language), sans, serif]), ...viewHints('looks')]
      : []
    const rest = [...hintsTo([...own, ...textsFor(place, language)]), ...viewHints('sources')]
    const links = merged([...look, ...rest.map((hint) => ({ ...hint, isLater: look.length > 0 }))]).flatMap(
      (hint) => (page.includes(`/${hint.file}"`) ? [] : [linkTo(hint)]),
    )
    return page
      .replace('<script type="module"', `${asked.join('')}<script type="module" async`)
      .replace('</head>', `${links.join('')}</head>`)
  }
}

const outside = ['beitreten', 'datenschutz']
/** What `client/ahead.ts` asks for. */
const askedFirst = (path: string): readonly string[] => {
  const [, place = '', group = ''] = path.split('/')
  const look = hasLook(path) ? [`/api/groups/${group}/look`] : []
  const board = place === 'gruppe' && isId(group) ? ['/api/day', ...look, `/api/groups/${group}/notes`] : []
  return ['/api/event', ...(outside.includes(place) ? [] : ['/api/me']), ...board]
}
/** The page of a group's board, and none beneath it. */
const hasLook = (path: string): boolean => {
  const [, place, group, part = ''] = path.split('/')
  return place === 'gruppe' && isId(group) && part === ''
}

/** Scripts, styles and fonts of these sources and of all they import. */
const filesOf = (manifest: Manifest, from: readonly string[]): readonly string[] => {
  const files: string[] = []
  const visited = new Set<string>()
  const visit = (name: string) => {
    const chunk = manifest[name]
    if (!chunk || visited.has(name)) return
    visited.add(name)
    for (const imported of chunk.imports ?? []) visit(imported)
    files.push(chunk.file, ...(chunk.css ?? []))
  }
  from.forEach(visit)
  return files
}

/** What a first look needs does not wait for the rest of the page. */
const linkTo = ({ file, media, isLater }: Hint): string => {
  const more = `${media ? ` media="${media}"` : ''}${isLater ? ' fetchpriority="low"' : ''}`
  if (file.endsWith('.js')) return `<link rel="modulepreload" crossorigin href="/${file}"${more}>`
  if (file.endsWith('.css')) return `<link rel="preload" as="style" crossorigin href="/${file}"${more}>`
  return `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${file}"${more}>`
}

/** The language that a browser asks for, of those we speak. */
export const languageAsked = (accepted: readonly string[]): Language =>
  accepted.map((one) => languages.find((language) => one.toLowerCase().startsWith(language))).find(Boolean) ??
  'de'
