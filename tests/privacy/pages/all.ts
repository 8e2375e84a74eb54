import type { PrivacyPage } from '../suite/page.ts'
import { APPLICATION_PAGES } from './applications.ts'
import { DETOUR_PAGES } from './detours.ts'
import { ECHO_PAGES } from './echoes.ts'
import { EDITOR_PAGES } from './editors.ts'
import { FIELD_PAGES } from './fields.ts'
import { FRAME_PAGES } from './frames.ts'
import { HOSTILE_PAGES } from './hostile.ts'
import { LANGUAGE_PAGES } from './languages.ts'
import { MARKUP_PAGES } from './markup.ts'
import { NAME_PAGES } from './names.ts'
import { SECRET_PAGES } from './secrets.ts'
import { TEXT_PAGES } from './text.ts'
import { TRANSFER_PAGES } from './transfer.ts'
import { WORDING_PAGES } from './wording.ts'

/** Every page of the suite, by the way its content could get out. */
export const PAGES: readonly PrivacyPage[] = [
  FIELD_PAGES,
  ECHO_PAGES,
  DETOUR_PAGES,
  TEXT_PAGES,
  WORDING_PAGES,
  NAME_PAGES,
  MARKUP_PAGES,
  FRAME_PAGES,
  EDITOR_PAGES,
  TRANSFER_PAGES,
  SECRET_PAGES,
  HOSTILE_PAGES,
  APPLICATION_PAGES,
  LANGUAGE_PAGES,
].flat()
