# Invitations from a sheet, lists saved as files, and invitations on paper.

head-more = Rhagor o weithredoedd

# ---- invitations from a sheet
sheet-from = O daenlen…
sheet-title = Gwahoddiadau o daenlen
sheet-back = Yn ôl i’r gwahoddiadau
sheet-steps = Camau
sheet-step-choose = Dewis rhesi
sheet-step-check = Gwirio rhesi
sheet-step-make = Creu
sheet-step-hand-out = Rhannu
sheet-rows-from = Ble mae’r rhesi
sheet-file = Ffeil
sheet-file-hint = CSV neu destun; coma, hanner colon neu dab; gyda theitlau neu hebddynt
sheet-choose = Dewis ffeil…
sheet-choose-title = Dewis taenlen
sheet-choose-other = Dewis ffeil arall…
sheet-paste = Neu ludo rhesi o daenlen
sheet-paste-example = email, role, department, expires
sheet-paste-hint = Un rhes ar gyfer pob gwahoddiad. Gall y colofnau fod: email (e-bost), domain (parth), role (rôl), department (adran), groups (grwpiau), limit (defnyddiau), expires (dod i ben), label, note (nodyn).
sheet-pasted = Rhesi a gludwyd
sheet-empty-cells = Yr hyn y mae rhes yn ei adael yn wag
sheet-empty-cells-hint = Celloedd y rhes ei hun sy’n dod gyntaf. Cymerir y rhain lle nad oes ganddi rai.
sheet-empty-cells-change = Celloedd gwag…
sheet-rows-change = Newid y rhesi…
sheet-check = Gwirio’r rhesi
sheet-nothing-yet = Ni chrëir dim drwy edrych.
sheet-all-ready = Mae pob rhes yn barod. Ni chrëir dim cyn ichi bwyso Creu.
sheet-some-ready =
    { $left ->
        [zero] Hepgorir { $left } rhes. Ni chrëir dim cyn ichi bwyso Creu.
        [one] Hepgorir { $left } rhes. Ni chrëir dim cyn ichi bwyso Creu.
        [two] Hepgorir { $left } res. Ni chrëir dim cyn ichi bwyso Creu.
        [few] Hepgorir { $left } rhes. Ni chrëir dim cyn ichi bwyso Creu.
        [many] Hepgorir { $left } rhes. Ni chrëir dim cyn ichi bwyso Creu.
       *[other] Hepgorir { $left } rhes. Ni chrëir dim cyn ichi bwyso Creu.
    }
sheet-none-ready = Nid oes yr un rhes yn barod. Cywirwch y rhesi a hepgorwyd, neu edrychwch ar y colofnau.

# ---- its columns
sheet-columns = Colofnau
sheet-column = Colofn { $name }
sheet-column-is = Yr hyn sydd yn { $name }
sheet-columns-count =
    { $count ->
        [zero] { $count } colofn
        [one] { $count } golofn
        [two] { $count } golofn
        [few] { $count } colofn
        [many] { $count } cholofn
       *[other] { $count } colofn
    }
sheet-rows-count =
    { $count ->
        [zero] { $count } rhes
        [one] { $count } rhes
        [two] { $count } res
        [few] { $count } rhes
        [many] { $count } rhes
       *[other] { $count } rhes
    }
sheet-titles = teitlau yn y rhes gyntaf
sheet-no-titles = dim teitlau
sheet-unsure = **Dyfalwyd y colofnau.** Edrychwch a yw pob un wedi’i deall yn ôl yr hyn sydd ynddi.
sheet-first-row = Gwahoddiad yw’r rhes gyntaf, nid teitlau
sheet-ignored = Anwybyddir
sheet-field-email = E-bost
sheet-field-domain = Parth
sheet-field-role = Rôl
sheet-field-department = Adran
sheet-field-groups = Grwpiau
sheet-field-limit = Defnyddiau
sheet-field-expires = Dod i ben
sheet-field-label = Label
sheet-field-note = Nodyn

