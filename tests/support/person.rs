//! What people do in several steps, and who they are. Every step is one that a person takes in the window; they find
//! their way by the hooks, not by words, so that they do it in every language.

use super::{Window, page, until};

/// Somebody with an account, or on the way to one.
pub struct Person {
    pub name: &'static str,
    pub email: &'static str,
    pub username: &'static str,
    pub password: &'static str,
}

/// Sets the organisation up.
pub const AMARA: Person = Person {
    name: "Amara Osei",
    email: "amara@fernhill.example",
    username: "amara",
    password: "sunlit-harbour-42-otter",
};
/// Is invited.
pub const NOOR: Person = Person {
    name: "Noor Haddad",
    email: "noor.haddad@post.example",
    username: "noor",
    password: "quiet-lantern-77-maple",
};
/// Becomes a manager.
pub const JONAS: Person = Person {
    name: "Jonas Lindqvist",
    email: "jonas@mail.example",
    username: "jonas",
    password: "granite-violin-19-ferry",
};

/// The organisation of these tests.
pub const ORGANISATION: &str = "Fernhill College";
/// Where the file has one.
pub const PASSPHRASE: &str = "a lighthouse of seven owls";

/// What an invitation is to be. What is left out stays as the form has it.
#[derive(Default)]
pub struct Wanted {
    pub email: Option<&'static str>,
    pub role: Option<&'static str>,
    pub department: Option<&'static str>,
    pub uses: Option<&'static str>,
    pub label: Option<&'static str>,
}

impl Window {
    /// First start, from the first page to the sign-in page. The lines of the recovery key are what is kept of it.
    pub async fn found_organisation(&self) -> String {
        self.name_organisation().await;
        self.click("first-create").await;
        self.keep_recovery_key().await
    }

    /// The same, where the file is locked with a passphrase.
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

    /// The recovery key as a person writes it down: the lines without the small numbers before them.
    pub async fn written_down(&self) -> String {
        let numbered = self.words_of("recovery-key").await;
        numbered.split(' ').filter(|word| word.len() > 1).collect::<Vec<_>>().join("\n")
    }

    /// Type name and password, and press the button.
    pub async fn try_to_sign_in(&self, username: &str, password: &str) {
        self.type_into("sign-in-username", username).await;
        self.type_into("sign-in-password", password).await;
        self.click("sign-in-submit").await;
    }

    /// Sign in, and see one's name in the corner.
    pub async fn sign_in(&self, person: &Person) {
        self.try_to_sign_in(person.username, person.password).await;
        self.see_signed_in(person).await;
    }

    /// Sign in and stay so on this device.
    pub async fn sign_in_for_good(&self, person: &Person) {
        self.click("sign-in-keep").await;
        self.sign_in(person).await;
    }

    /// Somebody is signed in.
    pub async fn see_signed_in(&self, person: &Person) {
        self.words_where("me-name", person.name, |name| name == person.name).await;
    }

    /// Sign out, and stand before the sign-in page.
    pub async fn sign_out(&self) {
        self.click("sign-out").await;
        self.see_test("sign-in-submit").await;
    }

    /// Opens the sample data, as its administrator.
    pub async fn open_sample(&mut self) {
        self.open_with(&["--sample"]).await;
        self.sign_in_to_sample().await;
    }

    /// Signs in to the sample data that is open, as its administrator.
    pub async fn sign_in_to_sample(&self) {
        self.click("sign-in-samples sign-in-sample-amara").await;
        self.click("sign-in-submit").await;
        self.see_test("row-0").await;
    }

    /// Narrows the list to what a counter counts, and waits until it is as long as that. (Both are read anew each time:
    /// what was created a moment ago may not be counted yet.)
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

    /// The list is there, with rows or without. (While it comes, what stands around it moves.)
    pub async fn see_list(&self) {
        let is_there = async || (self.shows("row-0").await || self.shows("empty").await).then_some(());
        if until(is_there).await.is_none() {
            self.fail("there is no list").await;
        }
    }

    /// Create an invitation, and read its code where it is shown. The dialog stays open.
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
            self.press("Tab").await; // takes what is typed, and closes the list of what it might be
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

    /// Create an invitation and go back to the list, which is sorted by age and shows it.
    pub async fn create_and_close(&self, wanted: Wanted) -> String {
        let code = self.create(wanted).await;
        self.click("result-done").await;
        self.not_see_test("result-code").await;
        // With its row come the counters.
        self.words_where("row-0 code", &code, |shown| shown == code).await;
        code
    }

    /// Open a list and take what has these words.
    pub async fn choose(&self, hook: &str, words: &str) {
        self.click(hook).await;
        self.click_option(words).await;
        self.words_where(hook, words, |chosen| chosen.contains(words)).await;
    }

    /// From the sign-in page: "I have a code", and the code.
    pub async fn enter_code(&self, code: &str) {
        self.click("i-have-a-code").await;
        self.try_code(code).await;
    }

    /// Type a code where one is asked for, and go on.
    pub async fn try_code(&self, code: &str) {
        self.type_into("join-code", code).await;
        self.click("join-continue").await;
    }

    /// Fill the form of a newcomer, up to the button.
    pub async fn fill_in(&self, person: &Person) {
        self.type_into("join-name", person.name).await;
        self.type_into("join-email", person.email).await;
        self.type_into("join-username", person.username).await;
        self.type_into("join-password", person.password).await;
    }

    /// Join with a code, from the sign-in page and back to it.
    pub async fn join(&self, code: &str, person: &Person) {
        self.enter_code(code).await;
        self.fill_in(person).await;
        self.click("join-submit").await;
        self.click("joined-sign-in").await;
        self.see_test("sign-in-submit").await;
    }
}
