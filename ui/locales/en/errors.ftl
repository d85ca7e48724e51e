# One sentence per error code: what happened, where, and what would be right. Where a sentence needs a value that may be unknown, `…-plain` says it without.

ordinal-1 = first
ordinal-2 = second
ordinal-3 = third
ordinal-4 = fourth
ordinal-5 = fifth

# ---- the code as typed
error-code-mistyped = There is a typing mistake in the { $group } group.
error-code-mistyped-plain = There is a typing mistake. Check the code again.
error-code-malformed = A code has no “{ $symbol }”. It has digits and letters without I, L, O and U.
error-code-malformed-plain = A code has 12, 16 or 20 letters and digits, such as K7QF-2M9X-4TZC-8WHN.
error-code-layout = Scanner and computer seem to be set to different keyboards. Set both to the same one, or type the code.
error-code-several = There are two codes here. Give one of them.
error-code-refused = **This code can’t be used.** Check it with the person who gave it to you.
error-invitation-expired = This code expired on { $at }.
error-invitation-expired-plain = This code has expired.
error-invitation-used-up = This code has been used up.
error-invitation-revoked = This code was revoked.
error-invitation-replaced = This code was replaced by another one. Ask the person who gave it to you.
error-invitation-wrong-domain = This code is for email addresses of another domain.
error-invitation-wrong-email = This code is for another email address.
error-invitation-creator-may-not = The person who made this code may no longer invite to this role. Ask for a new one.
error-already-member = You have joined already. Sign in instead.
error-invitation-changed = **The invitation changed while you were here.** Look again, then join.

# ---- fields
error-field-required = This is needed.
error-field-too-long = At most { $max } characters.
error-field-too-long-plain = This is too long.
error-field-not-text = Control characters and marks that turn the direction of text can’t be used here.
error-field-line-break = This has a line break. Write it in one line.
error-email-several = There are two addresses here. Give one of them.
error-email-malformed = An email address looks like name@post.example.
error-username-malformed = 3 to 32 characters: a to z, digits, dot, hyphen, underscore. It begins with a letter.
error-username-signs = It ends with a letter or digit, and has one dot, hyphen or underscore at a time.
error-username-reserved = This name sounds like an office of the organisation. Choose another one.
error-username-alike = Somebody’s username differs from this one in dots, hyphens or underscores only. Choose another one.
error-username-taken = This username is taken. { $free } would be free.
error-username-taken-plain = This username is taken.
error-email-taken = Another account has this address.
error-password-too-short = At least { $min } characters.
error-password-too-short-plain = This password is too short.
error-password-too-weak = This is too easy to guess. Several unrelated words work well.
error-expiry-past = The expiry must lie in the future.
error-expiry-too-far = At most { $max_days } days from now, until { $until }.
error-expiry-too-far-plain = This is further ahead than the policy allows.
error-expiry-never-not-allowed = The policy does not allow invitations that never expire.
error-expiry-malformed = A date and time looks like 2026-12-31 17:00.
error-usage-limit-out-of-range = A number from 1 to { $max }.
error-usage-limit-out-of-range-plain = A number of 1 or more.
error-role-unknown = There is no such role.
error-role-not-allowed = You can only invite to roles that rank below your own.
error-department-required = This role needs a department.
error-department-not-allowed = You can only use your own division.
error-group-unknown = There is no such group.
error-code-not-here = This device does not hold the code of this invitation.
error-department-unknown = There is no such department, or it is not yours to see.
error-department-ambiguous = Several departments are called so: { $paths }. Give the whole path.
error-department-parent-unknown = There is no department { $parent } for a new one to be under.
error-department-name-taken = There is a department of this name already.
error-department-into-itself = A department can’t be moved under itself.
error-department-too-deep = At most { $max } departments can stand one under the other.
error-department-slash = A department’s name has no slash. It stands between the names of a path.
error-new-department-not-allowed = You can use departments that exist. New ones are made by an administrator.
error-group-not-allowed = You can use groups that exist. New ones are made by an administrator.
error-creator-unknown = There is nobody of that username.
error-bound-twice = Choose an address or a domain, not both.
error-binding-required = An address or a domain is needed.
error-one-address-for-many = One address is for one invitation. Many can be bound to a domain.
error-count-out-of-range = A number from 1 to { $max }.
error-count-out-of-range-plain = A number of 1 or more.
error-number-out-of-range = A number from { $min } to { $max }.
error-number-out-of-range-plain = This number is too small or too large.
error-policy-changed = **The settings changed while you were here.** Nothing was saved; look at them again.
error-join-address-malformed = An address looks like https://join.school.example.
error-page-out-of-range = There is no such page.

