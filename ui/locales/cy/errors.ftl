# One sentence per error code: what happened, where, and what would be right. Where a sentence needs a value that may be unknown, `…-plain` says it without.

ordinal-1 = 1
ordinal-2 = 2
ordinal-3 = 3
ordinal-4 = 4
ordinal-5 = 5

# ---- the code as typed
error-code-mistyped = Mae gwall teipio yng ngrŵp { $group }.
error-code-mistyped-plain = Mae gwall teipio. Gwiriwch y cod eto.
error-code-malformed = Nid oes “{ $symbol }” mewn cod. Mae ynddo ddigidau a llythrennau heb I, L, O ac U.
error-code-malformed-plain = Mae gan god 12, 16 neu 20 o lythrennau a digidau, megis K7QF-2M9X-4TZC-8WHN.
error-code-layout = Mae’n ymddangos bod y sganiwr a’r cyfrifiadur wedi’u gosod ar gyfer bysellfyrddau gwahanol. Gosodwch y ddau ar gyfer yr un un, neu teipiwch y cod.
error-code-several = Mae dau god yma. Rhowch un ohonynt.
error-code-refused = **Ni ellir defnyddio’r cod hwn.** Gwiriwch ef gyda’r person a’i rhoddodd i chi.
error-invitation-expired = Daeth y cod hwn i ben ar { $at }.
error-invitation-expired-plain = Mae’r cod hwn wedi dod i ben.
error-invitation-used-up = Mae’r cod hwn wedi’i ddefnyddio’n llwyr.
error-invitation-revoked = Dirymwyd y cod hwn.
error-invitation-replaced = Disodlwyd y cod hwn gan un arall. Gofynnwch i’r person a’i rhoddodd i chi.
error-invitation-wrong-domain = Mae’r cod hwn ar gyfer cyfeiriadau e-bost mewn parth arall.
error-invitation-wrong-email = Mae’r cod hwn ar gyfer cyfeiriad e-bost arall.
error-invitation-creator-may-not = Ni chaiff y person a wnaeth y cod hwn wahodd i’r rôl hon mwyach. Gofynnwch am un newydd.
error-already-member = Rydych wedi ymuno eisoes. Mewngofnodwch yn lle hynny.
error-invitation-changed = **Newidiodd y gwahoddiad tra oeddech yma.** Edrychwch eto, yna ymunwch.

