//! `doctor`: checks folder, key, file and trail, and reports on each. Changes nothing except what opening the file
//! changes.

use crate::keyfile::KeyFile;
use crate::seat::Seat;
use crate::{DeskError, KeychainChoice};
use vestibule_store::Store;
use vestibule_wire::{AuditVerifyView, CheckView, ClockDoubtView, DoctorView, ErrorView, VerifyAuditRequest};

impl Seat {
    /// Runs all checks. Takes time in proportion to the file.
    pub async fn doctor(&self) -> DoctorView {
        let mut checks = vec![self.check_folder(), self.check_key_file(), self.check_keychain().await];
        match self.desk.store().await {
            Ok(store) => checks.extend(self.check_store(&store).await),
            Err(error) => checks.push(bad("data file", error)),
        }
        DoctorView { ok: checks.iter().all(|check| check.ok), checks }
    }

    fn check_folder(&self) -> CheckView {
        let folder = self.desk.folder();
        match std::fs::metadata(folder) {
            Ok(about) if about.is_dir() => good("data folder", folder.display().to_string()),
            Ok(_) => check("data folder", false, format!("{} is not a folder", folder.display())),
            Err(error) => bad("data folder", DeskError::folder(folder, &error)),
        }
    }

    fn check_key_file(&self) -> CheckView {
        match KeyFile::load(self.desk.folder()) {
            Ok(Some(about)) => good("key file", format!("the key comes from the {}", source(&about))),
            Ok(None) => check(
                "key file",
                false,
                "vestibule.json is missing; the recovery key opens the file without it".to_owned(),
            ),
            Err(error) => bad("key file", error),
        }
    }

    async fn check_keychain(&self) -> CheckView {
        if self.desk.ports().keychain == KeychainChoice::None {
            return good("keychain", "not used here".to_owned());
        }
        match self.desk.keychain().check().await {
            Ok(()) => good("keychain", "answers".to_owned()),
            Err(error) => bad("keychain", error.into()),
        }
    }

    async fn check_clock(&self) -> CheckView {
        match self.clock().await {
            Ok(doubt) => clock_check(doubt.as_ref()),
            Err(error) => bad("clock", error),
        }
    }

    async fn check_store(&self, store: &Store) -> Vec<CheckView> {
        let pages = match store.check_pages().await {
            Ok(problems) if problems.is_empty() => good("data file", "every page is sound and authentic".to_owned()),
            Ok(problems) => {
                check("data file", false, format!("damaged; restore it from a backup: {}", problems.join("; ")))
            }
            Err(error) => bad("data file", error.into()),
        };
        let mut checks = vec![pages, self.check_clock().await];
        match self.verify_audit(VerifyAuditRequest::default()).await {
            Ok(trail) => {
                checks.push(trail_check(&trail));
                checks.push(counts_check(&trail));
            }
            Err(error) => checks.push(bad("audit trail", error)),
        }
        checks
    }
}

fn clock_check(doubt: Option<&ClockDoubtView>) -> CheckView {
    match doubt {
        None => good("clock", "goes on from the last event".to_owned()),
        Some(doubt) => check("clock", false, crate::time::sentence(doubt)),
    }
}

fn trail_check(trail: &AuditVerifyView) -> CheckView {
    match &trail.problem {
        None => good(
            "audit trail",
            format!("{} events, linked without a break; the tables say what they give", trail.events),
        ),
        Some(problem) => {
            let place = trail.breaks_at.map(|seq| format!("breaks at event {seq}: ")).unwrap_or_default();
            check("audit trail", false, format!("{place}{problem}"))
        }
    }
}

fn counts_check(trail: &AuditVerifyView) -> CheckView {
    if trail.counts.is_empty() {
        return good("counts", "lists count right".to_owned());
    }
    let which = trail.counts.join(", ");
    check("counts", false, format!("{which}: lists count wrongly; `vestibulectl doctor --rebuild-counts` counts anew"))
}

fn source(about: &KeyFile) -> &'static str {
    match about.key {
        crate::keyfile::KeySource::Keychain => "keychain",
        crate::keyfile::KeySource::Passphrase { .. } => "passphrase",
    }
}

fn check(name: &str, ok: bool, detail: String) -> CheckView {
    CheckView { name: name.to_owned(), ok, detail }
}

fn good(name: &str, detail: String) -> CheckView {
    check(name, true, detail)
}

fn bad(name: &str, error: DeskError) -> CheckView {
    check(name, false, ErrorView::from(error).message)
}
