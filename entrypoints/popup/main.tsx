import { report } from '../../lib/log.ts'
import { mount } from '../../lib/ui/mount.tsx'
import { rememberedStatus } from '../../lib/ui/remembered-status.ts'
import { activeTab } from './active-tab.ts'
import { Popup } from './Popup.tsx'

const tab = activeTab()
// Painted once, with what is known: the worker, which may have to be woken, is asked after that.
void rememberedStatus(tab)
  .catch(report)
  .then((before = null) => mount('Waymark', <Popup tab={tab} before={before} />))
