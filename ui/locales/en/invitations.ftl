# The Invitations page and its dialogs.

invitations-title = Invitations
invitations-create = Create invitation

# ---- counters and filters
invitations-counters = Filter by status
invitations-all = All
invitations-active = Active
invitations-used = Used
invitations-expired = Expired
invitations-revoked = Revoked
invitations-expiring = Expiring in 48 h
invitations-search = Search invitations
invitations-search-hint = Code, email, label, link…
invitations-filter-status = Status
invitations-filter-role = Role
invitations-filter-department = Department

# ---- the table
invitations-table = Invitations
invitations-code = Code
invitations-email = Email
invitations-role = Role
invitations-status = Status
invitations-expires = Expires
invitations-used-by = Used by
invitations-created-by = Created by
invitations-created = Created
invitations-anyone = Anyone
invitations-anyone-label = Anyone ·
invitations-anyone-at = Anyone at
invitations-code-kept = Hidden from your role
invitations-never = never
invitations-uses = { $uses } of { $limit } used
invitations-uses-short = { $uses } of { $limit }
invitations-use-line = { $name }, { $when }
invitations-uses-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
invitations-revoked-by = Revoked by { $name }, { $when }
invitations-revoked-because = Revoked by { $name }, { $when }: { $reason }
invitations-created-at = { $name }, { $when }
invitations-role-in = { $role }, { $department }

# ---- what can be done with a row
invitations-copy-code = Copy code
invitations-copy-code-title = Copy code (C)
invitations-copy-link = Copy link
invitations-copy-text = Copy invitation text
invitations-copy-link-title = Copy link (L)
invitations-revoke = Revoke…
invitations-copied-code = Code copied
invitations-copied-link = Link copied
invitations-copied-text = Invitation text copied
# The text for a person. Put together by the backend: the page hands it the words around the code and the link.
letter-who = { $inviter } invites you to join { $organisation } as { $role }.
letter-role = { $role }
letter-role-in = { $role } in { $department }
letter-how =
    To join, open this link:
    { $link }
    or open Vestibule, choose “I have a code” and enter:
    { $code }
letter-ends = The invitation ends on { $at }.
letter-never = The invitation has no end.
letter-for-email = It is for { $email } alone.
letter-for-domain =
    { $count ->
        [one] One person with an address @{ $domain } can use it.
       *[other] { $count } people with an address @{ $domain } can use it.
    }
letter-for-anyone =
    { $count ->
        [one] It can be used once, so keep it to yourself.
       *[other] { $count } people can use it.
    }
letter-unexpected = You see what you are joining before anything is used up. If you did not expect this, ask { $inviter }, in person or by a number you know, before you open the link.
invitations-copied-clears = Cleared from the clipboard in { $seconds } s
invitations-copy-failed = Could not copy
invitations-copy-failed-hint = Select the code and press { $command } C

# ---- nothing to show
invitations-loading = Loading invitations
invitations-empty-title = No invitations yet
invitations-empty = An invitation lets one person, or several, join { $organisation } in the role you choose. You get a code, a link and a QR code to hand out.
invitations-empty-watch = An invitation lets one person, or several, join { $organisation } in the role that the inviter chooses. The first one appears here.
invitations-none-found-hint = Look for a part of the code, an email, a label or a name. Archived invitations are not searched.
invitations-none-filtered-hint =
    { $count ->
        [one] { $count } invitation is there when they are cleared.
       *[other] { $count } invitations are there when they are cleared.
    }

# ---- create
create-title = Create invitation
create-who = Who may use it
create-one-person = One person
create-anyone = Anyone with the code
create-email = Email
create-email-hint = Only a person who gives this address can join with the code.
create-anyone-hint = The code admits whoever holds it, up to the number of uses.
create-role = Role
create-role-locked = Your role invites only { $role }.
create-department = Department
create-department-locked = You invite for your own division.
create-department-new = “{ $name }” is new: it is made with the invitation.
create-department-near = “{ $name }” is new: it is made with the invitation. Did you mean { $near }?
create-department-choice = New department “{ $name }”
create-new-department = New department “{ $name }”
create-new-department-near = New department “{ $name }”. Did you mean { $near }?
create-new-group = New group “{ $name }”
create-new-group-near = New group “{ $name }”. Did you mean { $near }?
create-department-hint = Choose or name one
create-department-show = Show departments
create-expires = Expires
create-hours = { $hours } h
create-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
create-choose = Choose date…
create-never = Never
create-date = Date
create-time = Time
create-date-hint = Such as 2026-12-31
create-time-hint = Such as 17:00
create-date-show = Choose from a calendar
create-expires-at =
    { $days ->
        [one] { $at }. Your policy allows up to { $days } day.
       *[other] { $at }. Your policy allows up to { $days } days.
    }
create-expires-never = It works until it is used up or revoked.
create-uses = Uses
create-uses-fewer = Fewer
create-uses-more = More
create-uses-one = One person uses it once.
create-label = Label
create-label-hint = What it is for, or where you hand it out
create-cancel = Cancel
create-generate = Generate
create-generate-keys = { $command } ↵
create-missing-email = Enter an email, such as noor@post.example, or choose Anyone with the code.
create-bad-date = Write the date as 2026-12-31, a day that exists, and the time as 17:00.

# ---- the new invitation
created-title = Invitation created
created-link = Invite link
created-for = For
created-role = Role
created-expires = Expires
created-expires-both = { $exact } ({ $relative })
created-uses = Uses
created-another = Create another
created-done = Done
created-kept = Your role may not see the code. An administrator can hand it out.

# ---- revoke
revoke-title = Revoke this invitation?
revoke-body =
    { $limit ->
        [one] The code, link and QR code stop working at once.
       *[other]
            { $left ->
                [one] The code, link and QR code stop working at once, and **{ $left } of { $limit } uses** is lost.
               *[other] The code, link and QR code stop working at once, and **{ $left } of { $limit } uses** are lost.
            }
    }
revoke-stay =
    { $joined ->
        [one] The person who joined stays.
       *[other] The { $joined } people who joined stay.
    }
revoke-final = **This cannot be undone.**
revoke-reason = Reason
revoke-reason-hint = Poster taken down
revoke-keep = Keep it
revoke-confirm = Revoke invitation
revoke-done = Invitation revoked

# ---- choosing a date
calendar-label = Calendar
calendar-earlier = Earlier month
calendar-later = Later month
calendar-month = { $month } { $year }
calendar-january = January
calendar-february = February
calendar-march = March
calendar-april = April
calendar-may = May
calendar-june = June
calendar-july = July
calendar-august = August
calendar-september = September
calendar-october = October
calendar-november = November
calendar-december = December
calendar-monday = Mo
calendar-tuesday = Tu
calendar-wednesday = We
calendar-thursday = Th
calendar-friday = Fr
calendar-saturday = Sa
calendar-sunday = Su

# ---- how old
invitations-age-now = now
invitations-age-minutes = { $n } min
invitations-age-hours = { $n } h
invitations-age-days = { $n } d
invitations-age-years = { $n } y
