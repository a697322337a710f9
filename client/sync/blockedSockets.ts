const storageKey = 'leitwand.blockedSockets'
const trustMs = 10 * 60_000

export type BlockedSocketsPorts = {
  /** Whether requests get through at this moment. */
  readonly knock: () => Promise<boolean>
  /** Kept for the visit. */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null
}

/**
 * Whether WebSockets work here, for all rooms of a page. They are blocked when they fail twice (or hang once) while
 * requests get through. After ten minutes, or after the network was gone, they are tried anew.
 */
export class BlockedSockets {
  readonly #ports: BlockedSocketsPorts
  #until: number
  #failures = 0
  #isAsking = false
  #isDoubted = false

  constructor(ports: BlockedSocketsPorts) {
    this.#ports = ports
    this.#until = this.#remembered()
  }

  get isKnown(): boolean {
    return !this.#isDoubted && Date.now() < this.#until
  }

  worked(): void {
    this.forget()
  }
  failed(): void {
    this.#suspect(1)
  }
  hung(): void {
    this.#suspect(2)
  }

  /** It may be another network. */
  forget(): void {
    this.#failures = 0
    if (this.#until > 0) this.#set(0)
  }

  /** Requests do not get through either: one WebSocket is tried in between. */
  doubt(): void {
    this.#isDoubted = true
  }

  #suspect(failures: number): void {
    this.#isDoubted = false
    this.#failures += failures
    if (this.#failures < 2 || this.#isAsking) return
    this.#isAsking = true
    void this.#ports.knock().then((getsThrough) => {
      this.#isAsking = false
      if (!getsThrough || this.#failures < 2) return
      this.#failures = 0
      this.#set(Date.now() + trustMs)
    })
  }

  #remembered(): number {
    try {
      return Number(this.#ports.storage?.getItem(storageKey)) || 0
    } catch {
      return 0
    }
  }

  #set(until: number): void {
    this.#until = until
    this.#isDoubted = false
    try {
      if (until > 0) this.#ports.storage?.setItem(storageKey, String(until))
      else this.#ports.storage?.removeItem(storageKey)
    } catch {
      // Known until the page is loaded again.
    }
  }
}
