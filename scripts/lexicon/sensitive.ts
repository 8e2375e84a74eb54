import type { Language } from './languages.ts'

/**
 * Words that say something protected about a person when they are content: health, religion, sexual life, origin, politics, crime. Left
 * out of every lexicon, whatever the evidence. `*` stands for any ending; each stem was checked against the words of all sources.
 */
const LISTS: Readonly<Record<Language, string>> = {
  en: `
    abortion* abuse* addict* adhd aids alcoholi* allerg* alzheimer* anemia* anorexi* antidepress* anxiety arthritis asthma* autis*
    bipolar blind blindness bulimi* cancer* chemotherap* chlamydia cholesterol cocaine* covid* dementia* depression depressive diabet*
    diagnosis diagnoses diagnosed disabilit* disease* dyslexi* epilep* hepatitis heroin hiv hospital* hypertension illness* infect*
    infertil* insulin leukemia menopause menstrua* migraine* miscarriage* obes* overdose paranoi* parkinson* patient* pregnan*
    psychiatr* psychosis psychotherap* rehab* schizophren* sclerosis sick sickness suicid* surger* symptom* syphilis therap* tumor*
    tumour* vaccin* allah atheis* baptis* bible buddhis* catholic* christian* church* hindu* islam* jesus jewish jews kosher mormon*
    mosque* muslim* orthodox pastor* priest* protestant* quran rabbi* religio* synagogue* asexual bisexual* erotic* gay gays hetero*
    homosexual* lesbian* lgbt* porn* queer* sex sexes sexual* transgender transsexual* african* arab arabs asian* aborigin* caucasian*
    ethnic* gypsies gypsy hispanic* immigra* indigenous latino* migrant* negro* race racial* racis* refugee* roma asylum communis*
    conservatives democrat* fascis* labour leftist* liberals marxis* nazi* republican* socialis* trade-union* unionist* arrest* assault*
    burglar* convict* crime* criminal* felon* fraud* guilty homicide* jail* kidnap* murder* prison* rape* robber* smuggl* stalk* steal
    stolen terroris* theft thief violen*`,
  de: `
    abtreibung* adhs aids alkoholi* allerg* alzheimer* angststörung* anorexi* arthritis asthma* autis* behinder* bipolar* blind blinde
    blinden blinder blindheit bulimi* chemotherap* coronavirus covid* demenz* depression* depressiv* diabet* diagnos* drogen* epilep*
    erkrank* fehlgeburt* grippe* hepatitis hiv infektion* insulin* krank* krebs* leukämie* magersucht menopause* menstruation* migräne*
    parkinson* patient* psychiatr* psychose* psychotherap* reha* schizophren* schlaganfall* schmerz* schwanger* selbstmord* süchtig*
    suizid* symptom* therap* tumor* unfruchtbar* allah atheis* baptist* bibel* buddhis* christ christen* christlich* evangelisch* hindu*
    islam* jesus jude juden jüdisch* katholi* kirche* konfession* koran* moschee* moslem* muslim* orthodox* pfarrer* priester*
    protestant* rabbi* religi* synagoge* asexuell* bisexuell* erotik* erotisch* hetero* homosexuell* lesbe lesben lesbisch* lgbt* porno*
    queer* schwul* sex sexualität* sexuell* transgender transsexuell* afrikan* araber* asiat* asyl* ethni* flüchtling* migrant* neger*
    rasse* rassis* roma zigeuner* afd cdu csu fdp faschis* gewerkschaft* kommunis* konservative* liberale* nazi* spd sozialis* verhaft*
    betrug* betrüg* diebstahl* dieb einbruch* gefängnis* gewalt* haft kriminal* kriminell* mord mörder* raub* straftat* strafe* stalk*
    terror* vergewaltig* verbrech* vorstraf*`,
  fr: `
    addict* alcooli* allergi* alzheimer anorexi* anxi* arthrite asthm* autis* avortement* aveugle* bipolaire* boulimi* cancer*
    chimiothérap* covid* démence* dépressi* diabèt* diabét* diagnosti* drogue* enceinte épilep* fausse-couche grippe* grossesse*
    handicap* hépatite* hôpital* hospitali* infect* infertil* insuline* leucémie* malad* médicament* ménopause* menstru* migraine*
    obèse* obés* parkinson* psychiatr* psychos* psychothérap* schizophrén* sclérose* séropositi* sida suicid* symptôme* thérap*
    toxicoman* tumeur* vaccin* vih allah athé athée* athéis* baptist* bible* bouddhi* cathol* chrétien* église* évangélique* hindou*
    islam* jésus juif juifs juive* kasher mosquée* musulman* orthodoxe* pasteur* prêtre* protestant* rabbin* religi* synagogue*
    bisexuel* érotique* gay gays hétéro hétérosex* homosexuel* lesbien* lgbt* porno* queer* sexe sexes sexuel* transgenre* transsexuel*
    africain* arabe* asiatique* asile ethni* gitan* immigr* migrant* nègre* noirs race races racial* racis* réfugié* roms autochtone*
    communis* fascis* marxis* nazi* socialis* syndica* agression* arrest* braquage* cambriol* condamn* coupable* crime crimes criminel*
    délinquan* escroc* fraud* meurtr* prison* terroris* viol viols violen* voleur* volée`,
  es: `
    aborto* abuso* adicci* adicto* alcohol* alerg* alérg* alzheimer anorexi* ansiedad artritis asma* autis* bipolar* bulimi* cáncer*
    ciego* covid* demencia* depresi* diabet* diabét* diagnós* diagnosti* discapaci* droga* embaraz* enferm* epilep* esquizofr* fértil*
    gripe* hepatitis hospital* infecci* infertil* insulina* leucemia* médicament* medicament* menopausia* menstrua* migraña* minusv*
    obes* paciente* parkinson* psicosis psicoterap* psiquiatr* quimioterap* sida síntoma* suicid* terapia* toxicoman* tumor* vacuna* vih
    alá ateo atea ateís* bautista* biblia* budis* católic* cristian* evangéli* hindú* iglesia* islam* jesús judío* judía* mezquita*
    musulm* ortodox* protestant* rabino* religi* sacerdot* sinagoga* bisexual* erótic* gay gays hetero heterosex* homosexual* lesbian*
    lgbt* porno* queer* sexo sexos sexual* transexual* transgénero african* árabe* asiátic* asilo étnic* etni* gitan* indígen* inmigr*
    migrante* negros raza* racial* racis* refugiad* comunis* fascis* marxis* nazi* sindica* socialis* agresi* arrest* asesin* asalt*
    condena* crimen* criminal* culpable* delincuen* delito* estafa* fraude* homicid* ladrón* ladron* prisión prisi* robo robos terroris*
    violen* violaci* violador*`,
  it: `
    aborto* abuso* alcolis* alcolist* allergi* alzheimer anoressi* ansia ansios* artrite* asma* autis* bipolar* bulimi* cancro* cieco
    ciechi chemioterap* covid* demenza* depressi* depresso diabet* diagnos* disabilità droga* drogat* epatit* epiless* farmac* fertil*
    gravidanz* hiv incinta infertil* influenza insulin* invalidità leucemi* malat* medicinal* menopaus* mestrua* emicrani* obes*
    ospedal* parkinson* pazient* psichiatr* psicos* psicoterap* schizofren* sclerosi suicid* terapi* tossicodip* tumor* vaccin* allah
    ateo atea atei ateis* battist* bibbia buddis* cattolic* chiesa chiese cristian* ebre* evangelic* gesù indù induis* islam* moschea*
    musulman* ortodoss* pastore prete protestant* rabbin* religi* sinagog* bisessual* erotic* gay etero eterosess* omosessual* lesbic*
    lgbt* porno* queer* sesso sessi sessual* transgender transessual* african* arabo araba arabi asiatic* asilo etni* zingar* immigra*
    migrant* negri razza razze razzial* razzis* rifugiat* comunis* fascis* marxis* nazi nazis* sindacat* socialis* aggression* arrestato
    arrestata arrestati assassin* condannat* crimine crimin* colpevol* delinquen* frode frodi furto furti ladr* omicid* prigion* rapin*
    stupr* terroris* violen* carcer*`,
  pt: `
    aborto* abuso* alcoolis* alcoólic* alergia* alérgi* alzheimer anorexi* ansiedade artrite asma* autis* bipolar* bulimi* câncer*
    cancro* cego cegos covid* demência* depress* diabet* diabét* diagnós* diagnost* deficiên* doença* doente* droga* enferm* epilep*
    esquizofren* gravidez* grávida* gripe* hepatite* hiv hospital* infeç* infecç* infértil* insulina* leucemia* medicament* menopausa*
    menstrua* obes* paciente* parkinson* psicose* psicoterap* psiquiatr* quimioterap* sida sintoma* suicíd* suicid* terapia* toxicodep*
    tumor* vacina* alá ateu ateus ateia ateís* batista* bíblia* budis* católic* cristã* cristão* evangélic* hindu* igreja* islâm* islam*
    jesus judeu* judia* judaic* mesquita* muçulman* ortodox* padre* pastor protestant* rabino* religi* sinagoga* bissexua* erótic* gay
    gays hetero heterosex* homossexua* lésbic* lgbt* porno* queer* sexo sexos sexua* transgêner* transexua* african* árabe* asiátic*
    asilo étnic* etni* cigan* indígen* imigra* migrante* negros raça* racia* racis* refugiad* comunis* fascis* marxis* nazi* sindica*
    socialis* agress* assassin* assalt* condenad* crime crimes criminos* culpad* delinquen* fraude* furto* homicíd* ladrão* ladrões
    preso prisão prisões roubo roubos terroris* violên* violaç*`,
  nl: `
    abortus* adhd aids alcoholis* allerg* alzheimer* angststoornis* anorexia artritis astma* autis* bipolair* blind blinde* boulimia
    chemotherap* covid* dementie* depressie* depressief diabet* diagnos* drugs* epilep* gehandicapt* griep* hepatitis hiv infectie*
    insuline* invalide* kanker* leukemie* medicijn* menopauze menstruatie* migraine* miskraam* obesitas parkinson* patiënt* psychiatr*
    psychose* psychotherap* schizofren* suïcid* symptom* therap* tumor* vaccin* verslaaf* verslav* zelfmoord* ziek* zwanger* allah
    atheïs* baptist* bijbel* boeddhis* christen* christelijk* hindoe* islam* jezus jood joden joods* katholi* kerk kerken koran* moskee*
    moslim* orthodox* priester* protestant* dominee* rabbijn* religi* synagoge* biseksue* erotisch* gay gays hetero heterosex* homo
    homo's homoseksue* lesbisch* lesbienne* lhbt* porno* queer* seks seksue* transgender* transseksue* afrikaan* arabier* asiel* aziat*
    etni* migrant* immigra* neger negers ras rassen racis* vluchteling* zigeuner* cda communis* fascis* marxis* nazi* pvda pvv socialis*
    vakbond* vvd arrest* beroving* crimine* diefstal* dief fraude* gevangen* geweld gewelddadig* inbraak inbraken inbreker* mishandel*
    misdaad* misdrijf* moord* oplicht* schuldig* stalk* terror* veroordeel* verkracht*`,
  pl: `
    aborcj* alergi* alkoholi* alzheimer* anoreks* artret* astm* autyz* białaczk* bulimi* chemioterap* choro* chory* chorą ciąż* cukrzyc*
    covid* demencj* depresj* diagno* epileps* gryp* hiv hormonaln* infekcj* insulin* inwalid* leczen* leczy* lekarstw* lęk lęki
    menopauz* menstruac* migren* narkot* niepełnospr* niewidom* nowotw* otył* pacjent* padaczk* parkinson* poroni* psychiat* psychoz*
    psychoterap* rak raka schizofren* szczepi* szpital* samobój* terapi* uzależni* zapaleni* zawał* żałob* allah ateist* ateiz* baptyst*
    biblia biblii biblię biblijn* buddy* chrześcija* ewangeli* hindu* islam* jezus* katoli* kościół kościoł* koran* ksiądz* księża
    księdz* meczet* muzułma* prawosław* protestan* rabin* religi* synagog* wyznani* żyd żydz* żydow* biseksual* erotycz* gej geje*
    heteroseks* homoseks* lesbij* lgbt* porno* queer* seks seksual* transpł* transseks* afryka* arab arabsk* azjat* azyl* cygan* etnicz*
    imigra* migrant* murzyn* rasa rasow* rasis* romów uchodźc* faszys* komunis* marksis* nazi* socjalis* związkow* areszt* gwałt*
    kradzież* kryminal* morder* napad napadu napaść oszust* przemoc* przestęp* rabun* skazan* terrory* więzie* włama* zabój* złodziej*`,
  sv: `
    abort* adhd aids alkoholis* allerg* alzheimer* anorexi* artrit* astma* autis* bipolär* blind blinda bulimi* cancer* cellgift* covid*
    demens* depression* deprimera* diabet* diagnos* droger narkotik* epilep* funktionshind* funktionsneds* graviditet* gravid*
    handikapp* hepatit* hiv infektion* influensa* insulin* leukemi* läkemed* menopaus* menstruation* migrän* missbruk* missfall*
    parkinson* patient* psykiatr* psykos* psykoterap* schizofren* självmord* sjuk* suicid* symptom* symtom* terapi* tumör* vaccin*
    ångest* allah ateis* baptist* bibel* buddhis* hindu* islam* jesus judar* jude judisk* katoli* koran* kristen* kristna kyrka* kyrkan
    moské* muslim* ortodox* pastor* präst* protestant* rabbin* religi* synagog* bisexuell* erotisk* gay heterosex* homosexuell* lesbisk*
    hbtq* porr* queer* sex sexualitet* sexuell* transperson* transsexuell* afrikan* arab araber* asiat* asyl* etnisk* flykting* invandr*
    migrant* neger* ras rasis* romer zigenar* samer facklig* fascis* kommunis* marxis* nazi* socialis* socialdemokrat* bedräg* brott
    brottsl* fängels* gripen inbrott* kriminell* kriminal* misshand* mord mörda* rån rånar* skyldig* stalk* stöld* terror* tjuv* våld*
    våldt*`,
}

