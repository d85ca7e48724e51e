# The Users page: the list, who is shown beside it, and the questions over it.

users-title = Users
users-table = Users
users-loading = Reading the users
users-search = Search users
users-search-hint = Name, username or email
users-none-found-hint = Search looks at name, username and email. Check the spelling, or take filters off.
users-none-filtered-hint =
    { $count ->
        [one] One person is there without these filters.
       *[other] { $count } people are there without these filters.
    }
users-counters = Users by state
users-all = All
users-active = Active
users-suspended = Suspended
users-erased = Erased
users-erased-name = Erased
users-never = never
users-full-name = { $name } ({ $username })
users-state-unknown = There is no such state: active, suspended or erased.
users-export-title = Export users
users-export-name = Users { $day }
users-export-running = Exporting users
users-export-done =
    { $count ->
        [one] { $count } user exported
       *[other] { $count } users exported
    }
users-name = Name
users-email = Email
users-username = Username
users-role = Role
users-department = Department
users-group = Group
users-groups = Groups
users-state = State
users-last-sign-in = Last sign-in
users-joined = Joined
users-joined-through = Joined through

# ---- one user
user-details = Details
user-close = Close details
user-previous = The one before
user-next = The next one
user-role = Change role…
user-role-short = Role…
user-department = Move to a department…
user-reset = Reset password…
user-reactivate = Reactivate…
user-suspend = Suspend…
user-erase = Erase…
user-invitation-open = The invitation
user-sessions = Signed in
user-no-sessions = Not signed in on this device.
user-session-window = Window
user-session-cli = Command line
user-session-kiosk = Kiosk
user-session-this = { $place }, this one
user-session-kept = { $place }, kept signed in
user-session-active = active { $when }
user-session-end = Sign out: { $place }, since { $since }
user-session-ended = Signed out there
user-activity = Activity
user-by-nobody = Nobody
user-unread = This can’t be read now
user-gone = There is nobody here any more
user-try-again = Try again
activity-account-created = Joined
activity-redeemed = Used an invitation
activity-role-changed = **{ $name }** changed the role
activity-moved = **{ $name }** moved the account to another department
activity-suspended = **{ $name }** suspended the account
activity-reactivated = **{ $name }** reactivated the account
activity-profile = Changed name or email
activity-profile-refused = Asked for an address that somebody else has
activity-signed-in = Signed in
activity-signed-out = Signed out
activity-session-ended = **{ $name }** ended a session
activity-sign-in-failed = A sign-in failed
activity-code-issued = **{ $name }** made a reset code
activity-code-refused = A reset code was refused
activity-password-set = A new password was set
activity-recovery-key = Saw the recovery key
activity-not-permitted = Asked for what the role may not do
activity-erased = **{ $name }** erased what is personal
activity-other = { $event }

# ---- questions
user-cancel = Cancel
user-role-title = Change role
user-role-words = **{ $name }** is { $role } now. Another role counts at once, in every session.
user-role-choose = Role
user-role-confirm = Change role
user-role-done = { $name } is { $role } now
user-role-none = There is no other role that you may give.
user-promote = **{ $role }** has the same rights as you. Give your own password to go on.
user-peer = **{ $name }** ranks as high as you. Give your own password to go on.
user-password = Your password
user-password-wrong = This is not your password.
user-department-title = Move to a department
user-department-words = What **{ $name }** sees and may do follows at once.
user-department-choose = Department
user-department-none = No department
user-department-confirm = Move
user-department-done = { $name } belongs to { $department } now
user-suspend-title = Suspend this account?
user-suspend-words = **{ $name }** is signed out everywhere at once and can’t sign in until somebody reactivates the account. The password and everything else stay.
user-suspend-confirm = Suspend
user-suspend-done = { $name } is suspended
user-reactivate-title = Reactivate this account?
user-reactivate-words = **{ $name }** can sign in again, with the password from before.
user-reactivate-confirm = Reactivate
user-reactivate-done = { $name } can sign in again
user-reset-title = Make a reset code?
user-reset-words = With the code, **{ $name }** sets a new password. It is shown once, and good for 24 hours and one use. Until then the old password stays.
user-reset-confirm = Make a code
user-erase-title = Erase this person?
user-erase-words = Name, email, username and password of **{ $name }** go for good, from lists, search and the audit trail, and with them what is personal about invitations that were for them alone. What they did stays, without a name. Backups and exported files keep what they hold. This cannot be undone.
user-erase-confirm = Erase
user-erase-done = What was personal is erased
user-code-title = Reset code for { $name }
user-code-words = Give it to **{ $name }** yourself. It is good until { $until } and for one use, and is not shown again.
user-code-how = On the sign-in page: “I have a reset code”.
user-code-done = Done
user-code-copied = Reset code copied

