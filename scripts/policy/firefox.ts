import { hostBarrier, type Kit } from './kit.ts'

/** The identifier in the Firefox manifest (`wxt.config.ts`). */
export const FIREFOX_ID = 'waymark@example.com'

/** `policies.json`, the same on every system. */
export function firefoxPolicies({ xpiUrl, settings }: Kit): object {
  return {
    policies: {
      ExtensionSettings: {
        [FIREFOX_ID]: {
          installation_mode: 'force_installed',
          install_url: xpiUrl,
          default_area: 'navbar',
          private_browsing: false,
          ...hostBarrier(settings),
        },
      },
      '3rdparty': { Extensions: { [FIREFOX_ID]: settings } },
    },
  }
}

/** Firefox leaves an extension installed when its policy goes; this uninstalls it. */
export function firefoxRemoval(): object {
  return { policies: { ExtensionSettings: { [FIREFOX_ID]: { installation_mode: 'blocked' } } } }
}
