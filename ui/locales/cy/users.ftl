# The Users page: the list, who is shown beside it, and the questions over it.

users-title = Defnyddwyr
users-table = Defnyddwyr
users-loading = Wrthi’n darllen y defnyddwyr
users-search = Chwilio’r defnyddwyr
users-search-hint = Enw, enw defnyddiwr neu e-bost
users-none-found-hint = Mae’r chwiliad yn edrych ar enw, enw defnyddiwr ac e-bost. Gwiriwch y sillafu, neu tynnwch hidlyddion.
users-none-filtered-hint =
    { $count ->
        [zero] Mae { $count } o bobl yno heb yr hidlyddion hyn.
        [one] Mae un person yno heb yr hidlyddion hyn.
        [two] Mae { $count } berson yno heb yr hidlyddion hyn.
        [few] Mae { $count } pherson yno heb yr hidlyddion hyn.
        [many] Mae { $count } pherson yno heb yr hidlyddion hyn.
       *[other] Mae { $count } o bobl yno heb yr hidlyddion hyn.
    }
users-counters = Defnyddwyr yn ôl cyflwr
users-all = Pob un
users-active = Gweithredol
users-suspended = Ataliwyd
users-erased = Dilëwyd
users-erased-name = Dilëwyd
users-never = byth
users-full-name = { $name } ({ $username })
users-state-unknown = Nid oes cyflwr o’r fath: gweithredol, ataliwyd neu dilëwyd.
users-export-title = Allforio defnyddwyr
users-export-name = Defnyddwyr { $day }
users-export-running = Wrthi’n allforio defnyddwyr
users-export-done =
    { $count ->
        [zero] Allforiwyd { $count } defnyddiwr
        [one] Allforiwyd { $count } defnyddiwr
        [two] Allforiwyd { $count } ddefnyddiwr
        [few] Allforiwyd { $count } defnyddiwr
        [many] Allforiwyd { $count } defnyddiwr
       *[other] Allforiwyd { $count } defnyddiwr
    }
users-name = Enw
users-email = E-bost
users-username = Enw defnyddiwr
users-role = Rôl
users-department = Adran
users-group = Grŵp
users-groups = Grwpiau
users-state = Cyflwr
users-last-sign-in = Mewngofnodi diwethaf
users-joined = Ymunodd
users-joined-through = Ymunodd drwy

# ---- one user
user-details = Manylion
user-close = Cau’r manylion
user-previous = Yr un blaenorol
user-next = Yr un nesaf
user-role = Newid rôl…
user-role-short = Rôl…
user-department = Symud i adran…
user-reset = Ailosod cyfrinair…
user-reactivate = Ailactifadu…
user-suspend = Atal…
user-erase = Dileu…
user-invitation-open = Y gwahoddiad
user-sessions = Wedi mewngofnodi
user-no-sessions = Heb fewngofnodi ar y ddyfais hon.
user-session-window = Ffenestr
user-session-cli = Llinell orchymyn
user-session-kiosk = Ciosg
user-session-this = { $place }, y sesiwn hwn
user-session-kept = { $place }, yn aros wedi mewngofnodi
user-session-active = gweithredol { $when }
user-session-end = Allgofnodi: { $place }, ers { $since }
user-session-ended = Wedi allgofnodi yno
user-activity = Gweithgarwch
user-by-nobody = Neb
user-unread = Ni ellir darllen hwn nawr
user-gone = Nid oes neb yma mwyach
user-try-again = Ceisio eto
activity-account-created = Ymunodd
activity-redeemed = Defnyddiodd wahoddiad
activity-role-changed = Newidiodd **{ $name }** y rôl
activity-moved = Symudodd **{ $name }** y cyfrif i adran arall
activity-suspended = Ataliodd **{ $name }** y cyfrif
activity-reactivated = Ailactifadodd **{ $name }** y cyfrif
activity-profile = Newidiodd enw neu e-bost
activity-profile-refused = Gofynnodd am gyfeiriad sydd gan rywun arall
activity-signed-in = Mewngofnododd
activity-signed-out = Allgofnododd
activity-session-ended = Daeth **{ $name }** â sesiwn i ben
activity-sign-in-failed = Methodd ymgais i fewngofnodi
activity-code-issued = Creodd **{ $name }** god ailosod
activity-code-refused = Gwrthodwyd cod ailosod
activity-password-set = Gosodwyd cyfrinair newydd
activity-recovery-key = Gwelodd yr allwedd adfer
activity-not-permitted = Gofynnodd am rywbeth na chaiff y rôl ei wneud
activity-erased = Dileodd **{ $name }** yr hyn sy’n bersonol
activity-other = { $event }

