# One invitation from all sides: the details drawer, and Replace.

# ---- replace
replace-title = Disodli gwahoddiad
replace-words = **Disodli’r gwahoddiad hwn?** Caiff ei ddirymu, a bydd un newydd yn agor gyda’r un manylion. Bydd y ddau’n parhau i fod wedi’u cysylltu.
replace-reason = Rheswm
replace-reason-hint = Wedi’i anfon at y person anghywir
replace-confirm = Disodli
replace-done = Gwahoddiad wedi’i ddisodli

# ---- the drawer
details-close = Cau (Esc)
details-previous = Gwahoddiad blaenorol (K)
details-next = Gwahoddiad nesaf (J)
details-both = { $one } · { $other }
details-expires = yn dod i ben { $when }
details-expired = daeth i ben { $when }
details-revoked = dirymwyd { $when }
details-never-expires = byth yn dod i ben
details-qr = Cod QR y ddolen gwahoddiad
details-qr-show = Dangos y cod QR
details-qr-title = Dangos y cod QR (Q)
details-qr-copy = Copïo’r cod QR fel llun
details-qr-copy-short = Copïo’r llun
details-qr-copied = Cod QR wedi’i gopïo
details-qr-save = Cadw’r cod QR mewn ffeil
details-qr-save-short = Cadw…
details-qr-png = Llun (PNG)
details-qr-svg = Lluniad (SVG)
details-qr-file = gwahoddiad-qr
details-qr-saved = **Wedi’i gadw** fel { $name }
details-role = Rôl
details-who = Pwy gaiff ei ddefnyddio
details-anyone = Unrhyw un sydd â’r cod
details-domain = Unrhyw gyfeiriad { $domain }
details-department = Adran
details-groups = Grwpiau
details-limit = Defnyddiau
details-ends = Dod i ben
details-never = Byth
details-created = Crëwyd gan
details-by = { $name }, { $when }
details-was-revoked = Dirymwyd gan
details-reason = Rheswm
details-replaces = Yn disodli
details-replaces-open = Gwahoddiad cynharach
details-replaced-by = Disodlwyd gan
details-replaced-by-open = Gwahoddiad mwy newydd
details-archived = Archifwyd
details-label = Label
details-note = Nodyn
details-edit = Golygu
details-edit-title = Newid y label a’r nodyn
details-label-hint = Ar gyfer beth y mae, neu ble rydych yn ei rannu
details-note-hint = Beth y dylid ei gofio amdano
details-save = Cadw
details-cancel = Canslo
details-saved = Label a nodyn wedi’u cadw
details-unsaved = Yn gyntaf, cadwch neu canslwch y newidiadau.
details-uses = Defnyddiau
details-left =
    { $count ->
        [zero] { $count } ar ôl
        [one] { $count } ar ôl
        [two] { $count } ar ôl
        [few] { $count } ar ôl
        [many] { $count } ar ôl
       *[other] { $count } ar ôl
    }
details-unused = Nid oes neb wedi’i ddefnyddio eto.
details-history = Hanes
details-history-total =
    { $count ->
        [zero] { $count } digwyddiad
        [one] { $count } digwyddiad
        [two] { $count } ddigwyddiad
        [few] { $count } digwyddiad
        [many] { $count } digwyddiad
       *[other] { $count } digwyddiad
    }
details-history-part = Y { $count } diweddaraf o { $total }
details-all = Dangos pob un o’r { $count }
details-more = Dangos { $count } arall
details-gone = Nid yw’r gwahoddiad hwn yn y rhestr bellach
details-gone-hint = Cafodd ei dynnu, neu ni chaiff eich rôl ei weld mwyach.
details-unread = Nid oedd modd darllen y manylion
details-stale = **Nid oedd modd ailddarllen y manylion.** { $reason }
details-loading = Wrthi’n llwytho’r manylion
details-replace = Disodli…
details-replace-title = Disodli’r gwahoddiad hwn (R)
details-revoke-title = Dirymu’r gwahoddiad hwn (Del)

# ---- its history
details-event-created =
    { $by ->
        [nobody] Crëwyd
       *[other] Crëwyd gan **{ $name }**
    }
details-event-created-instead =
    { $by ->
        [nobody] Crëwyd yn lle un arall
       *[other] Crëwyd gan **{ $name }** yn lle un arall
    }
