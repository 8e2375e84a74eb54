import { admx } from './admx.ts'
import { firefoxFiles } from './firefox.ts'
import { googleAdminPolicy } from './google-admin.ts'
import { intuneScripts } from './intune.ts'
import { chromiumPolicy, chromiumRemoval, installation, type Kit } from './kit.ts'
import { mobileconfig } from './mobileconfig.ts'
import { registryFile, registryRemoval } from './registry.ts'

/** The files that deploy a kit on every platform: text by path. */
export function kitFiles(kit: Kit): Record<string, string> {
  const templates = admx(kit.id)
  return {
    'linux/waymark.json': json(chromiumPolicy(kit, 'chrome')),
    'linux/edge.json': json(chromiumPolicy(kit, 'edge')),
    'linux/remove.json': json(chromiumRemoval(kit)),
    'windows/chrome.reg': registryFile(kit, 'chrome'),
    'windows/edge.reg': registryFile(kit, 'edge'),
    'windows/chromium.reg': registryFile(kit, 'chromium'),
    'windows/chrome.remove.reg': registryRemoval(kit, 'chrome'),
    'windows/edge.remove.reg': registryRemoval(kit, 'edge'),
    'windows/chromium.remove.reg': registryRemoval(kit, 'chromium'),
    'windows/recording.txt': JSON.stringify(kit.settings.recording) + '\n',
    'windows/waymark.admx': templates.admx,
    'windows/en-US/waymark.adml': templates.adml,
    'macos/chrome.mobileconfig': mobileconfig(kit, 'chrome'),
    'macos/edge.mobileconfig': mobileconfig(kit, 'edge'),
    'google-admin/policy.json': json(googleAdminPolicy(kit)),
    'intune/chrome-extension-settings.json': JSON.stringify({ [kit.id]: installation(kit, 'chrome') }) + '\n',
    'intune/edge-extension-settings.json': JSON.stringify({ [kit.id]: installation(kit, 'edge') }) + '\n',
    ...under('intune', intuneScripts(kit)),
    ...Object.fromEntries(Object.entries(firefoxFiles(kit)).map(([name, policy]) => [`firefox/${name}`, json(policy)])),
  }
}

/** The same files in a folder. */
export function under(folder: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]))
}

export function json(value: object): string {
  return JSON.stringify(value, null, 2) + '\n'
}
