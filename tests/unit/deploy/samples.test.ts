/** Every file in `deploy/`, read back as its platform reads it: what reaches the extension is the same value each time. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { resolvePolicy } from '../../../lib/policy/resolve.ts'
import { installation, MAX_POLICY_HOSTS, type ChromiumBrowser } from '../../../scripts/policy/kit.ts'
import { managedSchema } from '../../../scripts/policy/managed-schema.ts'
import { FIREFOX_ID, SAMPLE } from '../../../scripts/policy/sample.ts'
import { isPublicSuffix } from '../policy/suffix-list.ts'
import { readKey, type Schema } from './chromium-registry.ts'
import { danglingReferences, enablePolicies } from './group-policy.ts'
import { parsePropertyList } from './property-list.ts'
import { emptyKey, importing, importRegistryFile, keyAt, type Key } from './registry-tree.ts'

const { id, settings } = SAMPLE
const deployed = (file: string) => readFileSync(join(import.meta.dirname, '../../../deploy', file), 'utf8')
const jsonOf = (file: string) => JSON.parse(deployed(file))
const SCHEMA: Schema = JSON.parse(JSON.stringify(managedSchema()))
/** Of `ExtensionSettings` what is set here, as Chrome's own schema types it. */
const INSTALLATION_SCHEMA: Schema = {
  type: 'object',
  properties: {
    override_update_url: { type: 'boolean' },
    runtime_blocked_hosts: { type: 'array', items: { type: 'string' } },
    runtime_allowed_hosts: { type: 'array', items: { type: 'string' } },
  },
}
const WINDOWS: [ChromiumBrowser, string][] = [
  ['chrome', 'Software\\Policies\\Google\\Chrome'],
  ['edge', 'Software\\Policies\\Microsoft\\Edge'],
  ['chromium', 'Software\\Policies\\Chromium'],
]
const Profile = z.looseObject({ PayloadContent: z.array(z.looseObject({ PayloadType: z.string() })) })
const policyKey = (registry: Key, root: string) => keyAt(registry, `${root}\\3rdparty\\extensions\\${id}\\policy`)

test('the sample is a policy that records', () => {
  expect(resolvePolicy(settings, isPublicSuffix)).toMatchObject({ kind: 'ready' })
})

test.each([
  ['linux/waymark.json', 'chrome'],
  ['linux/edge.json', 'edge'],
] as const)('%s installs the extension and hands it the sample', (file, browser) => {
  expect(jsonOf(file)).toEqual({
    ExtensionSettings: { [id]: installation(SAMPLE, browser) },
    '3rdparty': { extensions: { [id]: settings } },
  })
})

describe.each(WINDOWS)('the registry of %s', (browser, root) => {
  test('holds the sample, lists in their order, and the installation', () => {
    const registry = emptyKey()
    importRegistryFile(registry, deployed(`windows/${browser}.reg`))
    expect(readKey(policyKey(registry, root), SCHEMA)).toEqual(settings)
    const installed = readKey(keyAt(registry, `${root}\\ExtensionSettings\\${id}`), INSTALLATION_SCHEMA)
    expect(installed).toEqual(installation(SAMPLE, browser))
  })

  test('loses what an earlier file left in it', () => {
    const registry = emptyKey()
    keyAt(registry, `${root}\\3rdparty\\extensions\\${id}\\policy\\recording\\sites\\99`).values.set('match', 'https://old.example.com/*')
    keyAt(registry, `${root}\\ExtensionSettings\\${id}\\runtime_allowed_hosts`).values.set('99', 'https://old.example.com')
    importRegistryFile(registry, deployed(`windows/${browser}.reg`))
    expect(readKey(policyKey(registry, root), SCHEMA)).toEqual(settings)
    expect(JSON.stringify(readKey(keyAt(registry, root), undefined))).not.toContain('old.example.com')
  })

  test('shows a browser that reads in the middle of an import no list but the new one, and never that it should uninstall', () => {
    const text = deployed(`windows/${browser}.reg`)
    const registry = emptyKey()
    importRegistryFile(registry, text.replaceAll('www.ecosia.org', 'old.example.com'))
    const recordings = []
    for (const _ of importing(registry, text)) {
      const installed = readKey(keyAt(registry, `${root}\\ExtensionSettings\\${id}`), INSTALLATION_SCHEMA)
      expect(installed).toMatchObject({ installation_mode: 'force_installed' })
      const resolution = resolvePolicy(readKey(policyKey(registry, root), SCHEMA), isPublicSuffix)
      if (resolution.kind === 'ready') recordings.push(resolution.policy.recording)
    }
    expect(recordings.length).toBeGreaterThan(0)
    const whole = resolvePolicy(settings, isPublicSuffix)
    for (const recording of recordings) expect(whole).toMatchObject({ policy: { recording } })
  })

  test('is as before after the removal, with what others have set', () => {
    const registry = emptyKey()
    keyAt(registry, `${root}\\ExtensionSettings\\other`).values.set('installation_mode', 'blocked')
    keyAt(registry, `${root}\\3rdparty\\extensions\\other\\policy`).values.set('on', 1)
    const before = readKey(keyAt(registry, root), undefined)
    importRegistryFile(registry, deployed(`windows/${browser}.reg`))
    importRegistryFile(registry, deployed(`windows/${browser}.remove.reg`))
    expect(readKey(keyAt(registry, root), undefined)).toEqual(before)
  })

  test('is written alike by the Group Policy template', () => {
    const registry = emptyKey()
    enablePolicies(registry, deployed('windows/waymark.admx'), browser, { ...settings, recording: jsonOf('windows/recording.txt') })
    expect(readKey(policyKey(registry, root), SCHEMA)).toEqual(settings)
  })
})

