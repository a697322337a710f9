import { kindOf, labelOf, resultKinds } from '#shared/template.ts'
import type { KindId } from '#shared/ids.ts'
import { KindChip } from '../../../ui/KindChip.tsx'
import { KindIcon } from '../../../ui/KindIcon.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { changeResult } from '../plenumCommands.ts'
import { spokenName, type OutlineItem } from '../outline/plenumOutline.ts'
import { Refused } from '../Refused.tsx'
import { DiscussToggle } from '../presenting/presentingParts.ts'
import { ResultMenu } from './ResultMenu.tsx'
import { StateMark } from '../outline/StateMark.tsx'
import { TitleEdit } from './TitleEdit.tsx'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

/** Name, title, kind and state. */
export function ResultHead({ item }: { readonly item: OutlineItem }) {
  const t = useTexts()
  const language = useLanguage()
  const { plan, canEdit } = usePlenumPlace()
  const { result, name, standing } = item
  const command = useCommand()
  const kind = kindOf(plan, result.kind)
  const kinds = resultKinds(plan)
  return (
    <header className="result-head">
      {canEdit ? (
        <TitleEdit
          name={name}
          title={result.title}
          onSave={(next, was) => changeResult(result.id, { title: next }, { title: was })}
        />
      ) : (
        <h2 id="result-title" className="result-title">
          {name && <span className="num">{name}</span>} <span dir="auto">{result.title}</span>
        </h2>
      )}
      <div className="result-signs">
        {canEdit && kinds.length > 1 ? (
          <span data-paper={kind.paper}>
            <Menu
              label={t('plenum:kindOf', { result: spokenName(item), kind: labelOf(kind, language) })}
              className="kind-button"
              size="small"
              iconEnd="chevron-down"
              placement="bottom end"
              isDisabled={command.isBusy}
              sections={[
                {
                  id: 'kind',
                  items: kinds.map(({ id, icon, ...label }) => ({
                    id,
                    icon,
                    label: labelOf(label, language),
                  })),
                  selection: {
                    mode: 'single',
                    selected: [result.kind],
                    onChange: ([next]) =>
                      next &&
                      next !== result.kind &&
                      void command.run(() => changeResult(result.id, { kind: next as KindId })),
                  },
                },
              ]}
            >
              <KindIcon kind={kind} size={17} />
              {labelOf(kind, language)}
            </Menu>
          </span>
        ) : (
          <KindChip kind={kind} />
        )}
        {!standing.changed && (
          <span className="chip state-chip" data-state={standing.state}>
            <StateMark standing={standing} withWord />
          </span>
        )}
        <DiscussToggle target={result.id} sources={result.sources} name={spokenName(item)} />
        {canEdit && <ResultMenu item={item} />}
      </div>
      <Refused error={command.error} />
    </header>
  )
}
