import type { Attendance } from './attendance.ts'

/** A word that nobody else writes: the card's own, long enough to be found in any file. */
export const letterOf = (person: number, card: number): string =>
  `Wort${person}x${card}y${(person + 1) * 7919 + card}`

/** What went in, what came out, and what nobody should have seen. */
export class Report {
  readonly #lines: string[] = []
  readonly #words = new Map<Attendance, string[]>()
  #isWell = true
  charactersIn = 0

  /** The text of a card of this person; it is counted. */
  wrote(one: Attendance, word: string): string {
    const text = `${word}: ein Gedanke, den ${one.name} beiträgt – „äöüß“ 🙂`
    this.#words.set(one, [...(this.#words.get(one) ?? []), word])
    this.charactersIn += [...text].length
    return text
  }
  wroteMore(_one: Attendance, letters: string, _isLate: boolean): void {
    this.charactersIn += [...letters].length
  }

  /** Words of other people that this person has received. */
  foreignWords(one: Attendance): string[] {
    const heard = Buffer.concat(one.heard)
    return [...this.#words].flatMap(([other, words]) =>
      other === one ? [] : words.filter((word) => heard.includes(word)),
    )
  }

  note(line: string): void {
    this.#lines.push(`  ${line}`)
  }
  balance(what: string, wentIn: number, cameOut: number): void {
    const isSame = wentIn === cameOut
    this.#isWell &&= isSame
    this.#lines.push(`${isSame ? '✓' : '✗'} ${what}: ${wentIn} in, ${cameOut} out`)
  }
  within(what: string, ms: number, mostMs: number): void {
    this.#isWell &&= ms <= mostMs
    this.#lines.push(`${ms <= mostMs ? '✓' : '✗'} ${what}: ${Math.round(ms)} ms, at most ${mostMs}`)
  }
  secret(what: string, found: readonly string[]): void {
    this.#isWell &&= found.length === 0
    this.#lines.push(
      `${found.length === 0 ? '✓' : '✗'} ${what}: ${found.length === 0 ? 'none' : found.slice(0, 5).join(', ')}`,
    )
  }
  secrets(what: string, people: readonly Attendance[], found: (one: Attendance) => readonly string[]): void {
    this.secret(what, [...new Set(people.flatMap((one) => found(one)))])
  }
  fault(fault: unknown): void {
    this.#isWell = false
    this.#lines.push(`✗ ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`)
  }

  /** True when everything that went in came out, and nothing else. */
  print(): boolean {
    process.stdout.write(`${this.#lines.join('\n')}\n`)
    return this.#isWell
  }
}
