//! Questions to the page, asked through the driver by page.js. Knows neither the application's elements nor what a test
//! expects.

use fantoccini::Client;
use serde_json::Value;
use std::time::Duration;

/// The script that answers.
const SCRIPT: &str = include_str!("page.js");

/// A page answers in milliseconds, on a busy machine in a second or two; one whose program has ended never does.
const LIMIT: Duration = Duration::from_secs(15);

/// Ask the page. None: it cannot answer now (it is loading, or there is nothing to tell).
pub async fn ask(client: &Client, question: &str, values: &[&str]) -> Option<Value> {
    let mut all = vec![Value::from(question)];
    all.extend(values.iter().map(|value| Value::from(*value)));
    let answer = tokio::time::timeout(LIMIT, client.execute(SCRIPT, all)).await.ok()?;
    answer.ok().filter(|answer| !answer.is_null())
}

/// Wait for two frames: what was changed before stands on the screen then.
pub async fn drawn(client: &Client) -> Option<()> {
    let frames = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
    tokio::time::timeout(LIMIT, client.execute_async(frames, Vec::new())).await.ok()?.ok().map(drop)
}

/// A question whose answer is text.
pub async fn text(client: &Client, question: &str, values: &[&str]) -> Option<String> {
    ask(client, question, values).await?.as_str().map(str::to_owned)
}

/// A question whose answer is yes or no.
pub async fn is(client: &Client, question: &str, values: &[&str]) -> Option<bool> {
    ask(client, question, values).await?.as_bool()
}

/// A question whose answer is a list of sentences.
pub async fn list(client: &Client, question: &str) -> Option<Vec<String>> {
    serde_json::from_value(ask(client, question, &[]).await?).ok()
}

/// The CSS selector of hooks: `row-1 row-menu` is the menu within the first row.
pub fn selector(hooks: &str) -> String {
    let named = hooks.split_whitespace().map(|hook| format!(r#"[data-test="{hook}"]"#));
    named.collect::<Vec<_>>().join(" ")
}
