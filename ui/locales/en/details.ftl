# One invitation from all sides: the details drawer, and Replace.

# ---- replace
replace-title = Replace invitation
replace-words = **Replace this invitation?** It is revoked, and a new one opens with the same details. Both stay linked.
replace-reason = Reason
replace-reason-hint = Sent to the wrong person
replace-confirm = Replace
replace-done = Invitation replaced