# ---- questions
user-cancel = Canslo
user-role-title = Newid rôl
user-role-words = { $role } yw **{ $name }** nawr. Daw rôl arall i rym ar unwaith, ym mhob sesiwn.
user-role-choose = Rôl
user-role-confirm = Newid rôl
user-role-done = { $role } yw { $name } nawr
user-role-none = Nid oes rôl arall y cewch ei rhoi.
user-promote = Mae gan **{ $role }** yr un hawliau â chi. Rhowch eich cyfrinair eich hun i fynd ymlaen.
user-peer = Mae gan **{ $name }** safle mor uchel â chi. Rhowch eich cyfrinair eich hun i fynd ymlaen.
user-password = Eich cyfrinair
user-password-wrong = Nid eich cyfrinair chi yw hwn.
user-department-title = Symud i adran
user-department-words = Bydd yr hyn y mae **{ $name }** yn ei weld ac yn cael ei wneud yn newid ar unwaith.
user-department-choose = Adran
user-department-none = Dim adran
user-department-confirm = Symud
user-department-done = Mae { $name } yn perthyn i { $department } nawr
user-suspend-title = Atal y cyfrif hwn?
user-suspend-words = Bydd **{ $name }** wedi allgofnodi ym mhobman ar unwaith, heb allu mewngofnodi nes i rywun ailactifadu’r cyfrif. Mae’r cyfrinair a phopeth arall yn aros.
user-suspend-confirm = Atal
user-suspend-done = Ataliwyd cyfrif { $name }
user-reactivate-title = Ailactifadu’r cyfrif hwn?
user-reactivate-words = Bydd **{ $name }** yn gallu mewngofnodi eto, gyda’r cyfrinair o’r blaen.
user-reactivate-confirm = Ailactifadu
user-reactivate-done = Gall { $name } fewngofnodi eto
user-reset-title = Creu cod ailosod?
user-reset-words = Gyda’r cod, bydd **{ $name }** yn gosod cyfrinair newydd. Dangosir y cod unwaith, ac mae’n ddilys am 24 awr ac un defnydd. Tan hynny mae’r hen gyfrinair yn aros.
user-reset-confirm = Creu cod
user-erase-title = Dileu’r person hwn?
user-erase-words = Bydd enw, e-bost, enw defnyddiwr a chyfrinair **{ $name }** yn diflannu am byth, o restrau, o’r chwiliad ac o’r trywydd archwilio, a chyda nhw yr hyn sy’n bersonol mewn gwahoddiadau a oedd ar gyfer y person hwn yn unig. Mae’r hyn a wnaeth yn aros, heb enw. Mae copïau wrth gefn a ffeiliau a allforiwyd yn cadw’r hyn sydd ynddynt. Ni ellir dadwneud hyn.
user-erase-confirm = Dileu
user-erase-done = Dilëwyd yr hyn a oedd yn bersonol
user-code-title = Cod ailosod ar gyfer { $name }
user-code-words = Rhowch ef i **{ $name }** eich hun. Mae’n ddilys tan { $until } ac am un defnydd, ac ni chaiff ei ddangos eto.
user-code-how = Ar y dudalen fewngofnodi: “Mae gen i god ailosod”.
user-code-done = Wedi gorffen
user-code-copied = Cod ailosod wedi’i gopïo

# ---- many users
users-many-move = Symud…
users-many-sign-out = Allgofnodi…
users-many-reactivate = Ailactifadu…
users-many-suspend = Atal…
users-many-sign-out-title = Allgofnodi’r defnyddwyr hyn?
users-many-reactivate-title = Ailactifadu’r cyfrifon hyn?
users-many-suspend-title = Atal y cyfrifon hyn?
users-many-move-body =
    { $count ->
        [zero] Bydd **{ $count } defnyddiwr** yn symud. Bydd yr hyn y maent yn ei weld ac yn cael ei wneud yn newid ar unwaith.
        [one] Bydd **{ $count } defnyddiwr** yn symud. Bydd yr hyn y mae’n ei weld ac yn cael ei wneud yn newid ar unwaith.
        [two] Bydd **{ $count } ddefnyddiwr** yn symud. Bydd yr hyn y maent yn ei weld ac yn cael ei wneud yn newid ar unwaith.
        [few] Bydd **{ $count } defnyddiwr** yn symud. Bydd yr hyn y maent yn ei weld ac yn cael ei wneud yn newid ar unwaith.
        [many] Bydd **{ $count } defnyddiwr** yn symud. Bydd yr hyn y maent yn ei weld ac yn cael ei wneud yn newid ar unwaith.
       *[other] Bydd **{ $count } defnyddiwr** yn symud. Bydd yr hyn y maent yn ei weld ac yn cael ei wneud yn newid ar unwaith.
    }
