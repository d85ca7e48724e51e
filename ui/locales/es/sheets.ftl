# Invitations from a sheet, lists saved as files, and invitations on paper.

head-more = Más acciones

# ---- invitations from a sheet
sheet-from = Desde una hoja…
sheet-title = Invitaciones desde una hoja
sheet-back = Volver a las invitaciones
sheet-steps = Pasos
sheet-step-choose = Elegir filas
sheet-step-check = Revisar filas
sheet-step-make = Crear
sheet-step-hand-out = Entregar
sheet-rows-from = Dónde están las filas
sheet-file = Un archivo
sheet-file-hint = CSV o texto; coma, punto y coma o tabulador; con títulos o sin ellos
sheet-choose = Elegir un archivo…
sheet-choose-title = Elegir una hoja
sheet-choose-other = Elegir otro archivo…
sheet-paste = O pega filas de una hoja de cálculo
sheet-paste-example = correo, rol, departamento, caduca
sheet-paste-hint = Una fila por invitación. Las columnas pueden ser: correo, dominio, rol, departamento, grupos, usos, caduca, etiqueta, nota.
sheet-pasted = Filas pegadas
sheet-empty-cells = Lo que una fila deja vacío
sheet-empty-cells-hint = Primero valen las celdas de la fila. Esto se toma donde no tiene nada.
sheet-empty-cells-change = Celdas vacías…
sheet-rows-change = Cambiar las filas…
sheet-check = Revisar las filas
sheet-nothing-yet = Mirar no crea nada.
sheet-all-ready = Todas las filas están preparadas. No se crea nada hasta que pulses Crear.
sheet-some-ready =
    { $left ->
        [one] { $left } fila queda excluida. No se crea nada hasta que pulses Crear.
       *[other] { $left } filas quedan excluidas. No se crea nada hasta que pulses Crear.
    }
sheet-none-ready = Ninguna fila está preparada. Corrige las excluidas, o mira las columnas.

# ---- its columns
sheet-columns = Columnas
sheet-column = Columna { $name }
sheet-column-is = Qué contiene { $name }
sheet-columns-count =
    { $count ->
        [one] { $count } columna
       *[other] { $count } columnas
    }
sheet-rows-count =
    { $count ->
        [one] { $count } fila
       *[other] { $count } filas
    }
sheet-titles = títulos en la primera fila
sheet-no-titles = sin títulos
sheet-unsure = **Las columnas se han deducido.** Mira si cada una está asignada a lo que contiene.
sheet-first-row = La primera fila es una invitación, no títulos
sheet-ignored = Ignorada
sheet-field-email = Correo
sheet-field-domain = Dominio
sheet-field-role = Rol
sheet-field-department = Departamento
sheet-field-groups = Grupos
sheet-field-limit = Usos
sheet-field-expires = Caduca
sheet-field-label = Etiqueta
sheet-field-note = Nota

# ---- what it was taken for, and what it leaves open
sheet-passed-over = Pasado por alto sobre los títulos: { $lines }
sheet-taken = { $field }: { $name }
sheet-left-columns = Excluidas: { $names }
sheet-left-addresses = { $name } (direcciones)
sheet-each-ends = Una fila que no dice otra cosa caduca el { $at }.
sheet-each-never = Una fila que no dice otra cosa no caduca nunca.
sheet-each-uses =
    { $count ->
        [one] Se puede usar una vez.
       *[other] Se puede usar { $count } veces.
    }
sheet-dates-day = Las fechas se leen con el día primero: 31/12/2026.
sheet-dates-month = Las fechas se leen con el mes primero: 12/31/2026.
sheet-new-departments =
    { $count ->
        [one] **Nuevo departamento:** { $names }. Se crea con las invitaciones.
       *[other] **Nuevos departamentos:** { $names }. Se crean con las invitaciones.
    }
sheet-new-groups =
    { $count ->
        [one] **Nuevo grupo:** { $names }. Se crea con las invitaciones.
       *[other] **Nuevos grupos:** { $names }. Se crean con las invitaciones.
    }
