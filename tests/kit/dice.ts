/** Seeded chance: xoshiro128**, its 128 bits of state filled by splitmix32. */
export class Dice {
  readonly #state: Uint32Array

  constructor(seed: number) {
    let at = seed >>> 0
    const mixed = () => {
      at = (at + 0x9e3779b9) >>> 0
      let mix = at ^ (at >>> 16)
      mix = Math.imul(mix, 0x21f0aaad)
      mix ^= mix >>> 15
      mix = Math.imul(mix, 0x735a2d97)
      return (mix ^ (mix >>> 15)) >>> 0
    }
    this.#state = Uint32Array.from({ length: 4 }, mixed)
  }

  #next(): number {
    const [a, b, c, d] = this.#state as unknown as [number, number, number, number]
    const turned = Math.imul(b, 5)
    const answer = Math.imul((turned << 7) | (turned >>> 25), 9) >>> 0
    const [c2, d2] = [c ^ a, d ^ b]
    this.#state.set([a ^ d2, b ^ c2, c2 ^ (b << 9), (d2 << 11) | (d2 >>> 21)])
    return answer
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor((this.#next() / 2 ** 32) * limit)
  }
  chance(probability: number): boolean {
    return this.#next() / 2 ** 32 < probability
  }
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }
}