# ---- what it was taken for, and what it leaves open
sheet-passed-over = Anwybyddwyd uwchben y teitlau: { $lines }
sheet-taken = { $field }: { $name }
sheet-left-columns = Hepgorwyd: { $names }
sheet-left-addresses = { $name } (cyfeiriadau)
sheet-each-ends = Dyddiad dod i ben rhes nad yw’n dweud fel arall: { $at }.
sheet-each-never = Nid yw rhes nad yw’n dweud fel arall byth yn dod i ben.
sheet-each-uses =
    { $count ->
        [zero] Gellir defnyddio’r gwahoddiad { $count } gwaith.
        [one] Gellir defnyddio’r gwahoddiad unwaith.
        [two] Gellir defnyddio’r gwahoddiad { $count } waith.
        [few] Gellir defnyddio’r gwahoddiad { $count } gwaith.
        [many] Gellir defnyddio’r gwahoddiad { $count } gwaith.
       *[other] Gellir defnyddio’r gwahoddiad { $count } gwaith.
    }
sheet-dates-day = Darllenir dyddiadau gyda’r diwrnod yn gyntaf: 31/12/2026.
sheet-dates-month = Darllenir dyddiadau gyda’r mis yn gyntaf: 12/31/2026.
sheet-new-departments =
    { $count ->
        [zero] **Adrannau newydd:** { $names }. Cânt eu creu gyda’r gwahoddiadau.
        [one] **Adran newydd:** { $names }. Caiff ei chreu gyda’r gwahoddiadau.
        [two] **Adrannau newydd:** { $names }. Cânt eu creu gyda’r gwahoddiadau.
        [few] **Adrannau newydd:** { $names }. Cânt eu creu gyda’r gwahoddiadau.
        [many] **Adrannau newydd:** { $names }. Cânt eu creu gyda’r gwahoddiadau.
       *[other] **Adrannau newydd:** { $names }. Cânt eu creu gyda’r gwahoddiadau.
    }
sheet-new-groups =
    { $count ->
        [zero] **Grwpiau newydd:** { $names }. Cânt eu creu gyda’r gwahoddiadau.
        [one] **Grŵp newydd:** { $names }. Caiff ei greu gyda’r gwahoddiadau.
        [two] **Grwpiau newydd:** { $names }. Cânt eu creu gyda’r gwahoddiadau.
        [few] **Grwpiau newydd:** { $names }. Cânt eu creu gyda’r gwahoddiadau.
        [many] **Grwpiau newydd:** { $names }. Cânt eu creu gyda’r gwahoddiadau.
       *[other] **Grwpiau newydd:** { $names }. Cânt eu creu gyda’r gwahoddiadau.
    }
sheet-new-close = { $name } (ai { $close } oeddech yn ei feddwl?)
sheet-asks-titles = **Nid yw’r un o’r teitlau’n hysbys.** Edrychwch sut y deallwyd pob colofn, a newidiwch yr hyn nad yw’n gywir.
sheet-asks-addresses = **Mae { $name } yn cynnwys cyfeiriadau ac nid yw wedi’i deall fel yr e-bost** ({ $examples }). Nodwch beth sydd yn y colofnau.
sheet-columns-right = Mae’r colofnau’n gywir
sheet-asks-dates = **Gellir darllen dyddiadau yn { $name } mewn dwy ffordd** ({ $examples }). Pa un sy’n dod gyntaf?
sheet-day-first = Y diwrnod
sheet-month-first = Y mis
sheet-letters = **A yw’r llythrennau hyn yn gywir?** { $examples }. Nid yw’r ffeil yn dweud sut mae ei llythrennau wedi’u hysgrifennu.
sheet-letters-right = Maent yn gywir
sheet-encoding = Sut y darllenir llythrennau
sheet-encoding-western = Gorllewin Ewrop
sheet-encoding-central = Canol Ewrop
sheet-encoding-cyrillic = Cyrilig
sheet-encoding-greek = Groeg
sheet-encoding-mac = Mac (hen)
sheet-encoding-japanese = Japaneeg
sheet-encoding-chinese = Tsieinëeg
sheet-open-questions = Atebwch yr hyn a ofynnir uchod. Ni ellir creu dim cyn hynny.

