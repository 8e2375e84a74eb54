import { describe, expect, test } from 'vitest'
import { lint } from './oxlint.ts'

/** File, and what it imports, for each way a layer can be broken. */
const BREAKS: [file: string, from: string][] = [
  ['lib/trace/a.ts', '../mask/size.ts'],
  ['lib/trace/b.ts', '../messages.ts'],
  ['lib/trace/c.ts', 'wxt/browser'],
  ['lib/mask/a.ts', '../capture/natives.ts'],
  ['lib/mask/b.ts', '../store/queue.ts'],
  ['lib/mask/c.ts', 'wxt/browser'],
  ['lib/sequence/a.ts', '../flush/send.ts'],
  ['lib/sequence/b.ts', '../store/database.ts'],
  ['lib/sequence/c.ts', 'idb'],
  ['lib/policy/a.ts', './managed.ts'],
  ['lib/policy/b.ts', 'wxt/browser'],
  ['lib/flush/batch.ts', './send.ts'],
  ['lib/flush/backoff.ts', '../store/queue.ts'],
  ['lib/flush/answer.ts', 'webextension-polyfill'],
  ['lib/control/state.ts', '../policy/managed.ts'],
  ['lib/control/sender.ts', 'wxt/browser'],
  ['lib/store/a.ts', '../../entrypoints/background.ts'],
  ['lib/ui/a.ts', '../../entrypoints/popup/Popup.tsx'],
  ['lib/flush/send.ts', '../../collector/refusal.ts'],
  ['lib/log.ts', '../entrypoints/background.ts'],
  ['lib/capture/a.ts', 'zod'],
  ['lib/capture/b.ts', '../trace/schema.ts'],
  ['lib/capture/actions/c.ts', '../../trace/action.ts'],
  ['lib/capture/d.ts', '../trace/target.ts'],
  ['lib/capture/e.ts', '../messages.ts'],
  ['lib/capture/f.ts', '../store/queue.ts'],
  ['lib/capture/g.ts', '../control/status.ts'],
  ['lib/resolve/a.ts', '../control/status.ts'],
  ['lib/resolve/b.ts', 'wxt/browser'],
  ['lib/resolve/c.ts', '../../collector/refusal.ts'],
  ['lib/resolve/d.ts', '../messages.ts'],
  ['entrypoints/recorder.ts', '../lib/trace/schema.ts'],
  ['entrypoints/snapshot.content.ts', '../lib/messages.ts'],
  ['collector/a.ts', '../lib/store/queue.ts'],
  ['collector/b.ts', '../lib/messages.ts'],
  ['collector/c.ts', 'wxt/browser'],
  ['export/a.ts', '../lib/policy/schema.ts'],
  ['export/formats/b.ts', '../../lib/ui/sum.ts'],
  ['export/c.ts', '../demo/table.ts'],
]

/** What the same places may import. */
const KEEPS: [file: string, statement: string][] = [
  ['lib/trace/ok.ts', "import { a } from './vocabulary.ts'\nimport { b } from 'zod'"],
  ['lib/mask/ok.ts', "import { a } from '../trace/vocabulary.ts'"],
  [
    'lib/sequence/ok.ts',
    "import { a } from '../trace/schema.ts'\nimport { b } from '../mask/size.ts'\nimport { c } from '../policy/allowlist.ts'",
  ],
  ['lib/policy/managed.ts', "import { a } from 'wxt/browser'"],
  ['lib/flush/deliver.ts', "import { a } from '../store/queue.ts'\nimport { b } from './send.ts'"],
  ['lib/capture/ok.ts', "import { a } from '../mask/size.ts'\nimport { b } from '../trace/vocabulary.ts'"],
  ['lib/capture/types.ts', "import type { a } from '../trace/schema.ts'\nimport type { b } from '../messages.ts'"],
  [
    'lib/resolve/ok.ts',
    "import { a } from '../capture/name.ts'\nimport { b } from '../mask/name.ts'\nimport type { c } from '../trace/target.ts'",
  ],
  ['lib/control/ok.ts', "import { a } from '../store/queue.ts'\nimport { b } from 'wxt/browser'"],
  ['collector/ok.ts', "import { a } from '../lib/trace/schema.ts'\nimport { b } from '../lib/mask/recheck.ts'"],
  ['export/formats/ok.ts', "import { a } from '../../lib/trace/schema.ts'\nimport { b } from '../../collector/storage.ts'"],
]

/** The imports, and a use of each name, so that no other rule has anything to say. */
function asFile(imports: string): string {
  const names = [...imports.matchAll(/\{ (\w) \}/g)].map(([, name]) => name).join(', ')
  return `${imports}\nexport ${imports.startsWith('import type') ? 'type All =' : 'const all ='} [${names}]\n`
}

describe('the linter holds the layers', () => {
  const found = lint({
    ...Object.fromEntries(BREAKS.map(([file, from]) => [file, asFile(`import { a } from '${from}'`)])),
    ...Object.fromEntries(KEEPS.map(([file, statement]) => [file, asFile(statement)])),
  })
  const restricted = (file: string) => (found.get(file) ?? []).filter(({ code }) => code.includes('no-restricted-imports'))

  test.each(BREAKS)('%s may not import %s', (file) => {
    expect(restricted(file)).toHaveLength(1)
  })
  test.each(KEEPS)('%s may import what its layer may', (file) => {
    expect(restricted(file)).toEqual([])
  })
})
