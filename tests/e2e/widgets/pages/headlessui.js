import {
  Combobox,
  ComboboxButton,
  ComboboxInput,
  ComboboxOption,
  ComboboxOptions,
  Dialog,
  DialogPanel,
  DialogTitle,
  Disclosure,
  DisclosureButton,
  DisclosurePanel,
  Listbox,
  ListboxButton,
  ListboxOption,
  ListboxOptions,
  Menu,
  MenuButton,
  MenuItem,
  MenuItems,
  Radio,
  RadioGroup,
  Switch,
  Tab,
  TabGroup,
  TabList,
  TabPanel,
  TabPanels,
} from '@headlessui/react'
import { createElement as h, useState } from 'react'
import { showReact } from './show-react.js'

const STATUS = ['New', 'Open', 'Closed', 'Archived', 'Deleted', 'Draft']

function Choice({ multiple = false }) {
  const [value, setValue] = useState(multiple ? [] : STATUS[0])
  return h(
    Listbox,
    { value, onChange: setValue, multiple },
    h(ListboxButton, null, multiple ? `${value.length} selected` : value),
    h(
      ListboxOptions,
      null,
      STATUS.map((name) => h(ListboxOption, { key: name, value: name }, name)),
    ),
  )
}

function Filter() {
  const [value, setValue] = useState(null)
  const [query, setQuery] = useState('')
  const shown = STATUS.filter((name) => name.toLowerCase().includes(query.toLowerCase()))
  return h(
    Combobox,
    { value, onChange: setValue, onClose: () => setQuery('') },
    h(ComboboxInput, { 'aria-label': 'Status', displayValue: (name) => name ?? '', onChange: (event) => setQuery(event.target.value) }),
    h(ComboboxButton, null, '▾'),
    h(
      ComboboxOptions,
      null,
      shown.map((name) => h(ComboboxOption, { key: name, value: name }, name)),
    ),
  )
}

function Checks() {
  const [on, setOn] = useState(false)
  const [side, setSide] = useState(null)
  return h(
    'div',
    null,
    h(Switch, { checked: on, onChange: setOn, 'aria-label': 'Active' }, 'Active'),
    h(
      RadioGroup,
      { value: side, onChange: setSide, 'aria-label': 'Side' },
      ['Left', 'Right'].map((name) => h(Radio, { key: name, value: name }, name)),
    ),
  )
}

function Modal() {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return h(
    'div',
    null,
    h('button', { onClick: () => setOpen(true) }, 'Settings'),
    h(
      Dialog,
      { open, onClose: close },
      h(DialogPanel, null, h(DialogTitle, null, 'Save changes?'), h('button', { onClick: close }, 'Save')),
    ),
  )
}

showReact({
  select: Choice,
  many: () => h(Choice, { multiple: true }),
  combobox: Filter,
  menu: () =>
    h(
      Menu,
      null,
      h(MenuButton, null, 'Actions'),
      h(
        MenuItems,
        null,
        ['Edit', 'Copy', 'Delete'].map((name) => h(MenuItem, { key: name, as: 'button' }, name)),
      ),
    ),
  checks: Checks,
  sections: () =>
    h(
      'div',
      null,
      h(
        TabGroup,
        null,
        h(
          TabList,
          null,
          ['Overview', 'History', 'Settings'].map((name) => h(Tab, { key: name }, name)),
        ),
        h(
          TabPanels,
          null,
          ['Overview', 'History', 'Settings'].map((name) => h(TabPanel, { key: name }, `${name} page`)),
        ),
      ),
      h(Disclosure, null, h(DisclosureButton, null, 'Details'), h(DisclosurePanel, null, 'Page')),
    ),
  dialog: Modal,
})
