//! Prints invitations and makes pictures: QR codes, cards, posters. Only for those who may copy them; logged in each
//! history.

use crate::error::{InvitationError, OrganisationError};
use crate::export::NewFile;
use crate::import::LocalTimeOf;
use crate::invitations::{chosen, reachable};
use crate::jobs::Job;
use crate::seat::Seat;
use crate::{DeskError, FieldFault};
use chrono::{Datelike, Timelike};
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use vestibule_domain::limit::MOST_PRINTED;
use vestibule_domain::{Actor, CopiedForm, Event, Fact, InvitationId, Moment, ShownHow, Status, status};
use vestibule_paper::{Card, Layout, Paper, PrintJob, PrintWords, Qr, pdf};
use vestibule_store::InvitationRow;
use vestibule_wire::command::Command;
use vestibule_wire::{
    InvitationRequest, JobResult, JobView, PictureForm, PrintLayout, PrintPaper, PrintRequest, PrintWordsView, QrView,
    command,
};

/// Rows read at a time, and invitations per event.
const STEP: usize = 500;
/// Pixels per module: some 300 for a link, sharp on screen and paper.
const PIXELS: u32 = 8;
/// Width of the quiet zone in modules (ISO/IEC 18004).
const QUIET: u32 = 4;

/// A square picture.
pub struct Pixels {
    /// Width and height, in pixels.
    pub width: u32,
    /// Row by row from the top left, four bytes per pixel: red, green, blue, opacity.
    pub rgba: Vec<u8>,
}

impl Seat {
    /// The QR code of an invitation's link, as modules to display.
    pub async fn show_qr(&self, request: InvitationRequest) -> Result<QrView, DeskError> {
        let qr = self.qr::<command::ShowQr>(request, |id| shown(vec![id], ShownHow::Screen)).await?;
        let size = qr.size();
        let dark = |at: u32| if qr.is_dark(at % size, at / size) { '1' } else { '0' };
        Ok(QrView { size, modules: (0..size * size).map(dark).collect() })
    }

    /// The QR code as pixels, for the clipboard.
    pub async fn copy_qr(&self, request: InvitationRequest) -> Result<Pixels, DeskError> {
        let copied = |invitation| Event::InvitationCopied { invitation, link: false, form: Some(CopiedForm::Picture) };
        let qr = self.qr::<command::CopyQr>(request, copied).await?;
        let width = (qr.size() + 2 * QUIET) * PIXELS;
        let dark = |x: u32, y: u32| {
            let module = |at: u32| (at / PIXELS).checked_sub(QUIET).filter(|at| *at < qr.size());
            module(x).zip(module(y)).is_some_and(|(x, y)| qr.is_dark(x, y))
        };
        let grey = |at: u32| if dark(at % width, at / width) { 0 } else { 255 };
        let rgba = (0..width * width).flat_map(|at| [grey(at), grey(at), grey(at), 255]).collect();
        Ok(Pixels { width, rgba })
    }

    /// Saves the QR code as a picture at `path`.
    pub async fn save_qr(&self, request: InvitationRequest, form: PictureForm, path: &Path) -> Result<(), DeskError> {
        let mut file = NewFile::beside(&self.desk, path)?;
        let qr = self.qr::<command::SaveQr>(request, |id| shown(vec![id], ShownHow::File)).await?;
        let bytes = match form {
            PictureForm::Png => qr.png(PIXELS),
            PictureForm::Svg => qr.svg().into_bytes(),
        };
        file.write_all(&bytes).map_err(|error| DeskError::file(path, &error))?;
        file.put(path)
    }

    /// Logged in the history before it is returned.
    async fn qr<C: Command>(
        &self,
        request: InvitationRequest,
        event: impl FnOnce(InvitationId) -> Event,
    ) -> Result<Qr, DeskError> {
        let who = self.permit::<C>().await?;
        let store = self.desk.store().await?;
        let mut tx = store.begin_read().await?;
        let row = reachable(&mut tx, &who.standing, &request.invitation).await?;
        let join = tx.organisation().await?.and_then(|row| row.join_address);
        drop(tx);
        let code = row.code.as_ref().ok_or(InvitationError::CodeNotHere)?;
        let qr = Qr::encode(&code.link(join.as_deref()))?;
        self.desk.record(&store, Actor::Account(who.standing.account), event(row.invitation.id)).await?;
        Ok(qr)
    }

    /// Saves cards or posters of a selection's active invitations as a PDF at `path`.
    pub async fn print(&self, request: PrintRequest, zone: LocalTimeOf, path: PathBuf) -> Result<JobView, DeskError> {
        let who = self.permit::<command::PrintInvitations>().await?;
        let seat = self.clone();
        let work = move |job: Arc<Job>| async move { seat.print_all(request, zone, &path, job).await };
        Ok(self.start(who.standing.account, work))
    }

