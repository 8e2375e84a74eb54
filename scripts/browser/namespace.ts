import { spawnSync } from 'node:child_process'

/** How to come by a mount namespace: as root; as a user in a user namespace, where the kernel allows it; through sudo. */
const WAYS = ['root', 'user', 'sudo'] as const
export type Way = (typeof WAYS)[number]

/** What a program is started by to have a namespace of its own. */
export const UNSHARE: Record<Way, string[]> = {
  root: ['unshare', '--mount', '--propagation', 'private'],
  user: ['unshare', '--user', '--map-root-user', '--mount', '--propagation', 'private'],
  sudo: ['sudo', '-n', 'unshare', '--mount', '--propagation', 'private'],
}

export const NO_NAMESPACE =
  'This machine permits no mount namespace (unshare --mount), neither to this user nor through sudo -n, so the browser cannot be given a policy of its own.'

/** The first way that this machine permits, or null. */
export function permittedWay(): Way | null {
  const root = process.getuid?.() === 0
  const ways = WAYS.filter((way) => (way === 'root') === root)
  return ways.find((way) => spawnSync(UNSHARE[way][0] ?? '', [...UNSHARE[way].slice(1), 'true'], { stdio: 'ignore' }).status === 0) ?? null
}

const quote = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`

/** What sudo takes away and a browser with a window needs. */
const KEPT = ['HOME', 'PATH', 'LANG', 'DISPLAY', 'XAUTHORITY', 'WAYLAND_DISPLAY', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS']

/** Shell script that starts `program` with `folder` in place of `over`, for itself and its children only. */
export function namespaceScript(way: Way, { folder, over, program }: { folder: string; over: string; program: string }): string {
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
  const [above, under] = way === 'sudo' ? [' <&3 >&4', 'exec 3<&0 4>&1 </dev/null >/dev/null; '] : ['', '']
  const inner = `${under}mount --bind ${quote(folder)} ${quote(over)} && exec ${back}${environment}${quote(program)} "$@"`
  return `#!/bin/sh\nexec ${UNSHARE[way].join(' ')} sh -c ${quote(inner)} waymark "$@"${above}\n`
}
