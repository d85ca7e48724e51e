# The doorway pages: first start, opening the file, sign in, locked, join.

# ---- on every doorway page
door-local = Local, en este dispositivo
door-version = Versión { $version }
door-data = Carpeta de datos: { $path }
door-back = Volver
door-opening = Abriendo…
door-again = Reintentar

# ---- first start
first-steps = Pasos
first-step-start = Inicio
first-step-organisation = Organización
first-step-administrator = Primer administrador
first-step-recovery = Clave de recuperación
first-step-ready = Listo
first-local = Todo queda en este dispositivo.
first-continue = Continuar
first-start-title = Deja entrar a quien corresponde
first-start-text = Tú emites códigos de invitación; quienes llegan los canjean, en casa con un enlace o aquí, en este dispositivo.
first-start-codes = Códigos que detectan sus propios errores de escritura, sirven una o muchas veces y se pueden revocar de inmediato.
first-start-offline = Funciona sin red. Los datos son un único archivo cifrado en este dispositivo.
first-start-trail = Queda escrito quién invitó a quién, y se puede comprobar.
first-start-link = **Se abrió un enlace de invitación, y este dispositivo aún no pertenece a ninguna organización.** Abre el enlace en un dispositivo de la organización que te invita, o escribe allí su código.
first-start-create = Crear una organización
first-start-sample = Probar con datos de ejemplo
first-start-sample-hint = Los datos de ejemplo se abren en una segunda ventana y desaparecen al cerrarla.
first-organisation-title = Pon nombre a tu organización
first-organisation-text = Quienes llegan lo ven al abrir una invitación.
first-organisation-name = Nombre
first-join-address = Dirección para unirse
first-join-address-example = https://join.school.example
first-join-address-hint = Sin ella, los enlaces empiezan por vestibule:// y abren esta aplicación.
first-logo-hint = PNG o JPEG, hasta 2 MB. Se puede cambiar más adelante.
first-preview = Lo que ve quien llega
first-preview-unnamed = tu organización
first-preview-by-you = Invitación tuya · Personal
first-preview-by = Invitación de { $name } · Personal
first-preview-join = Unirse
first-administrator-title = El primer administrador
first-administrator-text = Esta cuenta puede hacerlo todo. Los demás se unen con una invitación.
first-password-again = Repite la contraseña
first-password-differs = Las dos contraseñas son distintas.
first-passphrase = Frase de contraseña del archivo
first-passphrase-again = Repite la frase de contraseña
first-passphrase-differs = Las dos frases de contraseña son distintas.
first-passphrase-why = **Este dispositivo no tiene llavero.** En su lugar, una frase de contraseña cifra el archivo; Vestibule la pide cada vez que se inicia.
first-passphrase-instead = **Puedes continuar sin el llavero.** En su lugar, una frase de contraseña cifra el archivo; Vestibule la pide cada vez que se inicia.
first-create = Crear organización
first-recovery-title = Tu clave de recuperación
first-recovery-text = **Imprímela ahora** y guárdala lejos de este dispositivo. Si se pierde el llavero de este dispositivo, nadie puede abrir los datos sin ella.
first-recovery-text-passphrase = **Imprímela ahora** y guárdala lejos de este dispositivo. Sin ella y sin tu frase de contraseña, nadie puede abrir los datos.
first-recovery-sheet = Clave de recuperación de Vestibule
first-recovery-printed = Impresa el { $at }
first-recovery-how = Si Vestibule pide la clave de recuperación, escribe estos renglones tal como están. Guarda esta hoja donde solo los administradores puedan alcanzarla.
first-recovery-kept = La he impreso o anotado
first-recovery-print = Imprimir…
first-recovery-once = Más adelante, un administrador puede mostrarla en Ajustes.
first-ready-title = Todo listo en { $organisation }
first-ready-text = Inicia sesión y crea la primera invitación.
first-ready-administrator = Administrador
first-ready-logo = Cuando hayas iniciado sesión, puedes añadir un logotipo en Ajustes.
first-ready-data = Carpeta de datos
first-finish = Ir al inicio de sesión

# ---- opening a file whose key is not at hand
open-title = Abrir el archivo
open-text-passphrase = Los datos de este dispositivo están cifrados. Tu frase de contraseña los abre.
open-text-recovery = Los datos de este dispositivo están cifrados. Escribe la clave de recuperación que se imprimió en el primer inicio.
open-passphrase = Frase de contraseña
open-recovery-key = Clave de recuperación
open-recovery-hint = Renglón por renglón, tal como está impresa. Da igual usar mayúsculas o guiones.
open-submit = Abrir
open-use-recovery = ¿Olvidaste la frase de contraseña?
open-text-forgotten = Escribe la clave de recuperación que se imprimió en el primer inicio, y una nueva frase de contraseña. Desde ahora esta abre el archivo; la anterior ya no.
open-text-recovery-passphrase = Escribe la clave de recuperación que se imprimió en el primer inicio, y una frase de contraseña: este dispositivo no tiene llavero, así que se pide cada vez que se inicia.
open-new-passphrase = Nueva frase de contraseña
open-new-again = Repite la nueva frase de contraseña
open-new-differs = Las dos frases de contraseña son distintas.
open-new-submit = Guardar y abrir
open-use-passphrase = Usar la frase de contraseña

