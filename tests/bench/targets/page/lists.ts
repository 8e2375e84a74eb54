/** Lists and tables of a page: containers whose children are of one kind. */

export type List = { container: Element; items: Element[] }

/** Fewer are a pair, not a list. */
const FEWEST = 3
/** Of a container that is not a list by its tag or role, so many children must be built alike. */
const FEWEST_ALIKE = 4
const SHARE_ALIKE = 0.8
const LISTS = 'ul,ol,tbody,[role="list"],[role="rowgroup"],[role="grid"],[role="feed"],[role="listbox"]'
/** Its items are the parts of the application itself, and no data. */
const MENUS =
  'nav,aside,header,footer,[role="navigation"],[role="menu"],[role="menubar"],[role="tablist"],[role="banner"],[role="toolbar"],' +
  '[class*="breadcrumb"],[class*="pagination"],[class*="sidebar"],[class*="sidenav"],[class*="navbar"],[class*="tab-"],.nav,.menu,.tab'

export function lists(body: Element): List[] {
  return [body, ...body.querySelectorAll('*')].flatMap((container) => {
    if (container.closest('svg,select,p,[role="row"]')) return []
    const items = itemsOf(container)
    return items.length >= FEWEST ? [{ container, items }] : []
  })
}

/** Those that hold data, which is sorted, filtered and paged. */
export const dataLists = (body: Element): List[] => lists(body).filter(({ container }) => !container.closest(MENUS))
export const dataItems = (body: Element): Element[] => dataLists(body).flatMap(({ items }) => items)

function itemsOf(container: Element): Element[] {
  const children = [...container.children].filter((child) => !isHead(child))
  if (children.some((child) => child.localName !== children[0]?.localName)) return []
  if (container.matches(LISTS)) return children
  if (container.matches('tr,form,thead,tfoot') || children.length < FEWEST_ALIKE) return []
  const shapes = children.map(shapeOf)
  const common = Math.max(0, ...shapes.map((shape) => shapes.filter((other) => other === shape).length))
  return common >= SHARE_ALIKE * shapes.length && children.every((child) => child.children.length > 0) ? children : []
}

const isHead = (row: Element) => row.localName === 'tr' && [...row.children].every((cell) => cell.localName === 'th')

/** Tags of an item two levels down, and its first class. */
const shapeOf = (item: Element): string =>
  [item, ...item.children]
    .map((element) => `${element.localName}.${element.classList.item(0) ?? ''}:${element.childElementCount}`)
    .join(' ')