# ---- invitations
error-invitation-not-found = This invitation is not in the list any more.
error-row-unreadable = This row can’t be read.
error-duplicate-in-file = Line { $line } has the same address.
error-duplicate-in-file-plain = An earlier row has the same address.
error-already-invited = An active invitation is bound to this address.
error-sheet-unreadable = The file can’t be read to its end. Nothing was made.
error-clock-doubted = **This device’s clock may be wrong.** Put it right, or have an administrator confirm it.
error-head-malformed = **This is not the end of an audit trail.** It has a device, a number and a hash, with colons between.
error-selection-changed = **Others match by now.** Nothing was changed; look at it again.
error-sheet-changed = **The file changed since the preview.** Nothing was made; look at it again.
error-nothing-to-print = None of these is active, so there is nothing to print.
error-no-font = No font on this device can print { $characters }. Install a font that has them: Noto Sans for the script, Noto Color Emoji for emoji. Or print the others by a filter.
error-no-font-plain = No font on this device can print some of these letters. Install a font that has them: Noto Sans for the script, Noto Color Emoji for emoji.
error-link-too-long = The link is too long for a QR code of this size. Print posters, or set a shorter join address.
error-not-printed = This could not be printed. Nothing was made.
error-picture-unknown = This is not a PNG or JPEG picture. Choose a PNG or JPEG file.
error-picture-damaged = This picture can’t be read: the file is damaged. Save it again as PNG or JPEG.
error-picture-too-large = This file is larger than { $max } MB. Choose a smaller picture.
error-picture-too-large-plain = This file is too large. Choose a smaller picture.
error-picture-too-many-pixels = This picture has { $width } × { $height } pixels. Choose one with at most { $max } in each direction.
error-picture-too-many-pixels-plain = This picture has too many pixels. Choose a smaller one.
error-logo-missing = The organisation has no logo.
error-columns-unclear = Each field can be in one column only, and at least one column must hold a field.
error-sheet-unclear = **The sheet leaves something open.** Nothing was made. Look at the questions above its rows.
error-file-name-other-form = The name ends in .{ $ending }, and what is written is { $form }. Choose a name that ends in .{ $form }.
error-file-name-other-form-plain = The file’s name says another form than it would have. Choose another name.
error-file-place-reserved = { $path } lies among an organisation’s own files, which stand alone in their folder. Choose another place.
error-file-place-reserved-plain = The place lies among an organisation’s own files. Choose another one.
error-file-not-usable = { $path } can’t be read or written.
error-file-not-usable-plain = The file can’t be read or written.
error-job-cancelled = Cancelled. Nothing was changed.
error-job-unknown = This work has ended.
error-invitation-not-active = This invitation is no longer active, so there is nothing to revoke.

# ---- who asks
error-not-signed-in = You are signed out. Sign in to go on.
error-session-locked = The window is locked. Give your password to go on.
error-not-permitted = Your role may not do this. It has been noted in the audit trail.
error-sign-in-refused = **Username or password is wrong.** Check both and try again.
error-person-unknown = There is nobody of that username.
error-password-needed = Give your own password: this concerns somebody of your own rank, or your own address.
error-last-administrator = **This is the last administrator.** Make somebody else an administrator first.
error-not-yourself = You can't suspend yourself. Another administrator can.
error-user-without-department = This role needs a department. Move the person into one first.
error-session-unknown = This session has ended already.
error-not-an-administrator = The recovery key sets passwords of administrators only. An administrator can reset the others.
error-password-code-refused = **Username or code is wrong, or the code is no longer good.** Ask for a new one.
error-too-many-tries =
    { $seconds ->
        [one] Too many tries. You can go on in { $seconds } s.
       *[other] Too many tries. You can go on in { $seconds } s.
    }
error-too-many-tries-plain = Too many tries. Wait a little, then go on.
error-account-suspended = This account is suspended. Ask an administrator.

# ---- file and keys
error-organisation-exists = There is an organisation in this folder already. Start Vestibule again to open it.
error-organisation-missing = There is no organisation in this folder yet.
error-file-newer = This file was made by Vestibule { $needs }. Update this device to open it. Nothing was changed.
error-file-newer-plain = This file was made by a newer Vestibule. Update this device to open it. Nothing was changed.
error-file-foreign = The file in the data folder was not made by Vestibule. Nothing was changed.
error-file-corrupt = The file is damaged. Restore it from a backup. Nothing was changed.
error-file-wrong-key = This key does not open the file. Nothing was changed.
error-file-wrong-passphrase = This passphrase does not open the file. Nothing was changed.
error-file-busy = Another program is using the file. Nothing was changed; try again.
error-file-read-only = **The folder { $folder } can’t be written to.** Nothing was changed. Give your account the right to write in it, or start Vestibule with another folder (vestibule --data-dir).
error-file-read-only-plain = **The data folder can’t be written to.** Nothing was changed. Give your account the right to write in it, or start Vestibule with another folder (vestibule --data-dir).
error-disk-full = There is no room left on the disk. Nothing was changed.
error-file-unreachable = { $path } can’t be opened. Nothing was changed.
error-file-unreachable-plain = The file can’t be opened. Nothing was changed.
error-keychain-absent = This device has no keychain. A passphrase takes its place.
error-keychain-locked = The keychain is locked, or it refused. Unlock it, then try again.
error-keychain-late = The keychain did not answer in time. Try again.
error-key-missing = The keychain has no key for this file.
error-recovery-key-mistyped = There is a typing mistake in the { $line } line.
error-recovery-key-mistyped-plain = There is a typing mistake in the recovery key. Check each line again.
error-passphrase-required = A passphrase of at least { $min } characters is needed.
error-passphrase-required-plain = A passphrase is needed.
error-secret-file-unsafe = { $path } can be read by others, is empty or can’t be read.
error-secret-file-unsafe-plain = The file with the secret can be read by others, is empty or can’t be read.
error-clipboard-failed = **Could not copy.** Select the code and press Ctrl C.
error-fault = **Something went wrong.** Nothing was lost, and the log has more. Try again.
