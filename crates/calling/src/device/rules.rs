//! What a device is, and what is pushed to it: what about and where, and nothing that was said.

use ground::push::{Message, Subscription};
use ground::words::Words;
use ground::{Id, Moment};
use people::staff::StaffMember;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// Nobody has more devices than this.
pub(super) const MOST_DEVICES: usize = 20;
/// How long a push service keeps what is urgent for a device that is away: after that the ladder
/// has gone on.
const URGENT_SECONDS: i64 = 3_600;
/// How long it keeps the rest.
const KEPT_SECONDS: i64 = 12 * 3_600;
/// The mark of a message that a browser may show by itself (W3C Push API, declarative push messages).
const DECLARATIVE: i64 = 8030;

/// A browser that takes what is pushed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Device {
    /// Its name in the rows.
    pub id: Id<Self>,
    /// Whose it is.
    pub staff_id: Id<StaffMember>,
    /// Where it wants its messages. The record does not hold it, for it is a secret.
    #[serde(skip)]
    pub subscription: Subscription,
    /// In a few words, so that its owner knows it again.
    pub label: String,
    /// When alerts were switched on for it.
    pub added_at: Moment,
    /// When its push service last took something.
    #[serde(skip)]
    pub taken_at: Option<Moment>,
}

/// What is pushed: what it is about and where, and nothing that was said.
#[derive(Debug, Clone, Copy)]
pub struct Note<'a> {
    /// The name in the rows of what it is about: a later note about it takes the place of an earlier one.
    pub about_id: &'a str,
    /// The key of its title.
    pub title: &'static str,
    /// What it is about as people say it: the number of a concern, the name of a post.
    pub about: &'a str,
    /// The name of its site.
    pub site: &'a str,
    /// The page that it opens.
    pub path: &'a str,
    /// Whether it also comes when it is quiet.
    pub urgent: bool,
    /// Whether one can say from the notification that one heard it.
    pub can_be_heard: bool,
}

/// What a job is to push.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Order {
    pub(super) device_id: Id<Device>,
    payload: String,
    topic: String,
    urgent: bool,
}

impl Device {
    /// A device for which alerts are switched on now.
    #[must_use]
    pub fn added(staff_id: &Id<StaffMember>, subscription: &Subscription, label: &str, now: Moment) -> Self {
        Self {
            id: Id::fresh(),
            staff_id: staff_id.clone(),
            subscription: subscription.clone(),
            label: label.to_owned(),
            added_at: now,
            taken_at: None,
        }
    }
}

impl Order {
    /// A note for a device, in the language of its owner.
    pub(super) fn of(device: &Device, note: &Note<'_>, w: &Words, public_url: &str) -> Self {
        let title = w.t(note.title);
        let body = w.with("push-body", &[("about", note.about.into()), ("site", note.site.into())]);
        let navigate = format!("{public_url}{}", note.path);
        let mut payload = json!({
            "web_push": DECLARATIVE,
            "notification": {
                "title": title, "body": body, "lang": w.language.code(), "navigate": navigate, "tag": note.about_id,
                "requireInteraction": note.urgent,
            },
            "title": title,
        });
        if note.can_be_heard {
            // A browser that runs our worker keeps it in the outbox of that person; any other opens the page.
            payload["notification"]["actions"] =
                json!([{ "action": "heard", "title": w.t("push-heard"), "navigate": navigate }]);
            payload["notification"]["data"] = json!({
                "staff": device.staff_id, "about": note.about_id,
                "heard": w.t("push-heard-sent"), "waits": w.t("push-heard-waits"),
            });
        }
        let topic = note.about_id.to_owned();
        Self { device_id: device.id.clone(), payload: payload.to_string(), topic, urgent: note.urgent }
    }

    /// A test for a device.
    pub(super) fn of_test(device: &Device, w: &Words, public_url: &str) -> Self {
        let title = w.t("push-test-title");
        let payload = json!({
            "web_push": DECLARATIVE,
            "notification": {
                "title": title, "body": w.t("push-test-body"), "lang": w.language.code(),
                "navigate": format!("{public_url}/me/alerts"), "tag": "test",
            },
            "title": title,
        });
        Self {
            device_id: device.id.clone(),
            payload: payload.to_string(),
            topic: format!("test {}", device.id),
            urgent: true,
        }
    }

    /// What the push service is given.
    pub(super) fn message(&self) -> Message {
        Message {
            payload: self.payload.clone(),
            topic: self.topic.clone(),
            urgent: self.urgent,
            keep_seconds: if self.urgent { URGENT_SECONDS } else { KEPT_SECONDS },
        }
    }
}
