# One invitation from all sides: the details drawer, and Replace.

# ---- replace
replace-title = Replace invitation
replace-words = **Replace this invitation?** It is revoked, and a new one opens with the same details. Both stay linked.
replace-reason = Reason
replace-reason-hint = Sent to the wrong person
replace-confirm = Replace
replace-done = Invitation replaced

# ---- the drawer
details-close = Close (Esc)
details-previous = Previous invitation (K)
details-next = Next invitation (J)
details-both = { $one } · { $other }
details-expires = expires { $when }
details-expired = expired { $when }
details-revoked = revoked { $when }
details-never-expires = never expires
details-qr = QR code of the invite link
details-qr-show = Show QR code
details-qr-title = Show QR code (Q)
details-qr-copy = Copy QR code as a picture
details-qr-copy-short = Copy picture
details-qr-copied = QR code copied
details-qr-save = Save QR code to a file
details-qr-save-short = Save…
details-qr-png = Picture (PNG)
details-qr-svg = Drawing (SVG)
details-qr-file = invitation-qr
details-qr-saved = **Saved** as { $name }
details-role = Role
details-who = Who may use it
details-anyone = Anyone with the code
details-domain = Any address { $domain }
details-department = Department
details-groups = Groups
details-limit = Uses
details-ends = Expires
details-never = Never
details-created = Created by
details-by = { $name }, { $when }
details-was-revoked = Revoked by
details-reason = Reason
details-replaces = Replaces
details-replaces-open = An earlier invitation
details-replaced-by = Replaced by
details-replaced-by-open = A newer invitation
details-archived = Archived
details-label = Label
details-note = Note
details-edit = Edit
details-edit-title = Change label and note
details-label-hint = What it is for, or where you hand it out
details-note-hint = What is to be remembered about it
details-save = Save
details-cancel = Cancel
details-saved = Label and note saved
details-unsaved = Save or cancel the changes first.
details-uses = Uses
details-left =
    { $count ->
        [one] { $count } left
       *[other] { $count } left
    }
details-unused = Nobody has used it yet.
details-history = History
details-history-total =
    { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
details-history-part = The latest { $count } of { $total }
details-all = Show all { $count }
details-more = Show { $count } more
details-gone = This invitation is not in the list any more
details-gone-hint = It was removed, or your role may no longer see it.
details-unread = The details could not be read
details-stale = **The details could not be read again.** { $reason }
details-loading = Loading the details
details-replace = Replace…
details-replace-title = Replace this invitation (R)
details-revoke-title = Revoke this invitation (Del)

# ---- its history
details-event-created =
    { $by ->
        [nobody] Created
       *[other] Created by **{ $name }**
    }
details-event-created-instead =
    { $by ->
        [nobody] Created in the place of another
       *[other] Created by **{ $name }** in the place of another
    }
details-event-copied-code =
    { $by ->
        [nobody] Code copied
       *[other] Code copied by **{ $name }**
    }
details-event-copied-link =
    { $by ->
        [nobody] Link copied
       *[other] Link copied by **{ $name }**
    }
details-event-copied-text =
    { $by ->
        [nobody] Invitation text copied
       *[other] Invitation text copied by **{ $name }**
    }
details-event-copied-picture =
    { $by ->
        [nobody] QR code copied as a picture
       *[other] QR code copied as a picture by **{ $name }**
    }
details-event-shown =
    { $by ->
        [nobody] QR code shown
       *[other] QR code shown to **{ $name }**
    }
details-event-saved =
    { $by ->
        [nobody] Saved to a file
       *[other] Saved to a file by **{ $name }**
    }
details-event-printed =
    { $by ->
        [nobody] Printed
       *[other] Printed by **{ $name }**
    }
details-event-exported =
    { $by ->
        [nobody] Exported with a list
       *[other] Exported with a list by **{ $name }**
    }
details-event-sent =
    { $known ->
        [nobody] { $by ->
            [nobody] Queued to be sent by email
           *[other] Queued to be sent by email by **{ $name }**
        }
       *[other] { $by ->
            [nobody] Queued for { $to }
           *[other] Queued for { $to } by **{ $name }**
        }
    }
details-event-reminder =
    { $known ->
        [nobody] Reminder queued
       *[other] Reminder queued for { $to }
    }
details-event-described =
    { $by ->
        [nobody] Label and note changed
       *[other] Label and note changed by **{ $name }**
    }
details-event-labelled =
    { $by ->
        [nobody] Label changed
       *[other] Label changed by **{ $name }**
    }
details-event-noted =
    { $by ->
        [nobody] Note changed
       *[other] Note changed by **{ $name }**
    }
details-event-refused =
    { $cause ->
        [expired] Refused: it had expired
        [used_up] Refused: it was used up
        [revoked] Refused: it was revoked
        [replaced] Refused: it was replaced
        [wrong_email] Refused: another email address was given
        [wrong_domain] Refused: the address was of another domain
        [already_member] Refused: this person is a member already
        [username_taken] Refused: the username was taken
        [changed] Refused: it had changed meanwhile
        [creator_may_not] Refused: its creator may no longer invite in this role
       *[other] Refused: for another reason
    }
details-event-used = Used by **{ $name }**
details-event-used-somebody = Used by somebody whose account is gone
details-event-revoked =
    { $by ->
        [nobody] Revoked
       *[other] Revoked by **{ $name }**
    }
details-event-replaced =
    { $by ->
        [nobody] Replaced
       *[other] Replaced with a new one by **{ $name }**
    }
details-event-unknown = Something that a newer version of Vestibule wrote: { $event }
details-event-archived =
    { $by ->
        [nobody] Moved to the archive
       *[other] Moved to the archive by **{ $name }**
    }
details-quote = “{ $text }”
details-changed = { $before } → { $after }

# ---- in the row's menu
details-menu = Details
