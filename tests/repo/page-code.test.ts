import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, trackedFiles } from './tracked.ts'

/** What a module loads when it runs: everything it imports but types. */
function imports(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  const statements = source.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)
  return [...statements].map(([, specifier = '']) => specifier)
}

/** Every module reached from `file`: paths of ours, names of packages. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  for (const specifier of imports(file)) {
    const path = specifier.startsWith('.') ? join(dirname(file), specifier) : specifier
    if (seen.has(path)) continue
    seen.add(path)
    if (specifier.startsWith('.')) reached(path, seen)
  }
  return seen
}

const pageScripts = trackedFiles().filter((file) => /^entrypoints\/(recorder\.ts|[\w-]+\.content\.ts)$/.test(file))

test('there are page scripts', () => {
  expect(pageScripts.length).toBeGreaterThan(0)
})

test.each(pageScripts)('nothing that %s reaches is a package, or a part that talks to storage or collector', (script) => {
  const modules = [...reached(join(ROOT, script))].map((path) => path.replace(ROOT, ''))
  expect(modules).toContain('lib/trace/vocabulary.ts')
  expect(modules.filter((path) => !path.startsWith('lib/') && !path.startsWith('wxt/'))).toEqual([])
  expect(
    modules.filter((path) =>
      /^lib\/(store|flush|control|ui)\/|^lib\/messages\.ts$|^lib\/trace\/(schema|action|target|snapshot)\.ts$/.test(path),
    ),
  ).toEqual([])
})
