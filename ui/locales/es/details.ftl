# One invitation from all sides: the details drawer, and Replace.

# ---- replace
replace-title = Reemplazar invitación
replace-words = **¿Reemplazar esta invitación?** Se revoca, y se abre una nueva con los mismos datos. Ambas quedan vinculadas.
replace-reason = Motivo
replace-reason-hint = Enviada a otra persona
replace-confirm = Reemplazar
replace-done = Invitación reemplazada

# ---- the drawer
details-close = Cerrar (Esc)
details-previous = Invitación anterior (K)
details-next = Invitación siguiente (J)
details-both = { $one } · { $other }
details-expires = caduca { $when }
details-expired = caducó { $when }
details-revoked = revocada { $when }
details-never-expires = no caduca nunca
details-qr = Código QR del enlace de invitación
details-qr-show = Mostrar código QR
details-qr-title = Mostrar código QR (Q)
details-qr-copy = Copiar código QR como imagen
details-qr-copy-short = Copiar imagen
details-qr-copied = Código QR copiado
details-qr-save = Guardar código QR en un archivo
details-qr-save-short = Guardar…
details-qr-png = Imagen (PNG)
details-qr-svg = Dibujo (SVG)
details-qr-file = invitacion-qr
details-qr-saved = **Guardado** como { $name }
details-role = Rol
details-who = Quién puede usarla
details-anyone = Quien tenga el código
details-domain = Cualquier dirección { $domain }
details-department = Departamento
details-groups = Grupos
details-limit = Usos
details-ends = Caduca
details-never = Nunca
details-created = Creada por
details-by = { $name }, { $when }
details-was-revoked = Revocada por
details-reason = Motivo
details-replaces = Reemplaza a
details-replaces-open = Una invitación anterior
details-replaced-by = Reemplazada por
details-replaced-by-open = Una invitación más nueva
details-archived = Archivada
details-label = Etiqueta
details-note = Nota
details-edit = Editar
details-edit-title = Cambiar etiqueta y nota
details-label-hint = Para qué es, o dónde la entregas
details-note-hint = Lo que conviene recordar de ella
details-save = Guardar
details-cancel = Cancelar
details-saved = Etiqueta y nota guardadas
details-unsaved = Guarda o cancela antes los cambios.
details-uses = Usos
details-left =
    { $count ->
        [one] Queda { $count }
       *[other] Quedan { $count }
    }
details-unused = Nadie la ha usado todavía.
details-history = Historial
details-history-total =
    { $count ->
        [one] { $count } evento
       *[other] { $count } eventos
    }
details-history-part = Los últimos { $count } de { $total }
details-all = Mostrar los { $count }
details-more = Mostrar { $count } más
details-gone = Esta invitación ya no está en la lista
details-gone-hint = Se eliminó, o tu rol ya no puede verla.
details-unread = No se pudieron leer los detalles
details-stale = **No se pudieron volver a leer los detalles.** { $reason }
details-loading = Cargando los detalles
details-replace = Reemplazar…
details-replace-title = Reemplazar esta invitación (R)
details-revoke-title = Revocar esta invitación (Supr)

# ---- its history
details-event-created =
    { $by ->
        [nobody] Creada
       *[other] Creada por **{ $name }**
    }
details-event-created-instead =
    { $by ->
        [nobody] Creada en lugar de otra
       *[other] Creada por **{ $name }** en lugar de otra
    }
details-event-copied-code =
    { $by ->
        [nobody] Código copiado
       *[other] Código copiado por **{ $name }**
    }
details-event-copied-link =
    { $by ->
        [nobody] Enlace copiado
       *[other] Enlace copiado por **{ $name }**
    }
details-event-copied-text =
    { $by ->
        [nobody] Texto de invitación copiado
       *[other] Texto de invitación copiado por **{ $name }**
    }
details-event-copied-picture =
    { $by ->
        [nobody] Código QR copiado como imagen
       *[other] Código QR copiado como imagen por **{ $name }**
    }
details-event-shown =
    { $by ->
        [nobody] Código QR mostrado
       *[other] Código QR mostrado a **{ $name }**
    }
details-event-saved =
    { $by ->
        [nobody] Guardada en un archivo
       *[other] Guardada en un archivo por **{ $name }**
    }
details-event-printed =
    { $by ->
        [nobody] Impresa
       *[other] Impresa por **{ $name }**
    }
details-event-exported =
    { $by ->
        [nobody] Exportada con una lista
       *[other] Exportada con una lista por **{ $name }**
    }
details-event-sent =
    { $known ->
        [nobody] { $by ->
            [nobody] En cola para enviarse por correo
           *[other] **{ $name }** la puso en cola para enviarla por correo
        }
       *[other] { $by ->
            [nobody] En cola para { $to }
           *[other] **{ $name }** la puso en cola para { $to }
        }
    }
details-event-reminder =
    { $known ->
        [nobody] Recordatorio en cola
       *[other] Recordatorio en cola para { $to }
    }
details-event-described =
    { $by ->
        [nobody] Etiqueta y nota cambiadas
       *[other] Etiqueta y nota cambiadas por **{ $name }**
    }
details-event-labelled =
    { $by ->
        [nobody] Etiqueta cambiada
       *[other] Etiqueta cambiada por **{ $name }**
    }
details-event-noted =
    { $by ->
        [nobody] Nota cambiada
       *[other] Nota cambiada por **{ $name }**
    }
details-event-refused =
    { $cause ->
        [expired] Rechazada: había caducado
        [used_up] Rechazada: estaba agotada
        [revoked] Rechazada: estaba revocada
        [replaced] Rechazada: estaba reemplazada
        [wrong_email] Rechazada: se dio otra dirección de correo
        [wrong_domain] Rechazada: la dirección era de otro dominio
        [already_member] Rechazada: esta persona ya es miembro
        [username_taken] Rechazada: el nombre de usuario ya estaba en uso
        [changed] Rechazada: había cambiado entretanto
        [creator_may_not] Rechazada: quien la creó ya no puede invitar a este rol
       *[other] Rechazada: por otro motivo
    }
details-event-used = Usada por **{ $name }**
details-event-used-somebody = Usada por alguien cuya cuenta ya no existe
details-event-revoked =
    { $by ->
        [nobody] Revocada
       *[other] Revocada por **{ $name }**
    }
details-event-replaced =
    { $by ->
        [nobody] Reemplazada
       *[other] Reemplazada con una nueva por **{ $name }**
    }
details-event-unknown = Algo que escribió una versión más nueva de Vestibule: { $event }
details-event-archived =
    { $by ->
        [nobody] Archivada
       *[other] Archivada por **{ $name }**
    }
details-quote = «{ $text }»
details-changed = { $before } → { $after }

# ---- in the row's menu
details-menu = Detalles
