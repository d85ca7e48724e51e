//! `department create|list|move|rename`: the tree of departments.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::output::harmless;
use clap::{Args, Subcommand};
use serde_json::json;
use vestibule_wire::{CreateDepartmentRequest, DepartmentView, MoveDepartmentRequest, RenameDepartmentRequest};

/// The commands of departments. A PATH is the names from the top down, as in `Science/Physics`; a name alone is enough
/// if only one department has it.
#[derive(Subcommand)]
pub enum DepartmentCommand {
    Create(Create),
    /// List the departments within your reach, with their paths
    #[command(after_help = "JSON: {\"items\": [{\"id\",\"name\",\"path\"}, …]}")]
    List,
    Move(Move),
    Rename(Rename),
}

/// Make a department
///
/// At the top, or under another department, whose managers reach the new one as well. Departments in different places
/// can have the same name. Exit code 3: there is one of that name there already.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl department create Science
  vestibulectl department create Optics --parent Science/Physics

JSON: {\"id\",\"name\",\"path\"}")]
pub struct Create {
    /// Its name, without a slash
    #[arg(value_name = "NAME")]
    name: String,
    /// The department above it [default: none, at the top]
    #[arg(long, value_name = "PATH")]
    parent: Option<String>,
}

/// Move a department, with all under it, under another one
///
/// Rights follow at once: managers of the department above it lose their reach of it, and those of the new one above
/// gain it. Exit code 3: it can't be moved there; 5: there is no such department.
#[derive(Args)]
#[command(
    group(clap::ArgGroup::new("place").required(true).args(["to", "to_top"])),
    after_help = "\
Examples:
  vestibulectl department move Science/Physics --to Engineering
  vestibulectl department move Science/Physics --to-top

JSON: {\"id\",\"name\",\"path\"}"
)]
pub struct Move {
    /// The department to move
    #[arg(value_name = "PATH")]
    department: String,
    /// The department to move it under
    #[arg(long, value_name = "PATH")]
    to: Option<String>,
    /// Move it to the top
    #[arg(long)]
    to_top: bool,
}

/// Rename a department
#[derive(Args)]
#[command(after_help = "\
Example:
  vestibulectl department rename Science/Physics \"Physics and astronomy\"

JSON: {\"id\",\"name\",\"path\"}")]
pub struct Rename {
    /// The department to rename
    #[arg(value_name = "PATH")]
    department: String,
    /// Its new name, without a slash
    #[arg(value_name = "NAME")]
    name: String,
}

/// Runs the command.
pub async fn dispatch(entry: &Entry, command: DepartmentCommand) -> Result<Answer, Failure> {
    entry.signed_in().await?;
    match command {
        DepartmentCommand::Create(Create { name, parent }) => {
            let made = entry.seat.create_department(CreateDepartmentRequest { name, parent }).await?;
            Ok(told("There is a department", &made))
        }
        DepartmentCommand::List => {
            let items = entry.seat.list_departments().await?;
            let text: String = items.iter().map(|department| format!("{}\n", harmless(&department.path))).collect();
            let text = if text.is_empty() { "There are no departments.\n".to_owned() } else { text };
            Ok(Answer::new(&json!({ "items": items }), text))
        }
        DepartmentCommand::Move(Move { department, to, to_top: _ }) => {
            let moved = entry.seat.move_department(MoveDepartmentRequest { department, to }).await?;
            Ok(told("The department is", &moved))
        }
        DepartmentCommand::Rename(Rename { department, name }) => {
            let renamed = entry.seat.rename_department(RenameDepartmentRequest { department, name }).await?;
            Ok(told("The department is", &renamed))
        }
    }
}

fn told(begins: &str, department: &DepartmentView) -> Answer {
    Answer::new(department, format!("{begins} {} now.\n", harmless(&department.path)))
}
