# The doorway pages: first start, opening the file, sign in, locked, join.

# ---- on every doorway page
door-local = Lleol, ar y ddyfais hon
door-version = Fersiwn { $version }
door-data = Ffolder ddata: { $path }
door-back = Yn ôl
door-opening = Wrthi’n agor…
door-again = Ceisio eto

# ---- first start
first-steps = Camau
first-step-start = Dechrau
first-step-organisation = Sefydliad
first-step-administrator = Gweinyddwr cyntaf
first-step-recovery = Allwedd adfer
first-step-ready = Barod
first-local = Mae popeth yn aros ar y ddyfais hon.
first-continue = Parhau
first-start-title = Gadewch y bobl iawn i mewn
first-start-text = Rydych chi’n cyhoeddi codau gwahoddiad; mae newydd-ddyfodiaid yn eu defnyddio, gartref o ddolen neu yma ar y ddyfais hon.
first-start-codes = Codau sy’n canfod eu gwallau teipio eu hunain, sy’n gweithio unwaith neu lawer gwaith, ac y gellir eu dirymu ar unwaith.
first-start-offline = Mae’n gweithio heb rwydwaith. Un ffeil wedi’i hamgryptio ar y ddyfais hon yw’r data.
first-start-trail = Cofnodir pwy a wahoddodd bwy, a gellir gwirio hynny.
first-start-link = **Agorwyd dolen gwahoddiad, ac nid yw’r ddyfais hon yn perthyn i unrhyw sefydliad eto.** Agorwch y ddolen ar ddyfais y sefydliad sy’n eich gwahodd, neu teipiwch ei chod yno.
first-start-create = Creu sefydliad
first-start-sample = Rhoi cynnig arno gyda data enghreifftiol
first-start-sample-hint = Mae data enghreifftiol yn agor mewn ail ffenestr ac yn diflannu pan gaeir honno.
first-organisation-title = Enwch eich sefydliad
first-organisation-text = Mae newydd-ddyfodiaid yn gweld hwn pan fyddant yn agor gwahoddiad.
first-organisation-name = Enw
first-join-address = Cyfeiriad ymuno
first-join-address-example = https://join.school.example
first-join-address-hint = Heb un, mae dolenni’n dechrau â vestibule:// ac yn agor yr ap hwn.
first-logo-hint = PNG neu JPEG, hyd at 2 MB. Gellir ei newid yn nes ymlaen.
first-preview = Golwg newydd-ddyfodiad
first-preview-unnamed = eich sefydliad
first-preview-by-you = Gwahoddwyd gennych chi · Staff
first-preview-by = Gwahoddwyd gan { $name } · Staff
first-preview-join = Ymuno
first-administrator-title = Y gweinyddwr cyntaf
first-administrator-text = Caiff y cyfrif hwn wneud popeth. Mae eraill yn ymuno drwy wahoddiad.
first-password-again = Y cyfrinair eto
first-password-differs = Mae’r ddau gyfrinair yn wahanol.
first-passphrase = Cyfrinymadrodd ar gyfer y ffeil
first-passphrase-again = Y cyfrinymadrodd eto
first-passphrase-differs = Mae’r ddau gyfrinymadrodd yn wahanol.
first-passphrase-why = **Nid oes gan y ddyfais hon gylch allweddi.** Mae cyfrinymadrodd yn amgryptio’r ffeil yn lle hynny; bydd Vestibule yn gofyn amdano bob tro y mae’n dechrau.
first-passphrase-instead = **Gallwch fynd ymlaen heb y cylch allweddi.** Mae cyfrinymadrodd yn amgryptio’r ffeil yn lle hynny; bydd Vestibule yn gofyn amdano bob tro y mae’n dechrau.
first-create = Creu sefydliad
first-recovery-title = Eich allwedd adfer
first-recovery-text = **Argraffwch hi nawr** a chadwch hi ymhell o’r ddyfais hon. Os collir cylch allweddi’r ddyfais hon, ni all neb agor y data hebddi.
first-recovery-text-passphrase = **Argraffwch hi nawr** a chadwch hi ymhell o’r ddyfais hon. Hebddi a heb eich cyfrinymadrodd, ni all neb agor y data.
first-recovery-sheet = Allwedd adfer Vestibule
first-recovery-printed = Argraffwyd { $at }
first-recovery-how = Os bydd Vestibule yn gofyn am yr allwedd adfer, teipiwch y llinellau hyn fel y maent. Cadwch y ddalen hon lle na all neb ond gweinyddwyr ei chyrraedd.
first-recovery-kept = Rwyf wedi ei hargraffu neu ei hysgrifennu ar bapur
first-recovery-print = Argraffu…
first-recovery-once = Yn nes ymlaen, gall gweinyddwr ei dangos yn y gosodiadau.
first-ready-title = Mae { $organisation } yn barod
first-ready-text = Mewngofnodwch, yna crëwch y gwahoddiad cyntaf.
first-ready-administrator = Gweinyddwr
first-ready-logo = Gellir ychwanegu logo o dan Gosodiadau ar ôl ichi fewngofnodi.
first-ready-data = Ffolder ddata
first-finish = Mynd i fewngofnodi

