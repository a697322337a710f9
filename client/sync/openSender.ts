import { isSilence } from './isSilence.ts'

export type Sender = {
  /** Something was added: it goes out as soon as the line is free. */
  readonly wake: () => void
  /** The line may be back: at once, and then as often as at first. */
  readonly retry: () => void
  readonly close: () => void
}
/** Calls `run` after so many milliseconds, unless it is called off before. */
export type After = (ms: number, run: () => void) => () => void
export type SenderOptions<One> = {
  /** What goes out next; undefined: nothing waits. */
  readonly next: () => One | undefined
  readonly send: (one: One) => Promise<unknown>
  readonly onSent: (one: One) => void
  /** No answer; it is sent again after `firstWaitMs`, then after twice that, up to `longestWaitMs`. */
  readonly onSilence: () => void
  /** The server said no. */
  readonly onRefused: (one: One, error: unknown) => void
  readonly firstWaitMs: number
  readonly longestWaitMs: number
  readonly after: After
}

/** Sends one thing after the other, and each until the server has answered to it. */
export const openSender = <One>(options: SenderOptions<One>): Sender => {
  const { next, send, onSent, onSilence, onRefused, firstWaitMs, longestWaitMs, after } = options
  let isSending = false
  let isEnded = false
  let wait = firstWaitMs
  let callOff = () => {}

  /** Whether the server has answered. */
  const sendOne = async (one: One): Promise<boolean> => {
    try {
      await send(one)
    } catch (error) {
      if (isSilence(error)) return false
      onRefused(one, error)
      return true
    }
    wait = firstWaitMs
    onSent(one)
    return true
  }
  const pump = async (): Promise<void> => {
    const one = next()
    if (isSending || isEnded || one === undefined) return
    isSending = true
    callOff()
    const isAnswered = await sendOne(one)
    isSending = false
    if (isAnswered) return pump()
    onSilence()
    callOff = after(wait, () => void pump())
    wait = Math.min(wait * 2, longestWaitMs)
  }

  return {
    wake: () => void pump(),
    retry: () => {
      wait = firstWaitMs
      void pump()
    },
    close: () => {
      isEnded = true
      callOff()
    },
  }
}
