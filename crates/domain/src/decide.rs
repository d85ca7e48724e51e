//! The decisions: given who asks, what stands and what time it is, either the facts that follow or a named refusal. Keeps out all I/O.

mod create;
mod redeem;
mod revoke;

pub use create::{CreateRefusal, Division, InvitationDraft, NewInvitation, create_invitation};
pub use redeem::{Newcomer, RedeemRefusal, Redeemed, Redemption, redeem_invitation, usable};
pub use revoke::{RevokeRefusal, revoke_invitation};

#[cfg(test)]
mod tests;
