//! Tests of the allowed sources of secrets.

use crate::support::{Folder, PASSWORD, fed, redeem_arguments};

const LIST: [&str; 3] = ["invitation", "list", "--json"];

fn list_with(password_file: &str) -> Vec<&str> {
    [&["--as", "amara", "--password-file", password_file][..], &LIST].concat()
}

#[test]
#[cfg(unix)]
fn a_password_file_that_others_can_read_is_refused_and_one_for_its_owner_is_taken() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with_organisation();
    let path = folder.secret("open", PASSWORD);
    for mode in [0o604, 0o640, 0o644, 0o660, 0o606, 0o610] {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        let error = folder.vestibulectl(&list_with("open")).refused("secret_file_unsafe", 2);
        assert_eq!(error["values"]["path"], "open", "{mode:o}");
    }
    for mode in [0o600, 0o400] {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        folder.vestibulectl(&list_with("open")).done();
    }
}

#[test]
fn a_missing_an_empty_and_a_binary_secret_file_are_refused_with_their_cause() {
    let folder = Folder::with_organisation();
    folder.secret("empty", "");
    std::fs::write(folder.secret("binary", ""), b"\xff\xfe\n").unwrap();
    std::fs::create_dir(folder.path().join("folder")).unwrap();
    for (file, cause) in [("absent", "can't be read"), ("empty", "empty"), ("binary", "UTF-8"), ("folder", "")] {
        let error = folder.vestibulectl(&list_with(file)).refused("secret_file_unsafe", 2);
        assert!(error["message"].as_str().unwrap().contains(cause), "{error}");
    }
}

#[test]
fn a_secret_may_come_from_standard_input_and_its_line_ending_is_not_part_of_it() {
    let folder = Folder::with_organisation();
    for ending in ["", "\n", "\r\n", "\nmore\n"] {
        fed(&mut folder.command(&list_with("-")), format!("{PASSWORD}{ending}").as_bytes()).done();
    }
    fed(&mut folder.command(&list_with("-")), format!("{PASSWORD} \n").as_bytes()).refused("sign_in_refused", 4);
}

#[test]
fn only_one_secret_comes_from_standard_input() {
    let folder = Folder::with_organisation();
    let both = [&["--passphrase-file", "-"], &list_with("-")[..]].concat();
    fed(&mut folder.bare(&both), b"x\n").refused("usage", 2);
    let mut redeem = redeem_arguments("-", "noor", "noor@post.example");
    redeem[10] = "-";
    fed(&mut folder.command(&redeem), b"x\n").refused("usage", 2);
}

#[test]
fn without_a_file_and_without_a_terminal_it_says_what_to_give() {
    let folder = Folder::with_organisation();
    let error = folder.vestibulectl(&[&["--as", "amara"], &LIST[..]].concat()).refused("usage", 2);
    assert!(error["hint"].as_str().unwrap().contains("--password-file"), "{error}");
    let amara = ["--as", "amara", "--password-file", "amara.password", "invitation", "list", "--json"];
    let error = crate::support::Ran::from(folder.bare(&amara).output().unwrap()).error();
    assert!(error["hint"].as_str().unwrap().contains("--passphrase-file"), "{error}");
}

#[test]
fn a_sign_in_that_no_keychain_keeps_is_not_called_one() {
    let folder = Folder::with_organisation();
    let ran = folder.vestibulectl(&["--password-file", "amara.password", "sign-in", "amara", "--json"]);
    let error = ran.error();
    assert!(error["code"].as_str().unwrap().starts_with("keychain_"), "{error}");
    assert_eq!((ran.exit, ran.out.as_str()), (Some(6), ""));
    assert!(error["hint"].as_str().unwrap().contains("--as"), "{error}");
}
