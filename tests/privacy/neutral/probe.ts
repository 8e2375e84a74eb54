/** A page that notes everything it can see of itself, as a page that looks for recorders would. */

/**
 * Runs before anything else in the document: keeps what it hears under `heard`. Mutations are kept apart from events, because any listener of
 * any extension lets a page's observers run before the page's own listeners: their order among each other is the one thing that differs.
 */
const EARS = `
  window.heard = []
  window.mutated = []
  const note = (...parts) => heard.push(parts.join(' '))
  for (const type of ['message', 'error', 'unhandledrejection', 'storage', 'securitypolicyviolation', 'hashchange', 'popstate', 'pageshow', 'focusin', 'focusout',
    'pointerdown', 'pointerup', 'mousedown', 'click', 'dblclick', 'keydown', 'keyup', 'beforeinput', 'input', 'change', 'submit', 'wheel', 'touchstart', 'copy', 'paste', 'scroll'])
    addEventListener(type, (event) => note(type, event.isTrusted, event.defaultPrevented, event.cancelable, event.eventPhase, event.composedPath().length), { passive: false })
  addEventListener('waymark', (event) => note('event of ours', event.detail))
  new MutationObserver((records) => records.forEach(({ type, target, attributeName, addedNodes, removedNodes }) =>
    mutated.push([type, target.nodeName, attributeName, addedNodes.length, removedNodes.length].join(' ')))).observe(document, { subtree: true, attributes: true, characterData: true, childList: true })
  const printed = ['log', 'info', 'warn', 'error', 'debug']
  for (const name of printed) console[name] = (...parts) => note('console', name, ...parts)
`

/** Everything a page can read of its world at the end, as text; what differs by time alone is left out. */
const EYES = `
  window.look = async () => {
    const described = (object) => Object.entries(Object.getOwnPropertyDescriptors(object)).map(([name, d]) =>
      [name, typeof d.value, typeof d.get, typeof d.set, d.writable, d.enumerable, d.configurable, typeof d.value === 'function' ? /\\[native code\\]/.test(Function.prototype.toString.call(d.value)) : ''].join(' '))
    const globals = Object.getOwnPropertyNames(window).toSorted()
    const prototypes = globals.filter((name) => /^[A-Z]/.test(name)).map((name) => window[name]).filter((each) => typeof each === 'function' && each.prototype)
    return {
      heard, mutated,
      html: document.documentElement.outerHTML,
      nodes: document.querySelectorAll('*').length,
      listeners: ['onclick', 'onerror', 'onmessage'].map((name) => String(window[name])),
      globals: described(window).toSorted(),
      symbols: Object.getOwnPropertySymbols(window).length + Object.getOwnPropertySymbols(document).length,
      document: [...described(document), ...described(document.documentElement), ...described(document.body)],
      prototypes: prototypes.map((each) => [each.name, ...described(each.prototype), ...described(each)]),
      chrome: JSON.stringify(Object.keys(window.chrome ?? {})) + typeof window.chrome?.runtime,
      frames: [frames.length, history.length, document.styleSheets.length, document.adoptedStyleSheets.length, document.scripts.length, document.fonts.size],
      storage: [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie, (await indexedDB.databases()).length, window.name, JSON.stringify(history.state)],
      resources: performance.getEntriesByType('resource').map(({ name, initiatorType }) => initiatorType + ' ' + new URL(name).pathname),
      marks: ['mark', 'measure', 'navigation', 'paint', 'visibility-state'].map((type) => type + performance.getEntriesByType(type).length),
      focus: document.activeElement?.id, selection: String(getSelection()), title: document.title, scroll: [scrollX > 0, scrollY > 0],
      prevented: window.prevented,
    }
  }
`

export const PROBE = `<!doctype html><html lang="en"><head><meta http-equiv="content-security-policy" content="default-src 'self' 'unsafe-inline'"><title>Probe</title><script>${EARS}${EYES}</script></head>
<body><form id="form"><label>Name <input id="name"></label><input id="pass" type="password"><textarea id="text"></textarea><div id="rich" contenteditable>Text</div>
<label><input type="checkbox" id="check"> Check</label><select id="list"><option>One<option>Two</select><button id="go">Go</button></form><a id="link" href="#part">Part</a>
<x-element id="own"></x-element><iframe id="frame" srcdoc="<button id='inner'>Inner</button>"></iframe><div id="tall" style="height:3000px"></div>
<button id="done" style="position:fixed;right:0;top:0">Finish</button><script>
  window.prevented = []
  form.onsubmit = (event) => { event.preventDefault(); prevented.push('submit ' + event.defaultPrevented) }
  document.addEventListener('click', (event) => { event.stopImmediatePropagation() }, true)
  own.attachShadow({ mode: 'closed' }).innerHTML = '<button>Closed</button>'
</script></body></html>`
