# The signed-in shell: sidebar, theme, session.

desk-sidebar = Bar ochr
desk-sections = Rhannau
desk-explore = Pori
desk-invitations = Gwahoddiadau
desk-users = Defnyddwyr
desk-admin = Panel gweinyddu
desk-settings = Gosodiadau
desk-active-count =
    { $count ->
        [zero] { $count } gwahoddiad gweithredol
        [one] { $count } gwahoddiad gweithredol
        [two] { $count } wahoddiad gweithredol
        [few] { $count } gwahoddiad gweithredol
        [many] { $count } gwahoddiad gweithredol
       *[other] { $count } gwahoddiad gweithredol
    }
desk-local = Lleol
desk-local-title = Lleol: dim ond ar y ddyfais hon y cedwir y data
desk-version = Fersiwn { $version }
desk-sign-out = Allgofnodi
desk-lock-title = Cloi ({ $command } Shift L)
desk-ctrl = Ctrl
desk-person = { $name }, { $role }
desk-theme = Ymddangosiad
desk-theme-light = Golau
desk-theme-dark = Tywyll
desk-theme-system = Fel y system
desk-nothing-title = Rydych wedi mewngofnodi
desk-nothing = Nid oes gan eich rôl, { $role }, unrhyw rannau yma eto. Bydd yr hyn y bydd { $organisation } yn ei agor i chi yn nes ymlaen yn ymddangos ar y chwith.
clock-title = A yw cloc y ddyfais hon yn gywir?
clock-ahead = Mae’r cloc yn dangos **{ $clock }**. Digwyddodd y peth diwethaf yma ymhell cyn hynny: { $last }.
clock-behind = Mae’r cloc yn dangos **{ $clock }**. Digwyddodd y peth diwethaf yma yn ddiweddarach na hynny: { $last }.
clock-advice = Mae cloc anghywir yn gwneud i wahoddiadau ddod i ben yn rhy gynnar neu’n rhy hwyr. Os yw’n anghywir, gosodwch ef yng ngosodiadau’r system a dechreuwch Vestibule eto. Tan hynny ni chaiff dim ei dacluso, ac nid yw amser yma’n rhedeg yn ôl.
clock-advice-other = Rhowch wybod i weinyddwr: mae cloc anghywir yn gwneud i wahoddiadau ddod i ben yn rhy gynnar neu’n rhy hwyr.
clock-later = Nid nawr
clock-confirm = Mae’r cloc yn gywir
desk-keep-failed = **Rydych wedi mewngofnodi, ond ni fyddwch yn aros wedi mewngofnodi.** { $reason }
desk-notice-close = Cau’r neges hon

# ---- an invite link was opened
link-title = Beth yw diben y ddolen gwahoddiad hon?
link-text =
    { $finds ->
        [yes] Rydych wedi mewngofnodi fel { $name }. Dewch o hyd i’r gwahoddiad yn eich rhestr, neu allgofnodwch er mwyn i rywun allu ymuno drwyddo. Ni wnaed dim â’r cod.
       *[no] Rydych wedi mewngofnodi fel { $name }. Allgofnodwch er mwyn i rywun allu ymuno drwyddo. Ni wnaed dim â’r cod.
    }
link-drop = Nid nawr
link-find = Dod o hyd iddo
link-join = Allgofnodi ac ymuno

# ---- closing
leave-title = Cau Vestibule?
leave-stay = Aros
leave-anyway = Cau beth bynnag
leave-session-title = Allgofnodi?
leave-session-anyway = Allgofnodi beth bynnag
leave-recovery = **Nid ydych wedi dweud eich bod wedi cadw’r allwedd adfer.** Argraffwch hi neu ysgrifennwch hi ar bapur yn gyntaf: hebddi, ni all neb agor y data os collir y ddyfais hon.
leave-reset-code = **Dim ond unwaith y dangosir y cod untro.** Rhowch ef i’r person cyn { $by ->
    [sign-out] allgofnodi
   *[close] cau
 }: ni ellir ei ddangos eto.
leave-work = **Mae gwaith ar y gweill.** Caiff y cyfan ei gadw gyda’i gilydd ar y diwedd; os { $by ->
    [sign-out] allgofnodwch
   *[close] caewch
 } nawr, ni wneir dim ohono.
leave-work-parts = **Mae gwaith ar y gweill.** Caiff ei gadw fesul rhan; os { $by ->
    [sign-out] allgofnodwch
   *[close] caewch
 } nawr, bydd yr hyn a wnaed erbyn hynny’n aros, ac ni wneir y gweddill.
leave-rules = **Nid yw’r rheolau a newidiwyd wedi’u cadw.** Cânt eu colli os { $by ->
    [sign-out] allgofnodwch
   *[close] caewch
 } nawr.
leave-sheet = **Nid yw rhesi’r daenlen yn wahoddiadau eto.** Collir yr hyn a gludwyd ac a ddewiswyd os { $by ->
    [sign-out] allgofnodwch
   *[close] caewch
 } nawr.
leave-create = **Nid yw’r gwahoddiad a ddechreuwyd gennych wedi’i greu.** Collir yr hyn a deipiwyd gennych os { $by ->
    [sign-out] allgofnodwch
   *[close] caewch
 } nawr.
leave-profile = **Nid yw’r newid i’ch enw neu’ch cyfeiriad wedi’i gadw.** Caiff ei golli os { $by ->
    [sign-out] allgofnodwch
   *[close] caewch
 } nawr.
leave-describe = **Nid yw’r newidiadau i’r label a’r nodyn wedi’u cadw.** Cânt eu colli os { $by ->
    [sign-out] allgofnodwch
   *[close] caewch
 } nawr.
work-left-stopped = **Wrth gau Vestibule, neu allgofnodi, stopiwyd y gwaith a oedd ar y gweill:** ni wnaed dim ohono. Dechreuwch ef eto.
work-left-unknown = **Caeodd Vestibule tra oedd gwaith ar y gweill.** Gwnaed naill ai’r cyfan neu ddim ohono: edrychwch ar y rhestr cyn ei ddechrau eto.
work-left-unknown-parts = **Caeodd Vestibule tra oedd gwaith ar y gweill.** Mae’r hyn a wnaed yn aros: edrychwch ar y rhestr cyn dechrau eto gyda’r gweddill.
work-left-partly = **Gwnaed rhan o’r gwaith a oedd ar y gweill pan gaeoch Vestibule, neu pan allgofnodoch:** fe’i gwnaed gyda { $done ->
        [zero] { $done } defnyddiwr
        [one] { $done } defnyddiwr
        [two] { $done } ddefnyddiwr
        [few] { $done } defnyddiwr
        [many] { $done } defnyddiwr
       *[other] { $done } defnyddiwr
    }, ac ni chyrhaeddwyd { $left ->
        [zero] { $left } arall
        [one] { $left } arall
        [two] { $left } arall
        [few] { $left } arall
        [many] { $left } arall
       *[other] { $left } arall
    }. Dechreuwch eto gyda’r gweddill.