# ---- the file can't be used
unusable-title = No se puede abrir el archivo
unusable-newer = Este archivo necesita un Vestibule más nuevo
unusable-corrupt = No se puede leer el archivo
unusable-foreign = Este no es un archivo de Vestibule
unusable-unwritable = No se puede escribir en el archivo
unusable-busy = El archivo está en uso
unusable-fault = No se perdió nada, y el registro del programa dice más. Reintenta; si sigue igual, vuelve a iniciar Vestibule.

# ---- sign in
sign-in-title = Iniciar sesión en { $organisation }
sign-in-username = Nombre de usuario o dirección de correo
sign-in-password = Contraseña
sign-in-keep = Mantener la sesión en este dispositivo
sign-in-submit = Iniciar sesión
sign-in-reset = Tengo un código de restablecimiento
sign-in-password-set = **Tu nueva contraseña está guardada.** Inicia sesión con ella.
sign-in-forgot = ¿La olvidaste?
sign-in-forgot-text = **Pídelo a un administrador.** Te da un código de un solo uso, y con él estableces una nueva contraseña. Nadie puede consultar la anterior.
sign-in-forgot-administrator = Un administrador que no puede entrar establece una nueva con la clave de recuperación: «Tengo un código de restablecimiento» y luego «Tengo la clave de recuperación».
sign-in-new = ¿Es tu primera vez aquí?
sign-in-code = Tengo un código
sign-in-samples = Datos de ejemplo: quién puede iniciar sesión

# ---- a new password by a one-time code
reset-title = Establecer una nueva contraseña
reset-text = ¿Olvidaste tu contraseña? Un administrador te da un código que vale 24 horas y para un solo uso.
reset-text-key = Para administradores: la clave de recuperación, tal como se imprimió en el primer inicio, permite establecer una nueva contraseña.
reset-use-key = Tengo la clave de recuperación
reset-use-code = Tengo un código de restablecimiento
reset-code = Código de restablecimiento
reset-password = Nueva contraseña
reset-again = Repite la nueva contraseña
reset-submit = Guardar contraseña

# ---- locked after rest
locked-where = { $organisation } · Sesión bloqueada
locked-text = Tu contraseña abre la ventana donde la dejaste.
locked-link = **Se abrió un enlace de invitación.** Desbloquea para decir para qué es, o cierra sesión para unirte con él.
locked-unlock = Desbloquear
locked-sign-out = Cerrar sesión

# ---- join
join-code-title = Escribe tu código
join-code-text = Está en tu invitación. También puedes pegar el enlace entero.
join-code = Código
join-code-hint = Da igual usar mayúsculas, espacios o guiones.
join-continue = Continuar
join-back = Volver al inicio de sesión
join-title = Crea tu cuenta
join-valid = El código es válido
join-welcome = Te damos la bienvenida a
join-welcome-text = Nos alegra que vengas. Preparar tu cuenta lleva un minuto.
join-invited-by = Te invita
join-role = Te unes como
join-department = Departamento
join-open-until = Válida hasta
join-summary = Te unes como { $role } por invitación de { $name }
join-summary-in = Te unes como { $role } en { $department } por invitación de { $name }
join-name = Nombre
join-name-yours = Tu nombre
join-email = Correo
join-username = Nombre de usuario
join-password = Contraseña
join-bound = Esta invitación es para { $email }.
join-bound-domain = Esta invitación es para direcciones de { $domain }.
join-submit = Unirse a { $organisation }
join-when = El código solo se usa cuando pulsas Unirse.
join-another = ¿No es para ti? Escribe otro código
join-taken-one = «{ $name }» ya está en uso. { $free } está libre.
join-taken-two = «{ $name }» ya está en uso. { $first } y { $second } están libres.
join-changed = **La invitación cambió mientras estabas aquí.** Ahora te unirías como { $role }. Mírala de nuevo y luego únete.
join-changed-in = **La invitación cambió mientras estabas aquí.** Ahora te unirías como { $role } en { $department }. Mírala de nuevo y luego únete.
join-other-title = ¿Abrir el otro enlace?
join-other-text = Se abrió otro enlace de invitación. Lo que has escrito aquí no se conserva si continúas con él.
join-other-stay = Quedarse aquí
join-other-open = Abrir el otro enlace
joined-title = Te damos la bienvenida, { $name }
joined-text = Te has unido a { $organisation } como { $role }. Tu cuenta está lista para iniciar sesión.
joined-text-in = Te has unido a { $organisation } como { $role } en { $department }. Tu cuenta está lista para iniciar sesión.
joined-sign-in = Iniciar sesión
