import {
  Accordion,
  AccordionDetails,
  AccordionSummary,
  Autocomplete,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogTitle,
  FormControl,
  FormControlLabel,
  InputLabel,
  Menu,
  MenuItem,
  Radio,
  RadioGroup,
  Select,
  Slider,
  Switch,
  Tab,
  Tabs,
  TextField,
} from '@mui/material'
import { createElement as h, useState } from 'react'
import { showReact } from './show-react.js'

const STATUS = ['New', 'Open', 'Closed', 'Archived', 'Deleted', 'Draft']

function Choice({ multiple = false }) {
  const [value, setValue] = useState(multiple ? [] : '')
  return h(
    FormControl,
    { sx: { width: 240 } },
    h(InputLabel, { id: 'status' }, 'Status'),
    h(
      Select,
      { labelId: 'status', label: 'Status', multiple, value, onChange: (event) => setValue(event.target.value) },
      STATUS.map((name) => h(MenuItem, { key: name, value: name }, name)),
    ),
  )
}

function Actions() {
  const [anchor, setAnchor] = useState(null)
  const close = () => setAnchor(null)
  return h(
    'div',
    null,
    h(
      Button,
      {
        id: 'actions',
        'aria-controls': anchor ? 'menu' : undefined,
        'aria-haspopup': 'true',
        'aria-expanded': anchor ? 'true' : undefined,
        onClick: (event) => setAnchor(event.currentTarget),
      },
      'Actions',
    ),
    h(
      Menu,
      { id: 'menu', anchorEl: anchor, open: anchor !== null, onClose: close, slotProps: { list: { 'aria-labelledby': 'actions' } } },
      ['Edit', 'Copy', 'Delete'].map((name) => h(MenuItem, { key: name, onClick: close }, name)),
    ),
  )
}

function Sections() {
  const [tab, setTab] = useState(0)
  return h(
    'div',
    null,
    h(
      Tabs,
      { value: tab, onChange: (_, value) => setTab(value) },
      h(Tab, { label: 'Overview' }),
      h(Tab, { label: 'History' }),
      h(Tab, { label: 'Settings' }),
    ),
    ['Details', 'Contact'].map((name) =>
      h(Accordion, { key: name }, h(AccordionSummary, null, name), h(AccordionDetails, null, `${name} page`)),
    ),
  )
}

function Modal() {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return h(
    'div',
    null,
    h(Button, { onClick: () => setOpen(true) }, 'Settings'),
    h(
      Dialog,
      { open, onClose: close },
      h(DialogTitle, null, 'Save changes?'),
      h(DialogActions, null, h(Button, { onClick: close }, 'Cancel'), h(Button, { onClick: close }, 'Save')),
    ),
  )
}

const field = (label) => (params) => h(TextField, { ...params, label })

showReact({
  select: Choice,
  many: () => h(Choice, { multiple: true }),
  autocomplete: () => h(Autocomplete, { options: STATUS, sx: { width: 240 }, renderInput: field('Status') }),
  tags: () => h(Autocomplete, { options: STATUS, multiple: true, sx: { width: 400 }, renderInput: field('Status') }),
  menu: Actions,
  checks: () =>
    h(
      'div',
      null,
      h(FormControlLabel, { control: h(Switch), label: 'Active' }),
      h(FormControlLabel, { control: h(Checkbox), label: 'Remember' }),
      h(
        RadioGroup,
        { name: 'side' },
        h(FormControlLabel, { value: 'left', control: h(Radio), label: 'Left' }),
        h(FormControlLabel, { value: 'right', control: h(Radio), label: 'Right' }),
      ),
    ),
  sections: Sections,
  slider: () => h('div', { style: { width: 400, padding: 20 } }, h(Slider, { defaultValue: 20, 'aria-label': 'Volume' })),
  dialog: Modal,
})
