# One sentence per error code: what happened, where, and what would be right. Where a sentence needs a value that may be unknown, `…-plain` says it without.

ordinal-1 = primer
ordinal-2 = segundo
ordinal-3 = tercer
ordinal-4 = cuarto
ordinal-5 = quinto

# ---- the code as typed
error-code-mistyped = Hay un error de escritura en el { $group } grupo.
error-code-mistyped-plain = Hay un error de escritura. Comprueba de nuevo el código.
error-code-malformed = Un código no lleva «{ $symbol }». Lleva dígitos y letras, salvo I, L, O y U.
error-code-malformed-plain = Un código tiene 12, 16 o 20 letras y dígitos, como K7QF-2M9X-4TZC-8WHN.
error-code-layout = El escáner y el equipo parecen tener configurados teclados distintos. Pon el mismo en ambos, o escribe el código.
error-code-several = Aquí hay dos códigos. Indica uno de ellos.
error-code-refused = **Este código no se puede usar.** Compruébalo con la persona que te lo dio.
error-invitation-expired = Este código caducó el { $at }.
error-invitation-expired-plain = Este código ha caducado.
error-invitation-used-up = Este código está agotado.
error-invitation-revoked = Este código se revocó.
error-invitation-replaced = Este código se reemplazó por otro. Pídelo a la persona que te lo dio.
error-invitation-wrong-domain = Este código es para direcciones de correo de otro dominio.
error-invitation-wrong-email = Este código es para otra dirección de correo.
error-invitation-creator-may-not = La persona que creó este código ya no puede invitar a este rol. Pide uno nuevo.
error-already-member = Ya te has unido. Inicia sesión.
error-invitation-changed = **La invitación cambió mientras estabas aquí.** Mírala de nuevo y luego únete.

# ---- fields
error-field-required = Esto es necesario.
error-field-too-long = Como máximo { $max } caracteres.
error-field-too-long-plain = Esto es demasiado largo.
error-field-not-text = Aquí no se pueden usar caracteres de control ni marcas que cambian la dirección del texto.
error-field-line-break = Esto tiene un salto de línea. Escríbelo en una sola línea.
error-email-several = Aquí hay dos direcciones. Indica una de ellas.
error-email-malformed = Una dirección de correo tiene la forma name@post.example.
error-username-malformed = De 3 a 32 caracteres: letras de la a a la z, dígitos, punto, guion, guion bajo. Empieza por una letra.
error-username-signs = Termina en letra o dígito, y lleva los puntos, guiones o guiones bajos de uno en uno.
error-username-reserved = Este nombre parece un cargo de la organización. Elige otro.
error-username-alike = El nombre de usuario de otra persona se diferencia de este solo en puntos, guiones o guiones bajos. Elige otro.
error-username-taken = Este nombre de usuario ya está en uso. { $free } está libre.
error-username-taken-plain = Este nombre de usuario ya está en uso.
error-email-taken = Otra cuenta tiene esta dirección.
error-password-too-short = Al menos { $min } caracteres.
error-password-too-short-plain = Esta contraseña es demasiado corta.
error-password-too-weak = Es demasiado fácil de adivinar. Varias palabras sin relación entre sí funcionan bien.
error-expiry-past = La caducidad tiene que estar en el futuro.
error-expiry-too-far =
    { $max_days ->
        [one] Como máximo { $max_days } día desde ahora, hasta el { $until }.
       *[other] Como máximo { $max_days } días desde ahora, hasta el { $until }.
    }
