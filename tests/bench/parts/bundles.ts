import { join } from 'node:path'
import { editor, routes } from '../../kit/bundleBudgets.ts'
import { BundleSizes } from '../../kit/bundleSizes.ts'
import { ensureClientBuild } from '../../kit/clientBuild.ts'
import type { Part } from '../benchRun.ts'
import { builtPeer, peerNames } from '../boards/peerBoards.ts'
import { absolute, ratio, type Figure } from '../figures.ts'

const kB = (bytes: number): [number] => [bytes / 1000]

export const bundles: Part = {
  name: 'bundles',
  title: 'First load of each page: scripts and styles, gzipped, from the manifests of the builds',
  isBoard: true,
  async run(bench) {
    const { checkout } = bench.options
    ensureClientBuild(checkout, bench.say)
    const ours = new BundleSizes(join(checkout, 'dist/client'))
    const pages = routes.map(({ name, modules, budget }) => ({ name, budget, ...ours.of(modules) }))
    const peers = peerNames.map((name) => ({
      name,
      ...new BundleSizes(builtPeer(name, bench.say)).of(['index.html']),
    }))
    const board = pages.find(({ name }) => name === 'board')
    return [
      ...pages.flatMap(({ name, budget, js, css }): Figure[] => [
        absolute('13', `${name}: scripts`, 'kB', kB(js), { atMost: budget }),
        absolute('13', `${name}: styles`, 'kB', kB(css)),
      ]),
      absolute(
        '13',
        'editor: scripts, once the board stands',
        'kB',
        kB(ours.of(editor.modules, editor.known).js),
        {
          atMost: editor.budget,
        },
      ),
      ...peers.flatMap(({ name, js, css }): Figure[] => [
        absolute('13', `${name}: scripts`, 'kB', kB(js)),
        absolute('13', `${name}: styles`, 'kB', kB(css)),
      ]),
      ...peers.map(({ name, js }) =>
        ratio('13', `scripts, our board ÷ ${name}`, kB(board?.js ?? NaN), kB(js)),
      ),
    ]
  },
}
