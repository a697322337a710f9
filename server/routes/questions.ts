import { Router, type Request } from 'express'
import type { Person } from '#shared/api.ts'
import type { QuestionView } from '#shared/day/questionsAnswer.ts'
import {
  askCommand,
  passCommand,
  questionStateCommand,
  queueCommand,
  supportCommand,
  takeBackCommand,
} from '#shared/day/questionCommands.ts'
import type { Deed } from '#shared/roles.ts'
import type { App } from '../app.ts'
import { passOnQuestion } from '../day/passOn.ts'
import {
  askQuestion,
  eraseQuestion,
  moderateQuestions,
  moveQuestion,
  questionOf,
  supportQuestion,
  takeBackQuestion,
} from '../day/questions.ts'
import { questionsAnswer, questionView } from '../day/questionsAnswer.ts'
import { personOf } from './personOf.ts'
import { answering, demand, parseBody } from './respond.ts'

/** Questions to the talks: asked and supported by everyone, ordered by those who moderate. */
export const questionRoutes = (app: App): Router => {
  const router = Router()
  const command = (path: string, method: 'post' | 'put' | 'delete', deed: Deed, run: Command) =>
    router[method](
      path,
      answering(async (request) => {
        const person = await personOf(app, request)
        demand(person, deed)
        return run(request, person, String(request.params['id']))
      }),
    )
  const seen = (person: Person, id: string): QuestionView => {
    const support = app.records.all('support').filter(([, row]) => row.question === id).length
    return questionView(app, person, questionOf(app, id), support)
  }

  router.get(
    '/questions',
    answering(async (request) => {
      const person = await personOf(app, request)
      return questionsAnswer(app, person, new Set(String(request.query['mine'] ?? '').split(',')))
    }),
  )
  command('/questions', 'post', 'ask', async (request, person) => {
    const { id } = await askQuestion(app, person, parseBody(askCommand, request))
    return seen(person, id)
  })
  command('/questions/queue', 'put', 'orderQuestions', async (request) => {
    const { isModerated } = parseBody(queueCommand, request)
    await moderateQuestions(app, isModerated)
    return { isModerated }
  })
  command('/questions/:id', 'delete', 'ask', async (request, person, id) => {
    const { key, erase } = parseBody(takeBackCommand, request)
    if (erase) demand(person, 'orderQuestions')
    await (erase ? eraseQuestion(app, id) : takeBackQuestion(app, person, id, key))
    return { id }
  })
  command('/questions/:id/support', 'put', 'ask', async (request, person, id) => {
    await supportQuestion(app, person, id, parseBody(supportCommand, request).on)
    return seen(person, id)
  })
  command('/questions/:id/state', 'post', 'orderQuestions', async (request, person, id) => {
    await moveQuestion(app, id, parseBody(questionStateCommand, request))
    return seen(person, id)
  })
  command('/questions/:id/pass', 'post', 'orderQuestions', async (request, person, id) => {
    await passOnQuestion(app, id, parseBody(passCommand, request))
    return seen(person, id)
  })
  return router
}

type Command = (request: Request, person: Person, id: string) => Promise<unknown>
