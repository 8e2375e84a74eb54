/** Every situation, in the order of the scorecard. */
import type { Situation } from './situation.ts'
import { ACTIVATION_SITUATIONS } from './situations/activation.ts'
import { ARIA_LIST_SITUATIONS } from './situations/aria-list.ts'
import { CHECK_SITUATIONS } from './situations/check.ts'
import { CLICK_SITUATIONS } from './situations/click.ts'
import { CLIP_SITUATIONS } from './situations/clip.ts'
import { DIALOG_SITUATIONS } from './situations/dialog.ts'
import { DRAG_SITUATIONS } from './situations/drag.ts'
import { EDITOR_SITUATIONS } from './situations/editor.ts'
import { EFFECT_SITUATIONS } from './situations/effects.ts'
import { FILE_SITUATIONS } from './situations/files.ts'
import { FRAME_SITUATIONS } from './situations/frames.ts'
import { HOVER_SITUATIONS } from './situations/hover.ts'
import { MENU_SITUATIONS } from './situations/menu.ts'
import { NATIVE_SELECT_SITUATIONS } from './situations/native-select.ts'
import { NAVIGATE_SITUATIONS } from './situations/navigate.ts'
import { PRESS_SITUATIONS } from './situations/press.ts'
import { SCROLL_SITUATIONS } from './situations/scroll.ts'
import { SET_SITUATIONS } from './situations/set.ts'
import { TAB_SITUATIONS } from './situations/tabs.ts'
import { TYPING_SITUATIONS } from './situations/typing.ts'

export const SITUATIONS: readonly Situation[] = [
  ...CLICK_SITUATIONS,
  ...ACTIVATION_SITUATIONS,
  ...CHECK_SITUATIONS,
  ...TYPING_SITUATIONS,
  ...EDITOR_SITUATIONS,
  ...PRESS_SITUATIONS,
  ...NATIVE_SELECT_SITUATIONS,
  ...ARIA_LIST_SITUATIONS,
  ...MENU_SITUATIONS,
  ...SET_SITUATIONS,
  ...SCROLL_SITUATIONS,
  ...DRAG_SITUATIONS,
  ...HOVER_SITUATIONS,
  ...FILE_SITUATIONS,
  ...CLIP_SITUATIONS,
  ...NAVIGATE_SITUATIONS,
  ...TAB_SITUATIONS,
  ...DIALOG_SITUATIONS,
  ...EFFECT_SITUATIONS,
  ...FRAME_SITUATIONS,
]