    async fn print_all(
        &self,
        request: PrintRequest,
        zone: LocalTimeOf,
        path: &Path,
        job: Arc<Job>,
    ) -> Result<JobResult, DeskError> {
        self.still_begun_by(&job)?;
        let who = self.permit::<command::PrintInvitations>().await?;
        job.still_of(&who)?;
        let scope = self.scope_of::<command::PrintInvitations>(&who).await?;
        let store = self.desk.store().await?;
        let now = self.desk.ports().now();
        let mut tx = store.look_at(now).await?;
        let found = chosen(&mut tx, &request.selection, scope.as_ref(), now).await?.find(&mut tx).await?;
        let organisation = tx.organisation().await?.ok_or(OrganisationError::Missing)?;
        let logo = tx.logo_file().await?.map(|row| row.file);
        let active = tx.summary(&found).await?.for_status(Status::Active).rows;
        if active > MOST_PRINTED.into() {
            return Err(DeskError::Field { field: "selection", fault: FieldFault::Count { max: MOST_PRINTED } });
        }
        job.expect(active);
        let (mut cards, mut ids) = (Vec::new(), Vec::new());
        for from in (0..found.len()).step_by(STEP) {
            for row in tx.rows(&found, from, STEP).await? {
                if status(&row.invitation, now) == Status::Active {
                    cards.push(card(&row, organisation.join_address.as_deref(), &request.words, &zone)?);
                    ids.push(row.invitation.id);
                }
            }
            job.step(0)?;
        }
        drop(tx);
        let printed = cards.len() as u64;
        let run = print_job(request, organisation.name, logo);
        let drawn = tokio::task::spawn_blocking(move || {
            pdf(&run, cards, &mut |_| match job.step(1) {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            })
        });
        let drawn = drawn.await.map_err(|_| DeskError::Fault("printing"))??;
        let mut file = NewFile::beside(&self.desk, path)?;
        file.write_all(&drawn.pdf).map_err(|error| DeskError::file(path, &error))?;
        // Logged before the file is moved into place: no printed cards without an entry in the trail.
        let facts: Vec<Fact> = ids.chunks(STEP).map(|ids| shown(ids.to_vec(), ShownHow::Print).into()).collect();
        self.desk.transaction(&store, Actor::Account(who.standing.account)).await?.commit_facts(&facts, ()).await?;
        file.put(path)?;
        let path = path.display().to_string();
        Ok(JobResult::Printed { invitations: printed, path, left_out: drawn.left_out })
    }
}

fn shown(invitations: Vec<InvitationId>, how: ShownHow) -> Event {
    Event::InvitationsShown { invitations, how }
}

fn card(
    row: &InvitationRow,
    join: Option<&str>,
    words: &PrintWordsView,
    zone: &LocalTimeOf,
) -> Result<Card, DeskError> {
    let it = &row.invitation;
    let code = row.code.as_ref().ok_or(InvitationError::CodeNotHere)?;
    Ok(Card {
        code: code.grouped(),
        link: code.link(join),
        role: row.role.name.clone(),
        department: row.department.clone(),
        expires: it.expiry.at().map_or_else(|| words.never.clone(), |at| local(at, words, zone)),
        label: it.label.as_ref().map(|label| label.as_str().to_owned()),
        for_many: it.usage_limit.get() > 1,
    })
}

/// A local time in the pattern of the printed language.
fn local(at: Moment, words: &PrintWordsView, zone: &LocalTimeOf) -> String {
    let at = zone(at);
    let month = words.months.get(at.month0() as usize).cloned().unwrap_or_else(|| at.month().to_string());
    words
        .time
        .replace("{day}", &at.day().to_string())
        .replace("{month}", &month)
        .replace("{year}", &at.year().to_string())
        .replace("{hour}", &format!("{:02}", at.hour()))
        .replace("{minute}", &format!("{:02}", at.minute()))
}

fn print_job(request: PrintRequest, organisation: String, logo: Option<Vec<u8>>) -> PrintJob {
    let words = request.words;
    PrintJob {
        layout: match request.layout {
            PrintLayout::Eight => Layout::EightCards,
            PrintLayout::Ten => Layout::TenCards,
            PrintLayout::Poster => Layout::Poster,
        },
        paper: match request.paper {
            PrintPaper::A4 => Paper::A4,
            PrintPaper::Letter => Paper::Letter,
        },
        organisation,
        logo,
        words: PrintWords {
            language: words.language,
            title: words.title,
            role: words.role,
            department: words.department,
            expires: words.expires,
            label: words.label,
            how: words.how,
            steps: words.steps,
            footer: words.footer,
            footer_many: words.footer_many,
        },
    }
}
