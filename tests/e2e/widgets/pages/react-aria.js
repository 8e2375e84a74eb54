import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  Checkbox,
  ComboBox,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  DialogTrigger,
  Disclosure,
  DisclosurePanel,
  Group,
  Heading,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Menu,
  MenuItem,
  MenuTrigger,
  Modal,
  NumberField,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
  Slider,
  SliderThumb,
  SliderTrack,
  SubmenuTrigger,
  Switch,
  Tab,
  TabList,
  TabPanel,
  Tabs,
} from 'react-aria-components'
import { createElement as h } from 'react'
import { showReact } from './show-react.js'

const STATUS = ['New', 'Open', 'Closed', 'Archived', 'Deleted', 'Draft']
const items = () => STATUS.map((name) => h(ListBoxItem, { key: name, id: name }, name))

showReact({
  select: () =>
    h(Select, null, h(Label, null, 'Status'), h(Button, null, h(SelectValue), ' ▾'), h(Popover, null, h(ListBox, null, items()))),
  combobox: () => h(ComboBox, null, h(Label, null, 'Status'), h(Input), h(Button, null, '▾'), h(Popover, null, h(ListBox, null, items()))),
  list: () => h(ListBox, { 'aria-label': 'Status', selectionMode: 'multiple' }, items()),
  menu: () =>
    h(
      MenuTrigger,
      null,
      h(Button, null, 'Actions'),
      h(
        Popover,
        null,
        h(
          Menu,
          null,
          h(MenuItem, { id: 'edit' }, 'Edit'),
          h(
            SubmenuTrigger,
            null,
            h(MenuItem, { id: 'export' }, 'Export'),
            h(Popover, null, h(Menu, null, h(MenuItem, { id: 'print' }, 'Print'), h(MenuItem, { id: 'download' }, 'Download'))),
          ),
          h(MenuItem, { id: 'delete' }, 'Delete'),
        ),
      ),
    ),
  checks: () =>
    h(
      'div',
      null,
      h(Switch, null, 'Active'),
      h(Checkbox, null, 'Remember'),
      h(RadioGroup, null, h(Label, null, 'Side'), h(Radio, { value: 'left' }, 'Left'), h(Radio, { value: 'right' }, 'Right')),
    ),
  sections: () =>
    h(
      'div',
      null,
      h(
        Tabs,
        null,
        h(
          TabList,
          { 'aria-label': 'Pages' },
          h(Tab, { id: 'a' }, 'Overview'),
          h(Tab, { id: 'b' }, 'History'),
          h(Tab, { id: 'c' }, 'Settings'),
        ),
        ['a', 'b', 'c'].map((id) => h(TabPanel, { key: id, id }, id)),
      ),
      h(Disclosure, null, h(Heading, null, h(Button, { slot: 'trigger' }, 'Details')), h(DisclosurePanel, null, 'Page')),
    ),
  slider: () =>
    h(
      Slider,
      { defaultValue: 20, style: { width: 400 } },
      h(Label, null, 'Volume'),
      h(
        SliderTrack,
        { style: { height: 30, width: 400, background: '#ccc' } },
        h(SliderThumb, { style: { height: 20, width: 20, top: 15, background: '#333' } }),
      ),
    ),
  number: () =>
    h(
      NumberField,
      { defaultValue: 5, minValue: 0, maxValue: 10 },
      h(Label, null, 'Count'),
      h(Group, null, h(Button, { slot: 'decrement' }, '-'), h(Input), h(Button, { slot: 'increment' }, '+')),
    ),
  date: () =>
    h(
      DatePicker,
      null,
      h(Label, null, 'Date'),
      h(
        Group,
        null,
        h(DateInput, null, (segment) => h(DateSegment, { segment })),
        h(Button, null, '▾'),
      ),
      h(
        Popover,
        null,
        h(
          Dialog,
          null,
          h(
            Calendar,
            null,
            h('header', null, h(Button, { slot: 'previous' }, '‹'), h(Heading), h(Button, { slot: 'next' }, '›')),
            h(CalendarGrid, null, (date) => h(CalendarCell, { date })),
          ),
        ),
      ),
    ),
  dialog: () =>
    h(
      DialogTrigger,
      null,
      h(Button, null, 'Settings'),
      h(
        Modal,
        null,
        h(Dialog, null, ({ close }) =>
          h('div', null, h(Heading, { slot: 'title' }, 'Save changes?'), h(Button, { onPress: close }, 'Save')),
        ),
      ),
    ),
})
