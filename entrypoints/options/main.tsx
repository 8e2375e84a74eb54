import { i18n } from '#i18n'
import { mount } from '../../lib/ui/mount.tsx'
import { Options } from './Options.tsx'

mount(i18n.t('options.title'), <Options />)
