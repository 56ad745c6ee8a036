//! Things at Harbour Lofts and things at Mill Works, one of each kind.

use agreement::contract::{self, Approvals, NewContract, Promises, Renewal, Severity};
use agreement::post::{self, NewAssignment, NewPost};
use ground::file::Picture;
use ground::words::Language;
use ground::{Day, Id};
use listening::concern::{self, Category, Channel, NewConcern, Reporter, Voice};
use listening::conversation;
use listening::sign::{self, NewSign};
use mail::arrival::{self, Envelope, Source};
use people::client::Client;
use people::site::{self, Site};
use stage::{Stage, Who};

/// The things of one client.
pub(crate) struct Things {
    client: String,
    site: String,
    contact: String,
    post: String,
    sign: String,
    concern: String,
    contract: String,
    assignment: String,
    photo: String,
    mail: String,
    attachment: String,
}

impl Things {
    /// Makes one of each kind that is not there yet.
    pub(crate) fn of(stage: &Stage, client: &Id<Client>, site: &Id<Site>, contact: &Who) -> Self {
        let ines = &stage.cast.ines.me;
        let new = NewPost { site_id: site.clone(), name: "Night desk".to_owned() };
        let post = stage.write(ines, move |work| post::open(work, &new)).unwrap();
        let (post_id, staff_id) = (post.clone(), Id::known(stage.cast.omar.me.actor.id.clone()));
        let new = NewAssignment { post_id, staff_id, starts_at: stage.app.clock.now(), ends_at: None };
        let assignment = stage.write(ines, move |work| post::assign(work, &new)).unwrap();
        let new = NewContract {
            client_id: client.clone(),
            starts_on: Day::new(2026, 1, 1).unwrap(),
            ends_on: None,
            notice_days: 60,
            renewal: Renewal::Automatic,
            promises: Promises::default(),
            approvals: Approvals::default(),
        };
        let contract = stage.write(ines, move |work| contract::sign(work, &new)).unwrap();
        let new = NewSign { site_id: site.clone(), post_id: None, place: "Lobby".to_owned() };
        let sign = stage.write(ines, move |work| sign::hang(work, &new)).unwrap();
        let (at, new) = (site.clone(), told(picture(stage)));
        let raised = stage.write(ines, move |work| {
            let site = site::rows::find(work, &at)?;
            concern::raise(work, &site, &new)
        });
        let raised = raised.unwrap().id;
        let (mail, attachment) = posted(stage, contact);
        let name = raised.clone();
        let said = stage.read(ines, move |work| conversation::rows::all(work.connection, &name)).unwrap();
        Self {
            client: client.to_string(),
            site: site.to_string(),
            contact: contact.me.actor.id.clone(),
            post: post.to_string(),
            sign,
            concern: raised.to_string(),
            contract: contract.to_string(),
            assignment: assignment.to_string(),
            photo: said[0].photos[0].to_string(),
            mail,
            attachment,
        }
    }

    /// The thing that an address names; none where it names a thing that belongs to no client, or
    /// one that opens to whoever has its code. A new noun of a client has its line here.
    pub(crate) fn named_in(&self, path: &str) -> Option<&str> {
        let (noun, rest) = path.trim_start_matches('/').trim_start_matches("portal/").split_once('/')?;
        match noun {
            _ if !rest.contains('{') => None,
            "clients" => Some(&self.client),
            "sites" => Some(&self.site),
            "contacts" => Some(&self.contact),
            "posts" => Some(&self.post),
            "signs" => Some(&self.sign),
            "concerns" => Some(&self.concern),
            "contracts" => Some(&self.contract),
            "assignments" => Some(&self.assignment),
            "photos" => Some(&self.photo),
            "mail" => Some(&self.mail),
            "attachments" => Some(&self.attachment),
            _ => None,
        }
    }
}

/// A mail of a contact with a file, and that file.
fn posted(stage: &Stage, contact: &Who) -> (String, String) {
    let mail = format!(
        "From: {}\nMessage-ID: <{}>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSee the file.\n--b\n\
         Content-Type: application/pdf; name=plan.pdf\nContent-Disposition: attachment\n\nplan\n--b--\n",
        contact.email, contact.email
    );
    let envelope = Envelope { source: Source::HandedOver, null_sender: false, recipients: Vec::new() };
    let id = arrival::keep(&stage.app, mail.as_bytes(), &envelope, stage.app.clock.now()).unwrap();
    stage.run_jobs();
    let arrival = stage.app.db.read_here(|connection| arrival::rows::any(connection, &id)).unwrap();
    let concern_id = arrival.settled.unwrap().concern_id.unwrap();
    let said = stage.app.db.read_here(|connection| conversation::rows::all(connection, &concern_id)).unwrap();
    (id.to_string(), said[0].files[0].id.clone())
}

/// A white dot: what it shows is of no matter here.
fn picture(stage: &Stage) -> Picture {
    let hash = "0".repeat(64);
    stage.app.files.put(&hash, b"a white dot").unwrap();
    Picture { hash, width: 1, height: 1, bytes: 11 }
}

fn told(photo: Picture) -> NewConcern {
    NewConcern {
        words: "The lights are out.".to_owned(),
        severity: Severity::S3,
        category: Category::Unsorted,
        remedy: None,
        channel: Channel::Phone,
        voice: Voice::Client,
        reporter: Reporter { id: None, name: None, email: None },
        language: Language::English,
        post_id: None,
        said_at: None,
        photos: vec![photo],
    }
}
