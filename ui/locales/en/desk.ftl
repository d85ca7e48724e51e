# The signed-in shell: sidebar, theme, session.

desk-sidebar = Sidebar
desk-sections = Sections
desk-explore = Explore
desk-invitations = Invitations
desk-users = Users
desk-admin = Admin panel
desk-settings = Settings
desk-active-count =
    { $count ->
        [one] { $count } active invitation
       *[other] { $count } active invitations
    }
desk-local = Local
desk-local-title = Local: the data is kept on this device only
desk-version = Version { $version }
desk-sign-out = Sign out
desk-lock-title = Lock ({ $command } Shift L)
desk-ctrl = Ctrl
desk-person = { $name }, { $role }
desk-theme = Appearance
desk-theme-light = Light
desk-theme-dark = Dark
desk-theme-system = As the system
desk-nothing-title = You are signed in
desk-nothing = Your role, { $role }, has no sections here yet. What { $organisation } opens to you later appears on the left.
clock-title = Is this device’s clock right?
clock-ahead = The clock says **{ $clock }**. The last thing that happened here was long before: { $last }.
clock-behind = The clock says **{ $clock }**. The last thing that happened here was later: { $last }.
clock-advice = A wrong clock lets invitations expire too early or too late. If it is wrong, set it in the system’s settings and start Vestibule again. Until then nothing is cleaned up, and time here does not run backwards.
clock-advice-other = Tell an administrator: a wrong clock lets invitations expire too early or too late.
clock-later = Not now
clock-confirm = The clock is right
desk-keep-failed = **You are signed in, but not kept signed in.** { $reason }
desk-notice-close = Close this message

# ---- an invite link was opened
link-title = What is this invite link for?
link-text =
    { $finds ->
        [yes] You are signed in as { $name }. Find the invitation in your list, or sign out so that somebody can join with it. Nothing has been done with the code.
       *[no] You are signed in as { $name }. Sign out so that somebody can join with it. Nothing has been done with the code.
    }
link-drop = Not now
link-find = Find it
link-join = Sign out and join

# ---- closing
leave-title = Close Vestibule?
leave-stay = Stay
leave-anyway = Close anyway
leave-session-title = Sign out?
leave-session-anyway = Sign out anyway
leave-recovery = **You have not said that you kept the recovery key.** Print it or write it down first: without it, nobody can open the data when this device is lost.
leave-reset-code = **The one-time code is shown only once.** Hand it on before you { $by ->
    [sign-out] sign out
   *[close] close
 }: it cannot be shown again.
leave-work = **Work is under way.** It is saved together at the end; if you { $by ->
    [sign-out] sign out
   *[close] close
 } now, nothing of it is done.
leave-work-parts = **Work is under way.** It is saved part by part; if you { $by ->
    [sign-out] sign out
   *[close] close
 } now, what is done by then stays, and the rest is not done.
leave-rules = **The changed rules are not saved.** They are lost if you { $by ->
    [sign-out] sign out
   *[close] close
 } now.
leave-sheet = **The rows of the sheet are no invitations yet.** What was pasted and chosen is lost if you { $by ->
    [sign-out] sign out
   *[close] close
 } now.
leave-create = **The invitation that you began is not made.** What you typed is lost if you { $by ->
    [sign-out] sign out
   *[close] close
 } now.
leave-profile = **Your changed name or address is not saved.** It is lost if you { $by ->
    [sign-out] sign out
   *[close] close
 } now.
leave-describe = **The changed label and note are not saved.** They are lost if you { $by ->
    [sign-out] sign out
   *[close] close
 } now.
work-left-stopped = **Closing Vestibule, or signing out, stopped the work that was under way:** nothing of it was done. Begin it again.
work-left-unknown = **Vestibule ended while work was under way.** Either all of it was done, or nothing: look at the list before you begin it again.
work-left-unknown-parts = **Vestibule ended while work was under way.** What was done stays: look at the list before you begin again with the rest.
work-left-partly = **The work that was under way when you closed Vestibule, or signed out, is done in part:** with { $done ->
    [one] { $done } user
   *[other] { $done } users
 }, and { $left ->
    [one] { $left } was
   *[other] { $left } were
 } not come to. Begin it again with the rest.
