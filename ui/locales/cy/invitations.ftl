# The Invitations page and its dialogs.

invitations-title = Gwahoddiadau
invitations-create = Creu gwahoddiad

# ---- counters and filters
invitations-counters = Hidlo yn ôl statws
invitations-all = Pob un
invitations-active = Gweithredol
invitations-used = Defnyddiwyd
invitations-expired = Daeth i ben
invitations-revoked = Dirymwyd
invitations-expiring = Dod i ben: 48 awr
invitations-search = Chwilio’r gwahoddiadau
invitations-search-hint = Cod, e-bost, label, dolen…
invitations-filter-status = Statws
invitations-filter-role = Rôl
invitations-filter-department = Adran

# ---- the table
invitations-table = Gwahoddiadau
invitations-code = Cod
invitations-email = E-bost
invitations-role = Rôl
invitations-status = Statws
invitations-expires = Dod i ben
invitations-used-by = Defnyddiwyd gan
invitations-created-by = Crëwyd gan
invitations-created = Crëwyd
invitations-anyone = Unrhyw un
invitations-anyone-label = Unrhyw un ·
invitations-anyone-at = Unrhyw un yn
invitations-code-kept = Wedi’i guddio rhag eich rôl
invitations-never = byth
invitations-uses = { $uses } o { $limit } wedi’u defnyddio
invitations-uses-short = { $uses } o { $limit }
invitations-use-line = { $name }, { $when }
invitations-uses-more =
    { $count ->
        [zero] a { $count } arall
        [one] ac { $count } arall
        [two] a { $count } arall
        [few] a { $count } arall
        [many] a { $count } arall
       *[other] a { $count } arall
    }
invitations-revoked-by = Dirymwyd gan { $name }, { $when }
invitations-revoked-because = Dirymwyd gan { $name }, { $when }: { $reason }
invitations-created-at = { $name }, { $when }
invitations-role-in = { $role }, { $department }

# ---- what can be done with a row
invitations-copy-code = Copïo’r cod
invitations-copy-code-title = Copïo’r cod (C)
invitations-copy-link = Copïo’r ddolen
invitations-copy-text = Copïo testun y gwahoddiad
invitations-copy-link-title = Copïo’r ddolen (L)
invitations-revoke = Dirymu…
invitations-copied-code = Cod wedi’i gopïo
invitations-copied-link = Dolen wedi’i chopïo
invitations-copied-text = Testun y gwahoddiad wedi’i gopïo
# The text for a person. Put together by the backend: the page hands it the words around the code and the link.
letter-who = Mae { $inviter } yn eich gwahodd i ymuno â { $organisation } fel { $role }.
letter-role = { $role }
letter-role-in = { $role } yn adran { $department }
letter-how =
    I ymuno, agorwch y ddolen hon:
    { $link }
    neu agorwch Vestibule, dewiswch “Mae gen i god” a rhowch:
    { $code }
letter-ends = Dyddiad dod i ben y gwahoddiad: { $at }.
letter-never = Nid oes dyddiad dod i ben i’r gwahoddiad.
letter-for-email = Mae ar gyfer { $email } yn unig.
letter-for-domain =
    { $count ->
        [zero] Gall { $count } o bobl â chyfeiriad @{ $domain } ei ddefnyddio.
        [one] Gall un person â chyfeiriad @{ $domain } ei ddefnyddio.
        [two] Gall { $count } berson â chyfeiriad @{ $domain } ei ddefnyddio.
        [few] Gall { $count } pherson â chyfeiriad @{ $domain } ei ddefnyddio.
        [many] Gall { $count } pherson â chyfeiriad @{ $domain } ei ddefnyddio.
       *[other] Gall { $count } o bobl â chyfeiriad @{ $domain } ei ddefnyddio.
    }
letter-for-anyone =
    { $count ->
        [zero] Gall { $count } o bobl ei ddefnyddio.
        [one] Dim ond unwaith y gellir ei ddefnyddio, felly cadwch ef i chi’ch hun.
        [two] Gall { $count } berson ei ddefnyddio.
        [few] Gall { $count } pherson ei ddefnyddio.
        [many] Gall { $count } pherson ei ddefnyddio.
       *[other] Gall { $count } o bobl ei ddefnyddio.
    }