# ---- fields
error-field-required = Mae angen hwn.
error-field-too-long = Hyd at { $max } nod.
error-field-too-long-plain = Mae hwn yn rhy hir.
error-field-not-text = Ni ellir defnyddio nodau rheoli na marciau sy’n troi cyfeiriad testun yma.
error-field-line-break = Mae toriad llinell yn hwn. Ysgrifennwch ef ar un llinell.
error-email-several = Mae dau gyfeiriad yma. Rhowch un ohonynt.
error-email-malformed = Mae cyfeiriad e-bost yn edrych fel name@post.example.
error-username-malformed = 3 i 32 nod: a i z, digidau, dot, cysylltnod, tanlinell. Mae’n dechrau â llythyren.
error-username-signs = Mae’n gorffen â llythyren neu ddigid, a cheir un dot, cysylltnod neu danlinell ar y tro.
error-username-reserved = Mae’r enw hwn yn swnio fel swydd yn y sefydliad. Dewiswch un arall.
error-username-alike = Dim ond dotiau, cysylltnodau neu danlinellau sy’n gwahaniaethu enw defnyddiwr rhywun arall a’r un hwn. Dewiswch un arall.
error-username-taken = Mae’r enw defnyddiwr hwn wedi’i gymryd eisoes. Byddai { $free } ar gael.
error-username-taken-plain = Mae’r enw defnyddiwr hwn wedi’i gymryd eisoes.
error-email-taken = Mae’r cyfeiriad hwn gan gyfrif arall.
error-password-too-short = O leiaf { $min } nod.
error-password-too-short-plain = Mae’r cyfrinair hwn yn rhy fyr.
error-password-too-weak = Mae hwn yn rhy hawdd ei ddyfalu. Mae sawl gair digyswllt yn gweithio’n dda.
error-expiry-past = Rhaid i’r dyddiad dod i ben fod yn y dyfodol.
error-expiry-too-far = Hyd at { $max_days } diwrnod o nawr, tan { $until }.
error-expiry-too-far-plain = Mae hwn ymhellach ymlaen nag y mae’r polisi’n ei ganiatáu.
error-expiry-never-not-allowed = Nid yw’r polisi’n caniatáu gwahoddiadau nad ydynt byth yn dod i ben.
error-expiry-malformed = Mae dyddiad ac amser yn edrych fel 2026-12-31 17:00.
error-usage-limit-out-of-range = Rhif o 1 i { $max }.
error-usage-limit-out-of-range-plain = Rhif sy’n 1 neu fwy.
error-role-unknown = Nid oes rôl o’r fath.
error-role-not-allowed = Dim ond i rolau â safle is na’ch un chi y gallwch wahodd.
error-department-required = Mae angen adran ar y rôl hon.
error-department-not-allowed = Dim ond eich is-adran eich hun y gallwch ei defnyddio.
error-group-unknown = Nid oes grŵp o’r fath.
error-code-not-here = Nid yw cod y gwahoddiad hwn ar y ddyfais hon.
error-recipient-missing = Nid yw’r gwahoddiad hwn wedi’i rwymo i gyfeiriad. Dywedwch at bwy y dylid ei anfon.
error-recipient-other = Gwahoddiad i rywun arall yw hwn: ni allai cyfeiriad arall ei ddefnyddio.
error-mail-on-its-way = Mae neges â’r gwahoddiad hwn ar ei ffordd i’r cyfeiriad hwn eisoes.
error-mail-unknown = Nid oes neges o’r fath yn y blwch allan, neu nid oes gennych hawl i’w gweld.
error-mail-not-set-up = Nid yw’r gweinydd e-bost wedi’i osod ar y ddyfais hon.
error-mail-password-missing = Nid yw cyfrinair y gweinydd e-bost ar gael. Mae gweinyddwr yn ei osod eto.
error-mail-not-sent = Ni dderbyniodd y gweinydd e-bost y neges.
error-mail-not-made = Ni ellir creu’r neges. Gwiriwch y testun yn y gosodiadau.
error-template-malformed = Nid dalfan yw’r hyn sydd mewn bachau: llinell { $line }, colofn { $column }.
error-template-malformed-plain = Nid dalfan yw’r hyn sydd mewn bachau, neu mae’r testun yn rhy hir.
error-host-malformed = Enwir gweinydd e-bost fel mail.school.example.
error-certificate-unreadable = Nid tystysgrif ar ffurf PEM yw hon.
error-department-unknown = Nid oes adran o’r fath, neu ni chewch chi ei gweld.
error-department-ambiguous = Mae sawl adran o’r enw hwnnw: { $paths }. Rhowch y llwybr cyfan.
error-department-parent-unknown = Nid oes adran { $parent } i roi un newydd oddi tani.
error-department-name-taken = Mae adran o’r enw hwn eisoes.
error-department-into-itself = Ni ellir symud adran oddi tani ei hun.
error-department-too-deep = Gall hyd at { $max } adran fod o dan ei gilydd.
error-department-slash = Nid oes slaes yn enw adran. Saif slaes rhwng yr enwau mewn llwybr.
error-new-department-not-allowed = Gallwch ddefnyddio adrannau sy’n bodoli. Gweinyddwr sy’n creu rhai newydd.
error-group-not-allowed = Gallwch ddefnyddio grwpiau sy’n bodoli. Gweinyddwr sy’n creu rhai newydd.
error-creator-unknown = Nid oes neb â’r enw defnyddiwr hwnnw.
error-bound-twice = Dewiswch gyfeiriad neu barth, nid y ddau.
error-binding-required = Mae angen cyfeiriad neu barth.
error-one-address-for-many = Mae un cyfeiriad ar gyfer un gwahoddiad. Gellir rhwymo llawer wrth barth.
error-count-out-of-range = Rhif o 1 i { $max }.
error-count-out-of-range-plain = Rhif sy’n 1 neu fwy.
error-number-out-of-range = Rhif o { $min } i { $max }.
error-number-out-of-range-plain = Mae’r rhif hwn yn rhy fach neu’n rhy fawr.
error-policy-changed = **Newidiodd y gosodiadau tra oeddech yma.** Ni chadwyd dim; edrychwch arnynt eto.
error-join-address-malformed = Mae cyfeiriad yn edrych fel https://join.school.example.
error-page-out-of-range = Nid oes tudalen o’r fath.