# ---- opening a file whose key is not at hand
open-title = Agor y ffeil
open-text-passphrase = Mae’r data ar y ddyfais hon wedi’i amgryptio. Mae eich cyfrinymadrodd yn ei agor.
open-text-recovery = Mae’r data ar y ddyfais hon wedi’i amgryptio. Teipiwch yr allwedd adfer a argraffwyd y tro cyntaf.
open-passphrase = Cyfrinymadrodd
open-recovery-key = Allwedd adfer
open-recovery-hint = Fesul llinell, fel y’i hargraffwyd. Nid oes ots am briflythrennau na chysylltnodau.
open-submit = Agor
open-use-recovery = Wedi anghofio’r cyfrinymadrodd?
open-text-forgotten = Teipiwch yr allwedd adfer a argraffwyd y tro cyntaf, a chyfrinymadrodd newydd. Hwn fydd yn agor y ffeil o hyn ymlaen; ni fydd yr hen un yn gwneud hynny mwyach.
open-text-recovery-passphrase = Teipiwch yr allwedd adfer a argraffwyd y tro cyntaf, a chyfrinymadrodd: nid oes gan y ddyfais hon gylch allweddi, felly gofynnir amdano bob tro y mae Vestibule yn dechrau.
open-new-passphrase = Cyfrinymadrodd newydd
open-new-again = Y cyfrinymadrodd newydd eto
open-new-differs = Mae’r ddau gyfrinymadrodd yn wahanol.
open-new-submit = Gosod ac agor
open-use-passphrase = Defnyddio’r cyfrinymadrodd yn lle hynny

# ---- the file can't be used
unusable-title = Ni ellir agor y ffeil
unusable-newer = Mae angen fersiwn mwy newydd o Vestibule ar y ffeil hon
unusable-corrupt = Ni ellir darllen y ffeil
unusable-foreign = Nid ffeil Vestibule yw hon
unusable-unwritable = Ni ellir ysgrifennu i’r ffeil
unusable-busy = Mae’r ffeil yn cael ei defnyddio
unusable-fault = Ni chollwyd dim, ac mae rhagor yn y log. Rhowch gynnig arall arni; os yw’n parhau felly, dechreuwch Vestibule eto.

# ---- sign in
sign-in-title = Mewngofnodi i { $organisation }
sign-in-username = Enw defnyddiwr neu gyfeiriad e-bost
sign-in-password = Cyfrinair
sign-in-keep = Fy nghadw wedi mewngofnodi ar y ddyfais hon
sign-in-submit = Mewngofnodi
sign-in-reset = Mae gen i god ailosod
sign-in-password-set = **Mae eich cyfrinair newydd wedi’i osod.** Mewngofnodwch ag ef.
sign-in-forgot = Wedi’i anghofio?
sign-in-forgot-text = **Gofynnwch i weinyddwr.** Bydd yn rhoi cod untro i chi, a chyda hwnnw byddwch yn gosod cyfrinair newydd. Ni all neb weld yr hen un.
sign-in-forgot-administrator = Mae gweinyddwr na all fynd i mewn yn gosod un newydd â’r allwedd adfer: “Mae gen i god ailosod”, yna “Mae gen i’r allwedd adfer”.
sign-in-new = Newydd yma?
sign-in-code = Mae gen i god
sign-in-samples = Data enghreifftiol: pwy gaiff fewngofnodi

