//! A list's query as the pairs of an address: pure, so that every address can be tested. An address may be old or made
//! up: values that cannot be used are reported, the rest counts. Keeps out asking, what a filter is, and the page of
//! an address (see `crate::route`).

use super::days;
use super::listed::{ChoicesOf, FilterChoice, FilterOf, ListFilter, Listed, Query};
use super::query::searchable;
use crate::parts::pager::SIZES;
use vestibule_wire::{ErrorView, Moment};

/// In bytes; longer pairs are in no address that the window writes.
pub const LONGEST: usize = 4_000;

/// A filter value that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressError<L: Listed> {
    /// The filter it was for.
    pub filter: FilterOf<L>,
    /// The value as written in the address.
    pub value: String,
    /// Why it cannot be used, in words.
    pub words: String,
}

/// A list's query as read from an address.
#[derive(Debug, Clone, PartialEq)]
pub struct Address<L: Listed> {
    /// The query made of the usable values.
    pub query: Query<L>,
    /// The unusable values; they are not written again.
    pub wrong: Vec<AddressError<L>>,
}

impl<L: Listed> From<Query<L>> for Address<L> {
    fn from(query: Query<L>) -> Self {
        Self { query, wrong: Vec::new() }
    }
}

fn filter_named<L: Listed>(name: &str) -> Option<FilterOf<L>> {
    FilterOf::<L>::ALL.iter().copied().find(|filter| filter.look().name == name)
}

/// A query as pairs: `status=active&role=Staff&page=3`. Default values are left out.
pub fn pairs<L: Listed>(query: &Query<L>) -> String {
    let mut pairs = form_urlencoded::Serializer::new(String::new());
    if L::is_archive(&query.filter) {
        pairs.append_pair("archive", "1");
    }
    if !query.search.is_empty() {
        pairs.append_pair("q", &query.search);
    }
    for filter in FilterOf::<L>::ALL {
        if let Some(value) = filter.value(&query.filter) {
            pairs.append_pair(filter.look().name, &value);
        }
    }
    let usual = Query::<L>::default();
    if (query.sort, query.descending) != (usual.sort, usual.descending) {
        pairs.append_pair("sort", &order_name::<L>(query.sort, query.descending));
    }
    if query.page_size != usual.page_size {
        pairs.append_pair("size", &query.page_size.to_string());
    }
    if query.page > 1 {
        pairs.append_pair("page", &query.page.to_string());
    }
    pairs.finish()
}

/// Reads pairs, with what of them cannot be used. None: they are longer than [`LONGEST`].
pub fn parse<L: Listed>(pairs: &str) -> Option<Address<L>> {
    if pairs.len() > LONGEST {
        return None;
    }
    let mut of = Query::<L>::default();
    let mut wrong: Vec<AddressError<L>> = Vec::new();
    let mut archive = false;
    for (name, value) in form_urlencoded::parse(pairs.as_bytes()) {
        match &*name {
            "archive" => archive = L::HAS_ARCHIVE && value == "1",
            "q" => of.search = searchable(&value),
            "page" => of.page = value.parse().ok().filter(|page| *page > 0).unwrap_or(1),
            "size" => of.page_size = value.parse().ok().filter(|size| SIZES.contains(size)).unwrap_or(of.page_size),
            "sort" => (of.sort, of.descending) = order_named::<L>(&value).unwrap_or((of.sort, of.descending)),
            name => {
                let Some(filter) = filter_named::<L>(name).filter(|_| !value.is_empty()) else { continue };
                wrong.retain(|other| other.filter != filter);
                if let Err(words) = filter.set(&mut of.filter, Some(&value)) {
                    wrong.push(AddressError { filter, value: value.into_owned(), words });
                }
            }
        }
    }
    L::mark_archive(&mut of.filter, archive);
    Some(Address { query: of, wrong })
}

/// The name of an order in addresses.
pub fn sort_name<L: Listed>(sort: L::Sort) -> &'static str {
    L::SORTS.iter().find(|(known, _)| *known == sort).map_or("", |(_, name)| name)
}

/// The order with that name.
pub fn sort_named<L: Listed>(name: &str) -> Option<L::Sort> {
    L::SORTS.iter().find(|(_, known)| *known == name).map(|(sort, _)| *sort)
}

/// An order in an address: `email`, or `-email` if descending.
pub fn order_name<L: Listed>(sort: L::Sort, descending: bool) -> String {
    let name = sort_name::<L>(sort);
    if descending { format!("-{name}") } else { name.to_owned() }
}

/// Reads an order: by what, and whether descending.
pub fn order_named<L: Listed>(written: &str) -> Option<(L::Sort, bool)> {
    let name = written.strip_prefix('-').unwrap_or(written);
    Some((sort_named::<L>(name)?, written.starts_with('-')))
}

/// The filter that the backend refused, if the error is about one.
pub fn refused_filter<L: Listed>(error: &ErrorView, of: &Query<L>) -> Option<AddressError<L>> {
    let filter = filter_named::<L>(error.field.as_deref()?)?;
    let value = filter.value(&of.filter)?;
    Some(AddressError { filter, value, words: filter.refusal(error) })
}

/// The chip's text while its filter is set.
pub fn describe_filter<L: Listed>(
    filter: FilterOf<L>,
    of: &Query<L>,
    known: Option<&ChoicesOf<L>>,
    now: Moment,
) -> Option<String> {
    let value = filter.value(&of.filter)?;
    let found = match filter.look().kind {
        FilterChoice::Days(_) => days::parse(Some(&value)).ok().map(|span| days::describe(span, now)),
        FilterChoice::Words | FilterChoice::Names => filter.said(&value, known),
    };
    Some(found.unwrap_or(value))
}

/// Whether a search or filter narrows the list.
pub fn is_filtered<L: Listed>(of: &Query<L>) -> bool {
    !of.search.is_empty() || FilterOf::<L>::ALL.iter().any(|filter| filter.value(&of.filter).is_some())
}

#[cfg(test)]
#[path = "address_tests.rs"]
mod tests;
