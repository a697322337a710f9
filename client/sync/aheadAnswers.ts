/** How everything is read here: JSON, never from a cache, with the ticket of this browser. */
export const readingInit = {
  method: 'GET',
  credentials: 'same-origin',
  cache: 'no-store',
  headers: { accept: 'application/json' },
} as const satisfies RequestInit

/** What was asked so long ago may have changed since. */
const freshMs = 5_000

const asked = new Map<string, { readonly answer: Promise<Response>; readonly at: number }>()

/** Asks the server before the scripts are there that need the answer. */
export const askAhead = (path: string): Promise<Response> => {
  const answer = fetch(path, readingInit)
  // Whoever takes it hears of it.
  answer.catch(() => {})
  asked.set(path, { answer, at: performance.now() })
  return answer
}

/** What was asked ahead, if it was; each answer is given away once. */
export const takeAnswer = (path: string): Promise<Response> | null => {
  const found = asked.get(path)
  asked.delete(path)
  return found && performance.now() - found.at < freshMs ? found.answer : null
}