details-event-copied-code =
    { $by ->
        [nobody] Copïwyd y cod
       *[other] Copïwyd y cod gan **{ $name }**
    }
details-event-copied-link =
    { $by ->
        [nobody] Copïwyd y ddolen
       *[other] Copïwyd y ddolen gan **{ $name }**
    }
details-event-copied-text =
    { $by ->
        [nobody] Copïwyd testun y gwahoddiad
       *[other] Copïwyd testun y gwahoddiad gan **{ $name }**
    }
details-event-copied-picture =
    { $by ->
        [nobody] Copïwyd y cod QR fel llun
       *[other] Copïwyd y cod QR fel llun gan **{ $name }**
    }
details-event-shown =
    { $by ->
        [nobody] Dangoswyd y cod QR
       *[other] Dangoswyd y cod QR i **{ $name }**
    }
details-event-saved =
    { $by ->
        [nobody] Cadwyd mewn ffeil
       *[other] Cadwyd mewn ffeil gan **{ $name }**
    }
details-event-printed =
    { $by ->
        [nobody] Argraffwyd
       *[other] Argraffwyd gan **{ $name }**
    }
details-event-exported =
    { $by ->
        [nobody] Allforiwyd gyda rhestr
       *[other] Allforiwyd gyda rhestr gan **{ $name }**
    }
details-event-sent =
    { $known ->
        [nobody] { $by ->
            [nobody] Yn y ciw i’w anfon drwy e-bost
           *[other] Rhoddwyd yn y ciw i’w anfon drwy e-bost gan **{ $name }**
        }
       *[other] { $by ->
            [nobody] Yn y ciw ar gyfer { $to }
           *[other] Rhoddwyd yn y ciw ar gyfer { $to } gan **{ $name }**
        }
    }
details-event-reminder =
    { $known ->
        [nobody] Nodyn atgoffa yn y ciw
       *[other] Nodyn atgoffa yn y ciw ar gyfer { $to }
    }
details-event-described =
    { $by ->
        [nobody] Newidiwyd y label a’r nodyn
       *[other] Newidiwyd y label a’r nodyn gan **{ $name }**
    }
details-event-labelled =
    { $by ->
        [nobody] Newidiwyd y label
       *[other] Newidiwyd y label gan **{ $name }**
    }
details-event-noted =
    { $by ->
        [nobody] Newidiwyd y nodyn
       *[other] Newidiwyd y nodyn gan **{ $name }**
    }
details-event-refused =
    { $cause ->
        [expired] Gwrthodwyd: roedd wedi dod i ben
        [used_up] Gwrthodwyd: roedd wedi’i ddefnyddio’n llwyr
        [revoked] Gwrthodwyd: roedd wedi’i ddirymu
        [replaced] Gwrthodwyd: roedd wedi’i ddisodli
        [wrong_email] Gwrthodwyd: rhoddwyd cyfeiriad e-bost arall
        [wrong_domain] Gwrthodwyd: roedd y cyfeiriad o barth arall
        [already_member] Gwrthodwyd: mae’r person hwn yn aelod eisoes
        [username_taken] Gwrthodwyd: roedd yr enw defnyddiwr wedi’i gymryd
        [changed] Gwrthodwyd: roedd wedi newid yn y cyfamser
        [creator_may_not] Gwrthodwyd: ni chaiff y sawl a’i creodd wahodd i’r rôl hon mwyach
       *[other] Gwrthodwyd: am reswm arall
    }
details-event-used = Defnyddiwyd gan **{ $name }**
details-event-used-somebody = Defnyddiwyd gan rywun sydd heb gyfrif yma mwyach
details-event-revoked =
    { $by ->
        [nobody] Dirymwyd
       *[other] Dirymwyd gan **{ $name }**
    }
details-event-replaced =
    { $by ->
        [nobody] Disodlwyd
       *[other] Disodlwyd ag un newydd gan **{ $name }**
    }
details-event-unknown = Rhywbeth a ysgrifennwyd gan fersiwn mwy newydd o Vestibule: { $event }
details-event-archived =
    { $by ->
        [nobody] Symudwyd i’r archif
       *[other] Symudwyd i’r archif gan **{ $name }**
    }
details-quote = “{ $text }”
details-changed = { $before } → { $after }

# ---- in the row's menu
details-menu = Manylion