letter-unexpected = Byddwch yn gweld beth rydych yn ymuno ag ef cyn i ddim gael ei ddefnyddio. Os nad oeddech yn disgwyl hwn, gofynnwch i { $inviter }, wyneb yn wyneb neu ar rif sy’n hysbys i chi, cyn agor y ddolen.
invitations-copied-clears = Caiff ei glirio o’r clipfwrdd ymhen { $seconds } eil
invitations-copy-failed = Nid oedd modd copïo
invitations-copy-failed-hint = Dewiswch y cod a phwyswch { $command } C

# ---- nothing to show
invitations-loading = Wrthi’n llwytho gwahoddiadau
invitations-empty-title = Dim gwahoddiadau eto
invitations-empty = Mae gwahoddiad yn gadael i un person, neu sawl un, ymuno â { $organisation } yn y rôl a ddewiswch. Cewch god, dolen a chod QR i’w rhannu.
invitations-empty-watch = Mae gwahoddiad yn gadael i un person, neu sawl un, ymuno â { $organisation } yn y rôl y mae’r gwahoddwr yn ei dewis. Bydd yr un cyntaf yn ymddangos yma.
invitations-none-found-hint = Chwiliwch am ran o’r cod, e-bost, label neu enw. Ni chwilir gwahoddiadau a archifwyd.
invitations-none-filtered-hint =
    { $count ->
        [zero] Bydd { $count } gwahoddiad i’w weld ar ôl eu clirio.
        [one] Bydd { $count } gwahoddiad i’w weld ar ôl eu clirio.
        [two] Bydd { $count } wahoddiad i’w weld ar ôl eu clirio.
        [few] Bydd { $count } gwahoddiad i’w weld ar ôl eu clirio.
        [many] Bydd { $count } gwahoddiad i’w weld ar ôl eu clirio.
       *[other] Bydd { $count } gwahoddiad i’w weld ar ôl eu clirio.
    }

# ---- create
create-title = Creu gwahoddiad
create-who = Pwy gaiff ei ddefnyddio
create-one-person = Un person
create-anyone = Unrhyw un sydd â’r cod
create-email = E-bost
create-email-hint = Dim ond person sy’n rhoi’r cyfeiriad hwn a all ymuno â’r cod.
create-anyone-hint = Mae’r cod yn gadael i mewn bwy bynnag sy’n ei ddal, hyd at nifer y defnyddiau.
create-role = Rôl
create-role-locked = Dim ond { $role } y mae eich rôl yn ei wahodd.
create-department = Adran
create-department-locked = Rydych yn gwahodd ar gyfer eich is-adran eich hun.
create-department-new = Mae “{ $name }” yn newydd: caiff ei chreu gyda’r gwahoddiad.
create-department-near = Mae “{ $name }” yn newydd: caiff ei chreu gyda’r gwahoddiad. Ai { $near } oeddech yn ei feddwl?
create-department-choice = Adran newydd “{ $name }”
create-new-department = Adran newydd “{ $name }”
create-new-department-near = Adran newydd “{ $name }”. Ai { $near } oeddech yn ei feddwl?
create-new-group = Grŵp newydd “{ $name }”
create-new-group-near = Grŵp newydd “{ $name }”. Ai { $near } oeddech yn ei feddwl?
create-department-hint = Dewiswch neu enwch un
create-department-show = Dangos adrannau
create-expires = Dod i ben
create-hours = { $hours } awr
create-days =
    { $days ->
        [zero] { $days } diwrnod
        [one] { $days } diwrnod
        [two] { $days } ddiwrnod
        [few] { $days } diwrnod
        [many] { $days } diwrnod
       *[other] { $days } diwrnod
    }
create-choose = Dewis dyddiad…
create-never = Byth
create-date = Dyddiad
create-time = Amser
create-date-hint = Megis 2026-12-31
create-time-hint = Megis 17:00
create-date-show = Dewis o galendr
create-expires-at =
    { $days ->
        [zero] { $at }. Mae eich polisi’n caniatáu hyd at { $days } diwrnod.
        [one] { $at }. Mae eich polisi’n caniatáu hyd at { $days } diwrnod.
        [two] { $at }. Mae eich polisi’n caniatáu hyd at { $days } ddiwrnod.
        [few] { $at }. Mae eich polisi’n caniatáu hyd at { $days } diwrnod.
        [many] { $at }. Mae eich polisi’n caniatáu hyd at { $days } diwrnod.
       *[other] { $at }. Mae eich polisi’n caniatáu hyd at { $days } diwrnod.
    }
