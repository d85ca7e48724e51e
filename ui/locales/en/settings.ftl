# The settings.

settings-title = Settings
settings-rules = Organisation
settings-invitations = Invitations
settings-copying = Copying
settings-usual = Default expiry
settings-usual-hint = Filled in for every new invitation.
settings-usual-most = At most { $days }, the longest expiry
settings-latest = Longest expiry
settings-latest-hint = Nobody can choose a later date.
settings-latest-least = At least { $days }, the default expiry
settings-never = Allow “never expires”
settings-never-hint = Off is safer: a forgotten poster stops working by itself.
settings-bound = Require an email or domain
settings-bound-hint = Codes that anyone could use can then no longer be created.
settings-length = Code length
settings-length-hint = { $bits } random bits. Codes already made keep their length.
settings-clean-up = Clean up after
settings-clean-up-hint = So long after its end, an invitation is offered for clean-up.
settings-clipboard = Clear the clipboard after copying
settings-clipboard-hint = Only if it still holds the code or link.
settings-signing-in = Signing in
settings-password = Shortest password
settings-password-hint = For passwords chosen from now on.
settings-idle = Lock after
settings-idle-hint = When nobody has touched the window for so long.
settings-characters =
    { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }
settings-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
settings-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
settings-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
settings-unit-days =
    { $count ->
        [one] day
       *[other] days
    }
settings-unit-seconds =
    { $count ->
        [one] second
       *[other] seconds
    }
settings-unit-characters =
    { $count ->
        [one] character
       *[other] characters
    }
settings-unit-minutes =
    { $count ->
        [one] minute
       *[other] minutes
    }
settings-on = on
settings-off = off
settings-was = Now: { $value }

# ---- saving
settings-loading = Reading the settings…
settings-unread = The settings could not be read
settings-again = Try again
settings-no-changes = No changes.
settings-all-saved = Everything is saved.
settings-changes =
    { $count ->
        [one] { $count } change not saved.
       *[other] { $count } changes not saved.
    }
settings-attention =
    { $count ->
        [one] Needs your attention:
       *[other] { $count } need your attention, first:
    }
settings-discard = Discard
settings-save = Save changes
settings-saved = Settings saved
settings-stale = **The settings changed while you were here.** Nothing was saved. Under each of your changes stands what holds now; look again, then save.

# ---- this device
settings-device = This device
settings-device-hint = For you alone, on this device. Each change holds at once.
settings-mask-hint = Codes are dots until you hold them. For open-plan offices.
settings-theme-hint = Light, dark, or whatever this device is set to.
settings-zoom = Size
settings-zoom-hint = Of everything in the window, for whoever sits here. Also Ctrl with +, - and 0, or with the wheel.
settings-zoom-larger = Larger
settings-zoom-smaller = Smaller
settings-zoom-usual = Usual size
settings-screen = Keep the window out of screen recordings
settings-screen-hint = While codes are shown. Masked codes need no protection.
settings-screen-mac = While codes are shown. Masked codes need no protection. From macOS 15 on, some programs record the window all the same.
settings-screen-not-here = This system can’t keep a window out of recordings; Windows and macOS can. Masked codes stay unseen everywhere.

recovery-setting = Recovery key
recovery-setting-hint = Opens the data when keychain or passphrase are lost. Keep it printed, away from this device.
recovery-open = Show…
recovery-title = Show the recovery key
recovery-words = Whoever has the key and the data file can read everything, and set an administrator’s password. **The audit trail will say that you have seen it.**
recovery-password = Your password
recovery-password-wrong = This password is wrong. Check capital letters and the keyboard’s language.
recovery-cancel = Cancel
recovery-show = Show the key
recovery-shown-title = Recovery key
recovery-shown-words = Print it and keep it away from this device. It is gone from the screen when you close this.
recovery-done = Done
