#![no_main]
//! Invite links as pasted and opened, and join addresses as set. Keeps out what a code is.

use libfuzzer_sys::fuzz_target;
use vestibule_domain::{Code, CodeLength, JoinAddress};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(code) = Code::parse_or_link(&text) {
        leads_back(&code, None);
    }
    if let (Ok(address), Ok(code)) =
        (JoinAddress::parse(&text), Code::generate(CodeLength::Sixteen, &[7, 21, 30, 4].repeat(14)))
    {
        assert!(JoinAddress::parse(address.as_str()).is_ok_and(|again| again == address), "{address:?}");
        leads_back(&code, Some(address.as_str()));
    }
});

/// The link made from a code is read as that code.
fn leads_back(code: &Code, address: Option<&str>) {
    let link = code.link(address);
    for link in [format!(" {link}/\n"), format!("{link}?from=mail#top"), link] {
        assert!(Code::parse_or_link(&link).is_ok_and(|read| read == *code), "{link}");
    }
}
