# The organisation's logo, in the settings.

logo-section = Sefydliad
logo = Logo
logo-hint = Wrth ymyl yr enw: yma, ar y dudalen Ymuno ac ar wahoddiadau printiedig. PNG neu JPEG, hyd at 2 MB.
logo-alt = Logo { $organisation }
logo-choose = Dewis llun…
logo-choose-title = Dewis logo
logo-remove = Tynnu
logo-is-set = Logo wedi’i osod
logo-is-removed = Logo wedi’i dynnu
