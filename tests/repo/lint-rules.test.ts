import { describe, expect, test } from 'vitest'
import { lint } from './oxlint.ts'

/** Rule, and code that breaks it and only it. */
const BREAKS: [rule: string, file: string, source: string][] = [
  ['typescript(no-floating-promises)', 'lib/store/a.ts', 'const later = async () => 1\nexport const go = () => { later() }\n'],
  [
    'typescript(no-misused-promises)',
    'lib/store/b.ts',
    'const later = async () => true\nexport const go = () => { if (later()) return 1; return 2 }\n',
  ],
  ['typescript(await-thenable)', 'lib/store/c.ts', 'export const go = async () => { await 1 }\n'],
  ['typescript(no-explicit-any)', 'lib/store/d.ts', 'export const go = (value: any): unknown => value\n'],
  [
    'typescript(no-unsafe-assignment)',
    'lib/store/e.ts',
    "export const go = () => { const value = JSON.parse('1'); return String(value) }\n",
  ],
  ['typescript(consistent-type-assertions)', 'lib/store/f.ts', 'export const go = (value: unknown) => value as string\n'],
  ['typescript(no-non-null-assertion)', 'lib/store/g.ts', 'export const go = (value: string | null) => value!\n'],
  ['typescript(only-throw-error)', 'lib/store/h.ts', "export const go = () => { throw 'words' }\n"],
  ['typescript(no-import-type-side-effects)', 'lib/capture/i.ts', "import { type A } from '../mask/size.ts'\nexport type B = A\n"],
  ['import(no-cycle)', 'lib/store/j.ts', "import { k } from './k.ts'\nexport const j = () => k\n"],
  ['import(no-cycle)', 'lib/store/k.ts', "import { j } from './j.ts'\nexport const k = () => j\n"],
  ['import(no-default-export)', 'lib/store/l.ts', 'export default 1\n'],
  ['eslint(no-console)', 'lib/store/m.ts', "console.log('x')\nexport const m = 1\n"],
  ['unicorn(filename-case)', 'lib/store/wrongName.ts', 'export const n = 1\n'],
  ['jsx-a11y(alt-text)', 'lib/ui/Picture.tsx', 'export const Picture = () => <img src="a.png" />\n'],
]

describe('the linter reports', () => {
  const found = lint(Object.fromEntries(BREAKS.map(([, file, source]) => [file, source])))

  test.each(BREAKS)('%s in %s', (rule, file) => {
    expect((found.get(file) ?? []).map(({ code }) => code)).toContain(rule)
  })
})
