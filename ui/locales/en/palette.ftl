# The command palette, the list of shortcuts, masked codes, the table's columns.

palette = Command palette
palette-open = Go to anything
palette-open-short = Go to anything…
palette-hint = What do you want to do, or whose code is it?
palette-none = Nothing matches “{ $typed }”.
palette-looking = Looking…
palette-results =
    { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
palette-invitations = Invitations
palette-create = Create invitation
palette-create-also = new add invite code
palette-sheet = New from a sheet…
palette-sheet-also = import csv bulk many paste spreadsheet
palette-print = Print…
palette-print-also = cards poster pdf paper
palette-list = Go to Invitations
palette-list-also = open list home
palette-archive = Go to Archive
palette-archive-also = open archived old
palette-show-all = Show all invitations
palette-show-active = Show active invitations
palette-show-active-also = pending open filter
palette-show-used = Show used invitations
palette-show-used-also = accepted joined filter
palette-show-expired = Show expired invitations
palette-show-expired-also = ended filter
palette-show-revoked = Show revoked invitations
palette-show-revoked-also = invalid cancelled filter
palette-show-expiring = Show those expiring in 48 h
palette-show-expiring-also = soon filter
palette-clean-up = Clean up…
palette-clean-up-also = archive old ended
palette-mask = Mask codes
palette-unmask = Show codes again
palette-mask-also = hide privacy dots
palette-theme-light = Appearance: light
palette-theme-dark = Appearance: dark
palette-theme-system = Appearance: as the system
palette-theme-also = theme night day mode
palette-settings = Go to Settings
palette-settings-also = open preferences policy options
palette-shortcuts = Keyboard shortcuts
palette-shortcuts-also = help keys
palette-lock = Lock
palette-lock-also = away pause
palette-sign-out = Sign out
palette-sign-out-also = leave log off exit quit

# ---- shortcuts
shortcuts-title = Keyboard shortcuts
shortcuts-done = Close
shortcuts-single = Single keys
shortcuts-single-hint = Single letters and symbols as shortcuts. Off: only keys with Ctrl, Alt or a name work.
shortcuts-window = Everywhere
shortcuts-table = In the list
shortcuts-one = One invitation
shortcuts-palette = Go to anything
shortcuts-shortcuts = This list
shortcuts-create = Create invitation
shortcuts-search = Search
shortcuts-counters = Counters as filters
shortcuts-mask = Mask codes
shortcuts-escape = Close, clear, go back
shortcuts-primary = Main button of a dialog
shortcuts-region = Next part of the window
shortcuts-history = Back, forward
shortcuts-zoom = Larger, smaller, usual size (also Ctrl and the wheel)
shortcuts-lock = Lock
shortcuts-settings = Settings
shortcuts-details = Details
shortcuts-copy-code = Copy code
shortcuts-copy-link = Copy link
shortcuts-qr = Show QR code
shortcuts-hold = Show a masked code while held
shortcuts-replace = Replace…
shortcuts-revoke = Revoke…
shortcuts-rows = Next, previous row
shortcuts-ends = First, last row
shortcuts-leaps = Ten rows up, down
shortcuts-buttons = Buttons of a row
shortcuts-select = Select row
shortcuts-extend = Select further rows
shortcuts-page = Select the page
shortcuts-widths = Width of a column, on its head
key-alt = Alt
key-shift = Shift
key-escape = Esc
key-delete = Del
key-home = Home
key-end = End
key-page-up = Page Up
key-page-down = Page Down
key-space = Space

# ---- masked codes
mask = Mask codes
mask-title = Codes are shown as dots until they are held (M)
mask-hold = Hold to show the code
mask-hidden = Hidden code: hold to show it
mask-on = Codes are masked
mask-on-hint = Hold one, or H on its row, to see it. Copying works as before.
mask-off = Codes are shown