# ---- its rows
sheet-classes = Hidlo rhesi yn ôl canlyniad
sheet-ready = Parod
sheet-malformed = Ffurf anghywir
sheet-duplicate = Dyblyg yn y ffeil
sheet-invited = Gwahoddwyd eisoes
sheet-member = Eisoes yn aelod
sheet-not-permitted = Ni chaniateir
sheet-rows = Rhesi
sheet-show-all = Pob rhes
sheet-show-left-out = Rhai a hepgorwyd yn unig
sheet-line = Llinell
sheet-result = Canlyniad
sheet-reason-head = Rheswm
sheet-reason = { $field }: { $reason }
sheet-same-as = Yr un cyfeiriad â llinell { $line }, a gedwir.
sheet-row-too-long = Mae’r rhes hon yn rhy hir. Edrychwch a adawyd dyfynnod ar agor.
sheet-row-not-text = Mae yng ngholofn { $column } nodau na ellir eu darllen. Cadwch y ffeil fel CSV UTF-8.
sheet-row-control = Mae nod rheoli yng ngholofn { $column }. Tynnwch ef.
sheet-row-stray-quote = Mae dyfynnod o fewn dyfynodau yng ngholofn { $column }. Dyblwch yr un mewnol.
sheet-row-curly-quotes = Mae dyfynodau crwm o amgylch cynnwys colofn { $column }. Defnyddiwch rai syth.
sheet-row-list = Mae colofn { $column } yn edrych fel rhestr na ellir ei darllen. Rhowch hanner colon rhwng y grwpiau.
sheet-row-address = Mae cyfeiriad yng ngholofn { $column }, ac nid yw wedi’i deall fel yr e-bost. Edrychwch ar y colofnau.
sheet-row-more-cells = Mae’r rhes hon yn mynd ymlaen hyd at golofn { $column }. Rhowch destun sy’n cynnwys gwahanydd mewn dyfynodau.
sheet-rest = Dangosir y { $count } rhes gyntaf o { $all }.
sheet-none = Dim rhesi o’r fath
sheet-none-hint = Nid oes yr un rhes o’r math hwn.
sheet-left-out =
    { $count ->
        [zero] Cadw’r { $count } rhes a hepgorwyd…
        [one] Cadw’r rhes a hepgorwyd…
        [two] Cadw’r { $count } res a hepgorwyd…
        [few] Cadw’r { $count } rhes a hepgorwyd…
        [many] Cadw’r { $count } rhes a hepgorwyd…
       *[other] Cadw’r { $count } rhes a hepgorwyd…
    }
sheet-left-out-title = Cadw’r rhesi a hepgorwyd
sheet-left-out-name = Rhesi a hepgorwyd
sheet-left-out-saved =
    { $count ->
        [zero] Cadwyd { $count } rhes, gyda’u rhesymau
        [one] Cadwyd { $count } rhes, gyda’i rheswm
        [two] Cadwyd { $count } res, gyda’u rhesymau
        [few] Cadwyd { $count } rhes, gyda’u rhesymau
        [many] Cadwyd { $count } rhes, gyda’u rhesymau
       *[other] Cadwyd { $count } rhes, gyda’u rhesymau
    }

# ---- a file that cannot be read
sheet-fault-empty = **Nid oes rhesi.** Mae angen un rhes yn y ffeil ar gyfer pob gwahoddiad.
sheet-fault-unreadable = **Ni ellir darllen y ffeil y tu hwnt i linell { $line }.** Ni chrëwyd dim. Edrychwch a yw yno o hyd.
sheet-fault-not-text = **Nid testun yw’r ffeil hon.** Agorwch hi fel taenlen a chadwch hi fel CSV yn gyntaf.
sheet-fault-separator = **Mae’r llinell gyntaf yn enwi gwahanydd nad yw’n un.** Gall fod yn goma, yn hanner colon, yn dab neu’n far.
sheet-fault-columns = **Mae gormod o golofnau yn y ffeil.** Cadwch y rhai sy’n ymwneud â gwahoddiadau.
sheet-fault-rows = **Mae gormod o resi yn y ffeil.** Rhannwch hi’n sawl ffeil.
sheet-fault-quote = **Nid yw’r dyfynnod sy’n agor ar linell { $line } byth yn cael ei gau.** Caewch ef, neu dyblwch ef os yw’n rhan o’r testun.
sheet-look-again = Edrych eto

