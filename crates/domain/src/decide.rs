//! The decisions: from the asker, the current state and the time, either the events that follow or a named refusal.
//! Keeps out all I/O.

mod create;
mod department;
mod many;
mod password;
mod person;
mod redeem;
mod replace;
mod revoke;
mod send;

pub use create::{CreateRefusal, DepartmentChoice, GroupChoice, InvitationDraft, NewInvitation, create_invitation};
pub use department::{DepartmentRefusal, can_stand, create_department, move_department, rename_department};
pub use many::{PersonAct, act_on_one};
pub use password::{PasswordRefusal, recover_password, reset_password, show_recovery_key};
pub use person::{
    PersonChange, PersonRefusal, ProfileDraft, assign_role, change_profile, end_session, erase_person, move_person,
    reactivate_person, see_person, suspend_person,
};
pub use redeem::{Newcomer, RedeemRefusal, Redeemed, Redemption, redeem_invitation, usable};
pub use replace::{DescribeRefusal, ReplaceRefusal, describe_invitation, replace_invitation};
pub use revoke::{RevokeRefusal, revoke_invitation};
pub use send::{SendRefusal, Withheld, remind, send_invitation, still_goes_out};

#[cfg(test)]
mod tests;
