import type { QuestionView } from '#shared/day/questionsAnswer.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import type { Move } from './questionCommands.ts'

type ModerateActionsProps = {
  readonly question: QuestionView
  readonly onMove: (question: QuestionView, state: Move['state']) => void
  readonly onDrop: (question: QuestionView) => void
  readonly onPass: (question: QuestionView) => void
  readonly onErase: (question: QuestionView) => void
}

const ways = {
  waiting: ['open', 'running'],
  open: ['running', 'answered'],
  running: ['answered', 'open'],
  answered: ['open'],
  dropped: ['open'],
} as const satisfies Record<QuestionView['state'], readonly Move['state'][]>

/** What may become of a question, for those who order them. */
export function ModerateActions({ question, onMove, onDrop, onPass, onErase }: ModerateActionsProps) {
  const t = useTexts()
  const { state, number } = question
  const name = t('questions:number', { number })
  const verb = (to: Move['state']) => {
    if (to === 'running') return t('questions:run')
    if (to === 'answered') return t('questions:answer')
    if (state === 'waiting') return t('questions:release')
    return t(state === 'running' ? 'questions:putBack' : 'questions:reopen')
  }
  const items: MenuItem[] = [
    { id: 'pass', label: t('questions:pass'), icon: 'corner-up-right', onAction: () => onPass(question) },
    ...(state === 'answered' || state === 'dropped'
      ? []
      : [
          {
            id: 'drop',
            label: t('questions:drop'),
            icon: 'archive',
            onAction: () => onDrop(question),
          } as const,
        ]),
    { id: 'erase', label: t('questions:erase'), icon: 'x', onAction: () => onErase(question) },
  ]
  return (
    <span className="question-ways">
      {ways[state].map((to) => (
        <Button
          key={to}
          size="small"
          aria-label={t('questions:of', { action: verb(to), question: name })}
          onClick={() => onMove(question, to)}
        >
          {verb(to)}
        </Button>
      ))}
      <Menu
        label={t('questions:more', { question: name })}
        variant="quiet"
        size="small"
        icon="ellipsis"
        iconOnly
        items={items}
        placement="bottom end"
      />
    </span>
  )
}