/**
 * Products and companies that many interfaces name. A name is content even where it is on every sign-in page; Excel stays, as the name
 * of a format.
 */
const BRANDS = `
  adobe airtable anthropic alipay amazon android apple atlassian aws azure baidu bing bitbucket chrome chromium ckeditor cloudinary
  codepen confluence deezer disney discord docker dropbox drupal ebay facebook figma firefox flickr github gitlab gmail google instagram
  ios jira kubernetes klarna linkedin linux mac macbook macos mailchimp mapbox mastodon matomo microsoft mongodb mysql netflix nvidia
  okta onedrive openai oracle orejime outlook paypal pinterest postgres postgresql powerpoint reddit redis safari salesforce sanity
  shopify skype slack snapchat soundcloud spotify telegram tiktok tinymce tldraw trello tumblr twilio twitch twitter ubuntu vimeo
  vkontakte vscode wechat whatsapp wikipedia wordpress xing yahoo yandex youtube zapier`

const brands = new Set(BRANDS.trim().split(/\s+/))

type Terms = { exact: ReadonlySet<string>; stems: readonly string[] }

const terms = Object.fromEntries(Object.entries(LISTS).map(([language, list]) => [language, termsOf(list)]))

function termsOf(list: string): Terms {
  const all = list.trim().split(/\s+/)
  return {
    exact: new Set(all.filter((term) => !term.endsWith('*'))),
    stems: all.filter((term) => term.endsWith('*')).map((term) => term.slice(0, -1)),
  }
}

/** Whether a word would disclose something protected, or names a product. */
export function isSensitive(language: Language, word: string): boolean {
  const own = terms[language]
  return brands.has(word) || own === undefined || own.exact.has(word) || own.stems.some((stem) => word.startsWith(stem))
}
