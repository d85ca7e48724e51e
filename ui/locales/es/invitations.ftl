# The Invitations page and its dialogs.

invitations-title = Invitaciones
invitations-create = Crear invitación

# ---- counters and filters
invitations-counters = Filtrar por estado
invitations-all = Todas
invitations-active = Activa
invitations-used = Usada
invitations-expired = Caducada
invitations-revoked = Revocada
invitations-expiring = Caducan en 48 h
invitations-search = Buscar invitaciones
invitations-search-hint = Código, correo, etiqueta, enlace…
invitations-filter-status = Estado
invitations-filter-role = Rol
invitations-filter-department = Departamento

# ---- the table
invitations-table = Invitaciones
invitations-code = Código
invitations-email = Correo
invitations-role = Rol
invitations-status = Estado
invitations-expires = Caduca
invitations-used-by = Usada por
invitations-created-by = Creada por
invitations-created = Creada
invitations-anyone = Cualquiera
invitations-anyone-label = Cualquiera ·
invitations-anyone-at = Cualquiera de
invitations-code-kept = Oculto para tu rol
invitations-never = nunca
invitations-uses = { $uses } de { $limit } usos
invitations-uses-short = { $uses } de { $limit }
invitations-use-line = { $name }, { $when }
invitations-uses-more =
    { $count ->
        [one] y { $count } más
       *[other] y { $count } más
    }
invitations-revoked-by = Revocada por { $name }, { $when }
invitations-revoked-because = Revocada por { $name }, { $when }: { $reason }
invitations-created-at = { $name }, { $when }
invitations-role-in = { $role }, { $department }

# ---- what can be done with a row
invitations-copy-code = Copiar código
invitations-copy-code-title = Copiar código (C)
invitations-copy-link = Copiar enlace
invitations-copy-text = Copiar texto de invitación
invitations-copy-link-title = Copiar enlace (L)
invitations-revoke = Revocar…
invitations-copied-code = Código copiado
invitations-copied-link = Enlace copiado
invitations-copied-text = Texto de invitación copiado
# The text for a person. Put together by the backend: the page hands it the words around the code and the link.
letter-who = { $inviter } te invita a unirte a { $organisation } como { $role }.
letter-role = { $role }
letter-role-in = { $role } en { $department }
letter-how =
    Para unirte, abre este enlace:
    { $link }
    o abre Vestibule, elige «Tengo un código» y escribe:
    { $code }
letter-ends = La invitación caduca el { $at }.
letter-never = La invitación no caduca.
letter-for-email = Es solo para { $email }.
letter-for-domain =
    { $count ->
        [one] Puede usarla una persona con una dirección @{ $domain }.
       *[other] Pueden usarla { $count } personas con una dirección @{ $domain }.
    }
letter-for-anyone =
    { $count ->
        [one] Se puede usar una sola vez, así que no la compartas.
       *[other] Pueden usarla { $count } personas.
    }
letter-unexpected = Verás a qué te unes antes de que se gaste nada. Si no esperabas esto, pregunta a { $inviter }, en persona o por un número que conozcas, antes de abrir el enlace.
invitations-copied-clears = Se borra del portapapeles en { $seconds } s
invitations-copy-failed = No se pudo copiar
invitations-copy-failed-hint = Selecciona el código y pulsa { $command } C

# ---- nothing to show
invitations-loading = Cargando invitaciones
invitations-empty-title = Aún no hay invitaciones
invitations-empty = Una invitación permite que una persona, o varias, se unan a { $organisation } con el rol que elijas. Obtienes un código, un enlace y un código QR para entregar.
invitations-empty-watch = Una invitación permite que una persona, o varias, se unan a { $organisation } con el rol que elige quien invita. La primera aparecerá aquí.
invitations-none-found-hint = Busca una parte del código, un correo, una etiqueta o un nombre. No se busca en las invitaciones archivadas.
invitations-none-filtered-hint =
    { $count ->
        [one] Hay { $count } invitación si los quitas.
       *[other] Hay { $count } invitaciones si los quitas.
    }

