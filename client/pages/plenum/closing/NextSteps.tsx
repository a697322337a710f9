import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { toast } from '../../../ui/toast.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { ItemButtons } from '../ItemButtons.tsx'
import { changeClosing } from '../plenumCommands.ts'
import { Refused } from '../Refused.tsx'
import { TextDialog } from '../TextDialog.tsx'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

/** One of the steps, as they stood when one began to change it. */
type Editing = { readonly at: number; readonly among: readonly string[] }

/** Who does what until when, after today. */
export function NextSteps() {
  const t = useTexts()
  const { answer, canEdit } = usePlenumPlace()
  const command = useCommand()
  const [editing, setEditing] = useState<Editing | 'new' | null>(null)
  const steps = answer.plenum.nextSteps
  const put = (nextSteps: readonly string[], was = steps) => changeClosing({ nextSteps }, { nextSteps: was })
  const remove = async (at: number) => {
    const rest = steps.filter((_, other) => other !== at)
    if (await command.run(() => put(rest)))
      toast(t('plenum:stepRemoved'), { undo: () => void command.run(() => put(steps, rest)) })
  }
  const swap = (at: number) =>
    void command.run(() =>
      put(
        steps.map((step, one) =>
          one === at ? (steps[at + 1] ?? step) : one === at + 1 ? (steps[at] ?? step) : step,
        ),
      ),
    )
  return (
    <section className="closing-part sheet" aria-labelledby="next-steps">
      <h3 id="next-steps">{t('plenum:nextSteps')}</h3>
      {steps.length === 0 && <p className="muted">{t('plenum:noNextSteps')}</p>}
      <ol className="item-list step-list">
        {steps.map((text, at) => (
          // Steps have no identity but their place.
          <li key={at}>
            <span dir="auto">{text}</span>
            {canEdit && (
              <span className="item-buttons">
                {at > 0 && (
                  <Button
                    variant="quiet"
                    size="small"
                    icon="arrow-up"
                    iconOnly
                    label={t('plenum:stepUp', { text })}
                    aria-disabled={command.isBusy}
                    onClick={() => swap(at - 1)}
                  />
                )}
                <ItemButtons
                  isBusy={command.isBusy}
                  edit={t('plenum:editItem', { text })}
                  remove={t('plenum:removeItem', { text })}
                  onEdit={() => setEditing({ at, among: steps })}
                  onRemove={() => void remove(at)}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      {canEdit && (
        <Button className="add-chip" size="small" icon="plus" onClick={() => setEditing('new')}>
          {t('plenum:addStep')}
        </Button>
      )}
      <Refused error={command.error} />
      {editing !== null && (
        <TextDialog
          title={t(editing === 'new' ? 'plenum:newStep' : 'plenum:changeStep')}
          label={t('plenum:stepText')}
          value={editing === 'new' ? '' : (editing.among[editing.at] ?? '')}
          maxLength={1000}
          onSave={(text) =>
            editing === 'new'
              ? put([...steps, text])
              : put(editing.among.with(editing.at, text), editing.among)
          }
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  )
}
