/** Every benchmark, one after the other: they would measure each other. Ratios in one run; nothing is asserted. */
import { existsSync } from 'node:fs'
import { refuseArguments } from '../../scripts/no-arguments.ts'

refuseArguments('bench')
if (!existsSync(new URL('../../.output/chrome-mv3/manifest.json', import.meta.url))) {
  console.error('There is no extension to measure: run npm run build first.')
  process.exit(1)
}
await import('./sizes.ts')
await import('./collector.ts')
await import('./popup.ts')
await import('./masking.ts')
await import('./situations.ts')
await import('./page.ts')
await import('./backlog.ts')
