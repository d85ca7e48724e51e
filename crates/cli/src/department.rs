//! `department create|list|move|rename`: the tree of departments.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::output::harmless;
use clap::{Args, Subcommand};
use serde_json::json;
use vestibule_wire::{CreateDepartmentRequest, DepartmentView, MoveDepartmentRequest, RenameDepartmentRequest};

/// What to do with departments. A PATH is the names from the top down, as `Science/Physics`; a name alone will do where
/// only one department is called so.
#[derive(Subcommand)]
pub enum DepartmentCommand {
    Create(Create),
    /// List the departments that you reach, with their paths
    #[command(after_help = "JSON: {\"items\": [{\"id\",\"name\",\"path\"}, …]}")]
    List,
    Move(Move),
    Rename(Rename),
}

/// Make a department
///
/// At the top, or under another one: whoever looks after that one reaches the new one as well. Two departments of one
/// name can stand in different places. Exit code 3: there is one of that name there already.
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
    /// What it is under [default: it stands at the top]
    #[arg(long, value_name = "PATH")]
    parent: Option<String>,
}

/// Put a department, with all under it, under another one
///
/// Rights move with it at once: whoever looks after the one that it leaves no longer reaches it, and whoever looks
/// after the other one does. Exit code 3: it can't stand there; 5: there is no such department.
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
    /// Which department
    #[arg(value_name = "PATH")]
    department: String,
    /// What it is under then
    #[arg(long, value_name = "PATH")]
    to: Option<String>,
    /// It stands at the top then
    #[arg(long)]
    to_top: bool,
}

/// Give a department another name
#[derive(Args)]
#[command(after_help = "\
Example:
  vestibulectl department rename Science/Physics \"Physics and astronomy\"

JSON: {\"id\",\"name\",\"path\"}")]
pub struct Rename {
    /// Which department
    #[arg(value_name = "PATH")]
    department: String,
    /// Its name then, without a slash
    #[arg(value_name = "NAME")]
    name: String,
}

/// Makes, lists, moves or renames.
pub async fn run(entry: &Entry, command: DepartmentCommand) -> Result<Answer, Failure> {
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
