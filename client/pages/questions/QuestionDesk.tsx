import type { QuestionsAnswer } from '#shared/day/questionsAnswer.ts'
import { steers } from '#shared/roles.ts'
import type { Person } from '#shared/api.ts'
import { useBeamer } from '../../sync/records.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { showOnWall } from '../plenum/plenumCommands.ts'
import { moderateQuestions } from './questionCommands.ts'

type QuestionDeskProps = {
  readonly person: Person
  readonly item: string
  readonly answer: QuestionsAnswer
  readonly act: (run: () => Promise<unknown>) => void
}

/** For those who moderate: whether new questions wait, and the way to the screen. */
export function QuestionDesk({ person, item, answer, act }: QuestionDeskProps) {
  const t = useTexts()
  const show = useBeamer().data?.show
  const isOnWall = show?.kind === 'question' && show.item === item
  const toWall = async () => {
    await showOnWall({ kind: 'question', item })
    toast(t('questions:toWallDone'))
  }
  return (
    <section className="question-desk sheet" aria-labelledby="question-desk">
      <h2 id="question-desk">{t('questions:desk')}</h2>
      <label className="ask-check">
        <input
          type="checkbox"
          checked={answer.isModerated}
          onChange={(event) => {
            const { checked } = event.target
            act(() => moderateQuestions(checked))
          }}
        />
        <span>
          {t('questions:moderated')}
          <span className="hint">{t('questions:moderatedHint')}</span>
        </span>
      </label>
      <div className="row wrap">
        {steers(person, 1, null) && (
          <Button icon="presentation" aria-disabled={isOnWall} onClick={() => act(toWall)}>
            {t(isOnWall ? 'questions:onWall' : 'questions:toWall')}
          </Button>
        )}
        <ButtonLink variant="quiet" to="/beamer/steuern">
          {t('questions:steer')}
        </ButtonLink>
      </div>
    </section>
  )
}
