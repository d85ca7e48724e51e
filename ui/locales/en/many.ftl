# Many invitations: what binds them, their filters, the archive, and work that takes long.

# ---- create: every field
create-domain-choice = A domain
create-domain = Domain
create-domain-example = @school.example
create-domain-hint = Anyone with an address of this domain can join with the code, up to the number of uses.
create-missing-domain = Enter a domain, such as @school.example.
create-bad-domain = A domain looks like @school.example.
create-number = Invitations
create-one = One
create-several = Several of the same kind
create-several-no-address = One address is for one invitation. Choose a domain or anyone to make several.
create-several-no-person = One address is for one invitation, and you are making several.
create-count = How many
create-groups = Groups
create-groups-hint = Add a group…
create-groups-new = New group “{ $name }”
create-groups-made =
    { $count ->
        [one] “{ $names }” is new: it is made with the invitation.
       *[other] “{ $names }” are new: they are made with the invitation.
    }
create-label-later = optional, can be changed later
create-label-show = Show labels used lately
create-note = Note
create-note-add = Add a note
create-note-hint = What those who look after invitations should know
create-generate-several = Generate { $count }
create-running-title = Creating invitations
create-running = Creating { $count } invitations. They are saved together at the end. If you cancel now, none is created.
create-many-done =
    { $count ->
        [one] { $count } invitation created
       *[other] { $count } invitations created
    }
create-cancelled = Cancelled. None was created.
created-groups = Groups
created-note = Note
tokens-remove = Remove { $name }

# ---- work that takes long
job-far = { $done } of { $total }
job-beginning = Beginning…
job-cancel = Cancel
job-cancelling = Cancelling…
job-left-moment = almost done
job-left-seconds = about { $n } s left
job-left-minutes = about { $n } min left

# ---- filters
filter-creator = Created by
filter-group = Group
filter-label = Label
filter-created = Created
filter-expires = Expires
filter-status-unknown = There is no such status.
filter-department-unknown = There is no such department.
picker-type = Choose or type
picker-find = Find
picker-exactly = Exactly “{ $typed }”
picker-none = Nothing like that
span-from = From
span-to = To
span-example = 2026-09-01
span-hint = Whole days, in this device’s time. Either may be left empty.
span-unread = A day looks like 2026-09-01.
span-apply = Show

# ---- revoke many
bulk-revoke-title = Revoke these invitations?
bulk-revoke-body =
    { $count ->
        [one]
            { $left ->
                [one] **{ $count } invitation** stops working at once, with its code, link and QR code. **{ $left } use** is lost.
               *[other] **{ $count } invitation** stops working at once, with its code, link and QR code. **{ $left } uses** are lost.
            }
       *[other] **{ $count } invitations** stop working at once, with their codes, links and QR codes. **{ $left } uses** are lost.
    }
bulk-revoke-stay =
    { $joined ->
        [one] The person who joined stays.
       *[other] The { $joined } people who joined stay.
    }
bulk-revoke-none = None of these is active, so there is nothing to revoke.
bulk-revoke-skipped =
    { $count ->
        [one] { $count } is skipped: { $reasons }.
       *[other] { $count } are skipped: { $reasons }.
    }
bulk-revoke-used = { $count } used up
bulk-revoke-expired = { $count } expired
bulk-revoke-revoked = { $count } revoked before
bulk-revoke-keep = Keep them
bulk-revoke-confirm =
    { $count ->
        [one] Revoke { $count } invitation
       *[other] Revoke { $count } invitations
    }
bulk-revoke-done =
    { $count ->
        [one] { $count } invitation revoked
       *[other] { $count } invitations revoked
    }
bulk-revoke-cancelled = Cancelled. None was revoked.
bulk-revoke-running-title = Revoking invitations
bulk-revoke-running = Revoking { $count } invitations. They end together. If you cancel now, none is revoked.

# ---- the archive
archive-show = Show the archive
archive-empty = The archive is empty
archive-empty-hint = Clean up moves invitations here that ended long ago. They leave the list, and their codes stay refused for ever.
clean-up = Clean up…
clean-up-title = Clean up
clean-up-days = Ended more than
clean-up-days-ago = days ago
clean-up-words =
    { $days ->
        [one]
            { $count ->
                [one] **{ $count } invitation** that ended more than { $days } day ago leaves the list. It stays in the audit trail and in the archive.
               *[other] **{ $count } invitations** that ended more than { $days } day ago leave the list. They stay in the audit trail and in the archive.
            }
       *[other]
            { $count ->
                [one] **{ $count } invitation** that ended more than { $days } days ago leaves the list. It stays in the audit trail and in the archive.
               *[other] **{ $count } invitations** that ended more than { $days } days ago leave the list. They stay in the audit trail and in the archive.
            }
    }
clean-up-none =
    { $days ->
        [one] No invitation ended more than { $days } day ago, so there is nothing to clean up.
       *[other] No invitation ended more than { $days } days ago, so there is nothing to clean up.
    }
clean-up-revoked = { $count } revoked
clean-up-confirm = Clean up
clean-up-running-title = Cleaning up
clean-up-running = Moving { $count } invitations into the archive. If you cancel now, all stay in the list.
clean-up-done =
    { $count ->
        [one] { $count } invitation archived
       *[other] { $count } invitations archived
    }
clean-up-cancelled = Cancelled. All stay in the list.
