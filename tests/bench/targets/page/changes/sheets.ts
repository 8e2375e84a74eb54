/** A release that renames classes and ids renames them in its sheets as well: what was hidden stays so, and what was small stays small. */

const done = new WeakSet<CSSStyleSheet>()

type Rename = (name: string) => string

/** Adds to each rule the selectors that it will have, once for each sheet; the old ones find nothing then. */
export function styleRenamed(renameClass: Rename, renameId: Rename): void {
  for (const sheet of document.styleSheets) {
    // Of another host, which is not there, and would not be renamed either.
    const isOurs = sheet.href === null || URL.parse(sheet.href)?.origin === location.origin
    if (done.has(sheet) || !isOurs) continue
    done.add(sheet)
    rename(sheet.cssRules, renameClass, renameId)
  }
}

const same: Rename = (name) => name
const renamed = (selector: string, sign: '.' | '#', rename: Rename) =>
  selector.replace(/([.#])((?:\\.|[\w-])+)/g, (whole, found: string, name: string) =>
    found === sign ? sign + CSS.escape(rename(name.replace(/\\(.)/g, '$1'))) : whole,
  )

function rename(rules: CSSRuleList, renameClass: Rename, renameId: Rename): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) {
      const all = [same, renameClass].flatMap((ofClass) =>
        [same, renameId].map((ofId) => renamed(renamed(rule.selectorText, '.', ofClass), '#', ofId)),
      )
      if (new Set(all).size > 1) rule.selectorText = [...new Set(all)].join(',')
    }
    if ('cssRules' in rule && rule.cssRules instanceof CSSRuleList) rename(rule.cssRules, renameClass, renameId)
  }
}