# ---- many users
users-many-move = Move…
users-many-sign-out = Sign out…
users-many-reactivate = Reactivate…
users-many-suspend = Suspend…
users-many-sign-out-title = Sign these users out?
users-many-reactivate-title = Reactivate these accounts?
users-many-suspend-title = Suspend these accounts?
users-many-move-body =
    { $count ->
        [one] **{ $count } user** moves. What they see and may do follows at once.
       *[other] **{ $count } users** move. What they see and may do follows at once.
    }
users-many-sign-out-body =
    { $count ->
        [one] **{ $count } user** is signed out wherever they are signed in on this device.
       *[other] **{ $count } users** are signed out wherever they are signed in on this device.
    }
users-many-reactivate-body =
    { $count ->
        [one] **{ $count } user** can sign in again, with the password from before.
       *[other] **{ $count } users** can sign in again, with their passwords from before.
    }
users-many-suspend-body =
    { $count ->
        [one] **{ $count } user** is signed out everywhere at once and can’t sign in until somebody reactivates the account. The password and everything else stay.
       *[other] **{ $count } users** are signed out everywhere at once and can’t sign in until somebody reactivates the accounts. Passwords and everything else stay.
    }
users-many-move-confirm =
    { $count ->
        [one] Move { $count } user
       *[other] Move { $count } users
    }
users-many-sign-out-confirm =
    { $count ->
        [one] Sign out { $count } user
       *[other] Sign out { $count } users
    }
users-many-reactivate-confirm =
    { $count ->
        [one] Reactivate { $count } user
       *[other] Reactivate { $count } users
    }
users-many-suspend-confirm =
    { $count ->
        [one] Suspend { $count } user
       *[other] Suspend { $count } users
    }
users-many-moved =
    { $count ->
        [one] { $count } user has moved.
       *[other] { $count } users have moved.
    }
users-many-signed-out =
    { $count ->
        [one] { $count } user is signed out.
       *[other] { $count } users are signed out.
    }
users-many-reactivated =
    { $count ->
        [one] { $count } user can sign in again.
       *[other] { $count } users can sign in again.
    }
users-many-suspended =
    { $count ->
        [one] { $count } user is suspended.
       *[other] { $count } users are suspended.
    }
users-many-done =
    { $count ->
        [one] Done with { $count } user.
       *[other] Done with { $count } users.
    }
users-many-unchanged =
    { $count ->
        [one] { $count } was so already.
       *[other] { $count } were so already.
    }
users-many-left =
    { $count ->
        [one] { $count } user was not come to.
       *[other] { $count } users were not come to.
    }
users-many-none = There is nobody among them with whom this can be done.
users-many-peers =
    { $count ->
        [one] { $count } of them ranks as high as you. Give your own password to go on.
       *[other] { $count } of them rank as high as you. Give your own password to go on.
    }
users-many-yourself = You are among them, and stay as you are
users-many-password =
    { $count ->
        [one] { $count } ranks as high as you: that takes your password
       *[other] { $count } rank as high as you: that takes your password
    }
users-many-last =
    { $count ->
        [one] { $count } is the last administrator
       *[other] { $count } are the last administrators
    }
users-many-without-department =
    { $count ->
        [one] { $count } needs a department for the role
       *[other] { $count } need a department for their role
    }
users-many-not-permitted =
    { $count ->
        [one] { $count } ranks too high for you, or lies out of reach
       *[other] { $count } rank too high for you, or lie out of reach
    }
users-many-department-choose = Choose a department
users-many-running-title = Changing users
users-many-running = The users are changed one after the other. If you cancel now, those who are changed stay so.
users-many-report = What became of them
users-many-report-close = Close

# ---- one's own profile
settings-profile = Your profile
profile-title = Your profile
profile-hint = Others see your name and address. You sign in with your username or this address.
profile-name = Name
profile-email = Email
profile-save = Save
profile-saved = Your profile is saved
profile-password-title = Password
profile-password-hint = A new password signs you out everywhere else.
profile-current = Current password
profile-new = New password
profile-set-password = Set password
profile-password-set = Your new password is set
