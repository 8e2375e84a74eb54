import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const source = readFileSync(new URL('../../wxt.config.ts', import.meta.url), 'utf8')
const privacy = readFileSync(new URL('../../PRIVACY.md', import.meta.url), 'utf8')

/** Built once by `npm test` before anything else; read here as a browser reads it. */
const manifest: unknown = JSON.parse(readFileSync(new URL('../../.output/chrome-mv3/manifest.json', import.meta.url), 'utf8'))

test('the manifest asks for these permissions and no other, each explained in PRIVACY.md', () => {
  const permissions = ['storage', 'alarms', 'scripting', 'unlimitedStorage']
  expect(manifest).toMatchObject({ permissions, incognito: 'not_allowed', externally_connectable: { ids: [] } })
  for (const permission of permissions) expect(privacy).toMatch(new RegExp(`^\\| \`${permission}\` +\\| \\S`, 'm'))
})

test('plain http is asked for on loopback only', () => {
  const { host_permissions: hosts = [] }: { host_permissions?: string[] } = Object(manifest)
  expect(
    hosts
      .filter((host) => !host.startsWith('https://'))
      .every((host) => /^http:\/\/(\*\.)?(localhost|127\.0\.0\.1|\[::1\])\/\*$/.test(host)),
  ).toBe(true)
  expect(hosts).toContain('https://*/*')
})

test('nothing is static, and nothing of ours can be loaded by a page', () => {
  expect(manifest).not.toHaveProperty('content_scripts')
  expect(manifest).not.toHaveProperty('web_accessible_resources')
  expect(source).not.toContain('all_urls')
})
