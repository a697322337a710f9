import { useNavigate } from 'react-router'
import type { PlenumAnswer } from '#shared/api.ts'
import type { KindId, NoteRef, ResultId } from '#shared/ids.ts'
import type { Overlap } from '#shared/plenum/overlaps.ts'
import type { Result } from '#shared/result.ts'
import { keys, queryClient } from '../../sync/records.ts'
import { toast } from '../../ui/toast.ts'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { changeResult, dissolveResult } from '../plenum/plenumCommands.ts'
import { useCommand } from '../plenum/useCommand.ts'
import { acrossPath } from './acrossPath.ts'
import { useAcrossPlace } from './acrossPlace.ts'
import { makeResultOf, setApart } from './overlapCommands.ts'
import { useNoteNames } from './useNoteNames.ts'

/** Each of them has a way back, and leads on to the next proposal. */
export const useCompareCommands = (named: readonly NoteRef[], overlaps: readonly Overlap[]) => {
  const t = useTexts()
  const navigate = useNavigate()
  const refusalText = useRefusalText()
  const { setChosen } = useAcrossPlace()
  const { numbersOf, resultName } = useNoteNames()
  const { isBusy, error, run } = useCommand()

  const next = (): string => {
    const at = overlaps.findIndex(({ notes }) => isSame(notes, named))
    const after = at < 0 ? undefined : (overlaps[at + 1] ?? overlaps[at - 1])
    return acrossPath(after?.notes ?? [])
  }
  /** The way back leads to these cards again, wherever one is by then. */
  const done = (sentence: string, undo: () => Promise<unknown>) => {
    const way = next()
    setChosen([])
    toast(sentence, {
      undo: () =>
        void undo().then(
          () => {
            toast(t('across:undone'))
            void navigate(acrossPath(named))
          },
          (fault: unknown) => toast(refusalText(fault)),
        ),
    })
    void navigate(way)
  }
  const doing = (work: () => Promise<unknown>) => {
    if (!isBusy) void run(work)
  }

  return {
    isBusy,
    error,
    merge: (sources: readonly NoteRef[], kind: KindId | null) =>
      doing(async () => {
        const { id } = await makeResultOf({ sources, ...(kind ? { kind } : {}) })
        done(t('across:merged', { notes: numbersOf(sources) }), () => dissolveResult(id))
      }),
    join: (result: Result, refs: readonly NoteRef[]) =>
      doing(async () => {
        const { sources } = known(result)
        await changeResult(result.id, { sources: [...sources, ...refs] }, { sources })
        done(t('across:joined', { notes: numbersOf(refs), result: resultName(result) }), () =>
          changeResult(result.id, { sources: known(result).sources.filter((ref) => !refs.includes(ref)) }),
        )
      }),
    /** Where none of them is a result yet, the first becomes one. */
    relate: (result: Result | null, refs: readonly NoteRef[], kind: KindId | null) =>
      doing(async () => {
        const [first, ...others] = refs as [NoteRef, ...NoteRef[]]
        const sentence = t('across:related', { notes: numbersOf(refs) })
        if (!result) {
          const made = { sources: [first], links: others, ...(kind ? { kind } : {}) }
          const { id } = await makeResultOf(made)
          return done(sentence, () => dissolveResult(id))
        }
        const { sources, links } = known(result)
        const added = refs.filter((ref) => !sources.includes(ref) && !links.includes(ref))
        await changeResult(result.id, { links: [...links, ...added] }, { links })
        return done(sentence, () =>
          changeResult(result.id, { links: known(result).links.filter((ref) => !added.includes(ref)) }),
        )
      }),
    refuse: (refs: readonly NoteRef[]) =>
      doing(async () => {
        await setApart(refs, true)
        done(t('across:setApart', { notes: numbersOf(refs) }), () => setApart(refs, false))
      }),
  }
}

const isSame = (one: readonly NoteRef[], other: readonly NoteRef[]) =>
  one.length === other.length && one.every((ref) => other.includes(ref))

/** As it stands now: others may have changed it since. */
const known = (result: Pick<Result, 'id' | 'sources' | 'links'>) => {
  const answer = queryClient.getQueryData<PlenumAnswer>(keys.plenum)
  return answer?.results.find(({ id }: { readonly id: ResultId }) => id === result.id) ?? result
}