create-expires-never = Mae’n gweithio nes iddo gael ei ddefnyddio’n llwyr neu ei ddirymu.
create-uses = Defnyddiau
create-uses-fewer = Llai
create-uses-more = Mwy
create-uses-one = Mae un person yn ei ddefnyddio unwaith.
create-label = Label
create-label-hint = Ar gyfer beth y mae, neu ble rydych yn ei rannu
create-cancel = Canslo
create-generate = Cynhyrchu
create-generate-keys = { $command } ↵
create-missing-email = Rhowch e-bost, megis noor@post.example, neu dewiswch Unrhyw un sydd â’r cod.
create-bad-date = Ysgrifennwch y dyddiad fel 2026-12-31, sef diwrnod sy’n bodoli, a’r amser fel 17:00.

# ---- the new invitation
created-title = Gwahoddiad wedi’i greu
created-link = Dolen gwahoddiad
created-for = Ar gyfer
created-role = Rôl
created-expires = Dod i ben
created-expires-both = { $exact } ({ $relative })
created-uses = Defnyddiau
created-another = Creu un arall
created-done = Wedi gorffen
created-kept = Ni chaiff eich rôl weld y cod. Gall gweinyddwr ei rannu.

# ---- revoke
revoke-title = Dirymu’r gwahoddiad hwn?
revoke-body =
    { $limit ->
        [zero] Bydd y cod, y ddolen a’r cod QR yn peidio â gweithio ar unwaith, a chollir **{ $left } o { $limit } defnydd**.
        [one] Bydd y cod, y ddolen a’r cod QR yn peidio â gweithio ar unwaith.
        [two] Bydd y cod, y ddolen a’r cod QR yn peidio â gweithio ar unwaith, a chollir **{ $left } o { $limit } ddefnydd**.
        [few] Bydd y cod, y ddolen a’r cod QR yn peidio â gweithio ar unwaith, a chollir **{ $left } o { $limit } defnydd**.
        [many] Bydd y cod, y ddolen a’r cod QR yn peidio â gweithio ar unwaith, a chollir **{ $left } o { $limit } defnydd**.
       *[other] Bydd y cod, y ddolen a’r cod QR yn peidio â gweithio ar unwaith, a chollir **{ $left } o { $limit } defnydd**.
    }
revoke-stay =
    { $joined ->
        [zero] Nid oes neb wedi ymuno.
        [one] Bydd y person a ymunodd yn aros.
        [two] Bydd y { $joined } berson a ymunodd yn aros.
        [few] Bydd y { $joined } pherson a ymunodd yn aros.
        [many] Bydd y { $joined } pherson a ymunodd yn aros.
       *[other] Bydd y { $joined } o bobl a ymunodd yn aros.
    }
revoke-final = **Ni ellir dadwneud hyn.**
revoke-reason = Rheswm
revoke-reason-hint = Poster wedi’i dynnu i lawr
revoke-keep = Gadael fel y mae
revoke-confirm = Dirymu’r gwahoddiad
revoke-done = Gwahoddiad wedi’i ddirymu

# ---- choosing a date
calendar-label = Calendr
calendar-earlier = Mis cynharach
calendar-later = Mis diweddarach
calendar-month = { $month } { $year }
calendar-january = Ionawr
calendar-february = Chwefror
calendar-march = Mawrth
calendar-april = Ebrill
calendar-may = Mai
calendar-june = Mehefin
calendar-july = Gorffennaf
calendar-august = Awst
calendar-september = Medi
calendar-october = Hydref
calendar-november = Tachwedd
calendar-december = Rhagfyr
calendar-monday = Ll
calendar-tuesday = Ma
calendar-wednesday = Me
calendar-thursday = Ia
calendar-friday = Gw
calendar-saturday = Sa
calendar-sunday = Su

# ---- how old
invitations-age-now = nawr
invitations-age-minutes = { $n } mun
invitations-age-hours = { $n } awr
invitations-age-days = { $n } d
invitations-age-years = { $n } bl
