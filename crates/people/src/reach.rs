//! What a person may see. Everything that is looked up is looked up within it, so that what is
//! out of reach is simply not found.

use ground::Id;

use crate::client::Client;
use crate::site::Site;
use crate::staff::StaffMember;

/// The clients and sites that a person may see, and the concerns at them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// Only this client's.
    pub client_id: Option<Id<Client>>,
    /// Only these sites.
    pub sites: Option<Vec<Id<Site>>>,
    /// Also concerns on the protected path.
    pub protected: bool,
    /// But nothing that is about this staff member: nobody reads a concern about themselves.
    pub not_about: Option<Id<StaffMember>>,
}

impl Reach {
    /// Everything there is.
    #[must_use]
    pub const fn everything() -> Self {
        Self { client_id: None, sites: None, protected: true, not_about: None }
    }

    /// Nothing at all.
    #[must_use]
    pub const fn nothing() -> Self {
        Self { client_id: None, sites: Some(Vec::new()), protected: false, not_about: None }
    }

    /// Whether a site of a client is within it.
    #[must_use]
    pub fn has_site(&self, client_id: &Id<Client>, site_id: &Id<Site>) -> bool {
        self.client_id.as_ref().is_none_or(|only| only == client_id)
            && self.sites.as_ref().is_none_or(|only| only.contains(site_id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_within_reach_when_client_and_site_are() {
        let (harbour, mill) = (Id::<Client>::known("harbour"), Id::<Client>::known("mill"));
        let (gate, roof) = (Id::<Site>::known("gate"), Id::<Site>::known("roof"));
        assert!(Reach::everything().has_site(&mill, &roof));
        assert!(!Reach::nothing().has_site(&mill, &roof));
        let mut reach = Reach { client_id: Some(harbour.clone()), ..Reach::everything() };
        assert!(reach.has_site(&harbour, &gate) && !reach.has_site(&mill, &gate));
        reach.sites = Some(vec![gate.clone()]);
        assert!(reach.has_site(&harbour, &gate) && !reach.has_site(&harbour, &roof));
    }
}
