# Choosing the language of the window. The languages themselves stand under their own names, in the code.

language = Idioma
language-hint = Para ti, en este dispositivo. Las páginas anteriores al inicio de sesión tienen el suyo.
palette-language = Idioma: { $language }
palette-language-also = lengua traducir traducción language