# ---- making them
sheet-create =
    { $count ->
        [0] Creu gwahoddiadau
        [zero] Creu { $count } gwahoddiad
        [one] Creu { $count } gwahoddiad
        [two] Creu { $count } wahoddiad
        [few] Creu { $count } gwahoddiad
        [many] Creu { $count } gwahoddiad
       *[other] Creu { $count } gwahoddiad
    }
sheet-making =
    { $count ->
        [zero] Wrthi’n creu { $count } gwahoddiad
        [one] Wrthi’n creu { $count } gwahoddiad
        [two] Wrthi’n creu { $count } wahoddiad
        [few] Wrthi’n creu { $count } gwahoddiad
        [many] Wrthi’n creu { $count } gwahoddiad
       *[other] Wrthi’n creu { $count } gwahoddiad
    }
sheet-making-hint = Cânt eu cadw gyda’i gilydd ar y diwedd. Os canslwch nawr, ni chaiff yr un ei greu.
sheet-looking = Wrthi’n darllen { $name }
sheet-looking-hint = Ni chrëir dim drwy edrych.
sheet-kilobytes = { $done } o { $total } kB
sheet-done =
    { $count ->
        [zero] Crëwyd { $count } gwahoddiad
        [one] Crëwyd { $count } gwahoddiad
        [two] Crëwyd { $count } wahoddiad
        [few] Crëwyd { $count } gwahoddiad
        [many] Crëwyd { $count } gwahoddiad
       *[other] Crëwyd { $count } gwahoddiad
    }
sheet-done-all = Daeth pob rhes yn wahoddiad. Mae’r rhestr yn dangos y rhain yn unig, yn barod i’w copïo, eu hargraffu, eu hallforio a’u rhannu.
sheet-done-left =
    { $count ->
        [zero] Hepgorwyd { $count } rhes. Cadwch nhw gyda’u rhesymau, cywirwch nhw, a darllenwch nhw eto. Mae’r rhestr yn dangos y gwahoddiadau newydd yn unig.
        [one] Hepgorwyd { $count } rhes. Cadwch hi gyda’i rheswm, cywirwch hi, a darllenwch hi eto. Mae’r rhestr yn dangos y gwahoddiadau newydd yn unig.
        [two] Hepgorwyd { $count } res. Cadwch nhw gyda’u rhesymau, cywirwch nhw, a darllenwch nhw eto. Mae’r rhestr yn dangos y gwahoddiadau newydd yn unig.
        [few] Hepgorwyd { $count } rhes. Cadwch nhw gyda’u rhesymau, cywirwch nhw, a darllenwch nhw eto. Mae’r rhestr yn dangos y gwahoddiadau newydd yn unig.
        [many] Hepgorwyd { $count } rhes. Cadwch nhw gyda’u rhesymau, cywirwch nhw, a darllenwch nhw eto. Mae’r rhestr yn dangos y gwahoddiadau newydd yn unig.
       *[other] Hepgorwyd { $count } rhes. Cadwch nhw gyda’u rhesymau, cywirwch nhw, a darllenwch nhw eto. Mae’r rhestr yn dangos y gwahoddiadau newydd yn unig.
    }
sheet-done-show = Dangos y gwahoddiadau
sheet-done-print = Argraffu…
sheet-again = Darllen taenlen arall

