# The signed-in shell: sidebar, theme, session.

desk-sidebar = Barra lateral
desk-sections = Secciones
desk-explore = Explorar
desk-invitations = Invitaciones
desk-users = Usuarios
desk-admin = Administración
desk-settings = Ajustes
desk-active-count =
    { $count ->
        [one] { $count } invitación activa
       *[other] { $count } invitaciones activas
    }
desk-local = Local
desk-local-title = Local: los datos se guardan solo en este dispositivo
desk-version = Versión { $version }
desk-sign-out = Cerrar sesión
desk-lock-title = Bloquear ({ $command } Mayús L)
desk-ctrl = Ctrl
desk-person = { $name }, { $role }
desk-theme = Apariencia
desk-theme-light = Clara
desk-theme-dark = Oscura
desk-theme-system = Como el sistema
desk-nothing-title = Has iniciado sesión
desk-nothing = Tu rol, { $role }, aún no tiene secciones aquí. Lo que { $organisation } te abra más adelante aparecerá a la izquierda.
clock-title = ¿Va bien el reloj de este dispositivo?
clock-ahead = El reloj marca **{ $clock }**. Lo último que ocurrió aquí fue mucho antes: { $last }.
clock-behind = El reloj marca **{ $clock }**. Lo último que ocurrió aquí fue después: { $last }.
clock-advice = Con un reloj mal ajustado, las invitaciones caducan antes o después de lo debido. Si va mal, ajústalo en la configuración del sistema y vuelve a iniciar Vestibule. Hasta entonces no se limpia nada, y aquí el tiempo no retrocede.
clock-advice-other = Avisa a un administrador: con un reloj mal ajustado, las invitaciones caducan antes o después de lo debido.
clock-later = Ahora no
clock-confirm = El reloj va bien
desk-keep-failed = **Has iniciado sesión, pero la sesión no se mantendrá.** { $reason }
desk-notice-close = Cerrar este mensaje

# ---- an invite link was opened
link-title = ¿Para qué es este enlace de invitación?
link-text =
    { $finds ->
        [yes] La sesión está iniciada como { $name }. Busca la invitación en tu lista, o cierra sesión para que alguien pueda unirse con ella. No se ha hecho nada con el código.
       *[no] La sesión está iniciada como { $name }. Cierra sesión para que alguien pueda unirse con ella. No se ha hecho nada con el código.
    }
link-drop = Ahora no
link-find = Buscarla
link-join = Cerrar sesión y unirse

# ---- closing
leave-title = ¿Cerrar Vestibule?
leave-stay = Quedarse
leave-anyway = Cerrar igualmente
leave-session-title = ¿Cerrar sesión?
leave-session-anyway = Cerrar sesión igualmente
leave-recovery = **No has confirmado que guardaste la clave de recuperación.** Imprímela o anótala antes: sin ella, nadie puede abrir los datos si este dispositivo se pierde.
leave-reset-code = **El código de un solo uso se muestra una única vez.** Entrégalo antes de { $by ->
    [sign-out] cerrar sesión
   *[close] cerrar Vestibule
 }: no se puede volver a mostrar.
leave-work = **Hay un trabajo en curso.** Se guarda todo junto al final; si { $by ->
    [sign-out] cierras sesión
   *[close] cierras Vestibule
 } ahora, no se hace nada.
leave-work-parts = **Hay un trabajo en curso.** Se guarda por partes; si { $by ->
    [sign-out] cierras sesión
   *[close] cierras Vestibule
 } ahora, lo hecho hasta entonces queda y el resto no se hace.
leave-rules = **Las reglas cambiadas no están guardadas.** Se pierden si { $by ->
    [sign-out] cierras sesión
   *[close] cierras Vestibule
 } ahora.
leave-sheet = **Las filas de la hoja aún no son invitaciones.** Lo que pegaste y elegiste se pierde si { $by ->
    [sign-out] cierras sesión
   *[close] cierras Vestibule
 } ahora.
leave-create = **La invitación que empezaste no está creada.** Lo que escribiste se pierde si { $by ->
    [sign-out] cierras sesión
   *[close] cierras Vestibule
 } ahora.
leave-profile = **Los cambios en tu nombre o dirección no están guardados.** Se pierden si { $by ->
    [sign-out] cierras sesión
   *[close] cierras Vestibule
 } ahora.
leave-describe = **La etiqueta y la nota cambiadas no están guardadas.** Se pierden si { $by ->
    [sign-out] cierras sesión
   *[close] cierras Vestibule
 } ahora.
work-left-stopped = **Al cerrar Vestibule, o la sesión, se detuvo el trabajo que estaba en curso:** no se hizo nada. Empiézalo de nuevo.
work-left-unknown = **Vestibule se cerró con un trabajo en curso.** O se hizo todo, o no se hizo nada: mira la lista antes de empezarlo de nuevo.
work-left-unknown-parts = **Vestibule se cerró con un trabajo en curso.** Lo hecho queda: mira la lista antes de empezar de nuevo con el resto.
work-left-partly = **El trabajo que estaba en curso al cerrar Vestibule, o la sesión, quedó hecho en parte:** con { $done ->
    [one] { $done } usuario
   *[other] { $done } usuarios
 }, y { $left ->
    [one] falta { $left }
   *[other] faltan { $left }
 }. Empieza de nuevo con el resto.
