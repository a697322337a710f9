import type { GroupId, PersonId } from '#shared/ids.ts'
import { Message } from '../../ui/Message.tsx'
import { Select } from '../../ui/Select.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { MessageForm } from './MessageForm.tsx'
import { stageCommand } from './stageCommand.ts'
import { useControl } from './useControl.ts'

const nobody = 'nobody'

type GroupDeskProps = {
  readonly stage: GroupId
  /** Undefined where no phase runs: then nobody can be named. */
  readonly rapporteur: PersonId | null | undefined
  readonly run: (work: () => Promise<unknown>) => void
}

/** What concerns the people of a group: who is away, who presents, what they should know. */
export function GroupDesk({ stage, rapporteur, run }: GroupDeskProps) {
  const t = useTexts()
  const group = useControl().data?.groups.find(({ group: id }) => id === stage)
  const away = group ? group.people.seated - group.people.present : 0
  return (
    <>
      {away > 0 && <Message icon="wifi-off">{t('phases:away', { count: away })}</Message>}
      {group && group.unsaved > 0 && (
        <Message tone="wait">{t('phases:unsaved', { count: group.unsaved })}</Message>
      )}
      {rapporteur !== undefined && group && (
        <section aria-labelledby="desk-rapporteur">
          <h3 id="desk-rapporteur">{t('phases:rapporteur')}</h3>
          <Select
            label={t('phases:rapporteurHint')}
            value={rapporteur ?? nobody}
            options={[
              { id: nobody, label: t('phases:nobody') },
              ...group.members.map(({ id, name }) => ({ id, label: name })),
            ]}
            onChange={(id) =>
              run(() => stageCommand(stage, 'rapporteur', { person: id === nobody ? null : id }))
            }
          />
        </section>
      )}
      <section aria-labelledby="desk-message">
        <h3 id="desk-message">{t('phases:message')}</h3>
        <MessageForm to={stage} />
      </section>
    </>
  )
}
