//! Chooses the cheapest way to a page without a search. The cost is reading and decrypting pages of the file: one holds
//! a hundred index entries or some ten table rows, and scattered rows take one page each.

use super::{KindCount, UserOrder, UserScope};
use crate::users::{UserQuery, UserSort};

/// Cost of reading a scattered row, or checking one account's group, in index entries.
const ROW: u64 = 10;
/// Cost of reading the next row in table order.
const NEXT_ROW: u64 = 3;

/// The ways to find a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Fetch and sort all matches.
    Fetch,
    /// Walk the order and test each row, until the page is full.
    Walk,
    /// Go kind by kind, in the order of kinds.
    Kinds,
    /// Merge the newest or oldest of each kind.
    Merge,
}

/// The cheapest way to the rows up to the end of the page that starts after `skip` rows. `everybody`: number of rows in
/// the table.
pub(super) fn cheapest(query: &UserQuery, scope: &UserScope, order: &UserOrder, skip: u64, everybody: u64) -> Way {
    let total = scope.total.max(1);
    let size = u64::from(query.size.max(1));
    let reached = skip.min(total.saturating_sub(skip)).saturating_add(size);
    // Rows of the kinds to pass until enough members of the group are found.
    let of_kinds = scope.of_kinds.saturating_mul(reached) / total;
    let members = if scope.group.is_some() { of_kinds.saturating_mul(ROW) } else { 0 };
    let fetch = (Way::Fetch, scope.looked_at().saturating_mul(ROW));
    let ways: Vec<(Way, u64)> = match order {
        UserOrder::Kinds(_) if scope.group.is_none() => vec![(Way::Kinds, 0)],
        UserOrder::Kinds(_) => vec![fetch, (Way::Kinds, members)],
        UserOrder::Columns { .. } => {
            let each = match query.sort {
                UserSort::Name | UserSort::LastSignIn => 1,
                UserSort::Created => NEXT_ROW,
                _ => ROW,
            };
            let passed = everybody.saturating_mul(reached) / total;
            let walk = (Way::Walk, passed.saturating_mul(each).saturating_add(members));
            let merge = merging(scope.kinds.as_slice(), reached).saturating_add(members);
            match query.sort {
                UserSort::Created => vec![fetch, walk, (Way::Merge, merge)],
                _ => vec![fetch, walk],
            }
        }
    };
    ways.into_iter().min_by_key(|(_, cost)| *cost).map_or(Way::Fetch, |(way, _)| way)
}

/// Cost of taking from each kind as many rows as the page may need.
fn merging(kinds: &[KindCount], reached: u64) -> u64 {
    kinds.iter().map(|kind| kind.n.min(reached).saturating_add(ROW)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sql::Sql;
    use crate::users::UserFilter;
    use vestibule_domain::Reach;

    const EVERYBODY: u64 = 1_000_000;

    fn first_page(sort: UserSort, total: u64, of_kinds: u64, members: Option<u64>) -> Way {
        let query = UserQuery {
            reach: Reach::Everything,
            filter: UserFilter::default(),
            sort,
            descending: false,
            page: 1,
            size: 20,
            small: UserQuery::SMALL,
        };
        let kinds = vec![KindCount { role: 1, department: 1, state: 0, n: total }];
        let order = match sort {
            UserSort::Role | UserSort::Department | UserSort::State => UserOrder::Kinds(kinds.clone()),
            _ => UserOrder::Columns { columns: &[], index: "", descending: false },
        };
        let (group, members) = (members.map(|_| 1), members.unwrap_or(total));
        let scope = UserScope { kinds, total, conditions: Sql::default(), group, members, of_kinds };
        cheapest(&query, &scope, &order, 0, EVERYBODY)
    }

    #[test]
    fn many_are_walked_and_few_are_fetched() {
        use UserSort::{Created, Email, Name};
        for (sort, total, way) in [
            (Name, EVERYBODY, Way::Walk),
            (Name, 25_000, Way::Walk),
            (Name, 300, Way::Fetch),
            (Email, 25_000, Way::Walk),
            (Email, 2_500, Way::Fetch),
            (Created, 25_000, Way::Merge),
            (Created, EVERYBODY, Way::Merge),
            (Created, 1, Way::Fetch),
        ] {
            assert_eq!(first_page(sort, total, total, None), way, "{sort:?} {total}");
        }
    }

    #[test]
    fn of_a_group_of_many_no_kind_is_fetched_whole_for_a_page() {
        // 2,500 of a kind, half of them in a group of 500,000.
        assert_eq!(first_page(UserSort::Role, 1_250, 2_500, Some(500_000)), Way::Kinds);
        assert_eq!(first_page(UserSort::Created, 1_250, 2_500, Some(500_000)), Way::Merge);
        // A group of three among 900,000 of a kind.
        assert_eq!(first_page(UserSort::Role, 3, 900_000, Some(3)), Way::Fetch);
        assert_eq!(first_page(UserSort::Name, 3, 900_000, Some(3)), Way::Fetch);
    }
}
