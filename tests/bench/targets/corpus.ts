/**
 * The pages: what published packages ship as HTML, and the demo's own applications. In the order of their names, sources take turns in
 * the two halves, so that all pages of one package, and both versions of it, are in the same half.
 */

export type Half = 'tuning' | 'judging'
export type Source = {
  name: string
  half: Half
  /** Installed package, and its release after that as a second one; absent for the demo's applications. */
  packages?: { now: string; next?: string }
  /** Folder in the package that is the root of the site. */
  root?: string
  /** Sheet of styles of the package for pages that are fragments, from the root. */
  styles?: string
  pages: string[]
}

const SOURCES: Omit<Source, 'half'>[] = [
  {
    name: 'gentelella',
    packages: { now: 'gentelella', next: 'gentelella-next' },
    root: 'dist',
    pages: (
      'index user_management orders projects contacts inbox kanban tables tables_dynamic file_manager ' +
      'form settings calendar general_elements chat invoice product_detail e_commerce'
    )
      .split(' ')
      .map((page) => `production/${page}.html`),
  },
  {
    name: 'jsgrid',
    packages: { now: 'jsgrid', next: 'jsgrid-next' },
    pages: ['basic', 'batch-delete', 'custom-view', 'external-pager', 'loading-by-page', 'sorting', 'static-data', 'data-manipulation'].map(
      (page) => `demos/${page}.html`,
    ),
  },
  {
    name: 'material-dashboard',
    packages: { now: 'material-dashboard', next: 'material-dashboard-next' },
    pages: ['dashboard', 'user', 'table', 'notifications', 'upgrade'].map((page) => `examples/${page}.html`),
  },
  {
    name: 'people',
    pages: ['', 'search', 'in/member-4', 'in/member-9/about', 'settings', 'messages/new?to=member-7', '?page=3'],
  },
  {
    name: 'pure-admin-core',
    packages: { now: '@keenmate/pure-admin-core' },
    styles: 'dist/css/main.css',
    pages: [
      'starter/index.html',
      ...['tables', 'checkbox-lists', 'comparison', 'forms', 'tabs', 'layout', 'cards', 'popconfirm', 'lists', 'profile'].map(
        (page) => `snippets/${page}.html`,
      ),
    ],
  },
  { name: 'search', pages: ['', 'packages/choices.js/', 'packages/hono/'] },
  {
    name: 'soft-ui-dashboard',
    packages: { now: 'soft-ui-dashboard' },
    pages: ['billing', 'dashboard', 'profile', 'sign-up', 'tables'].map((page) => `pages/${page}.html`),
  },
  {
    name: 'spectre.css',
    packages: { now: 'spectre.css', next: 'spectre.css-next' },
    pages: (
      'components getting-started elements/forms elements/buttons elements/tables components/pagination ' +
      'components/menu components/tabs components/panels components/accordions experimentals/calendars'
    )
      .split(' ')
      .map((page) => `docs/${page}.html`),
  },
  {
    name: 'startbootstrap-sb-admin',
    packages: { now: 'startbootstrap-sb-admin', next: 'startbootstrap-sb-admin-next' },
    root: 'dist',
    pages: ['index', 'charts', 'tables', 'layout-static', 'login', 'register'].map((page) => `${page}.html`),
  },
  { name: 'wiki', pages: ['', '#Tiddlers:Tiddlers'] },
]

const HALVES = ['judging', 'tuning'] as const

/** Of the two sources that follow each other in the alphabet, the first is for judging and the second for tuning. */
export function inHalves(names: readonly string[]): Map<string, Half> {
  return new Map(names.toSorted().map((name, index) => [name, HALVES[index % 2] ?? 'judging']))
}

const halves = inHalves(SOURCES.map(({ name }) => name))
export const CORPUS: Source[] = SOURCES.map((source) => ({ ...source, half: halves.get(source.name) ?? 'judging' }))
