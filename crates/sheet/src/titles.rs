//! The titles that people and programs give to columns, in the form of [`plain`]. Keeps out what a column's cells hold.
//!
//! Written as they stand in exports of Google Contacts and Workspace, Outlook, Microsoft 365 and Entra, Active
//! Directory, Moodle, PowerSchool, SIMS, Workday, Personio and BambooHR, and as people write them in English, Russian,
//! German, French, Italian, Spanish, Polish, Ukrainian, Romanian, Dutch, Portuguese and Swedish.

use crate::Field;
use std::collections::HashMap;
use std::sync::LazyLock;

/// How surely a title means its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TitleRank {
    /// It means that field and nothing else.
    Sure,
    /// It means that field where no column has a sure title for it.
    Else,
}

/// A title without case, spaces and signs, and without what stands in brackets behind it.
pub(crate) fn plain(title: &str) -> String {
    let named = title.split(['(', '[']).next().unwrap_or("");
    named.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Every title, and the field it means.
static MEANINGS: LazyLock<HashMap<&str, (Field, TitleRank)>> = LazyLock::new(|| {
    let of = |field, rank| words(field, rank).map(move |title| (title, (field, rank)));
    Field::ALL.into_iter().flat_map(|field| of(field, TitleRank::Sure).chain(of(field, TitleRank::Else))).collect()
});

/// The field that a title means.
pub(crate) fn meant(title: &str) -> Option<(Field, TitleRank)> {
    MEANINGS.get(plain(title).as_str()).copied()
}

/// Whether a title names an address that is not the person's own, or another one beside it.
pub(crate) fn is_other_address(title: &str) -> bool {
    let plain = plain(title);
    OTHER_ADDRESSES.split_whitespace().any(|word| word == plain)
        || matches!(meant(title), Some((Field::Email, TitleRank::Else)))
}

/// All titles of a field.
pub(crate) fn words(field: Field, rank: TitleRank) -> impl Iterator<Item = &'static str> {
    let sure = match (rank, field) {
        (TitleRank::Sure, Field::Email) => EMAIL,
        (TitleRank::Sure, Field::Domain) => {
            "domain emaildomain maildomain domäne domaene domaine dominio domínio domein domena domän домен domeniu"
        }
        (TitleRank::Sure, Field::Role) => {
            "role userrole accountrole rolle rôle rol ruolo papel função funcao rola roll роль роля"
        }
        (TitleRank::Sure, Field::Department) => DEPARTMENT,
        (TitleRank::Sure, Field::Groups) => GROUPS,
        (TitleRank::Sure, Field::Limit) => LIMIT,
        (TitleRank::Sure, Field::Expires) => EXPIRES,
        (TitleRank::Sure, Field::Label) => {
            "label labels purpose bezeichnung etikett zweck étiquette etiquette libellé libelle etiqueta etichetta rótulo rotulo etykieta \
             метка ярлык назначение мітка позначка призначення etichetă eticheta"
        }
        (TitleRank::Sure, Field::Note) => NOTE,
        (TitleRank::Else, Field::Email) => {
            "userprincipalname upn loginemail homeemail personalemail privateemail privateemailadresse primarysmtpaddress"
        }
        (TitleRank::Else, Field::Department) => "division unit bereich supervisoryorganization",
        (TitleRank::Else, Field::Groups) => "team cohort memberof groupmembership reggroup yeargroup",
        (TitleRank::Else, Field::Limit) => "uses",
        (TitleRank::Else, _) => "",
    };
    sure.split_whitespace()
}

const EMAIL: &str = "\
    email emails mail emailaddress mailaddress useremail workemail emailadresse mailadresse adressemail adresseemail courriel adressecourriel \
    adresseélectronique adresseelectronique correo correoelectrónico correoelectronico direccióndecorreo direccióndecorreoelectrónico \
    direcciondecorreoelectronico posta postaelettronica indirizzoemail indirizzodipostaelettronica indirizzomail endereçodeemail \
    enderecodeemail correioeletrónico correioeletrônico correioeletronico emailadres mailadres adresemail adrespocztyelektronicznej \
    pocztaelektroniczna poczta epost epostadress werkemail zakelijkemailadres geschäftlicheemail geschaeftlicheemail \
    dienstlicheemail emailgeschäftlich emailprofessionnel mailprofessionnel correocorporativo emailaziendale emailsłużbowy emailsluzbowy \
    электроннаяпочта почта электронныйадрес адресэлектроннойпочты емейл имейл эпочта епошта електроннапошта електроннаадреса \
    адресаелектронноїпошти пошта adresădeemail adresadeemail adresaemail adresăemail poștăelectronică postaelectronica poştăelectronică \
    email1value email1address emailaddr emailprimarywork primaryworkemail emailwork workemailaddress primaryemail primaryemailaddress \
    emailprimary mainemail schoolemail studentemail teacheremail staffemail companyemail businessemail officialemail contactemail \
    officeemail corporateemail employeeemail emailid emailaddresswork internetemail";

