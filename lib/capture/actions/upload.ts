/** Files chosen for an upload: how many and of which kind, never their names. */
import { sizeOf } from '../../mask/size.ts'
import type { DraftOf } from '../../trace/action.ts'
import { placeOf } from '../dropped.ts'
import { classOf, fileSizeOf } from '../file-class.ts'
import type { Page } from '../page.ts'
import { elementOf } from '../element-of.ts'

export function recordUploads(page: Page): void {
  /** Dropped in this task: on a control for files its change event is due. */
  let dropped = false

  const emit = (element: Element, files: FileList, via: DraftOf<'upload'>['via'], event: Event) => {
    page.settle()
    const scene = page.scene(element)
    const at = page.at(event.timeStamp)
    const all = Array.from(files)
    const [classes, sizes] = [[...new Set(all.map(classOf))], [...new Set(all.map(fileSizeOf))]]
    if (scene) page.emit(scene, { kind: 'upload', at, until: at, files: sizeOf(all.length), classes, sizes, via, pointer: [] })
  }

  page.listen('change', (event) => {
    const field = elementOf(event)
    if (field instanceof HTMLInputElement && field.files && !dropped) emit(field, field.files, 'picker', event)
  })
  // The picker was closed without a choice.
  page.listen('cancel', (event) => {
    const field = elementOf(event)
    if (!(field instanceof HTMLInputElement)) return
    page.settle()
    const scene = page.scene(field)
    const at = page.at(event.timeStamp)
    if (scene) page.emit(scene, { kind: 'dialog', at, until: at, dialog: 'file', outcome: 'dismissed', pointer: [] })
  })
  page.listen('drop', (event) => {
    const element = elementOf(event)
    const files = event.dataTransfer?.files
    if (!element || !files || files.length === 0) return
    emit(placeOf(element, null), files, 'drop', event)
    dropped = true
    page.later(0, () => {
      dropped = false
    })
  })
}