users-many-sign-out-body =
    { $count ->
        [zero] Bydd **{ $count } defnyddiwr** wedi allgofnodi ble bynnag y maent wedi mewngofnodi ar y ddyfais hon.
        [one] Bydd **{ $count } defnyddiwr** wedi allgofnodi ble bynnag y mae wedi mewngofnodi ar y ddyfais hon.
        [two] Bydd **{ $count } ddefnyddiwr** wedi allgofnodi ble bynnag y maent wedi mewngofnodi ar y ddyfais hon.
        [few] Bydd **{ $count } defnyddiwr** wedi allgofnodi ble bynnag y maent wedi mewngofnodi ar y ddyfais hon.
        [many] Bydd **{ $count } defnyddiwr** wedi allgofnodi ble bynnag y maent wedi mewngofnodi ar y ddyfais hon.
       *[other] Bydd **{ $count } defnyddiwr** wedi allgofnodi ble bynnag y maent wedi mewngofnodi ar y ddyfais hon.
    }
users-many-reactivate-body =
    { $count ->
        [zero] Bydd **{ $count } defnyddiwr** yn gallu mewngofnodi eto, gyda’u cyfrineiriau o’r blaen.
        [one] Bydd **{ $count } defnyddiwr** yn gallu mewngofnodi eto, gyda’r cyfrinair o’r blaen.
        [two] Bydd **{ $count } ddefnyddiwr** yn gallu mewngofnodi eto, gyda’u cyfrineiriau o’r blaen.
        [few] Bydd **{ $count } defnyddiwr** yn gallu mewngofnodi eto, gyda’u cyfrineiriau o’r blaen.
        [many] Bydd **{ $count } defnyddiwr** yn gallu mewngofnodi eto, gyda’u cyfrineiriau o’r blaen.
       *[other] Bydd **{ $count } defnyddiwr** yn gallu mewngofnodi eto, gyda’u cyfrineiriau o’r blaen.
    }
users-many-suspend-body =
    { $count ->
        [zero] Bydd **{ $count } defnyddiwr** wedi allgofnodi ym mhobman ar unwaith, heb allu mewngofnodi nes i rywun ailactifadu’r cyfrifon. Mae’r cyfrineiriau a phopeth arall yn aros.
        [one] Bydd **{ $count } defnyddiwr** wedi allgofnodi ym mhobman ar unwaith, heb allu mewngofnodi nes i rywun ailactifadu’r cyfrif. Mae’r cyfrinair a phopeth arall yn aros.
        [two] Bydd **{ $count } ddefnyddiwr** wedi allgofnodi ym mhobman ar unwaith, heb allu mewngofnodi nes i rywun ailactifadu’r cyfrifon. Mae’r cyfrineiriau a phopeth arall yn aros.
        [few] Bydd **{ $count } defnyddiwr** wedi allgofnodi ym mhobman ar unwaith, heb allu mewngofnodi nes i rywun ailactifadu’r cyfrifon. Mae’r cyfrineiriau a phopeth arall yn aros.
        [many] Bydd **{ $count } defnyddiwr** wedi allgofnodi ym mhobman ar unwaith, heb allu mewngofnodi nes i rywun ailactifadu’r cyfrifon. Mae’r cyfrineiriau a phopeth arall yn aros.
       *[other] Bydd **{ $count } defnyddiwr** wedi allgofnodi ym mhobman ar unwaith, heb allu mewngofnodi nes i rywun ailactifadu’r cyfrifon. Mae’r cyfrineiriau a phopeth arall yn aros.
    }
users-many-move-confirm =
    { $count ->
        [zero] Symud { $count } defnyddiwr
        [one] Symud { $count } defnyddiwr
        [two] Symud { $count } ddefnyddiwr
        [few] Symud { $count } defnyddiwr
        [many] Symud { $count } defnyddiwr
       *[other] Symud { $count } defnyddiwr
    }
