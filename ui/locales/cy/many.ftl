# Many invitations: what binds them, their filters, the archive, and work that takes long.

# ---- create: every field
create-domain-choice = Parth
create-domain = Parth
create-domain-example = @school.example
create-domain-hint = Gall unrhyw un sydd â chyfeiriad yn y parth hwn ymuno â’r cod, hyd at nifer y defnyddiau.
create-missing-domain = Rhowch barth, megis @school.example.
create-bad-domain = Mae parth yn edrych fel @school.example.
create-number = Gwahoddiadau
create-one = Un
create-several = Sawl un o’r un math
create-several-no-address = Mae un cyfeiriad ar gyfer un gwahoddiad. Dewiswch barth neu unrhyw un i greu sawl un.
create-several-no-person = Mae un cyfeiriad ar gyfer un gwahoddiad, ac rydych yn creu sawl un.
create-count = Faint
create-groups = Grwpiau
create-groups-hint = Ychwanegu grŵp…
create-groups-new = Grŵp newydd “{ $name }”
create-groups-made =
    { $count ->
        [zero] Mae “{ $names }” yn newydd: cânt eu creu gyda’r gwahoddiad.
        [one] Mae “{ $names }” yn newydd: caiff ei greu gyda’r gwahoddiad.
        [two] Mae “{ $names }” yn newydd: cânt eu creu gyda’r gwahoddiad.
        [few] Mae “{ $names }” yn newydd: cânt eu creu gyda’r gwahoddiad.
        [many] Mae “{ $names }” yn newydd: cânt eu creu gyda’r gwahoddiad.
       *[other] Mae “{ $names }” yn newydd: cânt eu creu gyda’r gwahoddiad.
    }
create-label-later = dewisol, gellir ei newid yn nes ymlaen
create-label-show = Dangos labeli a ddefnyddiwyd yn ddiweddar
create-note = Nodyn
create-note-add = Ychwanegu nodyn
create-note-hint = Yr hyn y dylai’r rhai sy’n gofalu am wahoddiadau ei wybod
create-generate-several = Cynhyrchu { $count }
create-running-title = Wrthi’n creu gwahoddiadau
create-running = Wrthi’n creu { $count } o wahoddiadau. Cânt eu cadw gyda’i gilydd ar y diwedd. Os canslwch nawr, ni chaiff yr un ei greu.
create-many-done =
    { $count ->
        [zero] Crëwyd { $count } gwahoddiad
        [one] Crëwyd { $count } gwahoddiad
        [two] Crëwyd { $count } wahoddiad
        [few] Crëwyd { $count } gwahoddiad
        [many] Crëwyd { $count } gwahoddiad
       *[other] Crëwyd { $count } gwahoddiad
    }
create-cancelled = Canslwyd. Ni chrëwyd yr un.
created-groups = Grwpiau
created-note = Nodyn
tokens-remove = Tynnu { $name }

# ---- work that takes long
job-far = { $done } o { $total }
job-beginning = Dechrau…
job-cancel = Canslo
job-cancelling = Wrthi’n canslo…
job-left-moment = bron wedi gorffen
job-left-seconds = tua { $n } eil ar ôl
job-left-minutes = tua { $n } mun ar ôl

# ---- filters
filter-creator = Crëwyd gan
filter-group = Grŵp
filter-label = Label
filter-created = Crëwyd
filter-expires = Dod i ben
filter-status-unknown = Nid oes statws o’r fath.
filter-department-unknown = Nid oes adran o’r fath.
picker-type = Dewis neu deipio
picker-find = Dod o hyd
picker-exactly = Yn union “{ $typed }”
picker-none = Dim byd felly
span-from = O
span-to = Hyd at
span-example = 2026-09-01
span-hint = Diwrnodau cyfan, yn amser y ddyfais hon. Gellir gadael y naill neu’r llall yn wag.
span-unread = Mae diwrnod yn edrych fel 2026-09-01.
span-apply = Dangos

# ---- revoke many
bulk-revoke-title = Dirymu’r gwahoddiadau hyn?
bulk-revoke-body =
    { $count ->
        [zero] Bydd **{ $count } gwahoddiad** yn peidio â gweithio ar unwaith, gyda’u codau, eu dolenni a’u codau QR.
        [one] Bydd **{ $count } gwahoddiad** yn peidio â gweithio ar unwaith, gyda’i god, ei ddolen a’i god QR.
        [two] Bydd **{ $count } wahoddiad** yn peidio â gweithio ar unwaith, gyda’u codau, eu dolenni a’u codau QR.
        [few] Bydd **{ $count } gwahoddiad** yn peidio â gweithio ar unwaith, gyda’u codau, eu dolenni a’u codau QR.
        [many] Bydd **{ $count } gwahoddiad** yn peidio â gweithio ar unwaith, gyda’u codau, eu dolenni a’u codau QR.
       *[other] Bydd **{ $count } gwahoddiad** yn peidio â gweithio ar unwaith, gyda’u codau, eu dolenni a’u codau QR.
    } { $left ->
        [zero] Collir **{ $left } defnydd**.
        [one] Collir **{ $left } defnydd**.
        [two] Collir **{ $left } ddefnydd**.
        [few] Collir **{ $left } defnydd**.
        [many] Collir **{ $left } defnydd**.
       *[other] Collir **{ $left } defnydd**.
    }