error-expiry-too-far-plain = Es una fecha más lejana de lo que permite la política.
error-expiry-never-not-allowed = La política no permite invitaciones que no caduquen nunca.
error-expiry-malformed = Una fecha con hora tiene la forma 2026-12-31 17:00.
error-usage-limit-out-of-range = Un número del 1 al { $max }.
error-usage-limit-out-of-range-plain = Un número a partir de 1.
error-role-unknown = No existe ese rol.
error-role-not-allowed = Solo puedes invitar a roles de rango inferior al tuyo.
error-department-required = Este rol necesita un departamento.
error-department-not-allowed = Solo puedes usar tu propia división.
error-group-unknown = No existe ese grupo.
error-code-not-here = Este dispositivo no guarda el código de esta invitación.
error-recipient-missing = Esta invitación no está vinculada a ninguna dirección. Indica a quién debe enviarse.
error-recipient-other = Esta invitación es para otra persona: otra dirección no podría usarla.
error-mail-on-its-way = Ya hay un mensaje con esta invitación en camino a esta dirección.
error-mail-unknown = No hay tal mensaje en la bandeja de salida, o no puedes verlo.
error-mail-not-set-up = El servidor de correo no está configurado en este dispositivo.
error-mail-password-missing = Falta la contraseña del servidor de correo. Un administrador vuelve a indicarla.
error-mail-not-sent = El servidor de correo no aceptó el mensaje.
error-mail-not-made = No se puede crear el mensaje. Revisa el texto en la configuración.
error-template-malformed = Algo entre llaves no es un marcador: línea { $line }, columna { $column }.
error-template-malformed-plain = Algo entre llaves no es un marcador, o el texto es demasiado largo.
error-host-malformed = Un servidor de correo se llama como mail.school.example.
error-certificate-unreadable = Esto no es un certificado en formato PEM.
error-department-unknown = No existe ese departamento, o no te corresponde verlo.
error-department-ambiguous = Varios departamentos se llaman así: { $paths }. Indica la ruta completa.
error-department-parent-unknown = No existe ningún departamento { $parent } del que pueda depender uno nuevo.
error-department-name-taken = Ya hay un departamento con este nombre.
error-department-into-itself = Un departamento no puede depender de sí mismo.
error-department-too-deep = Puede haber como máximo { $max } departamentos uno bajo otro.
error-department-slash = El nombre de un departamento no lleva barra. La barra separa los nombres de una ruta.
error-new-department-not-allowed = Puedes usar los departamentos que existen. Los nuevos los crea un administrador.
error-group-not-allowed = Puedes usar los grupos que existen. Los nuevos los crea un administrador.
error-creator-unknown = Nadie tiene ese nombre de usuario.
error-bound-twice = Elige una dirección o un dominio, no ambos.
error-binding-required = Hace falta una dirección o un dominio.
error-one-address-for-many = Una dirección es para una sola invitación. Varias se pueden vincular a un dominio.
error-count-out-of-range = Un número del 1 al { $max }.
error-count-out-of-range-plain = Un número a partir de 1.
error-number-out-of-range = Un número del { $min } al { $max }.
error-number-out-of-range-plain = Este número es demasiado pequeño o demasiado grande.
error-policy-changed = **Los ajustes cambiaron mientras estabas aquí.** No se guardó nada; míralos de nuevo.
error-join-address-malformed = Una dirección tiene la forma https://join.school.example.
error-page-out-of-range = No existe esa página.

# ---- invitations
error-invitation-not-found = Esta invitación ya no está en la lista.
error-row-unreadable = Esta fila no se puede leer.
error-duplicate-in-file = La misma dirección ya está en el { $line } renglón.
error-duplicate-in-file-plain = Una fila anterior tiene la misma dirección.
error-already-invited = Una invitación activa está vinculada a esta dirección.
error-sheet-unreadable = El archivo no se puede leer hasta el final. No se creó nada.
error-clock-doubted = **Puede que el reloj de este dispositivo vaya mal.** Ajústalo, o pide a un administrador que lo confirme.
error-head-malformed = **Esto no es el final de un registro de auditoría.** Tiene que llevar un dispositivo, un número y un hash, con dos puntos entre ellos.
error-selection-changed = **Ahora coinciden otras.** No se cambió nada; míralo de nuevo.
error-sheet-changed = **El archivo cambió desde la vista previa.** No se creó nada; míralo de nuevo.
error-nothing-to-print = Ninguna de estas está activa, así que no hay nada que imprimir.
error-no-font = Ninguna fuente de este dispositivo puede imprimir { $characters }. Instala una fuente que los tenga: Noto Sans para la escritura, Noto Color Emoji para los emojis. O imprime las demás con un filtro.
error-no-font-plain = Ninguna fuente de este dispositivo puede imprimir algunas de estas letras. Instala una fuente que las tenga: Noto Sans para la escritura, Noto Color Emoji para los emojis.
error-link-too-long = El enlace es demasiado largo para un código QR de este tamaño. Imprime carteles, o usa una dirección para unirse más corta.
error-not-printed = No se pudo imprimir. No se creó nada.
error-picture-unknown = Esta imagen no es PNG ni JPEG. Elige un archivo PNG o JPEG.
error-picture-damaged = Esta imagen no se puede leer: el archivo está dañado. Guárdala de nuevo como PNG o JPEG.
error-picture-too-large = Este archivo ocupa más de { $max } MB. Elige una imagen más pequeña.
error-picture-too-large-plain = Este archivo es demasiado grande. Elige una imagen más pequeña.
error-picture-too-many-pixels = Esta imagen tiene { $width } × { $height } píxeles. Elige una con { $max } como máximo en cada dirección.
error-picture-too-many-pixels-plain = Esta imagen tiene demasiados píxeles. Elige una más pequeña.
error-logo-missing = La organización no tiene logotipo.
error-columns-unclear = Cada campo puede estar en una sola columna, y al menos una columna debe contener un campo.
error-sheet-unclear = **La hoja deja algo sin aclarar.** No se creó nada. Mira las preguntas sobre sus filas.
error-file-name-other-form = El nombre termina en .{ $ending }, y lo que se escribe es { $form }. Elige un nombre que termine en .{ $form }.
error-file-name-other-form-plain = El nombre del archivo indica un formato distinto del que tendría. Elige otro nombre.
error-file-place-reserved = { $path } está entre los archivos propios de una organización, que están solos en su carpeta. Elige otro lugar.
error-file-place-reserved-plain = El lugar está entre los archivos propios de una organización. Elige otro.
error-file-not-usable = { $path } no se puede leer ni escribir.
error-file-not-usable-plain = El archivo no se puede leer ni escribir.
error-job-cancelled = Cancelado. No se cambió nada.
error-job-unknown = Este trabajo ha terminado.
error-invitation-not-active = Esta invitación ya no está activa, así que no hay nada que revocar.