sheet-new-close = { $name } (¿querías decir { $close }?)
sheet-asks-titles = **No se reconoce ninguno de los títulos.** Mira a qué está asignada cada columna, y cambia lo que no sea correcto.
sheet-asks-addresses = **{ $name } contiene direcciones y no está asignada al correo** ({ $examples }). Indica qué contienen las columnas.
sheet-columns-right = Las columnas están bien
sheet-asks-dates = **Las fechas de { $name } se pueden leer de dos maneras** ({ $examples }). ¿Qué va primero?
sheet-day-first = El día
sheet-month-first = El mes
sheet-letters = **¿Son correctas estas letras?** { $examples }. El archivo no dice cómo están escritas sus letras.
sheet-letters-right = Son correctas
sheet-encoding = Cómo se leen las letras
sheet-encoding-western = Europa occidental
sheet-encoding-central = Europa central
sheet-encoding-cyrillic = Cirílico
sheet-encoding-greek = Griego
sheet-encoding-mac = Mac (antiguo)
sheet-encoding-japanese = Japonés
sheet-encoding-chinese = Chino
sheet-open-questions = Responde a lo que se pregunta arriba. Antes no se puede crear nada.

# ---- its rows
sheet-classes = Filtrar filas por resultado
sheet-ready = Preparada
sheet-malformed = Mal formada
sheet-duplicate = Repetida en el archivo
sheet-invited = Ya tiene invitación
sheet-member = Ya es miembro
sheet-not-permitted = No permitida
sheet-rows = Filas
sheet-show-all = Todas
sheet-show-left-out = Solo excluidas
sheet-line = Línea
sheet-result = Resultado
sheet-reason-head = Motivo
sheet-reason = { $field }: { $reason }
sheet-same-as = La misma dirección que la línea { $line }, que se conserva.
sheet-row-too-long = Esta fila es demasiado larga. Mira si hay unas comillas sin cerrar.
sheet-row-not-text = La columna { $column } tiene caracteres que no se pueden leer. Guarda el archivo como CSV UTF-8.
sheet-row-control = La columna { $column } tiene un carácter de control. Quítalo.
sheet-row-stray-quote = La columna { $column } tiene comillas dentro de comillas. Duplica las interiores.
sheet-row-curly-quotes = La columna { $column } está entre comillas tipográficas. Usa comillas rectas.
sheet-row-list = La columna { $column } parece una lista que no se puede leer. Pon punto y coma entre los grupos.
sheet-row-address = La columna { $column } tiene una dirección y no está asignada al correo. Mira las columnas.
sheet-row-more-cells = Esta fila llega hasta la columna { $column }. Pon entre comillas el texto que contenga un separador.
sheet-rest = Se muestran las primeras { $count } de { $all } filas.
sheet-none = No hay filas así
sheet-none-hint = Ninguna fila es de esta clase.
sheet-left-out =
    { $count ->
        [one] Guardar la fila excluida…
       *[other] Guardar las { $count } filas excluidas…
    }
sheet-left-out-title = Guardar las filas excluidas
sheet-left-out-name = Filas excluidas
sheet-left-out-saved =
    { $count ->
        [one] { $count } fila guardada, con su motivo
       *[other] { $count } filas guardadas, con sus motivos
    }

# ---- a file that cannot be read
sheet-fault-empty = **No hay filas.** El archivo necesita una fila por invitación.
sheet-fault-unreadable = **El archivo no se puede leer más allá de la línea { $line }.** No se creó nada. Mira si todavía está ahí.
sheet-fault-not-text = **Este archivo no es texto.** Ábrelo antes en una hoja de cálculo y guárdalo como CSV.
sheet-fault-separator = **La primera línea indica un separador que no lo es.** Puede ser una coma, un punto y coma, un tabulador o una barra vertical.
sheet-fault-columns = **El archivo tiene demasiadas columnas.** Deja las que tratan de invitaciones.
sheet-fault-rows = **El archivo tiene demasiadas filas.** Divídelo en varios archivos.
sheet-fault-quote = **Las comillas que se abren en la línea { $line } no se cierran nunca.** Ciérralas, o duplícalas si forman parte del texto.
sheet-look-again = Volver a mirar

