//! First start, opening the file, and faults of the page.

use super::Caller;
use crate::{asking, log, pool, window};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tauri::{Env, Manager, Runtime};
use vestibule_wire::{
    AnswerCloseRequest, AppStateView, CreateOrganisationRequest, ErrorCode, ErrorView, FaultRequest, OpenFileRequest,
    RecoveryKeyView,
};

/// The stage that the page shows. Never fails: a faulty file is a stage too.
pub async fn app_state<R: Runtime>(caller: Caller<R>, (): ()) -> Result<AppStateView, ErrorView> {
    let state = caller.seat.app_state().await;
    pool::register(&caller.app).await;
    window::show(&caller.app);
    Ok(state)
}

/// First start.
pub async fn create_organisation<R: Runtime>(
    caller: Caller<R>,
    request: CreateOrganisationRequest,
) -> Result<RecoveryKeyView, ErrorView> {
    let key = caller.seat.create_organisation(request).await;
    pool::register(&caller.app).await;
    Ok(key?)
}

/// Starts the program a second time, with sample data. Only at first start: later, people start the program with
/// `--sample`.
pub async fn open_sample<R: Runtime>(caller: Caller<R>, (): ()) -> Result<(), ErrorView> {
    caller.seat.expect_first_start()?;
    let sample = caller.app.state::<SampleWindow>().inner().clone();
    let Some(ready) = sample.open(&caller.app.env()).map_err(|error| SampleWindow::failed(&error.to_string()))? else {
        return Ok(());
    };
    let ready = tauri::async_runtime::spawn_blocking(move || ready.recv()).await;
    if matches!(ready, Ok(Ok(()))) { Ok(()) } else { Err(SampleWindow::failed("it ended at once")) }
}

/// The sample-data program, if this one has started it: one at a time.
#[derive(Clone, Default)]
pub struct SampleWindow(Arc<Mutex<Option<Child>>>);

impl SampleWindow {
    /// Starts it. The receiver gets a message once its data is made and its window opens; None: it runs already.
    fn open(&self, env: &Env) -> std::io::Result<Option<Receiver<()>>> {
        let mut started = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if started.as_mut().is_some_and(|child| matches!(child.try_wait(), Ok(None))) {
            return Ok(None);
        }
        let mut program = Command::new(tauri::process::current_binary(env)?);
        let mut child = program.arg("--sample").stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let (tell, ready) = channel();
        if let Some(output) = child.stdout.take() {
            // Runs as long as that program, and passes its output on to this program's terminal.
            std::thread::spawn(move || {
                for line in BufReader::new(output).lines().map_while(Result::ok) {
                    let _gone = writeln!(std::io::stdout(), "{line}");
                    let _not_waited_for = tell.send(());
                }
            });
        }
        *started = Some(child);
        Ok(Some(ready))
    }

    fn failed(why: &str) -> ErrorView {
        tracing::error!(why, "the window with sample data did not start");
        ErrorView::new(ErrorCode::Fault, format!("The window with sample data did not start: {why}."))
    }
}

/// Opens a locked file with a passphrase or recovery key.
pub async fn open_file<R: Runtime>(caller: Caller<R>, request: OpenFileRequest) -> Result<AppStateView, ErrorView> {
    caller.seat.open_file(request).await?;
    pool::register(&caller.app).await;
    Ok(caller.seat.app_state().await)
}

/// Takes the page's answer when its window should close.
pub async fn answer_close<R: Runtime>(caller: Caller<R>, request: AnswerCloseRequest) -> Result<(), ErrorView> {
    asking::finish_closing(&caller.app, request.close);
    Ok(())
}

/// Logs a fault of the page.
pub async fn report_fault<R: Runtime>(caller: Caller<R>, request: FaultRequest) -> Result<(), ErrorView> {
    if caller.app.state::<FaultGate>().passes(Instant::now()) {
        let what = log::tidy(&request.message);
        tracing::error!(what, "fault of the page");
    }
    Ok(())
}

/// Lets ten faults a minute into the log, so that a page in a loop doesn't fill the disk.
#[derive(Default)]
pub struct FaultGate(Mutex<Option<(Instant, u32)>>);

impl FaultGate {
    const A_MINUTE: u32 = 10;

    fn passes(&self, now: Instant) -> bool {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, count) =
            seen.filter(|(since, _)| now.duration_since(*since) < Duration::from_secs(60)).unwrap_or((now, 0));
        *seen = Some((since, count + 1));
        count < Self::A_MINUTE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_faults_a_minute_are_noted_and_no_more() {
        let (gate, start) = (FaultGate::default(), Instant::now());
        assert_eq!((0..100).filter(|_| gate.passes(start)).count(), 10);
        assert!(!gate.passes(start + Duration::from_secs(59)));
        assert!(gate.passes(start + Duration::from_secs(60)));
    }
}
