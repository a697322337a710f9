import { useState } from 'react'
import type { Stage } from '#shared/day/phaseState.ts'
import { CallRefused } from '../../sync/call.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { RevealDialog } from '../collecting/collectParts.ts'
import type { StageWork } from './useStageWork.ts'

type StageRefusedProps = { readonly stage: Stage; readonly work: StageWork }

/** Why a command was refused; where hidden cards stand in its way, they are revealed from here, and it goes on. */
export function StageRefused({ stage, work }: StageRefusedProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const [isAsking, setAsking] = useState(false)
  const { error } = work
  if (error === null) return null
  const isHidden = error instanceof CallRefused && error.code === 'stillHidden'
  return (
    <div className="phase-refused">
      <Message
        tone="bad"
        live
        actions={
          <>
            {isHidden && (
              <Button size="small" icon="lock-open" aria-haspopup="dialog" onClick={() => setAsking(true)}>
                {t('phases:revealNow')}
              </Button>
            )}
            <Button size="small" variant={isHidden ? 'quiet' : 'plain'} onClick={work.forget}>
              {t('app:close')}
            </Button>
          </>
        }
      >
        {refusalText(error)}
      </Message>
      {stage !== 'plenum' && isAsking && (
        <RevealDialog group={stage} isOpen onClose={() => setAsking(false)} onRevealed={work.again} />
      )}
    </div>
  )
}
