import { useState } from 'react'
import { isObjection, remarkOptions, remarksAt, type Remark } from '#shared/plenum/remark.ts'
import { labelOf } from '#shared/template.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { toast } from '../../../ui/toast.ts'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { settleRemark, withdrawRemark } from '../plenumCommands.ts'
import type { OutlineItem } from '../outline/plenumOutline.ts'
import { Refused } from '../Refused.tsx'
import { TextDialog } from '../TextDialog.tsx'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import { RemarkDialog } from './RemarkDialog.tsx'
import './Remarks.css'

type RemarksProps = {
  readonly item: OutlineItem
  readonly isAdding: boolean
  readonly onEnd: () => void
}

const settledTexts = {
  changed: 'consent:settledChanged',
  kept: 'consent:settledKept',
  overruled: 'consent:settledOverruled',
} as const

/** Reservations and objections as numbered notes, without names; every objection gets an answer. */
export function Remarks({ item: { result }, isAdding, onEnd }: RemarksProps) {
  const t = useTexts()
  const language = useLanguage()
  const { answer, plan, canEdit } = usePlenumPlace()
  const command = useCommand()
  const [overruling, setOverruling] = useState<Remark | null>(null)
  const all = remarksAt(result.id, answer.remarks, answer.decisions)
  const optionOf = (id: string) => {
    const option = remarkOptions(plan).find((one) => one.id === id)
    return option ? labelOf(option, language) : id
  }
  const settle = (remark: Remark, how: 'changed' | 'kept') =>
    void command.run(() => settleRemark(remark.id, { how, reason: '' }))
  const withdraw = async (remark: Remark) => {
    if (await command.run(() => withdrawRemark(remark.id)))
      toast(t('consent:withdrawn', { number: remark.number }))
  }
  const actions = (remark: Remark) => [
    ...(isObjection(remark, plan)
      ? [
          {
            id: 'changed',
            label: t('consent:settleChanged'),
            icon: 'pencil' as const,
            onAction: () => settle(remark, 'changed'),
          },
          {
            id: 'kept',
            label: t('consent:settleKept'),
            icon: 'sticky-note' as const,
            onAction: () => settle(remark, 'kept'),
          },
          {
            id: 'overruled',
            label: t('consent:settleOverruled'),
            icon: 'circle-x' as const,
            onAction: () => setOverruling(remark),
          },
        ]
      : []),
    {
      id: 'withdraw',
      label: t('consent:withdraw'),
      icon: 'undo-2' as const,
      onAction: () => void withdraw(remark),
    },
  ]
  return (
    <>
      {all.length > 0 && (
        <section className="result-part ruled" aria-labelledby="remarks-title">
          <h3 id="remarks-title">{t('consent:notes')}</h3>
          <ul className="remarks">
            {all.map((remark) => {
              const blocks = isObjection(remark, plan)
              const isOpen = blocks && !remark.settled
              return (
                <li key={remark.id} data-open={isOpen || undefined}>
                  <p className="hint">
                    <Icon name={blocks ? 'hand' : 'message-square'} size={17} />
                    {t('consent:noteOf', { number: remark.number, option: optionOf(remark.option) })}
                    {remark.isOfBlock && `, ${t('consent:ofBlock')}`}
                  </p>
                  <p dir="auto" className="remark-text">
                    {remark.text}
                  </p>
                  {blocks && (
                    <p className="remark-state">
                      <Icon name={remark.settled ? 'check' : 'message-square-warning'} size={17} />
                      <span>
                        {t(remark.settled ? settledTexts[remark.settled.how] : 'consent:unsettled')}
                        {remark.settled?.reason && (
                          <>
                            {' '}
                            <span dir="auto">{remark.settled.reason}</span>
                          </>
                        )}
                      </span>
                    </p>
                  )}
                  {canEdit && (
                    <Menu
                      label={t('consent:settleOf', { number: remark.number })}
                      size="small"
                      {...(isOpen ? {} : { icon: 'ellipsis', iconOnly: true, variant: 'quiet' })}
                      placement="bottom end"
                      className="remark-menu"
                      items={actions(remark)}
                    >
                      {isOpen && t('consent:settle')}
                    </Menu>
                  )}
                </li>
              )
            })}
          </ul>
        </section>
      )}
      <Refused error={command.error} />
      {isAdding && <RemarkDialog result={result.id} onClose={onEnd} />}
      {overruling && (
        <TextDialog
          title={t('consent:overrule')}
          label={t('consent:overruleHint')}
          value=""
          maxLength={2000}
          onSave={(reason) => settleRemark(overruling.id, { how: 'overruled', reason })}
          onClose={() => setOverruling(null)}
        />
      )}
    </>
  )
}
