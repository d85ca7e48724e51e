# The settings.

settings-title = Gosodiadau
settings-rules = Sefydliad
settings-invitations = Gwahoddiadau
settings-copying = Copïo
settings-usual = Cyfnod diofyn cyn dod i ben
settings-usual-hint = Caiff ei lenwi ar gyfer pob gwahoddiad newydd.
settings-usual-most = Hyd at { $days }, y cyfnod hwyaf cyn dod i ben
settings-latest = Cyfnod hwyaf cyn dod i ben
settings-latest-hint = Ni all neb ddewis dyddiad diweddarach.
settings-latest-least = O leiaf { $days }, y cyfnod diofyn cyn dod i ben
settings-never = Caniatáu “byth yn dod i ben”
settings-never-hint = Mae’n fwy diogel ei ddiffodd: bydd poster a anghofiwyd yn peidio â gweithio ohono’i hun.
settings-bound = Gofyn am e-bost neu barth
settings-bound-hint = Wedyn ni ellir creu codau y gallai unrhyw un eu defnyddio.
settings-length = Hyd y cod
settings-length-hint = { $bits } did ar hap. Mae codau a grëwyd eisoes yn cadw eu hyd.
settings-clean-up = Tacluso ar ôl
settings-clean-up-hint = Wedi’r cyfnod hwn ar ôl iddo orffen, cynigir tacluso gwahoddiad.
settings-clipboard = Clirio’r clipfwrdd ar ôl copïo
settings-clipboard-hint = Dim ond os yw’r cod neu’r ddolen arno o hyd.
settings-signing-in = Mewngofnodi
settings-password = Cyfrinair byrraf
settings-password-hint = Ar gyfer cyfrineiriau a ddewisir o hyn ymlaen.
settings-idle = Cloi ar ôl
settings-idle-hint = Pan nad oes neb wedi cyffwrdd â’r ffenestr am y cyfnod hwn.
settings-characters =
    { $count ->
        [zero] { $count } nod
        [one] { $count } nod
        [two] { $count } nod
        [few] { $count } nod
        [many] { $count } nod
       *[other] { $count } nod
    }
settings-minutes =
    { $count ->
        [zero] { $count } munud
        [one] { $count } munud
        [two] { $count } funud
        [few] { $count } munud
        [many] { $count } munud
       *[other] { $count } munud
    }
settings-days =
    { $count ->
        [zero] { $count } diwrnod
        [one] { $count } diwrnod
        [two] { $count } ddiwrnod
        [few] { $count } diwrnod
        [many] { $count } diwrnod
       *[other] { $count } diwrnod
    }
settings-seconds =
    { $count ->
        [zero] { $count } eiliad
        [one] { $count } eiliad
        [two] { $count } eiliad
        [few] { $count } eiliad
        [many] { $count } eiliad
       *[other] { $count } eiliad
    }
settings-unit-days =
    { $count ->
        [zero] diwrnod
        [one] diwrnod
        [two] ddiwrnod
        [few] diwrnod
        [many] diwrnod
       *[other] diwrnod
    }
settings-unit-seconds =
    { $count ->
        [zero] eiliad
        [one] eiliad
        [two] eiliad
        [few] eiliad
        [many] eiliad
       *[other] eiliad
    }
settings-unit-characters =
    { $count ->
        [zero] nod
        [one] nod
        [two] nod
        [few] nod
        [many] nod
       *[other] nod
    }
settings-unit-minutes =
    { $count ->
        [zero] munud
        [one] munud
        [two] funud
        [few] munud
        [many] munud
       *[other] munud
    }
settings-on = ymlaen
settings-off = i ffwrdd
settings-was = Nawr: { $value }

# ---- saving
settings-loading = Wrthi’n darllen y gosodiadau…
settings-unread = Nid oedd modd darllen y gosodiadau
settings-again = Ceisio eto
settings-no-changes = Dim newidiadau.
settings-all-saved = Mae popeth wedi’i gadw.
settings-changes =
    { $count ->
        [zero] { $count } newid heb eu cadw.
        [one] { $count } newid heb ei gadw.
        [two] { $count } newid heb eu cadw.
        [few] { $count } newid heb eu cadw.
        [many] { $count } newid heb eu cadw.
       *[other] { $count } newid heb eu cadw.
    }
settings-attention =
    { $count ->
        [zero] Mae angen eich sylw ar { $count }, y cyntaf:
        [one] Mae angen eich sylw ar hyn:
        [two] Mae angen eich sylw ar { $count }, y cyntaf:
        [few] Mae angen eich sylw ar { $count }, y cyntaf:
        [many] Mae angen eich sylw ar { $count }, y cyntaf:
       *[other] Mae angen eich sylw ar { $count }, y cyntaf:
    }
settings-discard = Peidio â chadw
settings-save = Cadw’r newidiadau
settings-saved = Gosodiadau wedi’u cadw
settings-stale = **Newidiodd y gosodiadau tra oeddech yma.** Ni chadwyd dim. O dan bob un o’ch newidiadau dangosir yr hyn sydd mewn grym nawr; edrychwch eto, yna cadwch.

# ---- this device
settings-device = Y ddyfais hon
settings-device-hint = I chi yn unig, ar y ddyfais hon. Daw pob newid i rym ar unwaith.
settings-mask-hint = Mae codau’n ddotiau nes ichi eu dal. Ar gyfer swyddfeydd cynllun agored.
settings-theme-hint = Golau, tywyll, neu beth bynnag y mae’r ddyfais hon wedi’i gosod iddo.
settings-zoom = Maint
settings-zoom-hint = Maint popeth yn y ffenestr, i bwy bynnag sy’n eistedd yma. Hefyd Ctrl gyda +, - a 0, neu gyda’r olwyn.
settings-zoom-larger = Mwy
settings-zoom-smaller = Llai
settings-zoom-usual = Maint arferol
settings-screen = Cadw’r ffenestr allan o recordiadau sgrin
settings-screen-hint = Tra bo codau i’w gweld. Nid oes angen diogelu codau cudd.
settings-screen-mac = Tra bo codau i’w gweld. Nid oes angen diogelu codau cudd. O macOS 15 ymlaen, mae rhai rhaglenni’n recordio’r ffenestr er hynny.
settings-screen-not-here = Ni all y system hon gadw ffenestr allan o recordiadau; gall Windows a macOS. Mae codau cudd yn aros o’r golwg ym mhobman.

recovery-setting = Allwedd adfer
recovery-setting-hint = Mae’n agor y data pan gollir y cylch allweddi neu’r cyfrinymadrodd. Cadwch gopi printiedig, ymhell o’r ddyfais hon.
recovery-open = Dangos…
recovery-title = Dangos yr allwedd adfer
recovery-words = Gall pwy bynnag sydd â’r allwedd a’r ffeil ddata ddarllen popeth, a gosod cyfrinair gweinyddwr. **Bydd y trywydd archwilio’n dweud eich bod wedi’i gweld.**
recovery-password = Eich cyfrinair
recovery-password-wrong = Mae’r cyfrinair hwn yn anghywir. Gwiriwch y priflythrennau ac iaith y bysellfwrdd.
recovery-cancel = Canslo
recovery-show = Dangos yr allwedd
recovery-shown-title = Allwedd adfer
recovery-shown-words = Argraffwch hi a chadwch hi ymhell o’r ddyfais hon. Bydd yn diflannu o’r sgrin pan gaewch hwn.
recovery-done = Wedi gorffen
