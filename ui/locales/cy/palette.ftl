# The command palette, the list of shortcuts, masked codes, the table's columns.

palette = Palet gorchmynion
palette-open = Mynd i unrhyw beth
palette-open-short = Mynd i unrhyw beth…
palette-hint = Beth rydych am ei wneud, neu god pwy ydyw?
palette-none = Nid oes dim yn cyfateb i “{ $typed }”.
palette-looking = Chwilio…
palette-results =
    { $count ->
        [zero] { $count } canlyniad
        [one] { $count } canlyniad
        [two] { $count } ganlyniad
        [few] { $count } chanlyniad
        [many] { $count } chanlyniad
       *[other] { $count } canlyniad
    }
palette-invitations = Gwahoddiadau
palette-create = Creu gwahoddiad
palette-create-also = newydd ychwanegu gwahodd cod
palette-sheet = Rhai newydd o daenlen…
palette-sheet-also = mewnforio csv swmp llawer gludo taenlen
palette-print = Argraffu…
palette-print-also = cardiau poster pdf papur
palette-list = Mynd i’r gwahoddiadau
palette-list-also = agor rhestr hafan
palette-archive = Mynd i’r archif
palette-archive-also = agor wedi’u harchifo hen
palette-show-all = Dangos pob gwahoddiad
palette-show-active = Dangos gwahoddiadau gweithredol
palette-show-active-also = yn aros agored hidlo
palette-show-used = Dangos gwahoddiadau a ddefnyddiwyd
palette-show-used-also = derbyniwyd ymunodd hidlo
palette-show-expired = Dangos gwahoddiadau a ddaeth i ben
palette-show-expired-also = gorffen wedi dod i ben hidlo
palette-show-revoked = Dangos gwahoddiadau a ddirymwyd
palette-show-revoked-also = annilys canslo dirymu hidlo
palette-show-expiring = Dangos rhai sy’n dod i ben o fewn 48 awr
palette-show-expiring-also = cyn hir buan hidlo
palette-clean-up = Tacluso…
palette-clean-up-also = archifo hen gorffen glanhau
palette-mask = Cuddio codau
palette-unmask = Dangos y codau eto
palette-mask-also = masgio preifatrwydd dotiau
palette-theme-light = Ymddangosiad: golau
palette-theme-dark = Ymddangosiad: tywyll
palette-theme-system = Ymddangosiad: fel y system
palette-theme-also = thema nos dydd modd
palette-settings = Mynd i’r gosodiadau
palette-settings-also = agor dewisiadau polisi opsiynau
palette-shortcuts = Llwybrau byr bysellfwrdd
palette-shortcuts-also = cymorth help bysellau
palette-lock = Cloi
palette-lock-also = i ffwrdd saib oedi
palette-sign-out = Allgofnodi
palette-sign-out-also = gadael cau ymadael terfynu

# ---- shortcuts
shortcuts-title = Llwybrau byr bysellfwrdd
shortcuts-done = Cau
shortcuts-single = Bysellau unigol
shortcuts-single-hint = Llythrennau a symbolau unigol fel llwybrau byr. Wedi’i ddiffodd: dim ond bysellau gyda Ctrl neu Alt, neu rai ag enw, sy’n gweithio.
shortcuts-window = Ym mhobman
shortcuts-table = Yn y rhestr
shortcuts-one = Un gwahoddiad
shortcuts-palette = Mynd i unrhyw beth
shortcuts-shortcuts = Y rhestr hon
shortcuts-create = Creu gwahoddiad
shortcuts-search = Chwilio
shortcuts-counters = Rhifyddion fel hidlyddion
shortcuts-mask = Cuddio codau
shortcuts-escape = Cau, clirio, mynd yn ôl
shortcuts-primary = Prif fotwm blwch deialog
shortcuts-region = Rhan nesaf y ffenestr
shortcuts-history = Yn ôl, ymlaen
shortcuts-zoom = Mwy, llai, maint arferol (hefyd Ctrl a’r olwyn)
shortcuts-lock = Cloi
shortcuts-settings = Gosodiadau
shortcuts-to-invitations = Mynd i’r gwahoddiadau
shortcuts-to-users = Mynd i’r defnyddwyr
shortcuts-details = Manylion
shortcuts-copy-code = Copïo’r cod
shortcuts-copy-link = Copïo’r ddolen
shortcuts-qr = Dangos y cod QR
shortcuts-hold = Dangos cod cudd tra bo’n cael ei ddal
shortcuts-replace = Disodli…
shortcuts-revoke = Dirymu…
shortcuts-rows = Rhes nesaf, rhes flaenorol
shortcuts-ends = Rhes gyntaf, rhes olaf
shortcuts-leaps = Deg rhes i fyny, i lawr
shortcuts-buttons = Botymau rhes
shortcuts-select = Dewis rhes
shortcuts-extend = Dewis rhagor o resi
shortcuts-page = Dewis y dudalen
shortcuts-widths = Lled colofn, ar ei phen
key-alt = Alt
key-shift = Shift
key-escape = Esc
key-delete = Del
key-home = Home
key-end = End
key-page-up = Page Up
key-page-down = Page Down
key-space = Space
key-then = yna

# ---- masked codes
mask = Cuddio codau
mask-title = Dangosir codau fel dotiau nes iddynt gael eu dal (M)
mask-hold = Daliwch i ddangos y cod
mask-hidden = Cod cudd: daliwch ef i’w ddangos
mask-on = Mae’r codau wedi’u cuddio
mask-on-hint = Daliwch un, neu H ar ei res, i’w weld. Mae copïo’n gweithio fel o’r blaen.
mask-off = Mae’r codau i’w gweld
palette-users = Defnyddwyr
palette-users-also = pobl cyfrifon aelodau atal rôl
palette-profile-also = cyfrinair enw e-bost sesiynau
