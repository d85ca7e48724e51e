//! The titles that people and programs give to columns, in the form in which they are compared. Keeps out which of
//! them a sheet can have: its fields decide that.
//!
//! Taken from exports of Google Contacts and Workspace, Outlook, Microsoft 365 and Entra, Active Directory, Moodle,
//! PowerSchool, SIMS, Workday, Personio and BambooHR, and from usage in English, Russian, German, French, Italian,
//! Spanish, Polish, Ukrainian, Romanian, Dutch, Portuguese and Swedish.

/// The titles of one field, with spaces between them: in lower case, letters and digits only.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// Titles that mean that field and nothing else.
    pub sure: &'static str,
    /// Titles that mean it if no column has a sure title for it.
    pub other: &'static str,
}

impl Words {
    /// Only sure titles.
    pub const fn only(sure: &'static str) -> Self {
        Self { sure, other: "" }
    }
}

/// An email address.
pub const EMAIL: Words = Words {
    sure: "\
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
    officeemail corporateemail employeeemail emailid emailaddresswork internetemail",
    other: "userprincipalname upn loginemail homeemail personalemail privateemail privateemailadresse primarysmtpaddress",
};

/// The part of addresses after the `@`.
pub const DOMAIN: Words = Words::only(
    "domain emaildomain maildomain domäne domaene domaine dominio domínio domein domena domän домен domeniu",
);

/// A role.
pub const ROLE: Words =
    Words::only("role userrole accountrole rolle rôle rol ruolo papel função funcao rola roll роль роля");

/// A department.
pub const DEPARTMENT: Words = Words {
    sure: "\
    department departments dept departmentname orgunit organisationalunit organizationalunit organization1department organizationdepartment \
    abteilung abteilungsname département departement departamento división dipartimento reparto afdeling dział dzial avdelning \
    отдел подразделение департамент кафедра відділ підрозділ departament secție secția sectie compartiment",
    other: "division unit bereich supervisoryorganization",
};

/// Groups.
pub const GROUPS: Words = Words {
    sure: "\
    groups group teams gruppen gruppe groupes groupe grupos grupo gruppi gruppo groepen groep grupy grupa grupper grupp cohort1 group1 \
    группы группа групи група grupuri grup grupe",
    other: "team cohort memberof groupmembership reggroup yeargroup",
};

/// How often something can be used.
pub const LIMIT: Words = Words {
    sure: "\
    limit usagelimit uselimit maxuses maximumuses nutzungen nutzungslimit limite limitedutilisation utilisations límite usos límitedeusos \
    limitedeusos utilizzi limiet gräns лимит количествоиспользований ліміт кількістьвикористань limită limita limitdeutilizări limitużyć \
    liczbaużyć limiteutilizzi limitedeutilizações aantalkeergebruiken",
    other: "uses",
};

/// When something ends.
pub const EXPIRES: Words = Words::only(
    "\
    expires expiry expiration expiresat expireson expiresin expirydate expirationdate validuntil validtill ablauf ablaufdatum läuftab laeuftab \
    gültigbis gueltigbis expirele dateexpiration datedexpiration valablejusquau caduca caducidad vence vencimiento fechadecaducidad \
    válidohasta validohasta scadenza scade datadiscadenza validade válidoaté validoate expira verloopt verloopdatum geldigtot wygasa ważnedo \
    waznedo datawygaśnięcia giltigtill действительнодо срокдействия истекает годендо дійснедо дійснийдо терміндії закінчується \
    expirăla expirala expiră dataexpirării dataexpirarii valabilpânăla valabilpanala",
);

/// What something is for.
pub const LABEL: Words = Words::only(
    "\
    label labels purpose bezeichnung etikett zweck étiquette etiquette libellé libelle etiqueta etichetta rótulo rotulo etykieta \
    метка ярлык назначение мітка позначка призначення etichetă eticheta",
);

/// A longer description of it.
pub const NOTE: Words = Words::only(
    "\
    note notes comment comments remark remarks notiz notizen bemerkung kommentar remarque commentaire nota notas comentario observaciones \
    commento comentário observações opmerking notitie uwagi notatka anteckning примечание заметка комментарий примітка нотатка коментар notă \
    observații observatii comentariu",
);

/// A second address of the same person, or another person's.
pub(crate) const OTHER_ADDRESSES: &str = "\
    secondaryemail alternateemail alternateemailaddress recoveryemail othermails othermail proxyaddresses homesecondaryemail \
    worksecondaryemail newprimaryemail email2value email3value email4value email2address email3address managersemail manageremail supervisoremail \
    reportstoemail parentemail guardianemail contact1email contact2email emergencycontactemail signinname imaddress sipaddress externalemailaddress \
    forwardingaddress forwardingsmtpaddress personalemailaddress homeemailaddress";
