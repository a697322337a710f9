import { useState } from 'react'
import type { RevealAnswer } from '#shared/day/collectAnswers.ts'
import type { GroupId } from '#shared/ids.ts'
import { call } from '../../sync/call.ts'
import { keys, queryClient } from '../../sync/records.ts'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Message } from '../../ui/Message.tsx'
import { toast } from '../../ui/toast.ts'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useCommand } from '../plenum/useCommand.ts'

type RevealDialogProps = {
  readonly group: GroupId
  readonly isOpen: boolean
  readonly onClose: () => void
  /** What stood hidden in the way of. */
  readonly onRevealed?: (() => void) | undefined
}

/** Asks how, and reveals. */
export function RevealDialog({ group, isOpen, onClose, onRevealed }: RevealDialogProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const command = useCommand()
  const [names, setNames] = useState('with')
  const reveal = async () => {
    const path = `/api/stages/${encodeURIComponent(group)}/reveal`
    const { notes } = await call<RevealAnswer>('POST', path, { withNames: names === 'with' })
    await queryClient.invalidateQueries({ queryKey: keys.day })
    onClose()
    toast(t('collecting:revealed', { count: notes }))
    onRevealed?.()
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('collecting:revealTitle')}
      actions={
        <>
          <Button
            variant="primary"
            aria-disabled={command.isBusy || undefined}
            onClick={() => void command.run(reveal)}
          >
            {t('collecting:revealYes')}
          </Button>
          <Button onClick={onClose}>{t('collecting:revealNo')}</Button>
        </>
      }
    >
      <p>{t('collecting:revealText')}</p>
      <Choices
        legend={t('collecting:revealHow')}
        value={names}
        onChange={setNames}
        choices={[
          { id: 'with', title: t('collecting:withNames'), text: t('collecting:withNamesText') },
          { id: 'without', title: t('collecting:withoutNames'), text: t('collecting:withoutNamesText') },
        ]}
      />
      {command.error !== null && (
        <Message tone="bad" live>
          {refusalText(command.error)}
        </Message>
      )}
    </Dialog>
  )
}
