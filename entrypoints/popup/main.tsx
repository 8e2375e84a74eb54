import { mount } from '../../lib/ui/mount.tsx'
import { activeTab } from './active-tab.ts'
import { Popup } from './Popup.tsx'

mount('Waymark', <Popup tab={activeTab()} />)
