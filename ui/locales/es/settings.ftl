# The settings.

settings-title = Ajustes
settings-rules = Organización
settings-invitations = Invitaciones
settings-copying = Al copiar
settings-usual = Caducidad habitual
settings-usual-hint = Se rellena en cada invitación nueva.
settings-usual-most = Como máximo { $days }, la caducidad máxima
settings-latest = Caducidad máxima
settings-latest-hint = Nadie puede elegir una fecha posterior.
settings-latest-least = Al menos { $days }, la caducidad habitual
settings-never = Permitir «no caduca nunca»
settings-never-hint = Desactivado es más seguro: un cartel olvidado deja de funcionar por sí solo.
settings-bound = Exigir un correo o un dominio
settings-bound-hint = Ya no se podrán crear códigos que cualquiera pueda usar.
settings-length = Longitud del código
settings-length-hint = { $bits } bits aleatorios. Los códigos ya creados conservan su longitud.
settings-clean-up = Limpiar tras
settings-clean-up-hint = Pasado este tiempo desde su fin, una invitación se propone para la limpieza.
settings-clipboard = Vaciar el portapapeles tras copiar
settings-clipboard-hint = Solo si todavía contiene el código o el enlace.
settings-signing-in = Inicio de sesión
settings-password = Contraseña más corta
settings-password-hint = Para las contraseñas que se elijan desde ahora.
settings-idle = Bloquear tras
settings-idle-hint = Cuando nadie ha tocado la ventana durante ese tiempo.
settings-characters =
    { $count ->
        [one] { $count } carácter
       *[other] { $count } caracteres
    }
settings-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
settings-days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
settings-seconds =
    { $count ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }
settings-unit-days =
    { $count ->
        [one] día
       *[other] días
    }
settings-unit-seconds =
    { $count ->
        [one] segundo
       *[other] segundos
    }
settings-unit-characters =
    { $count ->
        [one] carácter
       *[other] caracteres
    }
settings-unit-minutes =
    { $count ->
        [one] minuto
       *[other] minutos
    }
settings-on = activado
settings-off = desactivado
settings-was = Ahora: { $value }

# ---- saving
settings-loading = Leyendo los ajustes…
settings-unread = No se pudieron leer los ajustes
settings-again = Reintentar
settings-no-changes = Sin cambios.
settings-all-saved = Todo está guardado.
settings-changes =
    { $count ->
        [one] { $count } cambio sin guardar.
       *[other] { $count } cambios sin guardar.
    }
settings-attention =
    { $count ->
        [one] Requiere tu atención:
       *[other] { $count } requieren tu atención, primero:
    }
settings-discard = Descartar
settings-save = Guardar cambios
settings-saved = Ajustes guardados
settings-stale = **Los ajustes cambiaron mientras estabas aquí.** No se guardó nada. Bajo cada uno de tus cambios está lo que vale ahora; míralos de nuevo y luego guarda.

# ---- this device
settings-device = Este dispositivo
settings-device-hint = Solo para ti, en este dispositivo. Cada cambio vale de inmediato.
settings-mask-hint = Los códigos son puntos hasta que los mantienes pulsados. Para oficinas abiertas.
settings-theme-hint = Clara, oscura, o la que tenga este dispositivo.
settings-zoom = Tamaño
settings-zoom-hint = De todo lo que hay en la ventana, para quien se siente aquí. También con Ctrl y +, - o 0, o con la rueda.
settings-zoom-larger = Más grande
settings-zoom-smaller = Más pequeño
settings-zoom-usual = Tamaño habitual
settings-screen = Excluir la ventana de las grabaciones de pantalla
settings-screen-hint = Mientras se muestran códigos. Los códigos ocultos no necesitan protección.
settings-screen-mac = Mientras se muestran códigos. Los códigos ocultos no necesitan protección. Desde macOS 15, algunos programas graban la ventana de todos modos.
settings-screen-not-here = Este sistema no puede excluir una ventana de las grabaciones; Windows y macOS sí. Los códigos ocultos no se ven en ninguno.

recovery-setting = Clave de recuperación
recovery-setting-hint = Abre los datos si se pierde el llavero o la frase de contraseña. Guárdala impresa, lejos de este dispositivo.
recovery-open = Mostrar…
recovery-title = Mostrar la clave de recuperación
recovery-words = Quien tenga la clave y el archivo de datos puede leerlo todo y establecer la contraseña de un administrador. **El registro de auditoría dirá que la has visto.**
recovery-password = Tu contraseña
recovery-password-wrong = Esta contraseña no es correcta. Comprueba las mayúsculas y el idioma del teclado.
recovery-cancel = Cancelar
recovery-show = Mostrar la clave
recovery-shown-title = Clave de recuperación
recovery-shown-words = Imprímela y guárdala lejos de este dispositivo. Desaparece de la pantalla al cerrar esto.
recovery-done = Listo
