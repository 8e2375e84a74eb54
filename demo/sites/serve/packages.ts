import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)

export const PROJECT = fileURLToPath(new URL('../../../', import.meta.url))

/** A file of an installed package, wherever npm put the package. */
export function packageFile(name: string, ...path: string[]): string {
  return join(dirname(require.resolve(`${name}/package.json`)), ...path)
}
