# The doorway pages: first start, opening the file, sign in, locked, join.

# ---- on every doorway page
door-local = Local, on this device
door-version = Version { $version }
door-data = Data folder: { $path }
door-back = Back
door-opening = Opening…
door-again = Try again

# ---- first start
first-steps = Steps
first-step-start = Start
first-step-organisation = Organisation
first-step-administrator = First administrator
first-step-recovery = Recovery key
first-step-ready = Ready
first-local = Everything stays on this device.
first-continue = Continue
first-start-title = Let the right people in
first-start-text = You issue invitation codes; newcomers redeem them, at home from a link or here on this device.
first-start-codes = Codes that find their own typing mistakes, work once or many times, and can be revoked at once.
first-start-offline = Works without a network. The data is one encrypted file on this device.
first-start-trail = Who invited whom is written down and can be checked.
first-start-link = **An invite link was opened, and this device belongs to no organisation yet.** Open the link on a device of the organisation that invites you, or type its code there.
first-start-create = Create an organisation
first-start-sample = Try it with sample data
first-start-sample-hint = Sample data opens in a second window and is gone when that is closed.
first-organisation-title = Name your organisation
first-organisation-text = Newcomers see this when they open an invitation.
first-organisation-name = Name
first-join-address = Join address
first-join-address-example = https://join.school.example
first-join-address-hint = Without one, links start with vestibule:// and open this app.
first-logo-hint = PNG or JPEG, up to 2 MB. It can be changed later.
first-preview = What a newcomer sees
first-preview-unnamed = your organisation
first-preview-by-you = Invited by you · Staff
first-preview-by = Invited by { $name } · Staff
first-preview-join = Join
first-administrator-title = The first administrator
first-administrator-text = This account may do everything. Others join by an invitation.
first-password-again = Password again
first-password-differs = The two passwords differ.
first-passphrase = Passphrase for the file
first-passphrase-again = Passphrase again
first-passphrase-differs = The two passphrases differ.
first-passphrase-why = **This device has no keychain.** A passphrase encrypts the file instead; Vestibule asks for it at every start.
first-passphrase-instead = **You can go on without the keychain.** A passphrase encrypts the file instead; Vestibule asks for it at every start.
first-create = Create organisation
first-recovery-title = Your recovery key
first-recovery-text = **Print it now** and keep it away from this device. If this device’s keychain is lost, nobody can open the data without it.
first-recovery-text-passphrase = **Print it now** and keep it away from this device. Without it and without your passphrase, nobody can open the data.
first-recovery-sheet = Vestibule recovery key
first-recovery-printed = Printed { $at }
first-recovery-how = If Vestibule asks for the recovery key, type these lines as they stand. Keep this sheet where only administrators can reach it.
first-recovery-kept = I have printed or written it down
first-recovery-print = Print…
first-recovery-once = Later, an administrator can show it in Settings.
first-ready-title = { $organisation } is ready
first-ready-text = Sign in, then create the first invitation.
first-ready-administrator = Administrator
first-ready-logo = A logo can be added under Settings once you are signed in.
first-ready-data = Data folder
first-finish = Go to sign-in

# ---- opening a file whose key is not at hand
open-title = Open the file
open-text-passphrase = The data on this device is encrypted. Your passphrase opens it.
open-text-recovery = The data on this device is encrypted. Type the recovery key that was printed at first start.
open-passphrase = Passphrase
open-recovery-key = Recovery key
open-recovery-hint = Line by line, as printed. Capitals and hyphens don’t matter.
open-submit = Open
open-use-recovery = Forgot the passphrase?
open-text-forgotten = Type the recovery key that was printed at first start, and a new passphrase. It opens the file from now on; the old one does no more.
open-text-recovery-passphrase = Type the recovery key that was printed at first start, and a passphrase: this device has no keychain, so it is asked for at every start.
open-new-passphrase = New passphrase
open-new-again = New passphrase again
open-new-differs = The two passphrases differ.
open-new-submit = Set and open
open-use-passphrase = Use the passphrase instead

# ---- the file can't be used
unusable-title = The file can’t be opened
unusable-newer = This file needs a newer Vestibule
unusable-corrupt = The file can’t be read
unusable-foreign = This is not a Vestibule file
unusable-unwritable = The file can’t be written
unusable-busy = The file is in use
unusable-fault = Nothing was lost, and the log has more. Try again; if it stays so, start Vestibule again.

# ---- sign in
sign-in-title = Sign in to { $organisation }
sign-in-username = Username or email address
sign-in-password = Password
sign-in-keep = Keep me signed in on this device
sign-in-submit = Sign in
sign-in-reset = I have a reset code
sign-in-password-set = **Your new password is set.** Sign in with it.
sign-in-forgot = Forgot it?
sign-in-forgot-text = **Ask an administrator.** They give you a one-time code, and with it you set a new password. Nobody can look up the old one.
sign-in-forgot-administrator = An administrator who can’t get in sets a new one with the recovery key: “I have a reset code”, then “I have the recovery key”.
sign-in-new = New here?
sign-in-code = I have a code
sign-in-samples = Sample data: who may sign in

# ---- a new password by a one-time code
reset-title = Set a new password
reset-text = Forgot your password? An administrator gives you a code that is good for 24 hours and for one use.
reset-text-key = For administrators: the recovery key, as it was printed at the first start, sets a new password.
reset-use-key = I have the recovery key
reset-use-code = I have a reset code
reset-code = Reset code
reset-password = New password
reset-again = New password again
reset-submit = Set password

# ---- locked after rest
locked-where = { $organisation } · Locked
locked-text = Your password opens the window where you left off.
locked-link = **An invite link was opened.** Unlock to say what it is for, or sign out to join with it.
locked-unlock = Unlock
locked-sign-out = Sign out

# ---- join
join-code-title = Enter your code
join-code-text = It stands on your invitation. You can paste the whole link, too.
join-code = Code
join-code-hint = Capitals, spaces and hyphens don’t matter.
join-continue = Continue
join-back = Back to sign-in
join-title = Create your account
join-valid = Code is valid
join-welcome = Welcome to
join-welcome-text = We are glad you are coming. It takes a minute to set up your account.
join-invited-by = Invited by
join-role = You join as
join-department = Department
join-open-until = Open until
join-summary = You join as { $role }, invited by { $name }
join-summary-in = You join as { $role } in { $department }, invited by { $name }
join-name = Name
join-name-yours = Your name
join-email = Email
join-username = Username
join-password = Password
join-bound = This invitation is for { $email }.
join-bound-domain = This invitation is for addresses of { $domain }.
join-submit = Join { $organisation }
join-when = The code is used only when you press Join.
join-another = Not you? Enter another code
join-taken-one = “{ $name }” is taken. { $free } is free.
join-taken-two = “{ $name }” is taken. { $first } and { $second } are free.
join-changed = **The invitation changed while you were here.** You would now join as { $role }. Look again, then join.
join-changed-in = **The invitation changed while you were here.** You would now join as { $role } in { $department }. Look again, then join.
join-other-title = Open the other link?
join-other-text = Another invite link was opened. What you have typed here is not kept if you go on with it.
join-other-stay = Stay here
join-other-open = Open the other link
joined-title = Welcome, { $name }
joined-text = You have joined { $organisation } as { $role }. Your account is ready to sign in.
joined-text-in = You have joined { $organisation } as { $role } in { $department }. Your account is ready to sign in.
joined-sign-in = Sign in
