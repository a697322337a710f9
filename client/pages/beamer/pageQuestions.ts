const perLine = 78
const lines = 13
const mostAtOnce = 5

/** Five to a page, fewer where they are long; each stands in full on one page. */
export const pageQuestions = <Question extends { readonly text: string }>(
  questions: readonly Question[],
  zoom = 1,
): readonly (readonly Question[])[] => {
  const pages: Question[][] = []
  let room = 0
  for (const question of questions) {
    const needs = linesOf(question.text, perLine / zoom) + 0.5
    const page = pages.at(-1)
    if (page && page.length < mostAtOnce && needs <= room) {
      page.push(question)
      room -= needs
    } else {
      pages.push([question])
      room = lines / zoom - needs
    }
  }
  return pages
}

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
