/** Playwright's script for pages, which holds its generator of locators, from the installed package. It is in no module of its own. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { runInNewContext } from 'node:vm'

const require = createRequire(import.meta.url)
const BUNDLE = join(dirname(require.resolve('playwright-core/package.json')), 'lib/coreBundle.js')

/** As the package starts it, with defaults; and what computes roles and names, which its engine calls by itself. */
const START = `
  const injected = new (module.exports.InjectedScript())(globalThis, {
    isUnderTest: false, sdkLanguage: 'javascript', frameSeq: 0, testIdAttributeName: 'data-testid', stableRafCount: 1,
    browserName: 'chromium', shouldPrependErrorPrefix: false, isUtilityWorld: true, customEngines: [],
  })
  return {
    generateSelectorSimple: (element) => injected.generateSelectorSimple(element),
    parseSelector: (selector) => injected.parseSelector(selector),
    querySelectorAll: (parsed, root) => injected.querySelectorAll(parsed, root),
    cached(act) {
      beginAriaCaches()
      injected._evaluator.begin()
      try { return act() } finally { injected._evaluator.end(); endAriaCaches() }
    },
    getAriaRole,
    getElementAccessibleName: (element) => getElementAccessibleName(element, false),
  }`

/** An expression whose value is what `page/competitors/playwright.ts` describes. */
export function playwrightSource(): string {
  const literals = readFileSync(BUNDLE, 'utf8').matchAll(/^ {4}source\d* = ('.*');$/gm)
  for (const [, literal = ''] of literals) {
    if (!literal.includes('generateSelectorSimple') || !literal.includes('InjectedScript: () =>')) continue
    const source: unknown = runInNewContext(literal)
    if (typeof source === 'string') return `(() => { const module = {}; ${source}; ${START} })()`
  }
  throw new Error(`no script for pages was found in ${BUNDLE}`)
}
