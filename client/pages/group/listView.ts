import { fetchedApart } from '../../ui/fetchedApart.tsx'

// In chunks of their own: whoever looks at the wall does not wait for them.
const load = () => import('../../board/list/ListView.tsx')
const loadComposer = () => import('../../board/Composer.tsx')

export const ListView = fetchedApart(async () => (await load()).ListView)
export const Composer = fetchedApart(async () => (await loadComposer()).Composer)

export const prefetchListView = (): void => {
  void Promise.all([load(), loadComposer()]).catch(() => {})
}
