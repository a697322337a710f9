import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

type Chunk = {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

export type Weight = { readonly js: number; readonly css: number }

/** What a build weighs, gzipped as well as gzip can, in bytes. Read from Vite's manifest. */
export class BundleSizes {
  readonly #folder: string
  readonly #chunks: Readonly<Record<string, Chunk>>
  readonly #weights = new Map<string, number>()

  constructor(folder: string) {
    this.#folder = folder
    this.#chunks = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
      string,
      Chunk
    >
  }

  /** These modules with all that they import at once, without what `known` has brought already. */
  of(modules: readonly string[], known: readonly string[] = []): Weight {
    const had = this.#closure(known)
    const files = [...this.#closure(modules)].filter((file) => !had.has(file))
    const sum = (end: string) =>
      files.filter((file) => file.endsWith(end)).reduce((all, file) => all + this.weight(file), 0)
    return { js: sum('.js'), css: sum('.css') }
  }

  /** One file of the build. */
  weight(file: string): number {
    const known = this.#weights.get(file)
    if (known !== undefined) return known
    const weight = gzipSync(readFileSync(join(this.#folder, file)), { level: 9 }).length
    this.#weights.set(file, weight)
    return weight
  }

  #closure(modules: readonly string[]): Set<string> {
    const seen = new Set<string>()
    const files = new Set<string>()
    const visit = (name: string) => {
      if (seen.has(name)) return
      seen.add(name)
      const chunk = this.#chunks[name]
      if (!chunk) throw new Error(`The build has no chunk of its own for ${name}.`)
      for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
      for (const next of chunk.imports ?? []) visit(next)
    }
    for (const name of modules) visit(name)
    return files
  }
}
