import { test as base } from '@playwright/test'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packExtension } from '../../../scripts/pack.ts'
import { temporaryFolder } from '../../../scripts/temporary-folder.ts'
import { publish, type Published } from '../../../scripts/update-server.ts'
import { openScene, type Scene, type SceneOptions } from './scene.ts'

const BUILT = new URL('../../../.output/chrome-mv3', import.meta.url).pathname

type ForTest = {
  /** Set with `test.use`. */
  options: SceneOptions
  scene: Scene
}
type ForWorker = {
  /** The built extension, packed with a key of this run and published on loopback. */
  extension: Published
}

/**
 * `scene` is one collector, sites and browser for each test. A file that shares one among its tests calls `openScene` with
 * `extension` in `beforeAll`, and closes it in `afterAll`.
 */
export const test = base.extend<ForTest, ForWorker>({
  extension: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's text to learn what a fixture needs
    async ({}, use) => {
      if (!existsSync(join(BUILT, 'manifest.json'))) throw new Error('The extension is not built: run npm run build first, or npm test.')
      const { path, remove } = temporaryFolder('packed')
      const published = await publish(await packExtension(BUILT, path, { key: join(path, 'key.pem') }))
      await use(published)
      await published.close()
      remove()
    },
    { scope: 'worker' },
  ],
  options: [{}, { option: true }],
  scene: async ({ extension, options }, use) => {
    const scene = await openScene(extension, options)
    await use(scene)
    await scene.close()
  },
})
export { expect } from '@playwright/test'