test('the Group Policy template and its wording refer to nothing that is missing, and to every field', () => {
  expect(danglingReferences(deployed('windows/waymark.admx'), deployed('windows/en-US/waymark.adml'))).toEqual([])
})

test.each(['chrome', 'edge'] as const)('the profile for %s on macOS has plain values in the domain of the extension', (browser) => {
  const domain = { chrome: 'com.google.Chrome', edge: 'com.microsoft.Edge' }[browser]
  const profile = Profile.parse(parsePropertyList(deployed(`macos/${browser}.mobileconfig`)))
  expect(profile).toMatchObject({ PayloadType: 'Configuration', PayloadScope: 'System' })
  const values = (payload: object) => Object.fromEntries(Object.entries(payload).filter(([key]) => !key.startsWith('Payload')))
  expect(profile.PayloadContent.map((payload) => [payload.PayloadType, values(payload)])).toEqual([
    [domain, { ExtensionSettings: { [id]: installation(SAMPLE, browser) } }],
    [`${domain}.extensions.${id}`, settings],
  ])
  const identifiers = deployed(`macos/${browser}.mobileconfig`).match(/[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-8[0-9A-F]{3}-[0-9A-F]{12}/g)
  expect(new Set(identifiers).size).toBe(3)
})

test('the Google Admin console is given each key in an object of its own', () => {
  const policy: Record<string, { Value: unknown }> = jsonOf('google-admin/policy.json')
  expect(Object.values(policy).flatMap((entry) => Object.keys(entry))).toEqual(Object.keys(settings).map(() => 'Value'))
  expect(Object.fromEntries(Object.entries(policy).map(([key, { Value }]) => [key, Value]))).toEqual(settings)
})

test('what Intune is given is one line, and its scripts write the sample', () => {
  for (const browser of ['chrome', 'edge'] as const) {
    expect(deployed(`intune/${browser}-extension-settings.json`).trimEnd()).not.toContain('\n')
    expect(jsonOf(`intune/${browser}-extension-settings.json`)).toEqual({ [id]: installation(SAMPLE, browser) })
  }
  for (const script of ['detect.ps1', 'remediate.ps1']) {
    const registry = emptyKey()
    for (const [, name = '', text = ''] of deployed(`intune/${script}`).matchAll(/^ {2}'(\w+)' = '((?:[^']|'')*)'$/gm))
      registry.values.set(name, text.replaceAll("''", "'"))
    expect(readKey(registry, SCHEMA)).toEqual(settings)
    // Windows PowerShell reads a file without a mark by the machine's code page, and takes curly quotes for straight ones.
    expect(deployed(`intune/${script}`)).toMatch(/^[ -~\n]*$/)
  }
})

test('Firefox is given the sample and the barrier under the identifier of its build', () => {
  const { runtime_blocked_hosts, runtime_allowed_hosts } = installation(SAMPLE, 'chrome')
  expect(jsonOf('firefox/policies.json')).toEqual({
    policies: {
      ExtensionSettings: {
        [FIREFOX_ID]: {
          installation_mode: 'force_installed',
          install_url: SAMPLE.firefox?.xpiUrl,
          default_area: 'navbar',
          private_browsing: false,
          runtime_blocked_hosts,
          runtime_allowed_hosts,
        },
      },
      '3rdparty': { Extensions: { [FIREFOX_ID]: settings } },
    },
  })
  expect(readFileSync(join(import.meta.dirname, '../../../wxt.config.ts'), 'utf8')).toContain(`id: '${FIREFOX_ID}'`)
})

test.each([
  ['chrome', { toolbar_pin: 'force_pinned' }],
  ['chromium', { toolbar_pin: 'force_pinned' }],
  ['edge', { toolbar_state: 'force_shown' }],
] as const)('%s is told to install, update from the same address, and show the button', (browser, shown) => {
  const { runtime_blocked_hosts: _blocked, runtime_allowed_hosts: _allowed, ...rest } = installation(SAMPLE, browser)
  expect(rest).toEqual({ installation_mode: 'force_installed', update_url: SAMPLE.updateUrl, override_update_url: true, ...shown })
})

test('the barrier is the hosts of the sites and the collector, and no more than the browser reads', () => {
  const { runtime_blocked_hosts: blocked, runtime_allowed_hosts: allowed } = installation(SAMPLE, 'chrome')
  expect(blocked).toEqual(['*://*'])
  const sites = (settings.recording?.sites ?? []).map(({ match }) => match.split('/').slice(0, 3).join('/'))
  expect(new Set(allowed)).toEqual(new Set([...sites, settings.collector?.url]))
  expect(allowed.length).toBeLessThanOrEqual(MAX_POLICY_HOSTS)
})

test('removal takes the extension away on every platform that has a file for it', () => {
  expect(jsonOf('linux/remove.json')).toEqual({ ExtensionSettings: { [id]: { installation_mode: 'removed' } } })
  expect(jsonOf('firefox/remove.json')).toEqual({ policies: { ExtensionSettings: { [FIREFOX_ID]: { installation_mode: 'blocked' } } } })
})

describe.each(['search', 'professional-networks', 'wikis'])('the sample list %s', (name) => {
  const recording = jsonOf(`allowlists/${name}.json`)

  test('is a policy that records', () => {
    expect(resolvePolicy({ ...settings, recording }, isPublicSuffix)).toMatchObject({ kind: 'ready' })
  })

  test('is part of the sample for all', () => {
    expect(settings.recording?.sites).toEqual(expect.arrayContaining(recording.sites))
    expect(settings.recording?.except).toEqual(expect.arrayContaining(recording.except))
  })
})
