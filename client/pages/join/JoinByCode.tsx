import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { CodeAnswer, EventBrief } from '#shared/api.ts'
import { call } from '../../sync/call.ts'
import { Button } from '../../ui/Button.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { BeamerJoin } from './BeamerJoin.tsx'
import { CodeForm } from './CodeForm.tsx'
import { JoinForm } from './JoinForm.tsx'
import { TransferForm } from './TransferForm.tsx'

type JoinByCodeProps = {
  readonly event: EventBrief
  readonly code: string
  readonly onCode: (code: string) => void
  readonly onJoining: (isJoining: boolean) => void
}

/** Code first, then the name: the code says which role asks. Or the code of another device, and nothing else. */
export function JoinByCode({ event, code, onCode, onJoining }: JoinByCodeProps) {
  const t = useTexts()
  const [search] = useSearchParams()
  const offered = search.get('umzug')
  const [isMoving, setMoving] = useState(offered !== null)
  const check = useQuery({
    queryKey: ['code', code],
    queryFn: () => call<CodeAnswer>('GET', `/api/codes/${encodeURIComponent(code)}`),
    enabled: code !== '' && !isMoving,
    retry: false,
  })
  if (isMoving)
    return <TransferForm firstCode={offered ?? ''} onBack={() => setMoving(false)} onJoining={onJoining} />
  if (check.data?.role === 'beamer') return <BeamerJoin code={check.data.code} onJoining={onJoining} />
  if (check.isFetching) return <p className="muted late">{t('app:loading')}</p>
  return (
    <>
      {check.data ? (
        <JoinForm event={event} valid={check.data} onOtherCode={() => onCode('')} onJoining={onJoining} />
      ) : (
        <CodeForm
          firstCode={code}
          error={code === '' ? null : check.error}
          onCode={(typed) => {
            if (typed === code) void check.refetch()
            else onCode(typed)
          }}
        />
      )}
      <Button variant="quiet" wide onClick={() => setMoving(true)}>
        {t('join:transferWay')}
      </Button>
    </>
  )
}
