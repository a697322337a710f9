import { useTexts } from '../../../ui/useTexts.ts'
import { EditDialog } from '../EditDialog.tsx'
import { nameRanges } from '../outline/nameRanges.ts'
import { finalise } from '../plenumCommands.ts'
import { openIssues } from '../outline/plenumOutline.ts'
import { untilStored } from '../untilStored.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

/** Says what would stay open, then freezes. Staying open is allowed: the Plenum decides that, too. */
export function FinaliseDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts()
  const { groups, people, room, answer } = usePlenumPlace()
  const issues = openIssues(groups)
  const writers = people.filter(({ notes }) => notes.length > 0).map(({ name }) => name)
  const lines = [
    issues.undecided.length > 0 &&
      t('plenum:issueUndecided', { count: issues.undecided.length, names: nameRanges(issues.undecided) }),
    issues.changed.length > 0 &&
      t('plenum:issueChanged', { count: issues.changed.length, names: nameRanges(issues.changed) }),
    issues.loose.length > 0 &&
      t('plenum:issueLoose', { count: issues.loose.length, names: nameRanges(issues.loose) }),
    writers.length > 0 && t('plenum:issueWriters', { count: writers.length, names: writers.join(', ') }),
  ].filter((line) => line !== false)
  return (
    <EditDialog
      title={t('plenum:finaliseTitle')}
      save={t('plenum:finaliseYes')}
      leave={t('plenum:finaliseNo')}
      onSave={() => untilStored(room).then(finalise)}
      onClose={onClose}
    >
      <p>{t('plenum:finaliseText', { version: answer.plenum.version + 1 })}</p>
      {lines.length > 0 ? (
        <>
          <h3>{t('plenum:stillOpen')}</h3>
          <ul className="issues">
            {lines.map((line) => (
              <li key={line} className="num">
                {line}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t('plenum:nothingOpen')}</p>
      )}
    </EditDialog>
  )
}
