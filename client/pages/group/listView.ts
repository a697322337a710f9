import { fetchedApart } from '../../ui/fetchedApart.tsx'

// In chunks of their own: whoever looks at the wall does not wait for them.
export const ListView = fetchedApart(async () => (await import('../../board/list/ListView.tsx')).ListView)
export const Composer = fetchedApart(async () => (await import('../../board/Composer.tsx')).Composer)

/** Fetches the code of list and composer while the board itself is on its way: both stand with its first card. */
export const prefetchListView = async (): Promise<void> => {
  // What fails asks again when it is needed.
  await Promise.allSettled([ListView.fetchNow(), Composer.fetchNow()])
}
