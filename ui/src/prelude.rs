//! Imports for every page: Dioxus, with its hooks compiled once per type instead of once per closure, which saved a
//! twentieth of the pages' size. Keeps out what the hooks do: see Dioxus.

use std::future::Future;
use std::pin::Pin;

pub use dioxus::prelude::*;

/// A value for the component's lifetime, made by `first`.
pub fn use_hook<T: Clone + 'static>(first: impl FnOnce() -> T) -> T {
    let mut first = Some(first);
    hook(&mut || first.take().expect("a hook is filled once")())
}

#[inline(never)]
fn hook<T: Clone + 'static>(first: &mut dyn FnMut() -> T) -> T {
    dioxus::prelude::use_hook(first)
}

/// A value that redraws its readers when it changes.
pub fn use_signal<T: 'static>(first: impl FnOnce() -> T) -> Signal<T> {
    let mut first = Some(first);
    signal(&mut || first.take().expect("a signal is filled once")())
}

#[inline(never)]
fn signal<T: 'static>(first: &mut dyn FnMut() -> T) -> Signal<T> {
    dioxus::prelude::use_signal(first)
}

/// A callback with a stable identity, whatever closure it runs.
pub fn use_callback<T: 'static, O: 'static>(does: impl FnMut(T) -> O + 'static) -> Callback<T, O> {
    callback(Box::new(does))
}

#[inline(never)]
fn callback<T: 'static, O: 'static>(does: Box<dyn FnMut(T) -> O>) -> Callback<T, O> {
    dioxus::prelude::use_callback(does)
}

/// Runs after drawing, and again when a signal it read has changed.
pub fn use_effect(does: impl FnMut() + 'static) {
    effect(Box::new(does));
}

#[inline(never)]
fn effect(does: Box<dyn FnMut()>) {
    dioxus::prelude::use_effect(does);
}

/// A value computed from signals, again when they change.
pub fn use_memo<T: PartialEq + 'static>(works_out: impl FnMut() -> T + 'static) -> Memo<T> {
    memo(Box::new(works_out))
}

#[inline(never)]
fn memo<T: PartialEq + 'static>(works_out: Box<dyn FnMut() -> T>) -> Memo<T> {
    dioxus::prelude::use_memo(works_out)
}

/// Runs a future until the component is unmounted.
pub fn use_future<F: Future<Output = ()> + 'static>(mut runs: impl FnMut() -> F + 'static) {
    future(Box::new(move || Box::pin(runs())));
}

#[inline(never)]
fn future(runs: Box<dyn FnMut() -> Pin<Box<dyn Future<Output = ()>>>>) {
    dioxus::prelude::use_future(runs);
}

/// A value for all components below.
pub fn use_context_provider<T: Clone + 'static>(first: impl FnOnce() -> T) -> T {
    let mut first = Some(first);
    context_provider(&mut || first.take().expect("a context is filled once")())
}

#[inline(never)]
fn context_provider<T: Clone + 'static>(first: &mut dyn FnMut() -> T) -> T {
    dioxus::prelude::use_context_provider(first)
}
