import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../temporary-folder.ts'
import { findChromium } from './find-chromium.ts'
import { namespaceScript, type Way } from './namespace.ts'
import { BROWSER_FOLDER, MANAGED, removeFile, replaceFile, type PolicyFolder } from './policy-folder.ts'

/**
 * A policy folder that exists for one browser only: mounted over its /etc folder in a mount namespace of its own. Nothing is
 * written outside the temporary folder, so nothing can be left behind and no other browser on the machine is managed.
 */
export function privateFolder(way: Way): PolicyFolder {
  if (!existsSync(BROWSER_FOLDER)) throw new Error(`There is no ${BROWSER_FOLDER}: install Chromium from Debian's package.`)
  const { path, remove } = temporaryFolder('policy')
  const folder = join(path, 'etc')
  // What the distribution put there stays in force; what a company manages here does not reach the browser.
  cpSync(BROWSER_FOLDER, folder, { recursive: true })
  rmSync(join(folder, 'policies'), { recursive: true, force: true })
  const managed = join(folder, MANAGED)
  mkdirSync(managed, { recursive: true })
  const executable = join(path, 'chromium')
  writeFileSync(executable, namespaceScript(way, { folder, over: BROWSER_FOLDER, program: findChromium() }), { mode: 0o755 })
  return {
    executable,
    write: (policy) => replaceFile(managed, 'waymark.json', JSON.stringify(policy)),
    clear: () => removeFile(managed, 'waymark.json'),
    remove,
  }
}
