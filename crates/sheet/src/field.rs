//! The fields of an invitation that a column can hold, and the titles that people give them. Keeps out what is right in a field.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The bound address.
    Email,
    /// The bound domain.
    Domain,
    /// The role's name.
    Role,
    /// The department's name.
    Department,
    /// Names of groups.
    Groups,
    /// How often it can be used.
    Limit,
    /// When it ends.
    Expires,
    /// What it is for.
    Label,
    /// More words about it.
    Note,
}

impl Field {
    /// How many fields there are.
    pub(crate) const COUNT: usize = 9;

    /// All, as they stand in the export.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Email,
        Self::Domain,
        Self::Role,
        Self::Department,
        Self::Groups,
        Self::Limit,
        Self::Expires,
        Self::Label,
        Self::Note,
    ];

    /// What columns without titles hold, in this order (PRODUCT, screen 5).
    pub const ORDER: [Self; 7] =
        [Self::Email, Self::Role, Self::Department, Self::Groups, Self::Limit, Self::Expires, Self::Label];

    /// The title that we write.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Domain => "domain",
            Self::Role => "role",
            Self::Department => "department",
            Self::Groups => "groups",
            Self::Limit => "limit",
            Self::Expires => "expires",
            Self::Label => "label",
            Self::Note => "note",
        }
    }

    /// The field that a title means, in any case, with any spaces and hyphens: `E-Mail`, `usage_limit`, `Gültig bis`, `Role (required)`.
    pub fn titled(title: &str) -> Option<Self> {
        let plain = plain(title);
        Self::ALL.into_iter().find(|field| field.titles().contains(&plain.as_str()))
    }

    /// Titles in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish and Swedish, in the form of [`plain`].
    #[rustfmt::skip]
    const fn titles(self) -> &'static [&'static str] {
        match self {
            Self::Email => &[
                "email", "emails", "mail", "emailaddress", "mailaddress", "useremail", "workemail", "emailadresse", "mailadresse",
                "adressemail", "adresseemail", "courriel", "adressecourriel", "adresseélectronique", "correo", "correoelectrónico",
                "correoelectronico", "direccióndecorreo", "posta", "postaelettronica", "indirizzoemail", "endereçodeemail",
                "enderecodeemail", "emailadres", "adresemail", "epost", "epostadress",
            ],
            Self::Domain => &[
                "domain", "emaildomain", "maildomain", "domäne", "domaene", "domaine", "dominio", "domínio", "domein", "domena", "domän",
            ],
            Self::Role => &["role", "userrole", "accountrole", "rolle", "rôle", "rol", "ruolo", "papel", "função", "funcao", "rola", "roll"],
            Self::Department => &[
                "department", "departments", "dept", "division", "unit", "orgunit", "organisationalunit", "organizationalunit", "abteilung",
                "bereich", "département", "departement", "departamento", "división", "dipartimento", "reparto", "afdeling", "dział", "dzial",
                "avdelning",
            ],
            Self::Groups => &[
                "groups", "group", "teams", "gruppen", "gruppe", "groupes", "groupe", "grupos", "grupo", "gruppi", "gruppo", "groepen",
                "groep", "grupy", "grupa", "grupper", "grupp",
            ],
            Self::Limit => &[
                "limit", "usagelimit", "uselimit", "uses", "maxuses", "maximumuses", "nutzungen", "nutzungslimit", "limite",
                "limitedutilisation", "utilisations", "límite", "usos", "límitedeusos", "limitedeusos", "utilizzi", "limiet", "gräns",
            ],
            Self::Expires => &[
                "expires", "expiry", "expiration", "expiresat", "expireson", "expiresin", "expirydate", "expirationdate", "validuntil",
                "validtill", "ablauf", "ablaufdatum", "läuftab", "laeuftab", "gültigbis", "gueltigbis", "expirele", "dateexpiration",
                "datedexpiration", "valablejusquau", "caduca", "caducidad", "vence", "vencimiento", "fechadecaducidad", "válidohasta",
                "validohasta", "scadenza", "scade", "validade", "válidoaté", "expira", "verloopt", "geldigtot", "wygasa", "ważnedo",
                "giltigtill",
            ],
            Self::Label => &[
                "label", "labels", "purpose", "bezeichnung", "etikett", "zweck", "étiquette", "etiquette", "libellé", "libelle", "etiqueta",
                "etichetta", "rótulo", "rotulo", "etykieta",
            ],
            Self::Note => &[
                "note", "notes", "comment", "comments", "remark", "remarks", "notiz", "notizen", "bemerkung", "kommentar", "remarque",
                "commentaire", "nota", "notas", "comentario", "observaciones", "commento", "comentário", "observações", "opmerking", "notitie",
                "uwagi", "notatka", "anteckning",
            ],
        }
    }
}

/// A title without case, spaces and signs, and without what stands in brackets behind it.
pub(crate) fn plain(title: &str) -> String {
    let named = title.split(['(', '[']).next().unwrap_or("");
    named.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_known_in_any_case_and_in_other_languages() {
        for (title, field) in [
            ("E-Mail", Field::Email),
            (" EMAIL address *", Field::Email),
            ("\u{feff}email", Field::Email),
            ("Correo electrónico", Field::Email),
            ("courriel", Field::Email),
            ("Rolle", Field::Role),
            ("ABTEILUNG", Field::Department),
            ("usage_limit", Field::Limit),
            ("Gültig bis", Field::Expires),
            ("valable jusqu’au", Field::Expires),
            ("Groups (optional)", Field::Groups),
        ] {
            assert_eq!(Field::titled(title), Some(field), "{title}");
        }
    }

    #[test]
    fn other_titles_are_not_known() {
        for title in ["", "name", "line", "reason", "amara@fernhill.example", "(email)"] {
            assert_eq!(Field::titled(title), None, "{title}");
        }
    }

    #[test]
    fn no_title_means_two_fields_and_each_is_written_as_it_is_compared() {
        let all: Vec<&str> = Field::ALL.iter().flat_map(|field| field.titles()).copied().collect();
        for title in &all {
            assert_eq!(all.iter().filter(|other| *other == title).count(), 1, "{title}");
            assert_eq!(plain(title), **title);
        }
        assert!(Field::ALL.iter().all(|field| Field::titled(field.name()) == Some(*field)));
    }
}
