//! What the forms of this slice share.

use ground::{Error, Fields, Result, Words};

use crate::site::Site;

/// What a verb answered. Its refusal is noted beside the field that it is about, and `None` is left.
pub(crate) fn answered<T>(result: Result<T>, fields: &mut Fields) -> Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(Error::Refused(refusal)) => {
            fields.refuse(field_of(refusal.key), refusal);
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// The field that a refusal is about; none when it is about the whole form.
fn field_of(key: &str) -> &'static str {
    match key {
        "email-taken" => "email",
        "site-owner-unfit" => "owner",
        "site-mail-taken" => "mail",
        _ => "",
    }
}

/// Whether somebody else changed the thing since the form was shown. The form is then shown
/// again with the version that is there now: whoever looked at it may save over it.
pub(crate) fn is_stale(fields: &Fields) -> bool {
    fields.problem("").is_some_and(|refusal| refusal.key == "changed-meanwhile")
}

/// Things to choose from, and first of all the wish to choose one.
pub(crate) fn chosen_from(w: &Words, mut choices: Vec<(String, String)>) -> Vec<(String, String)> {
    choices.insert(0, (String::new(), w.t("choose")));
    choices
}

/// Sites to choose from; one that is closed says so.
pub(crate) fn sites_from(w: &Words, sites: Vec<Site>) -> Vec<(String, String)> {
    let called = |site: Site| match site.closed_at {
        Some(_) => format!("{} ({})", site.name, w.t("site-closed")),
        None => site.name,
    };
    sites.into_iter().map(|site| (site.id.to_string(), called(site))).collect()
}
