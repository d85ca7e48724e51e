# Any list: its table, pages, filters, selection, columns and saved views.

list-some-of = { $count } o { $all }
list-least-of = { $count } neu fwy o { $all }
list-range-least = { $from }–{ $to } o { $total } neu fwy
list-search-clear = Clirio’r chwiliad
list-search-long = Gall chwiliad gynnwys hyd at { $max } nod.
list-filter-set = { $filter }: { $value }
list-filter-drop = Dangos pob un: { $filter }
list-actions = Gweithredoedd
list-sort-by = Trefnu yn ôl { $column }
list-more = Rhagor o weithredoedd
list-more-of = Rhagor o weithredoedd: { $name }
list-act-of = { $act }: { $name }
list-pages = Tudalennau
list-range = { $from }–{ $to } o { $total }
list-range-one = { $at } o { $total }
list-page-size = { $count } y dudalen
list-page-size-label = Rhesi fesul tudalen
list-previous = Blaenorol
list-next = Nesaf
list-page = Tudalen { $page }
list-none-found = Nid oes dim yn cyfateb i “{ $search }”
list-none-filtered = Nid oes dim yn cyfateb i’r hidlyddion hyn
list-clear-filters = Clirio’r hidlyddion
list-unread = Nid oedd modd darllen y rhestr
list-unread-hint = { $reason } Ni chollwyd dim.
list-stale = **Nid oedd modd ailddarllen y rhestr.** { $reason } Gwelwch y rhestr fel yr oedd: { $when }.
list-try-again = Ceisio eto

# ---- filters
filter-more = Rhagor
filter-clear = Clirio’r cyfan
filter-wrong = { $filter }: { $value } · { $reason }
filter-span-unread = Mae diwrnodau’n edrych fel 2026-09-01..2026-09-08.
filter-span-backwards = Mae’r diwrnod olaf yn dod cyn y cyntaf.
filter-today = Heddiw
filter-last-days = Y { $days } diwrnod diwethaf
filter-next-days = Y { $days } diwrnod nesaf
filter-since = ers { $day }
filter-until = hyd at { $day }
filter-between = { $from } – { $to }

# ---- the archive
archive = Archif
archive-leave = Yn ôl i’r rhestr
archive-count =
    { $count ->
        [zero] { $count } yn yr archif
        [one] { $count } yn yr archif
        [two] { $count } yn yr archif
        [few] { $count } yn yr archif
        [many] { $count } yn yr archif
       *[other] { $count } yn yr archif
    }

# ---- the selection
select-bar = Rhesi a ddewiswyd
select-count = Dewiswyd { $count }
select-all-matching = Dewis pob un o’r { $count } sy’n cyfateb
select-count-least = Dewiswyd o leiaf { $count }
select-all-matching-least = Dewis pob un sy’n cyfateb, o leiaf { $count }
select-clear = Clirio’r dewis
select-row = Dewis rhes
select-row-of = Dewis rhes: { $name }
select-page = Dewis holl resi’r dudalen hon

# ---- columns
columns-choose = Dewis colofnau
columns-no-room = { $column } (dim lle nawr)
columns-reset = Colofnau a lledau arferol
columns-edge = Lled { $column }: llusgwch, neu Alt gyda’r bysellau saeth

# ---- saved views
views = Golygon wedi’u cadw
views-none = Dim golygon eto. Mae golwg yn cadw’r hidlyddion, y chwiliad a’r drefn.
views-again = Darllen y golygon eto
views-save = Cadw’r golwg hwn…
views-manage = Ailenwi neu ddileu…
views-full = Gellir cadw hyd at { $most } o olygon. Dilëwch un er mwyn cadw un arall.
views-save-title = Cadw’r golwg hwn
views-name = Enw
views-save-hint = Mae’n cadw’r hidlyddion, y chwiliad a’r drefn. Dim ond chi sy’n ei weld.
views-save-do = Cadw’r golwg
views-saved = Golwg wedi’i gadw
views-taken = Mae gennych olwg o’r enw hwn eisoes.
views-too-long = Mae’r hidlyddion hyn yn rhy hir i’w cadw gyda’i gilydd.
views-cancel = Canslo
views-count = { $count } o { $most }
views-done = Cau
views-rename = Ailenwi { $name }
views-rename-do = Ailenwi
views-renamed = Golwg wedi’i ailenwi
views-delete = Dileu { $name }
views-delete-ask = Dileu “{ $name }”? **Ni ellir dadwneud hyn.**
views-keep = Gadael fel y mae
views-delete-do = Dileu’r golwg
views-deleted = Golwg wedi’i ddileu
