import { talkName } from '#shared/day/questionOrigin.ts'
import type { QuestionView } from '#shared/day/questionsAnswer.ts'
import type { EventPlan } from '#shared/template.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { FadingText } from '../plenum/result/FadingText.tsx'
import { useQuestions } from '../questions/questionCommands.ts'
import { plainBlocks } from './plainBlocks.ts'
import { usePages, type Steered } from './usePages.ts'
import { WallFoot } from './WallFoot.tsx'
import { WallPages } from './WallPages.tsx'
import { WallQuestions } from './WallQuestions.tsx'
import { wallText } from './wallText.ts'

export type WallQuestionProps = {
  readonly plan: EventPlan
  readonly item: string
  readonly zoom: number
  readonly steered: Steered
  readonly isOffline: boolean
}

/** The question that runs, alone; while none does, what the others support most. */
export function WallQuestion(props: WallQuestionProps) {
  const answer = useQuestions()
  const running = answer?.questions.find(({ item, state }) => item === props.item && state === 'running')
  return running ? (
    <OneQuestion key={running.id} {...props} question={running} />
  ) : (
    <WallQuestions {...props} />
  )
}

type OneQuestionProps = WallQuestionProps & { readonly question: QuestionView }

function OneQuestion({ plan, question, zoom, steered, isOffline }: OneQuestionProps) {
  const t = useTexts()
  const language = useLanguage()
  const { item, number, text, author, support } = question
  const { size, pages } = wallText(plainBlocks(text), zoom)
  const paging = usePages(pages.length, steered)
  return (
    <div className="wall wall-question">
      <header>
        <Icon name="circle-question-mark" />
        <p className="num">
          {talkName(plan, item, language)}, {t('wall:question', { number })}
        </p>
      </header>
      <main>
        <h1 className="vh">{t('wall:question', { number })}</h1>
        <div className="wall-text wall-said" data-size={size} dir="auto">
          <FadingText key={paging.page} blocks={pages[paging.page] ?? []} />
        </div>
        {pages.length > 1 && <WallPages {...paging} pages={pages.length} />}
        <p className="wall-meta num">
          <span dir="auto">{author ?? t('wall:nameless')}</span>, {t('wall:supporters', { count: support })}
        </p>
      </main>
      <WallFoot isOffline={isOffline} />
    </div>
  )
}
