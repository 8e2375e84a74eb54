import { spawnSync } from 'node:child_process'
import { constants, existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isRunning } from '../is-running.ts'
import { onExit } from '../on-exit.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { findChromium } from './find-chromium.ts'
import { mayAccess } from './may-access.ts'
import { BROWSER_FOLDER, MANAGED, removeFile, replaceFile, type PolicyFolder } from './policy-folder.ts'

const NAME = /^waymark-demo-(\d+)\.json$/

/** Folders from `folder` upwards that do not exist, innermost first. */
function missing(folder: string): string[] {
  return existsSync(folder) ? [] : [folder, ...missing(dirname(folder))]
}

const isWritable = (folder: string) => mayAccess(folder, constants.W_OK)

/**
 * The machine's own policy folder, for machines that permit no mount namespace: one file of ours, and the folders it needed, until
 * `remove` or the end of this process. Every Chromium on the machine obeys it meanwhile, so only the demo may ask for it.
 * @throws {Error} when neither this user nor sudo may write there
 */
export function machineFolder(browserFolder = BROWSER_FOLDER): PolicyFolder {
  const folder = join(browserFolder, MANAGED)
  const made = missing(folder)
  const prefix = isWritable(made.length > 0 ? dirname(made.at(-1) ?? folder) : folder) ? [] : ['sudo', '-n']
  const run = (...command: string[]) => {
    const [program = '', ...words] = [...prefix, ...command]
    return spawnSync(program, words, { encoding: 'utf8' })
  }
  const must = (...command: string[]) => {
    const { status, stderr, error } = run(...command)
    if (status !== 0) throw new Error(`The policy folder ${folder} cannot be written: ${error?.message ?? stderr.trim()}`)
  }

  const name = `waymark-demo-${process.pid}.json`
  const draft = temporaryFolder('policy')
  const clear = () => void run('rm', '-f', join(folder, name), join(folder, `.${name}`))
  const remove = onExit(() => {
    clear()
    // rmdir refuses a folder that somebody else has put something into.
    for (const each of made) run('rmdir', each)
    draft.remove()
  })

  must('mkdir', '-p', folder)
  // A demo that was killed outright could not tidy up after itself.
  for (const file of readdirSync(folder)) {
    const owner = Number(NAME.exec(file)?.[1] ?? process.pid)
    if (owner !== process.pid && !isRunning(owner)) must('rm', '-f', join(folder, file))
  }

  return {
    executable: findChromium(),
    write: (policy) => {
      removeFile(draft.path, name)
      replaceFile(draft.path, name, JSON.stringify(policy))
      must('install', '-m', '644', join(draft.path, name), join(folder, `.${name}`))
      must('mv', join(folder, `.${name}`), join(folder, name))
    },
    clear,
    remove,
  }
}