users-many-sign-out-confirm =
    { $count ->
        [zero] Allgofnodi { $count } defnyddiwr
        [one] Allgofnodi { $count } defnyddiwr
        [two] Allgofnodi { $count } ddefnyddiwr
        [few] Allgofnodi { $count } defnyddiwr
        [many] Allgofnodi { $count } defnyddiwr
       *[other] Allgofnodi { $count } defnyddiwr
    }
users-many-reactivate-confirm =
    { $count ->
        [zero] Ailactifadu { $count } defnyddiwr
        [one] Ailactifadu { $count } defnyddiwr
        [two] Ailactifadu { $count } ddefnyddiwr
        [few] Ailactifadu { $count } defnyddiwr
        [many] Ailactifadu { $count } defnyddiwr
       *[other] Ailactifadu { $count } defnyddiwr
    }
users-many-suspend-confirm =
    { $count ->
        [zero] Atal { $count } defnyddiwr
        [one] Atal { $count } defnyddiwr
        [two] Atal { $count } ddefnyddiwr
        [few] Atal { $count } defnyddiwr
        [many] Atal { $count } defnyddiwr
       *[other] Atal { $count } defnyddiwr
    }
users-many-moved =
    { $count ->
        [zero] Symudwyd { $count } defnyddiwr.
        [one] Symudwyd { $count } defnyddiwr.
        [two] Symudwyd { $count } ddefnyddiwr.
        [few] Symudwyd { $count } defnyddiwr.
        [many] Symudwyd { $count } defnyddiwr.
       *[other] Symudwyd { $count } defnyddiwr.
    }
users-many-signed-out =
    { $count ->
        [zero] Allgofnodwyd { $count } defnyddiwr.
        [one] Allgofnodwyd { $count } defnyddiwr.
        [two] Allgofnodwyd { $count } ddefnyddiwr.
        [few] Allgofnodwyd { $count } defnyddiwr.
        [many] Allgofnodwyd { $count } defnyddiwr.
       *[other] Allgofnodwyd { $count } defnyddiwr.
    }
users-many-reactivated =
    { $count ->
        [zero] Gall { $count } defnyddiwr fewngofnodi eto.
        [one] Gall { $count } defnyddiwr fewngofnodi eto.
        [two] Gall { $count } ddefnyddiwr fewngofnodi eto.
        [few] Gall { $count } defnyddiwr fewngofnodi eto.
        [many] Gall { $count } defnyddiwr fewngofnodi eto.
       *[other] Gall { $count } defnyddiwr fewngofnodi eto.
    }
users-many-suspended =
    { $count ->
        [zero] Ataliwyd { $count } defnyddiwr.
        [one] Ataliwyd { $count } defnyddiwr.
        [two] Ataliwyd { $count } ddefnyddiwr.
        [few] Ataliwyd { $count } defnyddiwr.
        [many] Ataliwyd { $count } defnyddiwr.
       *[other] Ataliwyd { $count } defnyddiwr.
    }
users-many-done =
    { $count ->
        [zero] Gwnaed hyn gyda { $count } defnyddiwr.
        [one] Gwnaed hyn gyda { $count } defnyddiwr.
        [two] Gwnaed hyn gyda { $count } ddefnyddiwr.
        [few] Gwnaed hyn gyda { $count } defnyddiwr.
        [many] Gwnaed hyn gyda { $count } defnyddiwr.
       *[other] Gwnaed hyn gyda { $count } defnyddiwr.
    }
users-many-unchanged =
    { $count ->
        [zero] Roedd { $count } felly eisoes.
        [one] Roedd { $count } felly eisoes.
        [two] Roedd { $count } felly eisoes.
        [few] Roedd { $count } felly eisoes.
        [many] Roedd { $count } felly eisoes.
       *[other] Roedd { $count } felly eisoes.
    }
users-many-left =
    { $count ->
        [zero] Ni chyrhaeddwyd { $count } defnyddiwr.
        [one] Ni chyrhaeddwyd { $count } defnyddiwr.
        [two] Ni chyrhaeddwyd { $count } ddefnyddiwr.
        [few] Ni chyrhaeddwyd { $count } defnyddiwr.
        [many] Ni chyrhaeddwyd { $count } defnyddiwr.
       *[other] Ni chyrhaeddwyd { $count } defnyddiwr.
    }
