import {
  ElButton,
  ElCascader,
  ElCheckbox,
  ElCollapse,
  ElCollapseItem,
  ElDatePicker,
  ElDialog,
  ElDropdown,
  ElDropdownItem,
  ElDropdownMenu,
  ElInputNumber,
  ElOption,
  ElRadio,
  ElRadioGroup,
  ElSelect,
  ElSlider,
  ElSwitch,
  ElTabPane,
  ElTabs,
} from 'element-plus'
import 'element-plus/dist/index.css'
import { createApp, h, ref } from 'vue'
import { show } from './show.js'

const STATUS = ['New', 'Open', 'Closed', 'Archived', 'Deleted', 'Draft']

/** A component with a value of its own. */
const held = (initial, draw) => (place) =>
  createApp({
    setup() {
      const value = ref(initial)
      const model = () => ({ modelValue: value.value, 'onUpdate:modelValue': (next) => (value.value = next) })
      return () => draw(model, value)
    },
  }).mount(place)

const WIDTH = { style: 'width: 240px' }
const options = () => STATUS.map((name) => h(ElOption, { key: name, label: name, value: name }))
const REGIONS = ['North', 'South'].map((label) => ({
  value: label,
  label,
  children: ['City', 'Country'].map((child) => ({ value: child, label: child })),
}))
const menu = (trigger) => () =>
  h(
    ElDropdown,
    { trigger },
    {
      default: () => h(ElButton, null, () => 'Actions'),
      dropdown: () => h(ElDropdownMenu, null, () => ['Edit', 'Copy', 'Delete'].map((name) => h(ElDropdownItem, { key: name }, () => name))),
    },
  )

function checks(place) {
  const [on, kept, side] = [ref(false), ref(false), ref('')]
  const model = (value) => ({ modelValue: value.value, 'onUpdate:modelValue': (next) => (value.value = next) })
  createApp({
    setup: () => () =>
      h('div', [
        h(ElSwitch, model(on)),
        h(ElCheckbox, { ...model(kept), label: 'Remember' }),
        h(ElRadioGroup, model(side), () => ['Left', 'Right'].map((name) => h(ElRadio, { key: name, value: name }, () => name))),
      ]),
  }).mount(place)
}

show({
  select: held('', (model) => h(ElSelect, { ...model(), ...WIDTH, placeholder: 'Status' }, options)),
  filter: held('', (model) => h(ElSelect, { ...model(), ...WIDTH, placeholder: 'Status', filterable: true }, options)),
  tags: held([], (model) => h(ElSelect, { ...model(), ...WIDTH, placeholder: 'Status', multiple: true }, options)),
  cascader: held([], (model) => h(ElCascader, { ...model(), options: REGIONS, placeholder: 'Region' })),
  menu: held(null, menu('click')),
  hover: held(null, menu('hover')),
  checks,
  sections: held('Overview', (model) =>
    h('div', [
      h(ElTabs, model(), () =>
        ['Overview', 'History', 'Settings'].map((name) => h(ElTabPane, { key: name, label: name, name }, () => `${name} page`)),
      ),
      h(ElCollapse, null, () =>
        ['Details', 'Contact'].map((name) => h(ElCollapseItem, { key: name, title: name, name }, () => `${name} page`)),
      ),
    ]),
  ),
  slider: held(20, (model) => h('div', { style: 'width: 400px; padding: 20px' }, [h(ElSlider, { ...model(), ariaLabel: 'Volume' })])),
  number: held(5, (model) => h(ElInputNumber, { ...model(), min: 0, max: 10, ariaLabel: 'Count' })),
  date: held('', (model) => h(ElDatePicker, { ...model(), type: 'date', placeholder: 'Date', defaultValue: new Date(2024, 4, 1) })),
  dialog: held(false, (model, value) =>
    h('div', [
      h(ElButton, { onClick: () => (value.value = true) }, () => 'Settings'),
      h(
        ElDialog,
        { ...model(), title: 'Settings' },
        { default: () => 'Save changes?', footer: () => h(ElButton, { onClick: () => (value.value = false) }, () => 'Save') },
      ),
    ]),
  ),
})
