//! The questions over the page, each before something is done with an account. Keeps out whether it may be: the backend
//! decides.

mod confirm;
mod department;
mod many;
mod proof;
mod role;

pub use confirm::{Code, Confirm};
pub use department::DepartmentDialog;
pub use many::{ManyDialog, ManyReport};
pub use proof::{Proof, ProofFields, use_proof};
pub use role::RoleDialog;
