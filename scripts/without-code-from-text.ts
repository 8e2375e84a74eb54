/**
 * Libraries bring ways to make code or markup out of text, which nothing here uses, and which our pages' policy forbids: trying is reported
 * as a violation, and whoever reviews an extension asks why it is in there. So they are not in there.
 */
import type { Plugin } from 'vite'

/** By the end of a module's path: what is replaced in it, once. */
const EDITS: [RegExp, RegExp, string][] = [
  // Whether functions can be made from text: no, so zod's parsers are those that are written out.
  [/\/zod\/v4\/core\/util\.js$/, /const F = Function;\s+new F\(""\);\s+return true;/, 'return false;'],
  [/\/zod\/v4\/core\/doc\.js$/, /const F = Function;[^]*?return factory\([^]*?\);/, 'throw new Error("No code is made from text.");'],
  // `dangerouslySetInnerHTML` shows its markup as text.
  [/\/preact\/dist\/preact\.mjs$/, /(\w+)\.innerHTML=(\w+)\.__html/, '$1.textContent=$2.__html'],
]

export function withoutCodeFromText(): Plugin {
  return {
    name: 'without-code-from-text',
    enforce: 'pre',
    transform(code, id) {
      const edits = EDITS.filter(([file]) => file.test(id))
      if (edits.length === 0) return null
      const edited = edits.reduce((text, [, pattern, replacement]) => {
        if (!pattern.test(text))
          this.error(`${id} has changed: see what in it makes code from text, and edit scripts/without-code-from-text.ts.`)
        return text.replace(pattern, replacement)
      }, code)
      return { code: edited, map: null }
    },
  }
}