# ---- create
create-title = Crear invitación
create-who = Quién puede usarla
create-one-person = Una persona
create-anyone = Quien tenga el código
create-email = Correo
create-email-hint = Solo quien dé esta dirección puede unirse con el código.
create-anyone-hint = El código deja entrar a quien lo tenga, hasta agotar el número de usos.
create-role = Rol
create-role-locked = Tu rol solo invita a { $role }.
create-department = Departamento
create-department-locked = Invitas para tu propia división.
create-department-new = «{ $name }» es nuevo: se crea con la invitación.
create-department-near = «{ $name }» es nuevo: se crea con la invitación. ¿Querías decir { $near }?
create-department-choice = Nuevo departamento «{ $name }»
create-new-department = Nuevo departamento «{ $name }»
create-new-department-near = Nuevo departamento «{ $name }». ¿Querías decir { $near }?
create-new-group = Nuevo grupo «{ $name }»
create-new-group-near = Nuevo grupo «{ $name }». ¿Querías decir { $near }?
create-department-hint = Elige o escribe uno
create-department-show = Mostrar departamentos
create-expires = Caduca
create-hours = { $hours } h
create-days =
    { $days ->
        [one] { $days } día
       *[other] { $days } días
    }
create-choose = Elegir fecha…
create-never = Nunca
create-date = Fecha
create-time = Hora
create-date-hint = Como 2026-12-31
create-time-hint = Como 17:00
create-date-show = Elegir en un calendario
create-expires-at =
    { $days ->
        [one] { $at }. Tu política permite hasta { $days } día.
       *[other] { $at }. Tu política permite hasta { $days } días.
    }
create-expires-never = Funciona hasta que se agote o se revoque.
create-uses = Usos
create-uses-fewer = Menos
create-uses-more = Más
create-uses-one = Una persona la usa una vez.
create-label = Etiqueta
create-label-hint = Para qué es, o dónde la entregas
create-cancel = Cancelar
create-generate = Generar
create-generate-keys = { $command } ↵
create-missing-email = Escribe un correo, como noor@post.example, o elige «Quien tenga el código».
create-bad-date = Escribe la fecha como 2026-12-31, un día que exista, y la hora como 17:00.

# ---- the new invitation
created-title = Invitación creada
created-link = Enlace de invitación
created-for = Para
created-role = Rol
created-expires = Caduca
created-expires-both = { $exact } ({ $relative })
created-uses = Usos
created-another = Crear otra
created-done = Listo
created-kept = Tu rol no puede ver el código. Un administrador puede entregarlo.

# ---- revoke
revoke-title = ¿Revocar esta invitación?
revoke-body =
    { $limit ->
        [one] El código, el enlace y el código QR dejan de funcionar de inmediato.
       *[other]
            { $left ->
                [one] El código, el enlace y el código QR dejan de funcionar de inmediato, y se pierde **{ $left } de { $limit } usos**.
               *[other] El código, el enlace y el código QR dejan de funcionar de inmediato, y se pierden **{ $left } de { $limit } usos**.
            }
    }
revoke-stay =
    { $joined ->
        [one] La persona que se unió sigue dentro.
       *[other] Las { $joined } personas que se unieron siguen dentro.
    }
revoke-final = **No se puede deshacer.**
revoke-reason = Motivo
revoke-reason-hint = Cartel retirado
revoke-keep = Conservar
revoke-confirm = Revocar invitación
revoke-done = Invitación revocada

# ---- choosing a date
calendar-label = Calendario
calendar-earlier = Mes anterior
calendar-later = Mes siguiente
calendar-month = { $month } de { $year }
calendar-january = enero
calendar-february = febrero
calendar-march = marzo
calendar-april = abril
calendar-may = mayo
calendar-june = junio
calendar-july = julio
calendar-august = agosto
calendar-september = septiembre
calendar-october = octubre
calendar-november = noviembre
calendar-december = diciembre
calendar-monday = lu
calendar-tuesday = ma
calendar-wednesday = mi
calendar-thursday = ju
calendar-friday = vi
calendar-saturday = sá
calendar-sunday = do

# ---- how old
invitations-age-now = ahora
invitations-age-minutes = { $n } min
invitations-age-hours = { $n } h
invitations-age-days = { $n } d
invitations-age-years = { $n } a
