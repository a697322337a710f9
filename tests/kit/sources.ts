import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync, Visitor } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface TestTitle {
  title: string
  /** Marked skip or todo: it proves nothing. */
  idle: boolean
}

export interface Source {
  /** From the repository's root, with slashes: shared/ids.ts */
  path: string
  lines: number
  /** The text without its comments. */
  code: string
  /** Files as paths from the root, packages by their specifier. */
  imports: string[]
  tests: TestTitle[]
}

export const readText = (path: string) => readFileSync(`${root}/${path}`, 'utf8')

/** All files below the folders, as paths from the root. */
export function filesIn(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort(),
  )
}

function targetOf(specifier: string, from: string): string {
  if (specifier.startsWith('#shared/')) return specifier.slice(1)
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier
}

/** Blanks the comments and keeps every line where it is. */
function withoutComments(text: string, comments: readonly { start: number; end: number }[]): string {
  let code = text
  for (const { start, end } of comments)
    code = code.slice(0, start) + code.slice(start, end).replace(/\S/g, ' ') + code.slice(end)
  return code
}

export function parseSource(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const imports = new Set<string>()
  const tests: TestTitle[] = []
  const hear = (node: { source: { type: string; value?: unknown } | null }) => {
    if (typeof node.source?.value === 'string') imports.add(targetOf(node.source.value, path))
  }
  new Visitor({
    ImportDeclaration: hear,
    ExportNamedDeclaration: hear,
    ExportAllDeclaration: hear,
    ImportExpression: hear,
    TSImportType: hear,
    CallExpression(node) {
      const callee = text.slice(node.callee.start, node.callee.end)
      const first = node.arguments[0]
      if (!/^(test|it)\b/.test(callee) || !first) return
      const idle = /\.(skip|todo)\b/.test(callee)
      if (first.type === 'Literal' && typeof first.value === 'string')
        tests.push({ title: first.value, idle })
      if (first.type === 'TemplateLiteral') tests.push({ title: first.quasis[0]?.value.cooked ?? '', idle })
    },
  }).visit(program)
  const lines = text.trimEnd().split('\n').length
  return { path, lines, code: withoutComments(text, comments), imports: [...imports], tests }
}

/** The TypeScript and JavaScript files below the folders. */
export function sourcesIn(...folders: string[]): Source[] {
  return filesIn(...folders)
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    .map((path) => parseSource(path, readText(path)))
}