# ---- who asks
error-not-signed-in = La sesión está cerrada. Inicia sesión para continuar.
error-session-locked = La ventana está bloqueada. Escribe tu contraseña para continuar.
error-not-permitted = Tu rol no puede hacer esto. Quedó anotado en el registro de auditoría.
error-sign-in-refused = **Nombre de usuario o contraseña incorrectos.** Comprueba ambos y reintenta.
error-person-unknown = Nadie tiene ese nombre de usuario.
error-password-needed = Escribe tu propia contraseña: esto afecta a alguien de tu mismo rango, o a tu propia dirección.
error-last-administrator = **Este es el último administrador.** Antes, da ese rol a otra persona.
error-not-yourself = No puedes suspender tu propia cuenta. Otro administrador puede.
error-user-without-department = Este rol necesita un departamento. Antes, mueve a la persona a uno.
error-session-unknown = Esta sesión ya ha terminado.
error-not-an-administrator = La clave de recuperación solo establece contraseñas de administradores. Un administrador puede restablecer las demás.
error-password-code-refused = **Nombre de usuario o código incorrectos, o el código ya no vale.** Pide uno nuevo.
error-too-many-tries =
    { $seconds ->
        [one] Demasiados intentos. Puedes continuar en { $seconds } s.
       *[other] Demasiados intentos. Puedes continuar en { $seconds } s.
    }
error-too-many-tries-plain = Demasiados intentos. Espera un poco y continúa.
error-account-suspended = Esta cuenta está suspendida. Consulta a un administrador.

# ---- file and keys
error-organisation-exists = Ya hay una organización en esta carpeta. Vuelve a iniciar Vestibule para abrirla.
error-organisation-missing = Aún no hay ninguna organización en esta carpeta.
error-file-newer = Este archivo lo creó Vestibule { $needs }. Actualiza este dispositivo para abrirlo. No se cambió nada.
error-file-newer-plain = Este archivo lo creó un Vestibule más nuevo. Actualiza este dispositivo para abrirlo. No se cambió nada.
error-file-foreign = El archivo de la carpeta de datos no lo creó Vestibule. No se cambió nada.
error-file-corrupt = El archivo está dañado. Restáuralo desde una copia de seguridad. No se cambió nada.
error-file-wrong-key = Esta clave no abre el archivo. No se cambió nada.
error-file-wrong-passphrase = Esta frase de contraseña no abre el archivo. No se cambió nada.
error-file-busy = Otro programa está usando el archivo. No se cambió nada; reintenta.
error-file-read-only = **No se puede escribir en la carpeta { $folder }.** No se cambió nada. Da a tu cuenta permiso para escribir en ella, o inicia Vestibule con otra carpeta (vestibule --data-dir).
error-file-read-only-plain = **No se puede escribir en la carpeta de datos.** No se cambió nada. Da a tu cuenta permiso para escribir en ella, o inicia Vestibule con otra carpeta (vestibule --data-dir).
error-disk-full = No queda espacio en el disco. No se cambió nada.
error-file-unreachable = { $path } no se puede abrir. No se cambió nada.
error-file-unreachable-plain = El archivo no se puede abrir. No se cambió nada.
error-keychain-absent = Este dispositivo no tiene llavero. Una frase de contraseña ocupa su lugar.
error-keychain-locked = El llavero está bloqueado, o se negó. Desbloquéalo y reintenta.
error-keychain-late = El llavero no respondió a tiempo. Reintenta.
error-key-missing = El llavero no tiene la clave de este archivo.
error-recovery-key-mistyped = Hay un error de escritura en el { $line } renglón.
error-recovery-key-mistyped-plain = Hay un error de escritura en la clave de recuperación. Comprueba de nuevo cada renglón.
error-passphrase-required = Hace falta una frase de contraseña de al menos { $min } caracteres.
error-passphrase-required-plain = Hace falta una frase de contraseña.
error-secret-file-unsafe = Otros pueden leer { $path }, o está vacío, o no se puede leer.
error-secret-file-unsafe-plain = Otros pueden leer el archivo con el secreto, o está vacío, o no se puede leer.
error-clipboard-failed = **No se pudo copiar.** Selecciona el código y pulsa Ctrl C.
error-fault = **Algo ha fallado.** No se perdió nada, y el registro del programa dice más. Reintenta.
