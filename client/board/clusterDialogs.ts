import { fetchedApart } from '../ui/fetchedApart.tsx'

const loadMove = () => import('./arranging/MoveCluster.tsx')
const loadRename = () => import('./RenameCluster.tsx')

// Asked for in the menu of a heading.
export const MoveCluster = fetchedApart(async () => (await loadMove()).MoveCluster)
export const RenameCluster = fetchedApart(async () => (await loadRename()).RenameCluster)

/** Before the network may go. */
export const prefetchClusterDialogs = async (): Promise<void> => {
  await Promise.all([loadMove(), loadRename()])
}
