import { defineConfig } from 'wxt'
import { suffixList } from './scripts/suffix-list.ts'
import { withoutCodeFromText } from './scripts/without-code-from-text.ts'
import { withoutDescriptions } from './scripts/without-descriptions.ts'

/** http only on loopback: the manifest itself holds the line, whatever a policy says. */
const HOSTS = ['https://*/*', 'http://localhost/*', 'http://*.localhost/*', 'http://127.0.0.1/*', 'http://[::1]/*']

/** Nothing from outside runs or shows in our pages; `connect-src` is as wide as it is for the worker, which delivers to the collector. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "connect-src 'self' https: http://localhost:* http://*.localhost:* http://127.0.0.1:*",
].join('; ')

/** Firefox asks for these by name when a person installs, and reviewers check them against what is sent. */
const DATA_COLLECTION = { required: ['websiteActivity', 'websiteContent', 'browsingActivity'] as const }

/** The long-term release that tests run; the ones before it are no longer supported by Mozilla, and lack the Navigation API. */
const FIREFOX = '153.0'

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  outDir: '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  // Both browsers preload modules themselves, from the versions named below on.
  vite: () => ({
    plugins: [withoutDescriptions(), withoutCodeFromText()],
    build: { cssTarget: ['chrome123', 'firefox153'], modulePreload: { polyfill: false } },
  }),
  manifest: ({ browser }) => ({
    name: 'Waymark',
    short_name: 'Waymark',
    description: '__MSG_manifest_description__',
    default_locale: 'en',
    permissions: ['storage', 'alarms', 'scripting', 'unlimitedStorage'],
    host_permissions: HOSTS,
    incognito: 'not_allowed',
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: {
      default_icon: { 16: 'icon/not-set-up-16.png', 32: 'icon/not-set-up-32.png' },
    },
    // Chromium 156 keeps Alt+Shift with P, R, W and X for itself, and then leaves a command without a key, silently.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+M' } },
      'toggle-pause': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_manifest_toggle_pause__' },
    },
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'waymark@example.com', strict_min_version: FIREFOX, data_collection_permissions: DATA_COLLECTION },
          },
        }
      : {
          minimum_chrome_version: '123',
          storage: { managed_schema: 'managed-schema.json' },
          externally_connectable: { ids: [] },
        }),
  }),
  hooks: {
    'build:publicAssets': async (_, files) => {
      files.push({ relativeDest: 'public-suffixes.txt', contents: await suffixList() })
    },
  },
})
