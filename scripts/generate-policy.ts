import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { refuseArguments } from './no-arguments.ts'
import { ALLOWLISTS, ALLOWLIST_SAMPLE } from './policy/allowlist-sample.ts'
import { guidePages } from './policy/guide.ts'
import { json, kitFiles, under } from './policy/kit-files.ts'
import { managedSchema } from './policy/managed-schema.ts'
import { policyReference } from './policy/reference.ts'
import { SAMPLE } from './policy/sample.ts'

/** Everything that is derived from the policy schema: text by path in the repository. The same text each time. */
export function generatePolicy(): Record<string, string> {
  return {
    'public/managed-schema.json': json(managedSchema()),
    'docs/policy.md': policyReference(),
    'deploy/allowlist.sample.json': json(ALLOWLIST_SAMPLE),
    ...Object.fromEntries(Object.entries(ALLOWLISTS).map(([name, list]) => [`deploy/allowlists/${name}.json`, json(list)])),
    'deploy/settings.sample.json': json(SAMPLE.settings),
    ...under('deploy', kitFiles(SAMPLE)),
    ...guidePages(),
  }
}

if (import.meta.main) {
  refuseArguments('policy')
  for (const [path, text] of Object.entries(generatePolicy())) {
    const file = join(import.meta.dirname, '..', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    console.log(`wrote ${path}`)
  }
}
