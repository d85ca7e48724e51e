# Invitations from a sheet, lists saved as files, and invitations on paper.

head-more = More actions

# ---- invitations from a sheet
sheet-from = From a sheet…
sheet-title = Invitations from a sheet
sheet-back = Back to invitations
sheet-steps = Steps
sheet-step-choose = Choose rows
sheet-step-check = Check rows
sheet-step-make = Create
sheet-step-hand-out = Hand out
sheet-rows-from = Where the rows are
sheet-file = A file
sheet-file-hint = CSV or text; comma, semicolon or tab; with titles or without
sheet-choose = Choose a file…
sheet-choose-title = Choose a sheet
sheet-choose-other = Choose another file…
sheet-paste = Or paste rows from a spreadsheet
sheet-paste-example = email, role, department, expires
sheet-paste-hint = One row for each invitation. Columns can be: email, domain, role, department, groups, limit, expires, label, note.
sheet-pasted = Pasted rows
sheet-empty-cells = What a row leaves empty
sheet-empty-cells-hint = A row’s own cells come first. These are taken where it has none.
sheet-empty-cells-change = Empty cells…
sheet-rows-change = Change the rows…
sheet-check = Check the rows
sheet-nothing-yet = Nothing is made by looking.
sheet-all-ready = Every row is ready. Nothing is made before you press Create.
sheet-some-ready =
    { $left ->
        [one] { $left } row is left out. Nothing is made before you press Create.
       *[other] { $left } rows are left out. Nothing is made before you press Create.
    }
sheet-none-ready = No row is ready. Mend the rows left out, or look at the columns.

# ---- its columns
sheet-columns = Columns
sheet-column = Column { $name }
sheet-column-is = What { $name } holds
sheet-columns-count =
    { $count ->
        [one] { $count } column
       *[other] { $count } columns
    }
sheet-rows-count =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
sheet-titles = titles in the first row
sheet-no-titles = no titles
sheet-unsure = **The columns were guessed.** Look whether each is taken for what it holds.
sheet-first-row = The first row is an invitation, not titles
sheet-ignored = Ignored
sheet-field-email = Email
sheet-field-domain = Domain
sheet-field-role = Role
sheet-field-department = Department
sheet-field-groups = Groups
sheet-field-limit = Uses
sheet-field-expires = Expires
sheet-field-label = Label
sheet-field-note = Note

# ---- what it was taken for, and what it leaves open
sheet-passed-over = Passed over above the titles: { $lines }
sheet-taken = { $field }: { $name }
sheet-left-columns = Left out: { $names }
sheet-left-addresses = { $name } (addresses)
sheet-each-ends = A row that says nothing else ends { $at }.
sheet-each-never = A row that says nothing else never ends.
sheet-each-uses =
    { $count ->
        [one] It can be used once.
       *[other] It can be used { $count } times.
    }
sheet-dates-day = Dates are read with the day first: 31/12/2026.
sheet-dates-month = Dates are read with the month first: 12/31/2026.
sheet-new-departments =
    { $count ->
        [one] **New department:** { $names }. It is made with the invitations.
       *[other] **New departments:** { $names }. They are made with the invitations.
    }
sheet-new-groups =
    { $count ->
        [one] **New group:** { $names }. It is made with the invitations.
       *[other] **New groups:** { $names }. They are made with the invitations.
    }
sheet-new-close = { $name } (did you mean { $close }?)
sheet-asks-titles = **None of the titles is known.** Look what each column is taken for, and change what is not right.
sheet-asks-addresses = **{ $name } holds addresses and is not taken for the email** ({ $examples }). Say what the columns hold.
sheet-columns-right = The columns are right
sheet-asks-dates = **Dates in { $name } can be read in two ways** ({ $examples }). Which comes first?
sheet-day-first = The day
sheet-month-first = The month
sheet-letters = **Are these letters right?** { $examples }. The file doesn’t say how its letters are written.
sheet-letters-right = They are right
sheet-encoding = How letters are read
sheet-encoding-western = Western European
sheet-encoding-central = Central European
sheet-encoding-cyrillic = Cyrillic
sheet-encoding-greek = Greek
sheet-encoding-mac = Mac (old)
sheet-encoding-japanese = Japanese
sheet-encoding-chinese = Chinese
sheet-open-questions = Answer what is asked above. Nothing can be made before that.

# ---- its rows
sheet-classes = Filter rows by result
sheet-ready = Ready
sheet-malformed = Malformed
sheet-duplicate = Duplicate in file
sheet-invited = Already invited
sheet-member = Already a member
sheet-not-permitted = Not permitted
sheet-rows = Rows
sheet-show-all = All rows
sheet-show-left-out = Only left out
sheet-line = Line
sheet-result = Result
sheet-reason-head = Reason
sheet-reason = { $field }: { $reason }
sheet-same-as = Same address as line { $line }, which is kept.
sheet-row-too-long = This row is too long. Look whether a quotation mark is left open.
sheet-row-not-text = Column { $column } has characters that can’t be read. Save the file as CSV UTF-8.
sheet-row-control = Column { $column } has a control character. Remove it.
sheet-row-stray-quote = Column { $column } has a quotation mark within quotation marks. Double the inner one.
sheet-row-curly-quotes = Column { $column } has curly quotation marks around it. Use straight ones.
sheet-row-list = Column { $column } looks like a list that can’t be read. Put a semicolon between the groups.
sheet-row-address = Column { $column } has an address and is not taken for the email. Look at the columns.
sheet-row-more-cells = This row goes on to column { $column }. Put text with a separator in it in quotation marks.
sheet-rest = The first { $count } of { $all } rows are shown.
sheet-none = No such rows
sheet-none-hint = No row is of this kind.
sheet-left-out =
    { $count ->
        [one] Save the row left out…
       *[other] Save the { $count } rows left out…
    }
