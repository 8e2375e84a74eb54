// Glue between the published widgets and the server's pages: what is new on screen is always a piece of a page the
// server rendered, fetched and put in place.
/* global bootstrap, TomSelect */

const one = (selector, root = document) => root.querySelector(selector)
const fetchPage = async (url) => new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html')

/** Only the latest request may fill the region: a slow answer to an earlier one is dropped. */
let latest
async function fillRegion(url) {
  latest = url
  const page = await fetchPage(url)
  if (latest === url) one('[data-region]').replaceChildren(...one('[data-region]', page).childNodes)
}

function toast(text) {
  const element = Object.assign(document.createElement('div'), { className: 'toast', textContent: text })
  element.classList.add('p-3')
  one('.toast-container').append(element)
  new bootstrap.Toast(element, { delay: 4000 }).show()
}

// Feed: when "More posts" comes near the window, its page is fetched and its posts take the link's place.
const watcher = new IntersectionObserver(
  async ([entry]) => {
    if (!entry.isIntersecting) return
    watcher.disconnect()
    const page = await fetchPage(entry.target.href)
    one('[role=feed]').append(...page.querySelectorAll('[role=feed] > article'))
    const next = one('a[rel=next]', page)
    if (!next) return entry.target.remove()
    entry.target.href = next.href
    watcher.observe(entry.target)
  },
  { rootMargin: '300px' },
)
const more = one('a[rel=next]')
if (more) watcher.observe(more)

document.addEventListener('click', (event) => {
  const like = event.target.closest('[data-like]')
  if (like) {
    const liked = like.getAttribute('aria-pressed') !== 'true'
    like.setAttribute('aria-pressed', String(liked))
    one('.badge', like).textContent = Number(one('.badge', like).textContent) + (liked ? 1 : -1)
  }
  const item = event.target.closest('[role=menuitem]')
  if (item) toast(`${item.textContent}: done`)
})

one('[data-composer]')?.addEventListener('submit', (event) => {
  event.preventDefault()
  const form = event.currentTarget
  const post = one('template', form).content.cloneNode(true)
  one('p', post).textContent = form.elements.text.value
  one('[role=feed]').prepend(post)
  form.reset()
})

// Profile: the tabs are links of their own, shown without leaving the page.
function markTab() {
  for (const link of document.querySelectorAll('[data-tabs] a')) {
    const current = link.href === location.href
    link.classList.toggle('active', current)
    if (current) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
}
one('[data-tabs]')?.addEventListener('click', (event) => {
  const link = event.target.closest('a')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  if (link.href === location.href) return
  history.pushState(null, '', link.href)
  markTab()
  void fillRegion(link.href)
})

// Search: filters apply at once; "Search" also puts the query into the address, where it can be bookmarked.
const filters = one('[data-filters]')
const searchAddress = () => {
  const query = new URLSearchParams([...new FormData(filters)].filter(([, value]) => value !== ''))
  return query.size > 0 ? `/search?${query}` : '/search'
}
filters?.addEventListener('change', () => void fillRegion(searchAddress()))
filters?.addEventListener('submit', (event) => {
  event.preventDefault()
  history.pushState(null, '', searchAddress())
  void fillRegion(location.href)
})
const comboboxes = [...document.querySelectorAll('[data-combobox]')].map((select) => new TomSelect(select, { maxOptions: null }))

function restoreFilters(query) {
  for (const field of filters.elements) {
    if (!field.name) continue
    const wanted = query.has(field.name) ? query.getAll(field.name) : ['']
    if (field.options) for (const option of field.options) option.selected = wanted.includes(option.value)
    else if (['checkbox', 'radio'].includes(field.type)) field.checked = wanted.includes(field.value)
    else field.value = wanted[0]
  }
  for (const combobox of comboboxes) combobox.sync()
}

addEventListener('popstate', () => {
  markTab()
  if (filters) restoreFilters(new URLSearchParams(location.search))
  if (one('[data-region]')) void fillRegion(location.href)
})

// The dialog belongs to the button that opened it.
let opener
one('#connect')?.addEventListener('show.bs.modal', (event) => {
  opener = event.relatedTarget
})
one('[data-connect]')?.addEventListener('submit', (event) => {
  event.preventDefault()
  bootstrap.Modal.getInstance(one('#connect')).hide()
  event.currentTarget.reset()
  opener.textContent = 'Pending'
  opener.disabled = true
})

one('[data-message]')?.addEventListener('submit', async (event) => {
  event.preventDefault()
  const form = event.currentTarget
  await fetch(form.action, { method: 'POST', body: new FormData(form) })
  form.reset()
  one('[role=status]', form).textContent = 'Message sent'
})
