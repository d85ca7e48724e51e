//! Each person's window preferences on this device, by account id. Keeps out what they mean, and anything secret: they
//! are plain text in the web view's storage.

#[cfg(target_arch = "wasm32")]
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// The longest text that is read back: a longer one was not written here.
const LONGEST: usize = 1_000;

fn key(account: &str, name: &str) -> String {
    format!("{name}:{account}")
}

/// As last written; None: never written, storage is off, or the text is too long.
pub fn load(account: &str, name: &str) -> Option<String> {
    place::load(&key(account, name)).filter(|text| text.len() <= LONGEST)
}

/// Stores it. Where storage is full or off, it lasts for this run only.
pub fn save(account: &str, name: &str, text: &str) {
    place::save(&key(account, name), text);
}

/// The preference of this device, whoever is signed in.
pub fn read_for_all(name: &str) -> Option<String> {
    place::load(name).filter(|text| text.len() <= LONGEST)
}

/// Stores a preference of this device, whoever is signed in.
pub fn write_for_all(name: &str, text: &str) {
    place::save(name, text);
}

#[cfg(target_arch = "wasm32")]
mod place {
    use super::storage;

    pub fn load(key: &str) -> Option<String> {
        storage()?.get_item(key).ok().flatten()
    }

    pub fn save(key: &str, text: &str) {
        if let Some(storage) = storage() {
            let _not_remembered = storage.set_item(key, text);
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod place {
    use std::cell::RefCell;
    use std::collections::HashMap;

    thread_local! {
        static KEPT: RefCell<HashMap<String, String>> = RefCell::default();
    }

    pub fn load(key: &str) -> Option<String> {
        KEPT.with(|kept| kept.borrow().get(key).cloned())
    }

    pub fn save(key: &str, text: &str) {
        KEPT.with(|kept| kept.borrow_mut().insert(key.to_owned(), text.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_person_likes_is_not_the_next_ones() {
        save("a-1", "mask", "1");
        assert_eq!(load("a-1", "mask").as_deref(), Some("1"));
        assert_eq!(load("a-2", "mask"), None);
    }

    #[test]
    fn what_is_far_too_long_is_none_of_ours() {
        save("a-1", "columns", &"x".repeat(LONGEST + 1));
        assert_eq!(load("a-1", "columns"), None);
    }
}