sheet-left-out-title = Save the rows left out
sheet-left-out-name = Rows left out
sheet-left-out-saved =
    { $count ->
        [one] { $count } row saved, with its reason
       *[other] { $count } rows saved, with their reasons
    }

# ---- a file that cannot be read
sheet-fault-empty = **There are no rows.** The file needs one row for each invitation.
sheet-fault-unreadable = **The file can’t be read beyond line { $line }.** Nothing was made. Look whether it is still there.
sheet-fault-not-text = **This file is not text.** Open it in a spreadsheet and save it as CSV first.
sheet-fault-separator = **The first line names a separator that is none.** It can be a comma, a semicolon, a tab or a bar.
sheet-fault-columns = **The file has too many columns.** Keep those about invitations.
sheet-fault-rows = **The file has too many rows.** Split it into several files.
sheet-fault-quote = **The quotation mark that opens in line { $line } is never closed.** Close it, or double it if it is part of the text.
sheet-look-again = Look again

# ---- making them
sheet-create =
    { $count ->
        [0] Create invitations
        [one] Create { $count } invitation
       *[other] Create { $count } invitations
    }
sheet-making =
    { $count ->
        [one] Creating { $count } invitation
       *[other] Creating { $count } invitations
    }
sheet-making-hint = They are saved together at the end. If you cancel now, none is created.
sheet-looking = Reading { $name }
sheet-looking-hint = Nothing is made by looking.
sheet-kilobytes = { $done } of { $total } kB
sheet-done =
    { $count ->
        [one] { $count } invitation created
       *[other] { $count } invitations created
    }
sheet-done-all = Every row became an invitation. The list shows these alone, ready to be copied, printed, exported and handed out.
sheet-done-left =
    { $count ->
        [one] { $count } row was left out. Save it with its reason, mend it, and read it again. The list shows the new invitations alone.
       *[other] { $count } rows were left out. Save them with their reasons, mend them, and read them again. The list shows the new invitations alone.
    }
sheet-done-show = Show the invitations
sheet-done-print = Print…
sheet-again = Read another sheet

# ---- a list as a file
export = Export
export-csv = CSV, for spreadsheets…
export-json = JSON, for programs…
export-title = Export invitations
export-name = Invitations { $day }
export-running-title = Exporting invitations
export-running = Writing the list into a file. If you cancel now, there is no file.
export-done =
    { $count ->
        [one] { $count } invitation exported
       *[other] { $count } invitations exported
    }
export-cancelled = Cancelled. There is no file.

# ---- on paper
print = Print
print-selected = Print cards
print-title = Print invitations
print-name = Invitations to print { $day }
print-layout = Layout
print-layout-cards = { $count } cards a page
print-layout-poster = Poster
print-paper = Paper
print-a4 = A4
print-letter = Letter
print-preview = What one looks like, with a code that is none
print-pattern = A pattern in the place of the QR code
print-words =
    { $count ->
        [one] **{ $count } active invitation** on { $pages } page. Only active ones are printed.
       *[other]
            { $pages ->
                [one] **{ $count } active invitations** on { $pages } page. Only active ones are printed.
               *[other] **{ $count } active invitations** on { $pages } pages. Only active ones are printed.
            }
    }
print-none = None of these is active, so there is nothing to print.
print-too-many = { $count } are active. At most { $most } are printed at once: filter the list, or select fewer.
print-one = Print…
print-one-words = **This invitation** on one page.
print-one-ended = This one is no longer active, so it is not printed.
print-submit = Save as PDF…
print-running-title = Printing invitations
print-running = Drawing { $count } invitations. If you cancel now, there is no file.
print-done =
    { $count ->
        [one] { $count } invitation ready to print
       *[other] { $count } invitations ready to print
    }
print-left-out = Printed without { $emoji }: no font on this device has them.
print-cancelled = Cancelled. There is no file.
print-card-title = You’re invited
print-card-for = For
print-card-how = How to join
print-card-step-1 = Scan the code with your telephone, or open Vestibule and choose “I have a code”.
print-card-step-2 = Check what you are joining, and give your name.
print-card-step-3 = Choose a password.
print-card-footer = Keep this card to yourself: whoever holds the code can use it.
print-card-footer-many = For everyone who belongs here: the code works until all its places are taken.
print-card-never = never
print-card-time = { $day } { $month } { $year }, { $hour }:{ $minute }
