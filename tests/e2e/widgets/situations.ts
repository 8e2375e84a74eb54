/** Every situation in published widgets, in the order of the scorecard. */
import type { Situation } from '../intents/situation.ts'
import { ANTD } from './situations/antd.ts'
import { BITS_UI } from './situations/bits-ui.ts'
import { BOOTSTRAP } from './situations/bootstrap.ts'
import { CHOICES } from './situations/choices.ts'
import { DEMO_APPLICATIONS } from './situations/demo-applications.ts'
import { DND_KIT } from './situations/dnd-kit.ts'
import { EDITORS } from './situations/editors.ts'
import { ELEMENT_PLUS } from './situations/element-plus.ts'
import { FLATPICKR } from './situations/flatpickr.ts'
import { HEADLESSUI } from './situations/headlessui.ts'
import { JQUERY_UI } from './situations/jquery-ui.ts'
import { MUI } from './situations/mui.ts'
import { NOUISLIDER } from './situations/nouislider.ts'
import { RADIX } from './situations/radix.ts'
import { REACT_ARIA } from './situations/react-aria.ts'
import { SELECT2 } from './situations/select2.ts'
import { SHOELACE } from './situations/shoelace.ts'
import { SORTABLEJS } from './situations/sortablejs.ts'
import { TOM_SELECT } from './situations/tom-select.ts'

export const WIDGET_SITUATIONS: readonly Situation[] = [
  // React
  ...ANTD,
  ...MUI,
  ...REACT_ARIA,
  ...RADIX,
  ...HEADLESSUI,
  ...DND_KIT,
  // Vue
  ...ELEMENT_PLUS,
  // Svelte
  ...BITS_UI,
  // jQuery
  ...SELECT2,
  ...JQUERY_UI,
  // Plain DOM
  ...CHOICES,
  ...TOM_SELECT,
  ...FLATPICKR,
  ...EDITORS,
  ...SORTABLEJS,
  ...NOUISLIDER,
  ...BOOTSTRAP,
  // Shadow DOM
  ...SHOELACE,
  ...DEMO_APPLICATIONS,
]
