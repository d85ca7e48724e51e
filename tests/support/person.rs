//! What people do in several steps, and who they are. Every step is one that a person takes in the window; elements
//! are found by test ids, not by words, so that it works in every language.

use super::{Window, page, until};

/// A person with an account, or about to join.
pub struct Person {
    pub name: &'static str,
    pub email: &'static str,
    pub username: &'static str,
    pub password: &'static str,
}

/// The first administrator.
pub const AMARA: Person = Person {
    name: "Amara Osei",
    email: "amara@fernhill.example",
    username: "amara",
    password: "sunlit-harbour-42-otter",
};
/// A newcomer.
pub const NOOR: Person = Person {
    name: "Noor Haddad",
    email: "noor.haddad@post.example",
    username: "noor",
    password: "quiet-lantern-77-maple",
};
/// A newcomer who becomes a manager.
pub const JONAS: Person = Person {
    name: "Jonas Lindqvist",
    email: "jonas@mail.example",
    username: "jonas",
    password: "granite-violin-19-ferry",
};

/// The organisation's name in these tests.
pub const ORGANISATION: &str = "Fernhill College";
/// The file's passphrase, where it has one.
pub const PASSPHRASE: &str = "a lighthouse of seven owls";

/// The values for a new invitation. Those left out keep the form's default.
#[derive(Default)]
pub struct Wanted {
    pub email: Option<&'static str>,
    pub role: Option<&'static str>,
    pub department: Option<&'static str>,
    pub uses: Option<&'static str>,
    pub label: Option<&'static str>,
}

impl Window {
    /// First start, from the first page to the sign-in page. Returns the lines of the recovery key.
    pub async fn found_organisation(&self) -> String {
        self.name_organisation().await;
        self.click("first-create").await;
        self.keep_recovery_key().await
    }

    /// Like [`Self::found_organisation`], with a passphrase for the file.
    pub async fn found_organisation_with_passphrase(&self) -> String {
        self.name_organisation().await;
        self.type_into("first-passphrase", PASSPHRASE).await;
        self.type_into("first-passphrase-again", PASSPHRASE).await;
        self.click("first-create").await;
        self.keep_recovery_key().await
    }

    /// First start, up to the filled form of the administrator.
    pub async fn name_organisation(&self) {
        self.click("first-begin").await;
        self.type_into("first-organisation", ORGANISATION).await;
        self.click("first-continue").await;
        self.type_into("first-name", AMARA.name).await;
        self.type_into("first-email", AMARA.email).await;
        self.type_into("first-username", AMARA.username).await;
        self.type_into("first-password", AMARA.password).await;
        self.type_into("first-password-again", AMARA.password).await;
    }

    async fn keep_recovery_key(&self) -> String {
        let key = self.written_down().await;
        self.click("recovery-kept").await;
        self.click("first-continue").await;
        self.see_test("first-ready").await;
        self.click("first-finish").await;
        self.see_test("sign-in-submit").await;
        key
    }

    /// The recovery key as a person writes it down: the lines without their numbers.
    pub async fn written_down(&self) -> String {
        let numbered = self.words_of("recovery-key").await;
        numbered.split(' ').filter(|word| word.len() > 1).collect::<Vec<_>>().join("\n")
    }

    /// Types name and password, and presses the button.
    pub async fn try_to_sign_in(&self, username: &str, password: &str) {
        self.type_into("sign-in-username", username).await;
        self.type_into("sign-in-password", password).await;
        self.click("sign-in-submit").await;
    }

    /// Signs in, and waits for the person's name in the corner.
    pub async fn sign_in(&self, person: &Person) {
        self.try_to_sign_in(person.username, person.password).await;
        self.see_signed_in(person).await;
    }

    /// Signs in with "keep me signed in".
    pub async fn sign_in_for_good(&self, person: &Person) {
        self.click("sign-in-keep").await;
        self.sign_in(person).await;
    }

    /// Waits until that person is signed in.
    pub async fn see_signed_in(&self, person: &Person) {
        self.words_where("me-name", person.name, |name| name == person.name).await;
    }

