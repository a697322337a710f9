import { setImmediate as rest } from 'node:timers/promises'

const sliceMs = 8

/** Runs long work a few milliseconds at a time: whoever types meanwhile does not wait for it. */
export const inSlices = async <T>(steps: Generator<void, T>): Promise<T> => {
  for (;;) {
    const end = performance.now() + sliceMs
    while (performance.now() < end) {
      const step = steps.next()
      if (step.done) return step.value
    }
    await rest()
  }
}