# ---- invitations
error-invitation-not-found = Nid yw’r gwahoddiad hwn yn y rhestr bellach.
error-row-unreadable = Ni ellir darllen y rhes hon.
error-duplicate-in-file = Mae’r un cyfeiriad ar linell { $line }.
error-duplicate-in-file-plain = Mae’r un cyfeiriad mewn rhes gynharach.
error-already-invited = Mae gwahoddiad gweithredol wedi’i rwymo wrth y cyfeiriad hwn.
error-sheet-unreadable = Ni ellir darllen y ffeil hyd ei diwedd. Ni chrëwyd dim.
error-clock-doubted = **Efallai fod cloc y ddyfais hon yn anghywir.** Cywirwch ef, neu gofynnwch i weinyddwr ei gadarnhau.
error-head-malformed = **Nid diwedd trywydd archwilio yw hwn.** Mae gan hwnnw ddyfais, rhif a hash, gyda cholonau rhyngddynt.
error-selection-changed = **Mae rhai eraill yn cyfateb erbyn hyn.** Ni newidiwyd dim; edrychwch arno eto.
error-sheet-changed = **Newidiodd y ffeil ers y rhagolwg.** Ni chrëwyd dim; edrychwch arni eto.
error-nothing-to-print = Nid oes yr un o’r rhain yn weithredol, felly nid oes dim i’w argraffu.
error-no-font = Ni all unrhyw ffont ar y ddyfais hon argraffu { $characters }. Gosodwch ffont sy’n eu cynnwys: Noto Sans ar gyfer y sgript, Noto Color Emoji ar gyfer emoji. Neu argraffwch y lleill drwy ddefnyddio hidlydd.
error-no-font-plain = Ni all unrhyw ffont ar y ddyfais hon argraffu rhai o’r llythrennau hyn. Gosodwch ffont sy’n eu cynnwys: Noto Sans ar gyfer y sgript, Noto Color Emoji ar gyfer emoji.
error-link-too-long = Mae’r ddolen yn rhy hir ar gyfer cod QR o’r maint hwn. Argraffwch bosteri, neu gosodwch gyfeiriad ymuno byrrach.
error-not-printed = Nid oedd modd argraffu hwn. Ni chrëwyd dim.
error-picture-unknown = Nid llun PNG neu JPEG yw hwn. Dewiswch ffeil PNG neu JPEG.
error-picture-damaged = Ni ellir darllen y llun hwn: mae’r ffeil wedi’i difrodi. Cadwch ef eto fel PNG neu JPEG.
error-picture-too-large = Mae’r ffeil hon yn fwy na { $max } MB. Dewiswch lun llai.
error-picture-too-large-plain = Mae’r ffeil hon yn rhy fawr. Dewiswch lun llai.
error-picture-too-many-pixels = Mae gan y llun hwn { $width } × { $height } picsel. Dewiswch un â hyd at { $max } i bob cyfeiriad.
error-picture-too-many-pixels-plain = Mae gan y llun hwn ormod o bicseli. Dewiswch un llai.
error-logo-missing = Nid oes gan y sefydliad logo.
error-columns-unclear = Dim ond mewn un golofn y gall pob maes fod, a rhaid i o leiaf un golofn gynnwys maes.
error-sheet-unclear = **Mae’r daenlen yn gadael rhywbeth heb ei ateb.** Ni chrëwyd dim. Edrychwch ar y cwestiynau uwchben ei rhesi.
error-file-name-other-form = Mae’r enw’n gorffen â .{ $ending }, ond { $form } yw’r hyn a ysgrifennir. Dewiswch enw sy’n gorffen â .{ $form }.
error-file-name-other-form-plain = Mae enw’r ffeil yn nodi fformat gwahanol i’r un a fyddai ganddi. Dewiswch enw arall.
error-file-place-reserved = Mae { $path } ymhlith ffeiliau sefydliad ei hun, sydd ar eu pennau eu hunain yn eu ffolder. Dewiswch le arall.
error-file-place-reserved-plain = Mae’r lle ymhlith ffeiliau sefydliad ei hun. Dewiswch un arall.
error-file-not-usable = Ni ellir darllen { $path } nac ysgrifennu iddo.
error-file-not-usable-plain = Ni ellir darllen y ffeil nac ysgrifennu iddi.
error-job-cancelled = Canslwyd. Ni newidiwyd dim.
error-job-unknown = Mae’r gwaith hwn wedi gorffen.
error-invitation-not-active = Nid yw’r gwahoddiad hwn yn weithredol mwyach, felly nid oes dim i’w ddirymu.