# ---- making them
sheet-create =
    { $count ->
        [0] Crear invitaciones
        [one] Crear { $count } invitación
       *[other] Crear { $count } invitaciones
    }
sheet-making =
    { $count ->
        [one] Creando { $count } invitación
       *[other] Creando { $count } invitaciones
    }
sheet-making-hint = Se guardan todas juntas al final. Si cancelas ahora, no se crea ninguna.
sheet-looking = Leyendo { $name }
sheet-looking-hint = Mirar no crea nada.
sheet-kilobytes = { $done } de { $total } kB
sheet-done =
    { $count ->
        [one] { $count } invitación creada
       *[other] { $count } invitaciones creadas
    }
sheet-done-all = Cada fila se convirtió en una invitación. La lista muestra solo estas, listas para copiar, imprimir, exportar y entregar.
sheet-done-left =
    { $count ->
        [one] { $count } fila quedó excluida. Guárdala con su motivo, corrígela y vuelve a leerla. La lista muestra solo las invitaciones nuevas.
       *[other] { $count } filas quedaron excluidas. Guárdalas con sus motivos, corrígelas y vuelve a leerlas. La lista muestra solo las invitaciones nuevas.
    }
sheet-done-show = Mostrar las invitaciones
sheet-done-print = Imprimir…
sheet-again = Leer otra hoja

# ---- a list as a file
export = Exportar
export-csv = CSV, para hojas de cálculo…
export-json = JSON, para programas…
export-title = Exportar invitaciones
export-name = Invitaciones { $day }
export-running-title = Exportando invitaciones
export-running = Escribiendo la lista en un archivo. Si cancelas ahora, no hay archivo.
export-done =
    { $count ->
        [one] { $count } invitación exportada
       *[other] { $count } invitaciones exportadas
    }
export-cancelled = Cancelado. No hay archivo.

# ---- on paper
print = Imprimir
print-selected = Imprimir tarjetas
print-title = Imprimir invitaciones
print-name = Invitaciones para imprimir { $day }
print-layout = Formato
print-layout-cards = { $count } por página
print-layout-poster = Cartel
print-paper = Papel
print-a4 = A4
print-letter = Carta
print-preview = Así queda una, con un código que no existe
print-pattern = Un dibujo en lugar del código QR
print-words =
    { $count ->
        [one] **{ $count } invitación activa** en { $pages } página. Solo se imprimen las activas.
       *[other]
            { $pages ->
                [one] **{ $count } invitaciones activas** en { $pages } página. Solo se imprimen las activas.
               *[other] **{ $count } invitaciones activas** en { $pages } páginas. Solo se imprimen las activas.
            }
    }
print-none = Ninguna de estas está activa, así que no hay nada que imprimir.
print-too-many = Hay { $count } activas. Se imprimen { $most } como máximo a la vez: filtra la lista, o selecciona menos.
print-one = Imprimir…
print-one-words = **Esta invitación** en una página.
print-one-ended = Esta ya no está activa, así que no se imprime.
print-submit = Guardar como PDF…
print-running-title = Imprimiendo invitaciones
print-running =
    { $count ->
        [one] Dibujando { $count } invitación. Si cancelas ahora, no hay archivo.
       *[other] Dibujando { $count } invitaciones. Si cancelas ahora, no hay archivo.
    }
print-done =
    { $count ->
        [one] { $count } invitación lista para imprimir
       *[other] { $count } invitaciones listas para imprimir
    }
print-left-out = Impreso sin { $emoji }: ninguna fuente de este dispositivo los tiene.
print-cancelled = Cancelado. No hay archivo.
print-card-title = Tienes una invitación
print-card-for = Para
print-card-how = Cómo unirte
print-card-step-1 = Escanea el código con tu teléfono, o abre Vestibule y elige «Tengo un código».
print-card-step-2 = Comprueba a qué te unes y escribe tu nombre.
print-card-step-3 = Elige una contraseña.
print-card-footer = No compartas esta tarjeta: quien tenga el código puede usarlo.
print-card-footer-many = Para quienes pertenecen aquí: el código funciona hasta que se ocupen todas sus plazas.
print-card-never = nunca
print-card-time = { $day } de { $month } de { $year }, { $hour }:{ $minute }
