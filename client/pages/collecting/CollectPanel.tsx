import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DraftsAnswer, RevealAnswer } from '#shared/day/collectAnswers.ts'
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
import { CallOut } from './CallOut.tsx'
import './collecting.css'

/** For those who lead a group that collects hidden: that people write, and how much; never what or whose. */
export function CollectPanel({ group }: { readonly group: GroupId }) {
  const t = useTexts()
  const [isAsking, setAsking] = useState(false)
  const drafts = useQuery({
    queryKey: keys.drafts(group),
    queryFn: ({ signal }) =>
      call<DraftsAnswer>('GET', `/api/groups/${encodeURIComponent(group)}/drafts`, undefined, signal),
  }).data
  return (
    <section className="collect-panel" aria-label={t('collecting:panel')}>
      <div className="collect-count">
        <p>
          <strong>{t('collecting:panelTitle')}</strong>{' '}
          <span className="num" role="status">
            {drafts &&
              (drafts.notes > 0
                ? `${t('collecting:writers', { count: drafts.writers })}, ${t('collecting:notes', { count: drafts.notes })}.`
                : t('collecting:nobodyWrites'))}
          </span>
        </p>
        <Button icon="lock-open" aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {t('collecting:reveal')}
        </Button>
      </div>
      <CallOut />
      <RevealDialog group={group} isOpen={isAsking} onClose={() => setAsking(false)} />
    </section>
  )
}

type RevealDialogProps = {
  readonly group: GroupId
  readonly isOpen: boolean
  readonly onClose: () => void
}

function RevealDialog({ group, isOpen, onClose }: RevealDialogProps) {
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