bulk-revoke-stay =
    { $joined ->
        [zero] Nid oes neb wedi ymuno.
        [one] Bydd y person a ymunodd yn aros.
        [two] Bydd y { $joined } berson a ymunodd yn aros.
        [few] Bydd y { $joined } pherson a ymunodd yn aros.
        [many] Bydd y { $joined } pherson a ymunodd yn aros.
       *[other] Bydd y { $joined } o bobl a ymunodd yn aros.
    }
bulk-revoke-none = Nid oes yr un o’r rhain yn weithredol, felly nid oes dim i’w ddirymu.
bulk-revoke-skipped =
    { $count ->
        [zero] Hepgorir { $count }: { $reasons }.
        [one] Hepgorir { $count }: { $reasons }.
        [two] Hepgorir { $count }: { $reasons }.
        [few] Hepgorir { $count }: { $reasons }.
        [many] Hepgorir { $count }: { $reasons }.
       *[other] Hepgorir { $count }: { $reasons }.
    }
bulk-revoke-used = { $count } a ddefnyddiwyd yn llwyr
bulk-revoke-expired = { $count } a ddaeth i ben
bulk-revoke-revoked = { $count } a ddirymwyd o’r blaen
bulk-revoke-keep = Gadael fel y maent
bulk-revoke-confirm =
    { $count ->
        [zero] Dirymu { $count } gwahoddiad
        [one] Dirymu { $count } gwahoddiad
        [two] Dirymu { $count } wahoddiad
        [few] Dirymu { $count } gwahoddiad
        [many] Dirymu { $count } gwahoddiad
       *[other] Dirymu { $count } gwahoddiad
    }
bulk-revoke-done =
    { $count ->
        [zero] Dirymwyd { $count } gwahoddiad
        [one] Dirymwyd { $count } gwahoddiad
        [two] Dirymwyd { $count } wahoddiad
        [few] Dirymwyd { $count } gwahoddiad
        [many] Dirymwyd { $count } gwahoddiad
       *[other] Dirymwyd { $count } gwahoddiad
    }
bulk-revoke-cancelled = Canslwyd. Ni ddirymwyd yr un.
bulk-revoke-running-title = Wrthi’n dirymu gwahoddiadau
bulk-revoke-running = Wrthi’n dirymu { $count } o wahoddiadau. Byddant yn gorffen gyda’i gilydd. Os canslwch nawr, ni chaiff yr un ei ddirymu.

# ---- the archive
archive-show = Dangos yr archif
archive-empty = Mae’r archif yn wag
archive-empty-hint = Mae Tacluso’n symud yma wahoddiadau a orffennodd ers tro. Byddant yn gadael y rhestr, a chaiff eu codau eu gwrthod am byth.
clean-up = Tacluso…
clean-up-title = Tacluso
clean-up-days = Wedi gorffen ers mwy na
clean-up-days-ago = diwrnod
clean-up-words =
    { $count ->
        [zero] Bydd **{ $count } gwahoddiad**
        [one] Bydd **{ $count } gwahoddiad**
        [two] Bydd **{ $count } wahoddiad**
        [few] Bydd **{ $count } gwahoddiad**
        [many] Bydd **{ $count } gwahoddiad**
       *[other] Bydd **{ $count } gwahoddiad**
    } a orffennodd fwy na { $days ->
        [zero] { $days } diwrnod
        [one] { $days } diwrnod
        [two] { $days } ddiwrnod
        [few] { $days } diwrnod
        [many] { $days } diwrnod
       *[other] { $days } diwrnod
    } yn ôl yn gadael y rhestr, ond yn aros yn y trywydd archwilio ac yn yr archif.
clean-up-none =
    { $days ->
        [zero] Nid oes yr un gwahoddiad a orffennodd fwy na { $days } diwrnod yn ôl, felly nid oes dim i’w dacluso.
        [one] Nid oes yr un gwahoddiad a orffennodd fwy na { $days } diwrnod yn ôl, felly nid oes dim i’w dacluso.
        [two] Nid oes yr un gwahoddiad a orffennodd fwy na { $days } ddiwrnod yn ôl, felly nid oes dim i’w dacluso.
        [few] Nid oes yr un gwahoddiad a orffennodd fwy na { $days } diwrnod yn ôl, felly nid oes dim i’w dacluso.
        [many] Nid oes yr un gwahoddiad a orffennodd fwy na { $days } diwrnod yn ôl, felly nid oes dim i’w dacluso.
       *[other] Nid oes yr un gwahoddiad a orffennodd fwy na { $days } diwrnod yn ôl, felly nid oes dim i’w dacluso.
    }
clean-up-revoked = { $count } a ddirymwyd
clean-up-confirm = Tacluso
clean-up-running-title = Wrthi’n tacluso
clean-up-running = Wrthi’n symud { $count } o wahoddiadau i’r archif. Os canslwch nawr, bydd pob un yn aros yn y rhestr.
clean-up-done =
    { $count ->
        [zero] Archifwyd { $count } gwahoddiad
        [one] Archifwyd { $count } gwahoddiad
        [two] Archifwyd { $count } wahoddiad
        [few] Archifwyd { $count } gwahoddiad
        [many] Archifwyd { $count } gwahoddiad
       *[other] Archifwyd { $count } gwahoddiad
    }
clean-up-cancelled = Canslwyd. Mae pob un yn aros yn y rhestr.
