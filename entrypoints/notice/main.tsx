import { i18n } from '#i18n'
import { mount } from '../../lib/ui/mount.tsx'
import { Notice } from './Notice.tsx'

mount(i18n.t('notice.title'), <Notice />)
