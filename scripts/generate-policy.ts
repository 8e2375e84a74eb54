import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { refuseArguments } from './no-arguments.ts'
import { ALLOWLIST_SAMPLE } from './policy/allowlist-sample.ts'
import { chromiumSample } from './policy/chromium-sample.ts'
import { guidePages } from './policy/guide.ts'
import { managedSchema } from './policy/managed-schema.ts'
import { policyReference } from './policy/reference.ts'

/** Everything that is derived from the policy schema: text by path in the repository. The same text each time. */
export function generatePolicy(): Record<string, string> {
  return {
    'public/managed-schema.json': json(managedSchema()),
    'docs/policy.md': policyReference(),
    'deploy/allowlist.sample.json': json(ALLOWLIST_SAMPLE),
    'deploy/chromium-policy.sample.json': json(chromiumSample()),
    ...guidePages(),
  }
}

function json(value: object): string {
  return JSON.stringify(value, null, 2) + '\n'
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
