/** One picture for each kind, told apart by shape alone. Drawn on a 24 px grid with a 2 px line, in the colour of the text. */
import { ACTION_KINDS, type ActionKind } from '../../lib/trace/vocabulary.ts'
import { html, type Html } from './html.ts'

const DRAWINGS: Record<ActionKind, Html> = {
  click: html`<path d="M8 8l4 12 2.4-5.6L20 12z" /><path d="M8 3v1.5M3 8h1.5M4.5 4.5l1 1" />`,
  check: html`<rect x="4" y="4" width="16" height="16" rx="3" /><path d="M8 12l3 3 5-6" />`,
  type: html`<path d="M5 7V5h10v2M10 5v12M8 17h4" /><path d="M18 8v12M16.5 8h3M16.5 20h3" />`,
  press: html`<rect x="3" y="6" width="18" height="12" rx="2.5" /><path d="M7 10h.01M11 10h.01M15 10h.01M18 10h-.01M8 14h8" />`,
  select: html`<rect x="4" y="4" width="16" height="6" rx="1.5" /><path d="M14 6.5l1.5 1.5L17 6.5M6 14h12M6 18h8" />`,
  set: html`<path d="M3 12h8M17 12h4" /><circle cx="14" cy="12" r="3" />`,
  scroll: html`<rect x="8" y="3" width="8" height="18" rx="4" /><path d="M12 7v4M10.5 15.5L12 17l1.5-1.5" />`,
  drag: html`<rect x="3" y="3" width="9" height="9" rx="1.5" stroke-dasharray="2.5 2" /><path d="M11 11l9 9M20 14v6h-6" />`,
  hover: html`<path d="M12 5c-4 0-7 3-9 7 2 4 5 7 9 7s7-3 9-7c-2-4-5-7-9-7z" /><circle cx="12" cy="12" r="2.5" />`,
  upload: html`<path d="M12 16V4M7.5 8.5L12 4l4.5 4.5M4 15v5h16v-5" />`,
  clip: html`<rect x="5" y="5" width="14" height="16" rx="2" /><path d="M9 5V3h6v4H9zM9 12h6M9 16h4" />`,
  nav: html`<path d="M4 12h15M13 6l6 6-6 6" />`,
  tab: html`<path d="M2 19h20M4 19V9q0-2 2-2h5q2 0 2 2v2h5q2 0 2 2v6" />`,
  dialog: html`<path d="M4 4h16v12h-9l-4 4v-4H4z" /><path d="M8 9h8M8 12.5h5" />`,
}

/** Put once into a page; `icon` refers to it. */
export const icons: Html = html`<svg width="0" height="0" class="spoken" aria-hidden="true">
  ${ACTION_KINDS.map((kind) => html`<symbol id="icon-${kind}" viewBox="0 0 24 24">${DRAWINGS[kind]}</symbol>`)}
</svg>`

/** Stands beside words that say the same, so it is not read out. */
export const icon = (kind: ActionKind): Html => html`<svg class="icon" aria-hidden="true"><use href="#icon-${kind}" /></svg>`