# ---- a list as a file
export = Allforio
export-csv = CSV, ar gyfer taenlenni…
export-json = JSON, ar gyfer rhaglenni…
export-title = Allforio gwahoddiadau
export-name = Gwahoddiadau { $day }
export-running-title = Wrthi’n allforio gwahoddiadau
export-running = Wrthi’n ysgrifennu’r rhestr i ffeil. Os canslwch nawr, ni fydd ffeil.
export-done =
    { $count ->
        [zero] Allforiwyd { $count } gwahoddiad
        [one] Allforiwyd { $count } gwahoddiad
        [two] Allforiwyd { $count } wahoddiad
        [few] Allforiwyd { $count } gwahoddiad
        [many] Allforiwyd { $count } gwahoddiad
       *[other] Allforiwyd { $count } gwahoddiad
    }
export-cancelled = Canslwyd. Nid oes ffeil.

# ---- on paper
print = Argraffu
print-selected = Argraffu cardiau
print-title = Argraffu gwahoddiadau
print-name = Gwahoddiadau i’w hargraffu { $day }
print-layout = Cynllun
print-layout-cards = { $count } cerdyn y dudalen
print-layout-poster = Poster
print-paper = Papur
print-a4 = A4
print-letter = Letter
print-preview = Sut olwg sydd ar un, gyda chod nad yw’n un go iawn
print-pattern = Patrwm yn lle’r cod QR
print-words =
    { $count ->
        [zero] **{ $count } gwahoddiad gweithredol**
        [one] **{ $count } gwahoddiad gweithredol**
        [two] **{ $count } wahoddiad gweithredol**
        [few] **{ $count } gwahoddiad gweithredol**
        [many] **{ $count } gwahoddiad gweithredol**
       *[other] **{ $count } gwahoddiad gweithredol**
    } ar { $pages ->
        [zero] { $pages } tudalen
        [one] { $pages } dudalen
        [two] { $pages } dudalen
        [few] { $pages } tudalen
        [many] { $pages } thudalen
       *[other] { $pages } tudalen
    }. Dim ond rhai gweithredol a argreffir.
print-none = Nid oes yr un o’r rhain yn weithredol, felly nid oes dim i’w argraffu.
print-too-many = Mae { $count } yn weithredol. Argreffir hyd at { $most } ar unwaith: hidlwch y rhestr, neu dewiswch lai.
print-one = Argraffu…
print-one-words = **Y gwahoddiad hwn** ar un dudalen.
print-one-ended = Nid yw’r un hwn yn weithredol mwyach, felly ni chaiff ei argraffu.
print-submit = Cadw fel PDF…
print-running-title = Wrthi’n argraffu gwahoddiadau
print-running = Wrthi’n lluniadu { $count } o wahoddiadau. Os canslwch nawr, ni fydd ffeil.
print-done =
    { $count ->
        [zero] { $count } gwahoddiad yn barod i’w hargraffu
        [one] { $count } gwahoddiad yn barod i’w argraffu
        [two] { $count } wahoddiad yn barod i’w hargraffu
        [few] { $count } gwahoddiad yn barod i’w hargraffu
        [many] { $count } gwahoddiad yn barod i’w hargraffu
       *[other] { $count } gwahoddiad yn barod i’w hargraffu
    }
print-left-out = Argraffwyd heb { $emoji }: nid ydynt mewn unrhyw ffont ar y ddyfais hon.
print-cancelled = Canslwyd. Nid oes ffeil.
print-card-title = Mae gwahoddiad i chi
print-card-for = Ar gyfer
print-card-how = Sut i ymuno
print-card-step-1 = Sganiwch y cod â’ch ffôn, neu agorwch Vestibule a dewiswch “Mae gen i god”.
print-card-step-2 = Gwiriwch beth rydych yn ymuno ag ef, a rhowch eich enw.
print-card-step-3 = Dewiswch gyfrinair.
print-card-footer = Cadwch y cerdyn hwn i chi’ch hun: gall pwy bynnag sy’n dal y cod ei ddefnyddio.
print-card-footer-many = Ar gyfer pawb sy’n perthyn yma: mae’r cod yn gweithio nes bod ei holl leoedd wedi’u llenwi.
print-card-never = byth
print-card-time = { $day } { $month } { $year }, { $hour }:{ $minute }
