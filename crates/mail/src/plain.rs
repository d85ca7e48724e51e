//! The form of a message without HTML: everything it says, for mail programs and people who want it plain. Keeps out
//! what may be said (`content`).

use crate::content::Content;

/// All of it. The content is clean already.
pub fn plain(content: &Content) -> String {
    let mut parts = vec![content.heading.clone()];
    parts.extend(content.paragraphs.iter().cloned());
    parts.extend(code_and_link(content));
    let facts = content.facts.iter().map(|fact| match fact.label.as_str() {
        "" => fact.value.clone(),
        label => format!("{label}: {}", fact.value),
    });
    parts.push(facts.collect::<Vec<_>>().join("\n"));
    let steps = content.steps.iter().enumerate().map(|(place, step)| format!("{}. {step}", place + 1));
    parts.push(steps.collect::<Vec<_>>().join("\n"));
    if !content.footer.is_empty() {
        // The mark by which mail programs know where a message ends and small print begins (RFC 3676, 4.3).
        parts.push(format!("-- \n{}", content.footer));
    }
    joined(parts)
}

/// What must reach the person: the code and the link, without the words beside it.
pub fn essential(content: &Content) -> String {
    joined(code(content).into_iter().chain(content.link.as_ref().map(|link| link.url().to_owned())).collect())
}

/// Code and link stand on lines of their own, so that each can be selected and does not run into text of another
/// direction.
fn code_and_link(content: &Content) -> Vec<String> {
    let link = content.link.as_ref().map(|link| match link.text() {
        "" => link.url().to_owned(),
        text => format!("{text}:\n{}", link.url()),
    });
    code(content).into_iter().chain(link).collect()
}

fn code(content: &Content) -> Option<String> {
    content.code.as_ref().map(|code| format!("    {code}"))
}

fn joined(parts: Vec<String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n\n") + "\n"
}
