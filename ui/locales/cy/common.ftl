# What several screens share: fields, dialogs, time, passwords.

fault-title = Aeth rhywbeth o’i le
fault-text = Stopiodd y ffenestr oherwydd nam. Ni chollwyd dim: mae’r hyn a gadwoch yn y ffeil.
fault-again = Dechrau eto

field-optional = dewisol
dialog-close = Cau
code-strip = Cod { $code }

check-email-at = Ychwanegwch yr @ a’r hyn sy’n ei ddilyn, megis @post.example.
check-email-domain = Ychwanegwch yr hyn sy’n dilyn yr @, megis post.example.

# ---- passwords
password-show = Dangos y cyfrinair
password-hide = Cuddio’r cyfrinair
strength-0 = gwan iawn
strength-1 = gwan
strength-2 = gweddol
strength-3 = da
strength-4 = cryf
strength-label = Cryfder y cyfrinair: { $word }, { $score } o 4
strength-label-none = Cryfder y cyfrinair: dim wedi’i deipio eto
strength-advice-length = O leiaf { $min } nod. Mae sawl gair digyswllt yn gweithio’n dda.
strength-advice-0 = Hawdd iawn ei ddyfalu. Mae sawl gair digyswllt yn gweithio’n dda.
strength-advice-1 = Hawdd ei ddyfalu. Mae sawl gair digyswllt yn gweithio’n dda.
strength-advice-2 = Braidd yn hawdd ei ddyfalu o hyd. Ychwanegwch air arall.
strength-advice-3 = Da. Byddai un gair arall yn ei wneud yn gryf.
strength-advice-4 = Cryf.

# ---- time
time-exact = { $weekday } { $date }, { $time } { $zone }
time-short = { $date }, { $time }
time-just-now = eiliad yn ôl
time-in-moments = ymhen eiliad
time-in-minutes = ymhen { $n } mun
time-minutes-ago = { $n } mun yn ôl
time-in-hours = ymhen { $n } awr
time-hours-ago = { $n } awr yn ôl
time-in-days =
    { $n ->
        [zero] ymhen { $n } diwrnod
        [one] ymhen { $n } diwrnod
        [two] ymhen { $n } ddiwrnod
        [few] ymhen { $n } diwrnod
        [many] ymhen { $n } diwrnod
       *[other] ymhen { $n } diwrnod
    }
time-days-ago =
    { $n ->
        [zero] { $n } diwrnod yn ôl
        [one] { $n } diwrnod yn ôl
        [two] { $n } ddiwrnod yn ôl
        [few] { $n } diwrnod yn ôl
        [many] { $n } diwrnod yn ôl
       *[other] { $n } diwrnod yn ôl
    }
time-in-months =
    { $n ->
        [zero] ymhen { $n } mis
        [one] ymhen { $n } mis
        [two] ymhen { $n } fis
        [few] ymhen { $n } mis
        [many] ymhen { $n } mis
       *[other] ymhen { $n } mis
    }
time-months-ago =
    { $n ->
        [zero] { $n } mis yn ôl
        [one] { $n } mis yn ôl
        [two] { $n } fis yn ôl
        [few] { $n } mis yn ôl
        [many] { $n } mis yn ôl
       *[other] { $n } mis yn ôl
    }
time-in-years =
    { $n ->
        [zero] ymhen { $n } mlynedd
        [one] ymhen { $n } flwyddyn
        [two] ymhen { $n } flynedd
        [few] ymhen { $n } blynedd
        [many] ymhen { $n } blynedd
       *[other] ymhen { $n } mlynedd
    }
time-years-ago =
    { $n ->
        [zero] { $n } mlynedd yn ôl
        [one] { $n } flwyddyn yn ôl
        [two] { $n } flynedd yn ôl
        [few] { $n } blynedd yn ôl
        [many] { $n } blynedd yn ôl
       *[other] { $n } mlynedd yn ôl
    }

# ---- size of the window's contents
zoom-now = Maint: { $percent }%
