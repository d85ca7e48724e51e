# What several screens share: fields, dialogs, time, passwords.

fault-title = Something went wrong
fault-text = The window stopped at a fault. Nothing was lost: what you had saved is in the file.
fault-again = Start again

field-optional = optional
dialog-close = Close
code-strip = Code { $code }

check-email-at = Add the @ and what follows it, such as @post.example.
check-email-domain = Add what follows the @, such as post.example.

# ---- passwords
password-show = Show password
password-hide = Hide password
strength-0 = very weak
strength-1 = weak
strength-2 = fair
strength-3 = good
strength-4 = strong
strength-label = Password strength: { $word }, { $score } of 4
strength-label-none = Password strength: nothing typed yet
strength-advice-length = At least { $min } characters. Several unrelated words work well.
strength-advice-0 = Very easy to guess. Several unrelated words work well.
strength-advice-1 = Easy to guess. Several unrelated words work well.
strength-advice-2 = Still a little easy to guess. Add another word.
strength-advice-3 = Good. One more word would make it strong.
strength-advice-4 = Strong.

# ---- time
time-exact = { $weekday } { $date }, { $time } { $zone }
time-short = { $date }, { $time }
time-just-now = just now
time-in-moments = in a moment
time-in-minutes = in { $n } min
time-minutes-ago = { $n } min ago
time-in-hours = in { $n } h
time-hours-ago = { $n } h ago
time-in-days =
    { $n ->
        [one] in { $n } day
       *[other] in { $n } days
    }
time-days-ago =
    { $n ->
        [one] { $n } day ago
       *[other] { $n } days ago
    }
time-in-months =
    { $n ->
        [one] in { $n } month
       *[other] in { $n } months
    }
time-months-ago =
    { $n ->
        [one] { $n } month ago
       *[other] { $n } months ago
    }
time-in-years =
    { $n ->
        [one] in { $n } year
       *[other] in { $n } years
    }
time-years-ago =
    { $n ->
        [one] { $n } year ago
       *[other] { $n } years ago
    }

# ---- size of the window's contents
zoom-now = Size: { $percent } %
