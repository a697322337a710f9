import { talkName } from '#shared/day/questionOrigin.ts'
import { useJoinLinks } from '../../sync/records.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useQuestions } from '../questions/questionCommands.ts'
import { joinHost } from './joinHost.ts'
import { pageQuestions } from './pageQuestions.ts'
import { usePages } from './usePages.ts'
import { WallFoot } from './WallFoot.tsx'
import { WallPages } from './WallPages.tsx'
import type { WallQuestionProps } from './WallQuestion.tsx'

/** What people ask, the most supported first. */
export function WallQuestions({ plan, item, zoom, steered, isOffline }: WallQuestionProps) {
  const t = useTexts()
  const language = useLanguage()
  const link = useJoinLinks().data?.find(({ role }) => role === 'member')
  const open = (useQuestions()?.questions ?? []).filter((one) => one.item === item && one.state === 'open')
  const pages = pageQuestions(open, zoom)
  const paging = usePages(pages.length, steered)
  return (
    <div className="wall wall-question">
      <header>
        <Icon name="circle-question-mark" />
        <p lang={plan.language}>
          {talkName(plan, item, language)}: {plan.agenda.find(({ id }) => id === item)?.title}
        </p>
      </header>
      <main>
        <h1>{t(open.length > 0 ? 'wall:questions' : 'wall:questionsNone')}</h1>
        {open.length === 0 && link && (
          <p className="wall-meta">{t('wall:questionsAsk', { host: joinHost(link.url) })}</p>
        )}
        <ol className="wall-list">
          {(pages[paging.page] ?? []).map(({ id, number, text, support }) => (
            <li key={id}>
              <span className="num wall-support" aria-label={t('wall:supporters', { count: support })}>
                <Icon name="arrow-up" />
                {support}
              </span>
              <p dir="auto">{text}</p>
              <span className="num wall-number">{t('wall:question', { number })}</span>
            </li>
          ))}
        </ol>
        {pages.length > 1 && <WallPages {...paging} pages={pages.length} />}
      </main>
      <WallFoot isOffline={isOffline} />
    </div>
  )
}
