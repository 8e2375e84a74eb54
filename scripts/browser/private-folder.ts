import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../temporary-folder.ts'
import { findChromium } from './find-chromium.ts'
import { BROWSER_FOLDER, MANAGED, removeFile, replaceFile, type PolicyFolder } from './policy-folder.ts'

/** How to come by a mount namespace: as root; as a user in a user namespace, where the kernel allows it; through sudo. */
const WAYS = ['root', 'user', 'sudo'] as const
export type Way = (typeof WAYS)[number]

/** What a program is started by to have a namespace of its own. */
export const UNSHARE: Record<Way, string[]> = {
  root: ['unshare', '--mount', '--propagation', 'private'],
  user: ['unshare', '--user', '--map-root-user', '--mount', '--propagation', 'private'],
  sudo: ['sudo', '-n', 'unshare', '--mount', '--propagation', 'private'],
}

/** The first way that this machine permits, or null. */
export function permittedWay(): Way | null {
  const root = process.getuid?.() === 0
  const ways = WAYS.filter((way) => (way === 'root') === root)
  return ways.find((way) => spawnSync(UNSHARE[way][0] ?? '', [...UNSHARE[way].slice(1), 'true'], { stdio: 'ignore' }).status === 0) ?? null
}

const quote = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`

/** What sudo takes away and a browser with a window needs. */
const KEPT = ['HOME', 'PATH', 'LANG', 'DISPLAY', 'XAUTHORITY', 'WAYLAND_DISPLAY', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS']

/** Shell script that starts the browser with `folder` in place of its own /etc folder, for itself and its children only. */
function script(way: Way, folder: string): string {
  const ids = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  // Back to the person's own user: the browser's sandbox refuses to run as root, mapped or real.
  const back = {
    root: '',
    user: `unshare --user --map-user=${ids.uid} --map-group=${ids.gid} `,
    sudo: `setpriv --reuid=${ids.uid} --regid=${ids.gid} --init-groups `,
  }[way]
  const kept = KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [quote(`${name}=${process.env[name]}`)]))
  const environment = way === 'sudo' ? `env ${kept.join(' ')} ` : ''
  // Playwright speaks to the browser on descriptors 3 and 4, which sudo closes; it leaves 0 and 1 open.
  const [over, under] = way === 'sudo' ? [' <&3 >&4', 'exec 3<&0 4>&1 </dev/null >/dev/null; '] : ['', '']
  const inner = `${under}mount --bind ${quote(folder)} ${BROWSER_FOLDER} && exec ${back}${environment}${quote(findChromium())} "$@"`
  return `#!/bin/sh\nexec ${UNSHARE[way].join(' ')} sh -c ${quote(inner)} waymark "$@"${over}\n`
}

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
  writeFileSync(executable, script(way, folder), { mode: 0o755 })
  return {
    executable,
    write: (policy) => replaceFile(managed, 'waymark.json', JSON.stringify(policy)),
    clear: () => removeFile(managed, 'waymark.json'),
    remove,
  }
}
