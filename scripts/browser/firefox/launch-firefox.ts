import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onExit } from '../../on-exit.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { NO_NAMESPACE, permittedWay } from '../namespace.ts'
import { privateFirefoxFolder } from './firefox-folder.ts'
import { openMarionette, type Marionette } from './marionette.ts'

export type FirefoxOptions = {
  /** Add-on identifier. */
  id: string
  /** Where the add-on is offered. */
  installUrl: string
  /** How long its background page may be idle before Firefox ends it; its default is 30 s. */
  idleMs?: number
}
export type RunningFirefox = {
  marionette: Marionette
  /** Ends it as the person does, and settles when it has ended. */
  quit: () => Promise<void>
}

/** The browser's whole policy: it installs the add-on, and hands it `value`. */
function firefoxPolicy({ id, installUrl }: FirefoxOptions, value: unknown): object {
  return {
    policies: {
      // Firefox ESR takes an unsigned add-on from whoever manages it.
      Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } },
      ExtensionSettings: { [id]: { installation_mode: 'force_installed', install_url: installUrl } },
      '3rdparty': { Extensions: { [id]: value } },
    },
  }
}

const PORT_FILE = 'MarionetteActivePort'

/**
 * Prepares a profile and a policy folder for real Firefox ESR. Each `start` runs the browser on them, with the add-on force-installed by
 * enterprise policy, and settles when it can be driven.
 */
export function prepareFirefox(options: FirefoxOptions) {
  const way = permittedWay()
  if (!way) throw new Error(NO_NAMESPACE)
  const folder = privateFirefoxFolder(way)
  const { path: profile, remove } = temporaryFolder('firefox')
  /** Of the add-on's pages; chosen here, since Firefox tells nobody which one it would choose. */
  const host = randomUUID()
  const preferences = {
    'marionette.port': 0,
    'extensions.webextensions.uuids': JSON.stringify({ [options.id]: host }),
    ...(options.idleMs === undefined ? {} : { 'extensions.background.idle.timeout': options.idleMs }),
  }
  const lines = Object.entries(preferences).map((each) => `user_pref(${each.map((part) => JSON.stringify(part)).join(', ')});\n`)
  writeFileSync(join(profile, 'user.js'), lines.join(''))

  return {
    /** Of the add-on's own pages. */
    origin: `moz-extension://${host}`,
    setPolicy: (value: unknown) => folder.write(firefoxPolicy(options, value)),
    /** A policy that permits the add-on no longer, upon which the next start uninstalls it. */
    blockAddOn: () => folder.write({ policies: { ExtensionSettings: { [options.id]: { installation_mode: 'blocked' } } } }),
    start: async (): Promise<RunningFirefox> => {
      const words = ['--headless', '--no-remote', '--profile', profile, '--marionette', '--remote-allow-system-access', 'about:blank']
      // Descriptors 3 and 4 are there because the script that starts it may pass them on.
      const child = spawn(folder.executable, words, { env: { ...process.env, HOME: profile }, stdio: Array(5).fill('ignore') })
      const forget = onExit(() => void child.kill('SIGKILL'))
      const ended = once(child, 'close').then(forget)
      const port = await Promise.race([portOf(profile), ended.then(() => null)])
      if (port === null) throw new Error('Firefox ended instead of starting.')
      const marionette = await openMarionette(port)
      const quit = async () => {
        await marionette.send('Marionette:Quit', { flags: ['eAttemptQuit'] }).catch(() => undefined)
        await ended
      }
      return { marionette, quit }
    },
    remove: () => {
      folder.remove()
      remove()
    },
  }
}

/** Firefox writes the port it has chosen into its profile, and takes the file away when it ends. */
async function portOf(profile: string): Promise<number> {
  const watcher = watch(profile)
  try {
    const read = () => {
      try {
        return Number(readFileSync(join(profile, PORT_FILE), 'utf8'))
      } catch {
        return 0
      }
    }
    for (let port = read(); ; port = read()) {
      if (port > 0) return port
      await once(watcher, 'change')
    }
  } finally {
    watcher.close()
  }
}
