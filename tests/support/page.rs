//! Queries to the page, answered by page.js through the driver. Keeps out the application's elements and what a test
//! expects.

use fantoccini::Client;
use serde_json::Value;
use std::time::Duration;

/// The script that answers.
const SCRIPT: &str = include_str!("page.js");

/// A page answers in milliseconds, on a busy machine in a second or two; never if its program has ended.
const LIMIT: Duration = Duration::from_secs(15);

/// Queries the page. None: it cannot answer now (it is loading, or there is no value).
pub async fn ask(client: &Client, question: &str, values: &[&str]) -> Option<Value> {
    let mut all = vec![Value::from(question)];
    all.extend(values.iter().map(|value| Value::from(*value)));
    let answer = tokio::time::timeout(LIMIT, client.execute(SCRIPT, all)).await.ok()?;
    answer.ok().filter(|answer| !answer.is_null())
}

/// Waits for two frames: by then earlier changes are on the screen.
pub async fn drawn(client: &Client) -> Option<()> {
    let frames = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
    tokio::time::timeout(LIMIT, client.execute_async(frames, Vec::new())).await.ok()?.ok().map(drop)
}

/// A query with a text as answer.
pub async fn text(client: &Client, question: &str, values: &[&str]) -> Option<String> {
    ask(client, question, values).await?.as_str().map(str::to_owned)
}

/// A yes-or-no query.
pub async fn is(client: &Client, question: &str, values: &[&str]) -> Option<bool> {
    ask(client, question, values).await?.as_bool()
}

/// A query with a list of sentences as answer.
pub async fn list(client: &Client, question: &str) -> Option<Vec<String>> {
    serde_json::from_value(ask(client, question, &[]).await?).ok()
}

/// The CSS selector of test ids: `row-1 row-menu` is the menu within the first row.
pub fn selector(hooks: &str) -> String {
    let named = hooks.split_whitespace().map(|hook| format!(r#"[data-test="{hook}"]"#));
    named.collect::<Vec<_>>().join(" ")
}
