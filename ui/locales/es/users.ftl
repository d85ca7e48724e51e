# The Users page: the list, who is shown beside it, and the questions over it.

users-title = Usuarios
users-table = Usuarios
users-loading = Leyendo los usuarios
users-search = Buscar usuarios
users-search-hint = Nombre, usuario o correo
users-none-found-hint = Se busca en nombre, nombre de usuario y correo. Comprueba cómo está escrito, o quita filtros.
users-none-filtered-hint =
    { $count ->
        [one] Hay una persona sin estos filtros.
       *[other] Hay { $count } personas sin estos filtros.
    }
users-counters = Usuarios por estado
users-all = Todos
users-active = Activo
users-suspended = Suspendido
users-erased = Borrado
users-erased-name = Usuario borrado
users-never = nunca
users-full-name = { $name } ({ $username })
users-state-unknown = No existe ese estado: activo, suspendido o borrado.
users-export-title = Exportar usuarios
users-export-name = Usuarios { $day }
users-export-running = Exportando usuarios
users-export-done =
    { $count ->
        [one] { $count } usuario exportado
       *[other] { $count } usuarios exportados
    }
users-name = Nombre
users-email = Correo
users-username = Usuario
users-role = Rol
users-department = Departamento
users-group = Grupo
users-groups = Grupos
users-state = Estado
users-last-sign-in = Último acceso
users-joined = Se unió
users-joined-through = Se unió con

# ---- one user
user-details = Detalles
user-close = Cerrar detalles
user-previous = Usuario anterior
user-next = Usuario siguiente
user-role = Cambiar rol…
user-role-short = Rol…
user-department = Mover a un departamento…
user-reset = Restablecer contraseña…
user-reactivate = Reactivar…
user-suspend = Suspender…
user-erase = Borrar…
user-invitation-open = La invitación
user-sessions = Sesiones
user-no-sessions = Sin sesiones en este dispositivo.
user-session-window = Ventana
user-session-cli = Línea de comandos
user-session-kiosk = Quiosco
user-session-this = { $place }, esta sesión
user-session-kept = { $place }, sesión mantenida
user-session-active = activa { $when }
user-session-end = Cerrar sesión: { $place }, desde el { $since }
user-session-ended = Sesión cerrada allí
user-activity = Actividad
user-by-nobody = El sistema
user-unread = Esto no se puede leer ahora
user-gone = Aquí ya no hay nadie
user-try-again = Reintentar
activity-account-created = Se unió
activity-redeemed = Usó una invitación
activity-role-changed = **{ $name }** cambió el rol
activity-moved = **{ $name }** movió la cuenta a otro departamento
activity-suspended = **{ $name }** suspendió la cuenta
activity-reactivated = **{ $name }** reactivó la cuenta
activity-profile = Cambió el nombre o el correo
activity-profile-refused = Pidió una dirección que ya tiene otra persona
activity-signed-in = Inició sesión
activity-signed-out = Cerró sesión
activity-session-ended = **{ $name }** cerró una sesión
activity-sign-in-failed = Falló un inicio de sesión
activity-code-issued = **{ $name }** creó un código de restablecimiento
activity-code-refused = Se rechazó un código de restablecimiento
activity-password-set = Se estableció una nueva contraseña
activity-recovery-key = Vio la clave de recuperación
activity-not-permitted = Pidió algo que el rol no puede hacer
activity-erased = **{ $name }** borró los datos personales
activity-other = { $event }

# ---- questions
user-cancel = Cancelar
user-role-title = Cambiar rol
user-role-words = **{ $name }** tiene ahora el rol { $role }. Otro rol vale de inmediato, en todas las sesiones.
user-role-choose = Rol
user-role-confirm = Cambiar rol
user-role-done = { $name } tiene ahora el rol { $role }
user-role-none = No hay ningún otro rol que puedas dar.
user-promote = **{ $role }** tiene los mismos derechos que tú. Escribe tu propia contraseña para continuar.
user-peer = **{ $name }** tiene tu mismo rango. Escribe tu propia contraseña para continuar.
user-password = Tu contraseña
user-password-wrong = Esta no es tu contraseña.
user-department-title = Mover a un departamento
user-department-words = Lo que **{ $name }** ve y puede hacer cambia de inmediato.
user-department-choose = Departamento
user-department-none = Sin departamento
user-department-confirm = Mover
user-department-done = { $name } pertenece ahora a { $department }
user-suspend-title = ¿Suspender esta cuenta?
user-suspend-words = La sesión de **{ $name }** se cierra en todas partes de inmediato y no puede volver a iniciarse hasta que alguien reactive la cuenta. La contraseña y todo lo demás se conservan.
user-suspend-confirm = Suspender
user-suspend-done = La cuenta de { $name } está suspendida
user-reactivate-title = ¿Reactivar esta cuenta?
user-reactivate-words = **{ $name }** puede volver a iniciar sesión, con la contraseña de antes.
user-reactivate-confirm = Reactivar
user-reactivate-done = { $name } puede volver a iniciar sesión
user-reset-title = ¿Crear un código de restablecimiento?
user-reset-words = Con el código, **{ $name }** establece una nueva contraseña. Se muestra una única vez, y vale 24 horas y para un solo uso. Hasta entonces sigue valiendo la contraseña anterior.
user-reset-confirm = Crear un código
user-erase-title = ¿Borrar a esta persona?
user-erase-words = El nombre, el correo, el nombre de usuario y la contraseña de **{ $name }** se van para siempre, de las listas, la búsqueda y el registro de auditoría, y con ellos lo que haya de personal en las invitaciones que eran solo para esa persona. Lo que hizo permanece, sin nombre. Las copias de seguridad y los archivos exportados conservan lo que contienen. No se puede deshacer.
user-erase-confirm = Borrar
user-erase-done = Los datos personales están borrados
user-code-title = Código de restablecimiento para { $name }
user-code-words = Entrégalo tú a **{ $name }**. Vale hasta el { $until } y para un solo uso, y no se vuelve a mostrar.
user-code-how = En la página de inicio de sesión: «Tengo un código de restablecimiento».
user-code-done = Listo
user-code-copied = Código de restablecimiento copiado

