# Any list: its table, pages, filters, selection, columns and saved views.

list-some-of = { $count } de { $all }
list-least-of = { $count } o más de { $all }
list-range-least = { $from }–{ $to } de { $total } o más
list-search-clear = Borrar la búsqueda
list-search-long = Una búsqueda tiene { $max } caracteres como máximo.
list-filter-set = { $filter }: { $value }
list-filter-drop = Quitar filtro: { $filter }
list-actions = Acciones
list-sort-by = Ordenar por { $column }
list-more = Más acciones
list-more-of = Más acciones: { $name }
list-act-of = { $act }: { $name }
list-pages = Páginas
list-range = { $from }–{ $to } de { $total }
list-range-one = { $at } de { $total }
list-page-size = { $count } por página
list-page-size-label = Filas por página
list-previous = Anterior
list-next = Siguiente
list-page = Página { $page }
list-none-found = Nada coincide con «{ $search }»
list-none-filtered = Nada coincide con estos filtros
list-clear-filters = Quitar los filtros
list-unread = No se pudo leer la lista
list-unread-hint = { $reason } No se perdió nada.
list-stale = **No se pudo volver a leer la lista.** { $reason } Lo que ves es del { $when }.
list-try-again = Reintentar

# ---- filters
filter-more = Más
filter-clear = Quitar todo
filter-wrong = { $filter }: { $value } · { $reason }
filter-span-unread = Los días se escriben así: 2026-09-01..2026-09-08.
filter-span-backwards = El último día es anterior al primero.
filter-today = Hoy
filter-last-days =
    { $days ->
        [one] Último { $days } día
       *[other] Últimos { $days } días
    }
filter-next-days =
    { $days ->
        [one] Próximo { $days } día
       *[other] Próximos { $days } días
    }
filter-since = desde el { $day }
filter-until = hasta el { $day }
filter-between = { $from } – { $to }

# ---- the archive
archive = Archivadas
archive-leave = Volver a la lista
archive-count =
    { $count ->
        [one] { $count } archivada
       *[other] { $count } archivadas
    }

# ---- the selection
select-bar = Filas seleccionadas
select-count =
    { $count ->
        [one] { $count } seleccionada
       *[other] { $count } seleccionadas
    }
select-all-matching = Seleccionar todo ({ $count })
select-count-least =
    { $count ->
        [one] Al menos { $count } seleccionada
       *[other] Al menos { $count } seleccionadas
    }
select-all-matching-least = Seleccionar todo (al menos { $count })
select-clear = Quitar la selección
select-row = Seleccionar fila
select-row-of = Seleccionar fila: { $name }
select-page = Seleccionar todas las filas de esta página

# ---- columns
columns-choose = Elegir columnas
columns-no-room = { $column } (ahora no cabe)
columns-reset = Columnas y anchos habituales
columns-edge = Ancho de { $column }: arrastra, o usa Alt con las flechas

# ---- saved views
views = Vistas guardadas
views-none = Aún no hay vistas. Una vista guarda los filtros, la búsqueda y el orden.
views-again = Volver a leer las vistas
views-save = Guardar esta vista…
views-manage = Renombrar o eliminar…
views-full = Caben { $most } vistas como máximo. Elimina una para guardar otra.
views-save-title = Guardar esta vista
views-name = Nombre
views-save-hint = Guarda los filtros, la búsqueda y el orden. Solo tú la ves.
views-save-do = Guardar vista
views-saved = Vista guardada
views-taken = Ya tienes una vista con este nombre.
views-too-long = Estos filtros son demasiado largos para guardarlos juntos.
views-cancel = Cancelar
views-count = { $count } de { $most }
views-done = Cerrar
views-rename = Renombrar { $name }
views-rename-do = Renombrar
views-renamed = Vista renombrada
views-delete = Eliminar { $name }
views-delete-ask = ¿Eliminar «{ $name }»? **No se puede deshacer.**
views-keep = Conservar
views-delete-do = Eliminar vista
views-deleted = Vista eliminada
