import { Cascader, Checkbox, Collapse, DatePicker, Dropdown, Modal, Button, Radio, Select, Slider, Switch, Tabs, TreeSelect } from 'antd'
import { createElement as h, useState } from 'react'
import { showReact } from './show-react.js'

const WIDTH = { width: 240 }
const STATUS = ['New', 'Open', 'Closed', 'Archived', 'Deleted', 'Draft'].map((label) => ({ value: label.toLowerCase(), label }))
/** Long enough for the list to keep only part of it in the page. */
const LONG = Array.from({ length: 200 }, (_, index) => ({ value: index, label: `Option ${index + 1}` }))

const MENU = {
  items: [
    { key: 'edit', label: 'Edit' },
    { key: 'copy', label: 'Copy' },
    { key: 'export', label: 'Export', children: ['Print', 'Download'].map((label) => ({ key: label, label })) },
    { key: 'remove', label: 'Delete' },
  ],
}
const REGIONS = ['North', 'South'].map((label) => ({
  value: label,
  label,
  children: ['City', 'Country'].map((child) => ({ value: child, label: child })),
}))

function Dialog() {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return h(
    'div',
    null,
    h(Button, { onClick: () => setOpen(true) }, 'Settings'),
    h(Modal, { open, title: 'Settings', onOk: close, onCancel: close }, 'Save changes?'),
  )
}

showReact({
  select: () => h(Select, { options: STATUS, style: WIDTH, placeholder: 'Status' }),
  filter: () => h(Select, { options: STATUS, style: WIDTH, placeholder: 'Status', showSearch: true }),
  long: () => h(Select, { options: LONG, style: WIDTH, placeholder: 'Number' }),
  tags: () => h(Select, { options: STATUS, style: WIDTH, placeholder: 'Status', mode: 'multiple' }),
  cascader: () => h(Cascader, { options: REGIONS, style: WIDTH, placeholder: 'Region' }),
  tree: () =>
    h(TreeSelect, {
      treeData: REGIONS.map(({ label, children }) => ({
        title: label,
        value: label,
        children: children.map(({ label: title }) => ({ title, value: `${label} ${title}` })),
      })),
      style: WIDTH,
      placeholder: 'Region',
    }),
  menu: () => h(Dropdown, { menu: MENU, trigger: ['click'] }, h(Button, null, 'Actions')),
  hover: () => h(Dropdown, { menu: MENU }, h(Button, null, 'Actions')),
  checks: () =>
    h('div', null, h(Switch, { 'aria-label': 'Active' }), h(Checkbox, null, 'Remember'), h(Radio.Group, { options: ['Left', 'Right'] })),
  sections: () =>
    h(
      'div',
      null,
      h(Tabs, { items: ['Overview', 'History'].map((label) => ({ key: label, label, children: `${label} page` })) }),
      h(Collapse, { items: ['Details', 'Contact'].map((label) => ({ key: label, label, children: `${label} page` })) }),
    ),
  slider: () => h('div', { style: { width: 400, padding: 20 } }, h(Slider, { defaultValue: 20, tooltip: { open: false } })),
  date: () => h(DatePicker, { placeholder: 'Date' }),
  dialog: Dialog,
})