const DEPARTMENT: &str = "\
    department departments dept departmentname orgunit organisationalunit organizationalunit organization1department organizationdepartment \
    abteilung abteilungsname département departement departamento división dipartimento reparto afdeling dział dzial avdelning \
    отдел подразделение департамент кафедра відділ підрозділ departament secție secția sectie compartiment";

const GROUPS: &str = "\
    groups group teams gruppen gruppe groupes groupe grupos grupo gruppi gruppo groepen groep grupy grupa grupper grupp cohort1 group1 \
    группы группа групи група grupuri grup grupe";

const LIMIT: &str = "\
    limit usagelimit uselimit maxuses maximumuses nutzungen nutzungslimit limite limitedutilisation utilisations límite usos límitedeusos \
    limitedeusos utilizzi limiet gräns лимит количествоиспользований ліміт кількістьвикористань limită limita limitdeutilizări limitużyć \
    liczbaużyć limiteutilizzi limitedeutilizações aantalkeergebruiken";

const EXPIRES: &str = "\
    expires expiry expiration expiresat expireson expiresin expirydate expirationdate validuntil validtill ablauf ablaufdatum läuftab laeuftab \
    gültigbis gueltigbis expirele dateexpiration datedexpiration valablejusquau caduca caducidad vence vencimiento fechadecaducidad \
    válidohasta validohasta scadenza scade datadiscadenza validade válidoaté validoate expira verloopt verloopdatum geldigtot wygasa ważnedo \
    waznedo datawygaśnięcia giltigtill действительнодо срокдействия истекает годендо дійснедо дійснийдо терміндії закінчується \
    expirăla expirala expiră dataexpirării dataexpirarii valabilpânăla valabilpanala";

const NOTE: &str = "\
    note notes comment comments remark remarks notiz notizen bemerkung kommentar remarque commentaire nota notas comentario observaciones \
    commento comentário observações opmerking notitie uwagi notatka anteckning примечание заметка комментарий примітка нотатка коментар notă \
    observații observatii comentariu";

/// A second address of the same person, or another person's.
const OTHER_ADDRESSES: &str = "\
    secondaryemail alternateemail alternateemailaddress recoveryemail othermails othermail proxyaddresses homesecondaryemail \
    worksecondaryemail newprimaryemail email2value email3value email4value email2address email3address managersemail manageremail supervisoremail \
    reportstoemail parentemail guardianemail contact1email contact2email emergencycontactemail signinname imaddress sipaddress externalemailaddress \
    forwardingaddress forwardingsmtpaddress personalemailaddress homeemailaddress";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_title_means_two_fields_and_each_is_written_as_it_is_compared() {
        let of = |field| words(field, TitleRank::Sure).chain(words(field, TitleRank::Else));
        let all: Vec<&str> = Field::ALL.into_iter().flat_map(of).chain(OTHER_ADDRESSES.split_whitespace()).collect();
        for title in &all {
            assert_eq!(all.iter().filter(|other| *other == title).count(), 1, "{title}");
            assert_eq!(plain(title), **title);
        }
        assert!(Field::ALL.into_iter().all(|field| meant(field.name()) == Some((field, TitleRank::Sure))));
    }

    #[test]
    fn the_addresses_of_the_usual_exports_are_known_by_their_titles() {
        for title in [
            "E-mail 1 - Value",
            "E-mail Address",
            "Email Address [Required]",
            "mail",
            "EmailAddress",
            "email",
            "Email_Addr",
            "Primary Email",
            "Email - Primary Work",
            "Work Email",
            "E-Mail",
            "Электронная почта",
            "E-Mail-Adresse",
            "Adresse e-mail",
            "Indirizzo e-mail",
            "Correo electrónico",
            "Adres e-mail",
            "Електронна пошта",
            "Adresă de e-mail",
            "E-mailadres",
            "Endereço de e-mail",
        ] {
            assert_eq!(meant(title), Some((Field::Email, TitleRank::Sure)), "{title}");
        }
        assert_eq!(meant("User principal name"), Some((Field::Email, TitleRank::Else)));
        assert!(
            ["User principal name", "Manager's email", "E-mail 2 - Value", "Alternate email address"]
                .into_iter()
                .all(is_other_address)
        );
        assert!(!is_other_address("Kontakt") && !is_other_address("email"));
    }

    #[test]
    fn departments_groups_and_expiries_of_other_languages_are_known() {
        for (title, field) in [
            ("Organization 1 - Department", Field::Department),
            ("Organization Department", Field::Department),
            ("Отдел", Field::Department),
            ("Відділ", Field::Department),
            ("Dział", Field::Department),
            ("Departament", Field::Department),
            ("Afdeling", Field::Department),
            ("Группы", Field::Groups),
            ("cohort1", Field::Groups),
            ("Действительно до", Field::Expires),
            ("Ważne do", Field::Expires),
            ("Geldig tot", Field::Expires),
            ("Роль", Field::Role),
            ("Примечание", Field::Note),
        ] {
            assert_eq!(meant(title).map(|(field, _)| field), Some(field), "{title}");
        }
    }
}
