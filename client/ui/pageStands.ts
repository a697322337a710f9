import { afterPaint } from './afterPaint.ts'

/** While a page opens, what is fetched apart waits: first comes what the page was opened for. */
let standing: Promise<void> | null = null
let stood = () => {}
/** Something else may stand there instead, such as a question at the door. */
const patienceMs = 1_500
/** For the eye and the hand. */
const calmMs = 100

/** From the start of a page that says itself when it stands. */
export const pageOpens = (): void => {
  standing = new Promise((done) => (stood = done))
  setTimeout(stood, patienceMs)
}

/** What the page was opened for is drawn; answers how to call it off. */
export const pageStands = (): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const callOff = afterPaint(() => {
    timer = setTimeout(stood, calmMs)
  })
  return () => {
    callOff()
    clearTimeout(timer)
  }
}

export const whenPageStands = (): Promise<void> => standing ?? Promise.resolve()
