# The organisation's logo, in the settings.

logo-section = Organización
logo = Logotipo
logo-hint = Junto al nombre: aquí, en la página Unirse y en las invitaciones impresas. PNG o JPEG, hasta 2 MB.
logo-alt = Logotipo de { $organisation }
logo-choose = Elegir una imagen…
logo-choose-title = Elegir un logotipo
logo-remove = Quitar
logo-is-set = Logotipo guardado
logo-is-removed = Logotipo quitado
