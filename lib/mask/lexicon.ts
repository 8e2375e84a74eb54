/**
 * Words that name parts of interfaces, for identifiers in locators. Chosen by hand for the privacy floor: each is a role,
 * a control, a command or a field kind; none is a person's, place's or company's name.
 */
const words = `
  account accept action actions activity add address advanced agree alert all apply archive arrow article attach attachment audio
  author auto autocomplete avatar back badge bar base bio block board body bold bookmark border bottom box breadcrumb browse bulk
  button buttons btn calendar cancel card cards cart category center chart chat check checkbox checkout choice chooser city clear click
  close code collapse color column columns combo combobox comment comments company compose confirm connect contact contacts container
  content control controls copy count country cover create create current custom cut dashboard data date day default delete
  department description detail details dialog directory disabled discard dismiss display divider done down download draft drag drawer
  drop dropdown due edit editor email empty enter entry error event events expand explore export favorite feed feedback field fieldset
  fields file files filter filters find first folder follow font footer form format forward frame full gallery general go grid group
  groups header heading height help hidden hide history home icon image images import inbox index industry info inline inner input
  inputs insert invite item items job jobs join key label language last layout left legend level like limit line link links list
  listbox load loading location lock log login logo logout main manage map media member menu menus message messages meta min
  mobile modal mode month more move multi my name nav navbar navigation network new next no none note notes notification
  notifications number of ok on open option options order organization other out outer output overlay overview owner page pages pager
  pagination panel paragraph parent password paste pause people person phone photo pin place placeholder play popover popup position
  post posts preview previous primary print priority privacy private profile progress project public publish query quick radio range
  rating read receive recent record refresh register region reject reload remove rename reply report reset resize result results
  resume retry review right role root row rows save scroll search secondary section see select selected selector send sender
  seniority separator settings share show sidebar sign signin signup site size skill skills skip slide slider small social sort source
  spinner start state status step sticky stop story submit subject subscribe success suggestion suggestions summary switch tab
  tabs table tag tags task tasks team template test text textarea theme thumbnail tiddler time title to toast toggle tool toolbar tools
  tooltip top topic total tree type undo unfollow update upload url user username users value version video view viewer views volume
  week widget width wiki window work wrapper year yes zoom zip html head heading cell main section article banner complementary
  contentinfo group search navigation region dialog link img textbox searchbox listitem menuitem menubar tablist tabpanel treeitem
  gridcell columnheader rowheader checkbox radio radiogroup switch spinbutton scrollbar slider option presentation status tooltip
  generic document feed figure grid treegrid timer log math marquee meter note paragraph term time definition application alertdialog
  blockquote caption code deletion emphasis insertion rowgroup strong subscript superscript progressbar menuitemcheckbox
  menuitemradio month datetime local tel number color range
`

export const INTERFACE_WORDS: ReadonlySet<string> = new Set(words.trim().split(/\s+/))