# ---- who asks
error-not-signed-in = Rydych wedi allgofnodi. Mewngofnodwch i fynd ymlaen.
error-session-locked = Mae’r ffenestr wedi’i chloi. Rhowch eich cyfrinair i fynd ymlaen.
error-not-permitted = Ni chaiff eich rôl wneud hyn. Fe’i nodwyd yn y trywydd archwilio.
error-sign-in-refused = **Mae’r enw defnyddiwr neu’r cyfrinair yn anghywir.** Gwiriwch y ddau a rhowch gynnig arall arni.
error-person-unknown = Nid oes neb â’r enw defnyddiwr hwnnw.
error-password-needed = Rhowch eich cyfrinair eich hun: mae hyn yn ymwneud â rhywun o’r un safle â chi, neu â’ch cyfeiriad eich hun.
error-last-administrator = **Hwn yw’r gweinyddwr olaf.** Gwnewch rywun arall yn weinyddwr yn gyntaf.
error-not-yourself = Ni allwch eich atal eich hun. Gall gweinyddwr arall wneud hynny.
error-user-without-department = Mae angen adran ar y rôl hon. Symudwch y person i un yn gyntaf.
error-session-unknown = Mae’r sesiwn hwn wedi gorffen eisoes.
error-not-an-administrator = Dim ond cyfrineiriau gweinyddwyr y mae’r allwedd adfer yn eu gosod. Gall gweinyddwr ailosod y lleill.
error-password-code-refused = **Mae’r enw defnyddiwr neu’r cod yn anghywir, neu nid yw’r cod yn ddilys mwyach.** Gofynnwch am un newydd.
error-too-many-tries =
    { $seconds ->
        [zero] Gormod o geisiadau. Gallwch fynd ymlaen ymhen { $seconds } eiliad.
        [one] Gormod o geisiadau. Gallwch fynd ymlaen ymhen { $seconds } eiliad.
        [two] Gormod o geisiadau. Gallwch fynd ymlaen ymhen { $seconds } eiliad.
        [few] Gormod o geisiadau. Gallwch fynd ymlaen ymhen { $seconds } eiliad.
        [many] Gormod o geisiadau. Gallwch fynd ymlaen ymhen { $seconds } eiliad.
       *[other] Gormod o geisiadau. Gallwch fynd ymlaen ymhen { $seconds } eiliad.
    }
