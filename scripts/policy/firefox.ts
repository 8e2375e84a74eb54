import { hostBarrier, type Kit } from './kit.ts'

/** What Firefox needs, the same on every system: the policy file, and the one that uninstalls; none where nobody has Firefox. */
export function firefoxFiles({ firefox, settings, listed }: Kit): Record<string, object> {
  if (!firefox) return {}
  const { id, xpiUrl } = firefox
  const installed = {
    installation_mode: 'force_installed',
    install_url: xpiUrl,
    default_area: 'navbar',
    private_browsing: false,
    ...hostBarrier({ settings, listed }),
  }
  return {
    'policies.json': { policies: { ExtensionSettings: { [id]: installed }, '3rdparty': { Extensions: { [id]: settings } } } },
    // Firefox leaves an extension installed when its policy goes.
    'remove.json': { policies: { ExtensionSettings: { [id]: { installation_mode: 'blocked' } } } },
  }
}