# ---- a new password by a one-time code
reset-title = Gosod cyfrinair newydd
reset-text = Wedi anghofio eich cyfrinair? Bydd gweinyddwr yn rhoi cod i chi sy’n ddilys am 24 awr ac am un defnydd.
reset-text-key = Ar gyfer gweinyddwyr: mae’r allwedd adfer, fel y’i hargraffwyd y tro cyntaf, yn gosod cyfrinair newydd.
reset-use-key = Mae gen i’r allwedd adfer
reset-use-code = Mae gen i god ailosod
reset-code = Cod ailosod
reset-password = Cyfrinair newydd
reset-again = Y cyfrinair newydd eto
reset-submit = Gosod cyfrinair

# ---- locked after rest
locked-where = { $organisation } · Wedi’i gloi
locked-text = Mae eich cyfrinair yn agor y ffenestr lle gadawsoch hi.
locked-link = **Agorwyd dolen gwahoddiad.** Datglowch i ddweud beth yw ei diben, neu allgofnodwch i ymuno drwyddi.
locked-unlock = Datgloi
locked-sign-out = Allgofnodi

# ---- join
join-code-title = Rhowch eich cod
join-code-text = Mae ar eich gwahoddiad. Gallwch ludo’r ddolen gyfan hefyd.
join-code = Cod
join-code-hint = Nid oes ots am briflythrennau, bylchau na chysylltnodau.
join-continue = Parhau
join-back = Yn ôl i fewngofnodi
join-title = Creu eich cyfrif
join-valid = Mae’r cod yn ddilys
join-welcome = Croeso i
join-welcome-text = Rydym yn falch eich bod yn dod. Mae’n cymryd munud i sefydlu eich cyfrif.
join-invited-by = Gwahoddwyd gan
join-role = Rydych yn ymuno fel
join-department = Adran
join-open-until = Ar agor tan
join-summary = Rydych yn ymuno fel { $role }, ar wahoddiad { $name }
join-summary-in = Rydych yn ymuno fel { $role } yn adran { $department }, ar wahoddiad { $name }
join-name = Enw
join-name-yours = Eich enw
join-email = E-bost
join-username = Enw defnyddiwr
join-password = Cyfrinair
join-bound = Mae’r gwahoddiad hwn ar gyfer { $email }.
join-bound-domain = Mae’r gwahoddiad hwn ar gyfer cyfeiriadau { $domain }.
join-submit = Ymuno â { $organisation }
join-when = Dim ond pan fyddwch yn pwyso Ymuno y defnyddir y cod.
join-another = Nid chi? Rhoi cod arall
join-taken-one = Mae “{ $name }” wedi’i gymryd eisoes. Mae { $free } ar gael.
join-taken-two = Mae “{ $name }” wedi’i gymryd eisoes. Mae’r rhain ar gael: { $first }, { $second }.
join-changed = **Newidiodd y gwahoddiad tra oeddech yma.** Byddech nawr yn ymuno fel { $role }. Edrychwch eto, yna ymunwch.
join-changed-in = **Newidiodd y gwahoddiad tra oeddech yma.** Byddech nawr yn ymuno fel { $role } yn adran { $department }. Edrychwch eto, yna ymunwch.
join-other-title = Agor y ddolen arall?
join-other-text = Agorwyd dolen gwahoddiad arall. Ni chedwir yr hyn a deipiwyd gennych yma os ewch ymlaen â hi.
join-other-stay = Aros yma
join-other-open = Agor y ddolen arall
joined-title = Croeso, { $name }
joined-text = Rydych wedi ymuno â { $organisation } fel { $role }. Mae eich cyfrif yn barod ichi fewngofnodi.
joined-text-in = Rydych wedi ymuno â { $organisation } fel { $role } yn adran { $department }. Mae eich cyfrif yn barod ichi fewngofnodi.
joined-sign-in = Mewngofnodi
