# Many invitations: what binds them, their filters, the archive, and work that takes long.

# ---- create: every field
create-domain-choice = Un dominio
create-domain = Dominio
create-domain-example = @school.example
create-domain-hint = Cualquiera con una dirección de este dominio puede unirse con el código, hasta agotar el número de usos.
create-missing-domain = Escribe un dominio, como @school.example.
create-bad-domain = Un dominio tiene la forma @school.example.
create-number = Invitaciones
create-one = Una
create-several = Varias iguales
create-several-no-address = Una dirección es para una sola invitación. Para crear varias, elige «Un dominio» o «Quien tenga el código».
create-several-no-person = Una dirección es para una sola invitación, y estás creando varias.
create-count = Cuántas
create-groups = Grupos
create-groups-hint = Añadir un grupo…
create-groups-new = Nuevo grupo «{ $name }»
create-groups-made =
    { $count ->
        [one] «{ $names }» es nuevo: se crea con la invitación.
       *[other] «{ $names }» son nuevos: se crean con la invitación.
    }
create-label-later = opcional, se puede cambiar después
create-label-show = Mostrar etiquetas recientes
create-note = Nota
create-note-add = Añadir una nota
create-note-hint = Lo que deben saber quienes gestionan las invitaciones
create-generate-several = Generar { $count }
create-running-title = Creando invitaciones
create-running =
    { $count ->
        [one] Creando { $count } invitación. Se guarda al final. Si cancelas ahora, no se crea ninguna.
       *[other] Creando { $count } invitaciones. Se guardan todas juntas al final. Si cancelas ahora, no se crea ninguna.
    }
create-many-done =
    { $count ->
        [one] { $count } invitación creada
       *[other] { $count } invitaciones creadas
    }
create-cancelled = Cancelado. No se creó ninguna.
created-groups = Grupos
created-note = Nota
tokens-remove = Quitar { $name }

# ---- work that takes long
job-far = { $done } de { $total }
job-beginning = Empezando…
job-cancel = Cancelar
job-cancelling = Cancelando…
job-left-moment = casi listo
job-left-seconds = quedan unos { $n } s
job-left-minutes = quedan unos { $n } min

# ---- filters
filter-creator = Creada por
filter-group = Grupo
filter-label = Etiqueta
filter-created = Creada
filter-expires = Caduca
filter-status-unknown = No existe ese estado.
filter-department-unknown = No existe ese departamento.
picker-type = Elige o escribe
picker-find = Buscar
picker-exactly = Exactamente «{ $typed }»
picker-none = Nada parecido
span-from = Desde
span-to = Hasta
span-example = 2026-09-01
span-hint = Días enteros, en la hora de este dispositivo. Cualquiera puede quedar vacío.
span-unread = Un día se escribe así: 2026-09-01.
span-apply = Mostrar

# ---- revoke many
bulk-revoke-title = ¿Revocar estas invitaciones?
bulk-revoke-body =
    { $count ->
        [one]
            { $left ->
                [one] **{ $count } invitación** deja de funcionar de inmediato, con su código, enlace y código QR. Se pierde **{ $left } uso**.
               *[other] **{ $count } invitación** deja de funcionar de inmediato, con su código, enlace y código QR. Se pierden **{ $left } usos**.
            }
       *[other] **{ $count } invitaciones** dejan de funcionar de inmediato, con sus códigos, enlaces y códigos QR. Se pierden **{ $left } usos**.
    }
bulk-revoke-stay =
    { $joined ->
        [one] La persona que se unió sigue dentro.
       *[other] Las { $joined } personas que se unieron siguen dentro.
    }
bulk-revoke-none = Ninguna de estas está activa, así que no hay nada que revocar.
bulk-revoke-skipped =
    { $count ->
        [one] Se omite { $count }: { $reasons }.
       *[other] Se omiten { $count }: { $reasons }.
    }
bulk-revoke-used =
    { $count ->
        [one] { $count } agotada
       *[other] { $count } agotadas
    }
bulk-revoke-expired =
    { $count ->
        [one] { $count } caducada
       *[other] { $count } caducadas
    }
bulk-revoke-revoked =
    { $count ->
        [one] { $count } ya revocada
       *[other] { $count } ya revocadas
    }
bulk-revoke-keep = Conservar
bulk-revoke-confirm =
    { $count ->
        [one] Revocar { $count } invitación
       *[other] Revocar { $count } invitaciones
    }
bulk-revoke-done =
    { $count ->
        [one] { $count } invitación revocada
       *[other] { $count } invitaciones revocadas
    }
bulk-revoke-cancelled = Cancelado. No se revocó ninguna.
bulk-revoke-running-title = Revocando invitaciones
bulk-revoke-running =
    { $count ->
        [one] Revocando { $count } invitación. Si cancelas ahora, no se revoca ninguna.
       *[other] Revocando { $count } invitaciones. Terminan todas juntas. Si cancelas ahora, no se revoca ninguna.
    }

# ---- the archive
archive-show = Mostrar archivadas
archive-empty = No hay invitaciones archivadas
archive-empty-hint = Limpiar trae aquí las invitaciones que terminaron hace mucho. Salen de la lista, y sus códigos se siguen rechazando para siempre.
clean-up = Limpiar…
clean-up-title = Limpiar
clean-up-days = Terminadas hace más de
clean-up-days-ago = días
clean-up-words =
    { $days ->
        [one]
            { $count ->
                [one] **{ $count } invitación** que terminó hace más de { $days } día sale de la lista. Permanece en el registro de auditoría y entre las archivadas.
               *[other] **{ $count } invitaciones** que terminaron hace más de { $days } día salen de la lista. Permanecen en el registro de auditoría y entre las archivadas.
            }
       *[other]
            { $count ->
                [one] **{ $count } invitación** que terminó hace más de { $days } días sale de la lista. Permanece en el registro de auditoría y entre las archivadas.
               *[other] **{ $count } invitaciones** que terminaron hace más de { $days } días salen de la lista. Permanecen en el registro de auditoría y entre las archivadas.
            }
    }
clean-up-none =
    { $days ->
        [one] Ninguna invitación terminó hace más de { $days } día, así que no hay nada que limpiar.
       *[other] Ninguna invitación terminó hace más de { $days } días, así que no hay nada que limpiar.
    }
clean-up-revoked =
    { $count ->
        [one] { $count } revocada
       *[other] { $count } revocadas
    }
clean-up-confirm = Limpiar
clean-up-running-title = Limpiando
clean-up-running =
    { $count ->
        [one] Archivando { $count } invitación. Si cancelas ahora, permanece en la lista.
       *[other] Archivando { $count } invitaciones. Si cancelas ahora, todas permanecen en la lista.
    }
clean-up-done =
    { $count ->
        [one] { $count } invitación archivada
       *[other] { $count } invitaciones archivadas
    }
clean-up-cancelled = Cancelado. Todas permanecen en la lista.