# ---- many users
users-many-move = Mover…
users-many-sign-out = Cerrar sesión…
users-many-reactivate = Reactivar…
users-many-suspend = Suspender…
users-many-sign-out-title = ¿Cerrar la sesión de estos usuarios?
users-many-reactivate-title = ¿Reactivar estas cuentas?
users-many-suspend-title = ¿Suspender estas cuentas?
users-many-move-body =
    { $count ->
        [one] Se mueve **{ $count } usuario**. Lo que ve y puede hacer cambia de inmediato.
       *[other] Se mueven **{ $count } usuarios**. Lo que ven y pueden hacer cambia de inmediato.
    }
users-many-sign-out-body =
    { $count ->
        [one] Se cierran las sesiones que tenga **{ $count } usuario** en este dispositivo.
       *[other] Se cierran las sesiones que tengan **{ $count } usuarios** en este dispositivo.
    }
users-many-reactivate-body =
    { $count ->
        [one] **{ $count } usuario** puede volver a iniciar sesión, con la contraseña de antes.
       *[other] **{ $count } usuarios** pueden volver a iniciar sesión, con sus contraseñas de antes.
    }
users-many-suspend-body =
    { $count ->
        [one] La sesión de **{ $count } usuario** se cierra en todas partes de inmediato y no puede volver a iniciarse hasta que alguien reactive la cuenta. La contraseña y todo lo demás se conservan.
       *[other] Las sesiones de **{ $count } usuarios** se cierran en todas partes de inmediato y no pueden volver a iniciarse hasta que alguien reactive las cuentas. Las contraseñas y todo lo demás se conservan.
    }
users-many-move-confirm =
    { $count ->
        [one] Mover { $count } usuario
       *[other] Mover { $count } usuarios
    }
users-many-sign-out-confirm =
    { $count ->
        [one] Cerrar sesión de { $count } usuario
       *[other] Cerrar sesión de { $count } usuarios
    }
users-many-reactivate-confirm =
    { $count ->
        [one] Reactivar { $count } usuario
       *[other] Reactivar { $count } usuarios
    }
users-many-suspend-confirm =
    { $count ->
        [one] Suspender { $count } usuario
       *[other] Suspender { $count } usuarios
    }
users-many-moved =
    { $count ->
        [one] { $count } usuario movido.
       *[other] { $count } usuarios movidos.
    }
users-many-signed-out =
    { $count ->
        [one] Sesión cerrada de { $count } usuario.
       *[other] Sesión cerrada de { $count } usuarios.
    }
users-many-reactivated =
    { $count ->
        [one] { $count } usuario puede volver a iniciar sesión.
       *[other] { $count } usuarios pueden volver a iniciar sesión.
    }
users-many-suspended =
    { $count ->
        [one] { $count } usuario suspendido.
       *[other] { $count } usuarios suspendidos.
    }
users-many-done =
    { $count ->
        [one] Hecho con { $count } usuario.
       *[other] Hecho con { $count } usuarios.
    }
users-many-unchanged =
    { $count ->
        [one] { $count } ya estaba así.
       *[other] { $count } ya estaban así.
    }
users-many-left =
    { $count ->
        [one] No se llegó a { $count } usuario.
       *[other] No se llegó a { $count } usuarios.
    }
users-many-none = No hay nadie entre ellos con quien se pueda hacer esto.
users-many-peers =
    { $count ->
        [one] { $count } de ellos tiene tu mismo rango. Escribe tu propia contraseña para continuar.
       *[other] { $count } de ellos tienen tu mismo rango. Escribe tu propia contraseña para continuar.
    }
users-many-yourself = Tu cuenta está entre ellas, y queda como está
users-many-password =
    { $count ->
        [one] { $count } tiene tu mismo rango: hace falta tu contraseña
       *[other] { $count } tienen tu mismo rango: hace falta tu contraseña
    }
users-many-last =
    { $count ->
        [one] { $count } es el último administrador
       *[other] { $count } son los últimos administradores
    }
users-many-without-department =
    { $count ->
        [one] { $count } necesita un departamento para el rol
       *[other] { $count } necesitan un departamento para su rol
    }
users-many-not-permitted =
    { $count ->
        [one] { $count } tiene un rango demasiado alto para ti, o queda fuera de tu alcance
       *[other] { $count } tienen un rango demasiado alto para ti, o quedan fuera de tu alcance
    }
users-many-department-choose = Elige un departamento
users-many-running-title = Cambiando usuarios
users-many-running = Los usuarios se cambian uno tras otro. Si cancelas ahora, los ya cambiados quedan así.
users-many-report = Qué pasó con ellos
users-many-report-close = Cerrar

# ---- one's own profile
settings-profile = Tu perfil
profile-title = Tu perfil
profile-hint = Los demás ven tu nombre y tu dirección. Inicias sesión con tu nombre de usuario o con esta dirección.
profile-name = Nombre
profile-email = Correo
profile-save = Guardar
profile-saved = Tu perfil está guardado
profile-password-title = Contraseña
profile-password-hint = Una nueva contraseña cierra tu sesión en todos los demás sitios.
profile-current = Contraseña actual
profile-new = Nueva contraseña
profile-set-password = Guardar contraseña
profile-password-set = Tu nueva contraseña está guardada