    /// Signs out, and waits for the sign-in page.
    pub async fn sign_out(&self) {
        self.click("sign-out").await;
        self.see_test("sign-in-submit").await;
    }

    /// Starts with the sample data, signed in as its administrator.
    pub async fn open_sample(&mut self) {
        self.open_with(&["--sample"]).await;
        self.sign_in_to_sample().await;
    }

    /// Signs in to the open sample data, as its administrator.
    pub async fn sign_in_to_sample(&self) {
        self.click("sign-in-samples sign-in-sample-amara").await;
        self.click("sign-in-submit").await;
        self.see_test("row-0").await;
    }

    /// Filters by a counter, and waits until the list is as long as the counter says. (Both are read again each time:
    /// an invitation created a moment ago may not be counted yet.)
    pub async fn narrow_to(&self, counter: &str) {
        self.click(counter).await;
        let words = async |hook| page::text(self.client(), "wordsOf", &[&page::selector(hook)]).await;
        let is_narrow = async || {
            let (counted, listed) = (words(counter).await?, words("pager-range").await?);
            (listed.split_whitespace().last()? == counted.split_whitespace().last()?).then_some(())
        };
        if until(is_narrow).await.is_none() {
            self.fail(&format!("the list does not become as long as {counter} says")).await;
        }
    }

    /// Waits for the list, with or without rows. (While it loads, elements around it move.)
    pub async fn see_list(&self) {
        let is_there = async || (self.shows("row-0").await || self.shows("empty").await).then_some(());
        if until(is_there).await.is_none() {
            self.fail("there is no list").await;
        }
    }

    /// Creates an invitation, and reads its code in the dialog, which stays open.
    pub async fn create(&self, wanted: Wanted) -> String {
        self.see_list().await;
        self.click("create-invitation").await;
        match wanted.email {
            Some(email) => self.type_into("create-email", email).await,
            None => self.click("create-bound-anyone").await,
        }
        if let Some(role) = wanted.role {
            self.choose("create-role", role).await;
        }
        if let Some(department) = wanted.department {
            self.type_into("create-department", department).await;
            self.press("Tab").await; // accepts the text, and closes the list of suggestions
        }
        if let Some(uses) = wanted.uses {
            self.type_into("create-limit", uses).await;
        }
        if let Some(label) = wanted.label {
            self.type_into("create-label", label).await;
        }
        self.click("create-submit").await;
        self.words_of("result-code").await.replace(' ', "-")
    }

    /// Creates an invitation and returns to the list, which is sorted by age and shows it.
    pub async fn create_and_close(&self, wanted: Wanted) -> String {
        let code = self.create(wanted).await;
        self.click("result-done").await;
        self.not_see_test("result-code").await;
        // The counters are updated together with its row.
        self.words_where("row-0 code", &code, |shown| shown == code).await;
        code
    }

    /// Opens a list and takes the choice with these words.
    pub async fn choose(&self, hook: &str, words: &str) {
        self.click(hook).await;
        self.click_option(words).await;
        self.words_where(hook, words, |chosen| chosen.contains(words)).await;
    }

    /// From the sign-in page: "I have a code", then the code.
    pub async fn enter_code(&self, code: &str) {
        self.click("i-have-a-code").await;
        self.try_code(code).await;
    }

    /// Types a code into the open field, and goes on.
    pub async fn try_code(&self, code: &str) {
        self.type_into("join-code", code).await;
        self.click("join-continue").await;
    }

    /// Fills the form of a newcomer, up to the button.
    pub async fn fill_in(&self, person: &Person) {
        self.type_into("join-name", person.name).await;
        self.type_into("join-email", person.email).await;
        self.type_into("join-username", person.username).await;
        self.type_into("join-password", person.password).await;
    }

    /// Joins with a code, from the sign-in page and back to it.
    pub async fn join(&self, code: &str, person: &Person) {
        self.enter_code(code).await;
        self.fill_in(person).await;
        self.click("join-submit").await;
        self.click("joined-sign-in").await;
        self.see_test("sign-in-submit").await;
    }
}
