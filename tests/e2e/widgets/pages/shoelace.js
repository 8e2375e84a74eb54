import '@shoelace-style/shoelace/dist/themes/light.css'
import '@shoelace-style/shoelace/dist/components/button/button.js'
import '@shoelace-style/shoelace/dist/components/checkbox/checkbox.js'
import '@shoelace-style/shoelace/dist/components/details/details.js'
import '@shoelace-style/shoelace/dist/components/dialog/dialog.js'
import '@shoelace-style/shoelace/dist/components/dropdown/dropdown.js'
import '@shoelace-style/shoelace/dist/components/input/input.js'
import '@shoelace-style/shoelace/dist/components/menu/menu.js'
import '@shoelace-style/shoelace/dist/components/menu-item/menu-item.js'
import '@shoelace-style/shoelace/dist/components/option/option.js'
import '@shoelace-style/shoelace/dist/components/radio/radio.js'
import '@shoelace-style/shoelace/dist/components/radio-group/radio-group.js'
import '@shoelace-style/shoelace/dist/components/range/range.js'
import '@shoelace-style/shoelace/dist/components/select/select.js'
import '@shoelace-style/shoelace/dist/components/switch/switch.js'
import '@shoelace-style/shoelace/dist/components/tab/tab.js'
import '@shoelace-style/shoelace/dist/components/tab-group/tab-group.js'
import '@shoelace-style/shoelace/dist/components/tab-panel/tab-panel.js'
import '@shoelace-style/shoelace/dist/components/tree/tree.js'
import '@shoelace-style/shoelace/dist/components/tree-item/tree-item.js'
import { show } from './show.js'

const STATUS = ['New', 'Open', 'Closed', 'Archived', 'Deleted', 'Draft']
const options = STATUS.map((name) => `<sl-option value="${name}">${name}</sl-option>`).join('')
const html = (text) => (place) => (place.innerHTML = text)

show({
  select: html(`<sl-select label="Status" style="width:240px">${options}</sl-select>`),
  tags: html(`<sl-select label="Status" multiple clearable style="width:400px">${options}</sl-select>`),
  menu: html(`<sl-dropdown><sl-button slot="trigger" caret>Actions</sl-button><sl-menu><sl-menu-item>Edit</sl-menu-item><sl-menu-item type="checkbox">Grid</sl-menu-item>
    <sl-menu-item>Export<sl-menu slot="submenu"><sl-menu-item>Print</sl-menu-item><sl-menu-item>Download</sl-menu-item></sl-menu></sl-menu-item><sl-menu-item>Delete</sl-menu-item></sl-menu></sl-dropdown>`),
  checks: html(
    '<sl-switch>Active</sl-switch><br><sl-checkbox>Remember</sl-checkbox><br><sl-radio-group label="Side"><sl-radio value="left">Left</sl-radio><sl-radio value="right">Right</sl-radio></sl-radio-group>',
  ),
  sections:
    html(`<sl-tab-group>${['Overview', 'History'].map((name) => `<sl-tab slot="nav" panel="${name}">${name}</sl-tab><sl-tab-panel name="${name}">${name} page</sl-tab-panel>`).join('')}</sl-tab-group>
    <sl-details summary="Details">Page</sl-details>`),
  slider: html('<sl-range label="Volume" min="0" max="100" value="20" style="width:400px"></sl-range>'),
  input: html('<sl-input label="Title" clearable></sl-input>'),
  tree: html(
    '<sl-tree><sl-tree-item>Files<sl-tree-item>Images</sl-tree-item><sl-tree-item>Documents</sl-tree-item></sl-tree-item><sl-tree-item>Archive</sl-tree-item></sl-tree>',
  ),
  dialog: (place) => {
    place.innerHTML =
      '<sl-button id="open">Settings</sl-button><sl-dialog label="Settings">Save changes?<sl-button slot="footer" id="save">Save</sl-button></sl-dialog>'
    const dialog = place.querySelector('sl-dialog')
    place.querySelector('#open').addEventListener('click', () => dialog.show())
    place.querySelector('#save').addEventListener('click', () => dialog.hide())
  },
})
