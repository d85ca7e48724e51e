# Any list: its table, pages, filters, selection, columns and saved views.

list-some-of = { $count } of { $all }
list-least-of = { $count } or more of { $all }
list-range-least = { $from }–{ $to } of { $total } or more
list-search-clear = Clear the search
list-search-long = A search has at most { $max } characters.
list-filter-set = { $filter }: { $value }
list-filter-drop = Show any: { $filter }
list-actions = Actions
list-sort-by = Sort by { $column }
list-more = More actions
list-more-of = More actions: { $name }
list-act-of = { $act }: { $name }
list-pages = Pages
list-range = { $from }–{ $to } of { $total }
list-range-one = { $at } of { $total }
list-page-size = { $count } per page
list-page-size-label = Rows per page
list-previous = Previous
list-next = Next
list-page = Page { $page }
list-none-found = Nothing matches “{ $search }”
list-none-filtered = Nothing matches these filters
list-clear-filters = Clear the filters
list-unread = The list could not be read
list-unread-hint = { $reason } Nothing was lost.
list-stale = **The list could not be read again.** { $reason } What you see is from { $when }.
list-try-again = Try again

# ---- filters
filter-more = More
filter-clear = Clear all
filter-wrong = { $filter }: { $value } · { $reason }
filter-span-unread = Days look like 2026-09-01..2026-09-08.
filter-span-backwards = The last day comes before the first.
filter-today = Today
filter-last-days = Last { $days } days
filter-next-days = Next { $days } days
filter-since = since { $day }
filter-until = until { $day }
filter-between = { $from } – { $to }

# ---- the archive
archive = Archive
archive-leave = Back to the list
archive-count =
    { $count ->
        [one] { $count } in the archive
       *[other] { $count } in the archive
    }

# ---- the selection
select-bar = Selected rows
select-count = { $count } selected
select-all-matching = Select all { $count } that match
select-count-least = At least { $count } selected
select-all-matching-least = Select all that match, at least { $count }
select-clear = Clear the selection
select-row = Select row
select-row-of = Select row: { $name }
select-page = Select all rows of this page

# ---- columns
columns-choose = Choose columns
columns-no-room = { $column } (no room now)
columns-reset = Usual columns and widths
columns-edge = Width of { $column }: drag, or Alt with the arrow keys

# ---- saved views
views = Saved views
views-none = No views yet. One keeps the filters, the search and the order.
views-again = Read the views again
views-save = Save this view…
views-manage = Rename or delete…
views-full = { $most } views are the most. Delete one to save another.
views-save-title = Save this view
views-name = Name
views-save-hint = Keeps the filters, the search and the order. Only you see it.
views-save-do = Save view
views-saved = View saved
views-taken = You have a view of this name.
views-too-long = These filters are too long to be saved together.
views-cancel = Cancel
views-count = { $count } of { $most }
views-done = Close
views-rename = Rename { $name }
views-rename-do = Rename
views-renamed = View renamed
views-delete = Delete { $name }
views-delete-ask = Delete “{ $name }”? **This cannot be undone.**
views-keep = Keep it
views-delete-do = Delete view
views-deleted = View deleted
