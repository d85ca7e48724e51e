# The organisation's logo, in the settings.

logo-section = Organisation
logo = Logo
logo-hint = Beside the name: here, on the Join page and on printed invitations. PNG or JPEG, up to 2 MB.
logo-alt = Logo of { $organisation }
logo-choose = Choose a picture…
logo-choose-title = Choose a logo
logo-remove = Remove
logo-is-set = Logo set
logo-is-removed = Logo removed
