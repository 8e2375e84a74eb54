import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { report } from '../lib/log.ts'
import { mount } from '../lib/ui/mount.tsx'
import { rememberedStatus } from '../lib/ui/remembered-status.ts'
import { activeTab } from './popup/active-tab.ts'
import { Popup } from './popup/Popup.tsx'

// The popup's script, as one file: modules shared with the other pages are files of their own, and cost it 15 ms until it is painted.
export default defineUnlistedScript(() => {
  const tab = activeTab()
  // Painted once, with what is known: the worker, which may have to be woken, is asked after that.
  void rememberedStatus(tab)
    .catch(report)
    .then((before = null) => mount('Waymark', <Popup tab={tab} before={before} />))
})