error-too-many-tries-plain = Gormod o geisiadau. Arhoswch ychydig, yna ewch ymlaen.
error-account-suspended = Mae’r cyfrif hwn wedi’i atal. Gofynnwch i weinyddwr.

# ---- file and keys
error-organisation-exists = Mae sefydliad yn y ffolder hon eisoes. Dechreuwch Vestibule eto i’w agor.
error-organisation-missing = Nid oes sefydliad yn y ffolder hon eto.
error-file-newer = Crëwyd y ffeil hon gan Vestibule { $needs }. Diweddarwch y ddyfais hon i’w hagor. Ni newidiwyd dim.
error-file-newer-plain = Crëwyd y ffeil hon gan fersiwn mwy newydd o Vestibule. Diweddarwch y ddyfais hon i’w hagor. Ni newidiwyd dim.
error-file-foreign = Nid Vestibule a greodd y ffeil yn y ffolder ddata. Ni newidiwyd dim.
error-file-corrupt = Mae’r ffeil wedi’i difrodi. Adferwch hi o gopi wrth gefn. Ni newidiwyd dim.
error-file-wrong-key = Nid yw’r allwedd hon yn agor y ffeil. Ni newidiwyd dim.
error-file-wrong-passphrase = Nid yw’r cyfrinymadrodd hwn yn agor y ffeil. Ni newidiwyd dim.
error-file-busy = Mae rhaglen arall yn defnyddio’r ffeil. Ni newidiwyd dim; rhowch gynnig arall arni.
error-file-read-only = **Ni ellir ysgrifennu i’r ffolder { $folder }.** Ni newidiwyd dim. Rhowch yr hawl i’ch cyfrif ysgrifennu ynddi, neu dechreuwch Vestibule gyda ffolder arall (vestibule --data-dir).
error-file-read-only-plain = **Ni ellir ysgrifennu i’r ffolder data.** Ni newidiwyd dim. Rhowch yr hawl i’ch cyfrif ysgrifennu ynddi, neu dechreuwch Vestibule gyda ffolder arall (vestibule --data-dir).
error-disk-full = Nid oes lle ar ôl ar y ddisg. Ni newidiwyd dim.
error-file-unreachable = Ni ellir agor { $path }. Ni newidiwyd dim.
error-file-unreachable-plain = Ni ellir agor y ffeil. Ni newidiwyd dim.
error-keychain-absent = Nid oes gan y ddyfais hon gylch allweddi. Mae cyfrinymadrodd yn cymryd ei le.
error-keychain-locked = Mae’r cylch allweddi wedi’i gloi, neu fe wrthododd. Datglowch ef, yna rhowch gynnig arall arni.
error-keychain-late = Nid atebodd y cylch allweddi mewn pryd. Rhowch gynnig arall arni.
error-key-missing = Nid oes allwedd ar gyfer y ffeil hon yn y cylch allweddi.
error-recovery-key-mistyped = Mae gwall teipio ar linell { $line }.
error-recovery-key-mistyped-plain = Mae gwall teipio yn yr allwedd adfer. Gwiriwch bob llinell eto.
error-passphrase-required = Mae angen cyfrinymadrodd o leiaf { $min } nod o hyd.
error-passphrase-required-plain = Mae angen cyfrinymadrodd.
error-secret-file-unsafe = Gall eraill ddarllen { $path }, neu mae’n wag, neu ni ellir ei ddarllen.
error-secret-file-unsafe-plain = Gall eraill ddarllen y ffeil sy’n cynnwys y gyfrinach, neu mae’n wag, neu ni ellir ei darllen.
error-clipboard-failed = **Nid oedd modd copïo.** Dewiswch y cod a phwyswch Ctrl C.
error-fault = **Aeth rhywbeth o’i le.** Ni chollwyd dim, ac mae rhagor yn y log. Rhowch gynnig arall arni.
