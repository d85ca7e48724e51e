# Many invitations: what binds them, filters, the selection, the archive, and work that takes long.

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
job-left-moment = Almost done
job-left-seconds = About { $n } s left
job-left-minutes = About { $n } min left