users-many-none = Nid oes neb yn eu plith y gellir gwneud hyn â nhw.
users-many-peers =
    { $count ->
        [zero] Mae gan { $count } ohonynt safle mor uchel â chi. Rhowch eich cyfrinair eich hun i fynd ymlaen.
        [one] Mae gan { $count } ohonynt safle mor uchel â chi. Rhowch eich cyfrinair eich hun i fynd ymlaen.
        [two] Mae gan { $count } ohonynt safle mor uchel â chi. Rhowch eich cyfrinair eich hun i fynd ymlaen.
        [few] Mae gan { $count } ohonynt safle mor uchel â chi. Rhowch eich cyfrinair eich hun i fynd ymlaen.
        [many] Mae gan { $count } ohonynt safle mor uchel â chi. Rhowch eich cyfrinair eich hun i fynd ymlaen.
       *[other] Mae gan { $count } ohonynt safle mor uchel â chi. Rhowch eich cyfrinair eich hun i fynd ymlaen.
    }
users-many-yourself = Rydych yn eu plith, ac yn aros fel yr ydych
users-many-password =
    { $count ->
        [zero] Mae gan { $count } safle mor uchel â chi: mae angen eich cyfrinair ar gyfer hynny
        [one] Mae gan { $count } safle mor uchel â chi: mae angen eich cyfrinair ar gyfer hynny
        [two] Mae gan { $count } safle mor uchel â chi: mae angen eich cyfrinair ar gyfer hynny
        [few] Mae gan { $count } safle mor uchel â chi: mae angen eich cyfrinair ar gyfer hynny
        [many] Mae gan { $count } safle mor uchel â chi: mae angen eich cyfrinair ar gyfer hynny
       *[other] Mae gan { $count } safle mor uchel â chi: mae angen eich cyfrinair ar gyfer hynny
    }
users-many-last =
    { $count ->
        [zero] { $count } yw’r gweinyddwyr olaf
        [one] { $count } yw’r gweinyddwr olaf
        [two] { $count } yw’r gweinyddwyr olaf
        [few] { $count } yw’r gweinyddwyr olaf
        [many] { $count } yw’r gweinyddwyr olaf
       *[other] { $count } yw’r gweinyddwyr olaf
    }
users-many-without-department =
    { $count ->
        [zero] Mae angen adran ar { $count } ar gyfer y rôl
        [one] Mae angen adran ar { $count } ar gyfer y rôl
        [two] Mae angen adran ar { $count } ar gyfer y rôl
        [few] Mae angen adran ar { $count } ar gyfer y rôl
        [many] Mae angen adran ar { $count } ar gyfer y rôl
       *[other] Mae angen adran ar { $count } ar gyfer y rôl
    }
users-many-not-permitted =
    { $count ->
        [zero] Mae { $count } â safle sy’n rhy uchel i chi, neu y tu hwnt i’ch cyrraedd
        [one] Mae { $count } â safle sy’n rhy uchel i chi, neu y tu hwnt i’ch cyrraedd
        [two] Mae { $count } â safle sy’n rhy uchel i chi, neu y tu hwnt i’ch cyrraedd
        [few] Mae { $count } â safle sy’n rhy uchel i chi, neu y tu hwnt i’ch cyrraedd
        [many] Mae { $count } â safle sy’n rhy uchel i chi, neu y tu hwnt i’ch cyrraedd
       *[other] Mae { $count } â safle sy’n rhy uchel i chi, neu y tu hwnt i’ch cyrraedd
    }
users-many-department-choose = Dewis adran
users-many-running-title = Wrthi’n newid defnyddwyr
users-many-running = Newidir y defnyddwyr y naill ar ôl y llall. Os canslwch nawr, bydd y rhai a newidiwyd yn aros felly.
users-many-report = Beth a ddigwyddodd iddynt
users-many-report-close = Cau

# ---- one's own profile
settings-profile = Eich proffil
profile-title = Eich proffil
profile-hint = Mae eraill yn gweld eich enw a’ch cyfeiriad. Rydych yn mewngofnodi â’ch enw defnyddiwr neu’r cyfeiriad hwn.
profile-name = Enw
profile-email = E-bost
profile-save = Cadw
profile-saved = Mae eich proffil wedi’i gadw
profile-password-title = Cyfrinair
profile-password-hint = Mae cyfrinair newydd yn eich allgofnodi ym mhobman arall.
profile-current = Cyfrinair presennol
profile-new = Cyfrinair newydd
profile-set-password = Gosod cyfrinair
profile-password-set = Mae eich cyfrinair newydd wedi’i osod
