# What several screens share: fields, dialogs, time, passwords.

fault-title = Algo ha fallado
fault-text = La ventana se detuvo por un fallo. No se perdió nada: lo que habías guardado está en el archivo.
fault-again = Reiniciar

field-optional = opcional
dialog-close = Cerrar
code-strip = Código { $code }

check-email-at = Añade la @ y lo que sigue, como @post.example.
check-email-domain = Añade lo que sigue a la @, como post.example.

# ---- passwords
password-show = Mostrar contraseña
password-hide = Ocultar contraseña
strength-0 = muy débil
strength-1 = débil
strength-2 = aceptable
strength-3 = buena
strength-4 = fuerte
strength-label = Seguridad de la contraseña: { $word }, { $score } de 4
strength-label-none = Seguridad de la contraseña: aún no hay nada escrito
strength-advice-length = Al menos { $min } caracteres. Varias palabras sin relación entre sí funcionan bien.
strength-advice-0 = Muy fácil de adivinar. Varias palabras sin relación entre sí funcionan bien.
strength-advice-1 = Fácil de adivinar. Varias palabras sin relación entre sí funcionan bien.
strength-advice-2 = Todavía algo fácil de adivinar. Añade otra palabra.
strength-advice-3 = Buena. Con una palabra más sería fuerte.
strength-advice-4 = Fuerte.

# ---- time
time-exact = { $weekday } { $date }, { $time } { $zone }
time-short = { $date }, { $time }
time-just-now = ahora mismo
time-in-moments = en un momento
time-in-minutes = en { $n } min
time-minutes-ago = hace { $n } min
time-in-hours = en { $n } h
time-hours-ago = hace { $n } h
time-in-days =
    { $n ->
        [one] en { $n } día
       *[other] en { $n } días
    }
time-days-ago =
    { $n ->
        [one] hace { $n } día
       *[other] hace { $n } días
    }
time-in-months =
    { $n ->
        [one] en { $n } mes
       *[other] en { $n } meses
    }
time-months-ago =
    { $n ->
        [one] hace { $n } mes
       *[other] hace { $n } meses
    }
time-in-years =
    { $n ->
        [one] en { $n } año
       *[other] en { $n } años
    }
time-years-ago =
    { $n ->
        [one] hace { $n } año
       *[other] hace { $n } años
    }

# ---- size of the window's contents
zoom-now = Tamaño: { $percent } %
