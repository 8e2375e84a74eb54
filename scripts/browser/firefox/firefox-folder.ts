import { cpSync, existsSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryFolder } from '../../temporary-folder.ts'
import { findProgram } from '../find-program.ts'
import { namespaceScript, type Way } from '../namespace.ts'
import { removeFile, replaceFile, type PolicyFolder } from '../policy-folder.ts'

/** The machine's own policy, which goes before one beside the program. */
const MACHINE = '/etc/firefox/policies/policies.json'
const FILE = 'policies.json'

/**
 * The same as `privateFolder`, for Firefox: mounted over the folder beside the program in which it looks for the policy of a distribution.
 * It reads it once, when it starts.
 */
export function privateFirefoxFolder(way: Way): PolicyFolder {
  const program = findProgram('Firefox ESR', 'FIREFOX', ['firefox-esr'])
  const over = join(dirname(realpathSync(program)), 'distribution')
  if (!existsSync(over)) throw new Error(`There is no ${over}: install Firefox ESR from Debian's package.`)
  if (existsSync(MACHINE)) throw new Error(`${MACHINE} manages this machine, and Firefox would read no other policy.`)
  const { path, remove } = temporaryFolder('policy')
  const folder = join(path, 'distribution')
  cpSync(over, folder, { recursive: true, dereference: true })
  rmSync(join(folder, FILE), { force: true })
  const executable = join(path, 'firefox')
  writeFileSync(executable, namespaceScript(way, { folder, over, program }), { mode: 0o755 })
  return {
    executable,
    write: (policy) => replaceFile(folder, FILE, JSON.stringify(policy)),
    clear: () => removeFile(folder, FILE),
    remove,
  }
}
