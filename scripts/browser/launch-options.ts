import type { Published } from '../update-server.ts'

export type LaunchOptions = {
  extension: Published
  /** Managed value of the extension; null sets none. Anything goes in: what the browser makes of it is for it to say. */
  policy: unknown
  /** A profile to keep; without it, a new one that is removed at the end. */
  userDataDir?: string
  headless?: boolean
  /** More policies of the browser itself, by their names. */
  extraPolicy?: Record<string, unknown>
  /** More settings of the extension beside its installation, such as `runtime_blocked_hosts`. */
  extensionSettings?: Record<string, unknown>
  /** `machine` permits the machine's own policy folder where nothing more private works. */
  policyFolder?: 'private' | 'machine'
  /** Playwright switches the back-forward cache off; people have it on. */
  backForwardCache?: boolean
  /** Playwright hides them where there is no window; people see and draw them. */
  scrollbars?: boolean
  /** CSS pixels; null leaves the size to the window. */
  viewport?: { width: number; height: number } | null
  args?: string[]
}

/** The browser's whole policy: it installs the extension, and hands it `value`. */
export function browserPolicy({ extension, extraPolicy, extensionSettings }: LaunchOptions, value: unknown): Record<string, unknown> {
  const installed = { installation_mode: 'force_installed', update_url: extension.updateUrl, ...extensionSettings }
  return {
    // By default nobody may attach to an extension installed by policy, Playwright included. Companies keep the default.
    DeveloperToolsAvailability: 1,
    ...extraPolicy,
    ExtensionSettings: { [extension.id]: installed },
    ...(value === null ? {} : { '3rdparty': { extensions: { [extension.id]: value } } }),
  }
}
