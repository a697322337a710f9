import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CodeAnswer, EventBrief } from '#shared/api.ts'
import { call } from '../../sync/call.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { BeamerJoin } from './BeamerJoin.tsx'
import { CodeForm } from './CodeForm.tsx'
import { cleanCode } from './joinCode.ts'
import { JoinForm } from './JoinForm.tsx'

type JoinByCodeProps = {
  readonly event: EventBrief
  readonly firstCode: string | null
  readonly onJoining: (isJoining: boolean) => void
}

/** Code first, then the name: the code says which role asks. */
export function JoinByCode({ event, firstCode, onJoining }: JoinByCodeProps) {
  const t = useTexts()
  const [code, setCode] = useState(cleanCode(firstCode ?? ''))
  const check = useQuery({
    queryKey: ['code', code],
    queryFn: () => call<CodeAnswer>('GET', `/api/codes/${encodeURIComponent(code)}`),
    enabled: code !== '',
    retry: false,
  })
  if (check.data?.role === 'beamer') return <BeamerJoin code={check.data.code} onJoining={onJoining} />
  if (check.data)
    return <JoinForm event={event} valid={check.data} onOtherCode={() => setCode('')} onJoining={onJoining} />
  if (check.isFetching) return <p className="muted late">{t('app:loading')}</p>
  return (
    <CodeForm
      firstCode={code}
      error={code === '' ? null : check.error}
      onCode={(typed) => {
        if (typed === code) void check.refetch()
        else setCode(typed)
      }}
    />
  )
}
