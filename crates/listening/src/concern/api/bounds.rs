//! The bounds of every field of the interface for programs. The words that a field may hold are
//! those of its type, so that document and rules cannot differ.

use ground::entry::ActorKind;
use ground::words::Language;
use serde_json::{Value, json};
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{KnownFormat, SchemaFormat};

use super::sent::KEY_LETTERS;
use super::{LARGEST_PAGE, PAGE, VOICES};
use crate::concern::{Category, Channel, Outcome, State, Urgency, Voice, WORDS_LETTERS};
use crate::promise::Step;

/// The fields of a concern that is raised.
pub(super) const NEW_CONCERN: &[&str] = &[
    "site",
    "words",
    "urgency",
    "voice",
    "category",
    "remedy",
    "reporter_name",
    "reporter_email",
    "language",
    "said_at",
];
/// The fields of a message.
pub(super) const NEW_MESSAGE: &[&str] = &["words"];
/// What the list can be asked for.
pub(super) const LIST: &[&str] = &["site", "state", "before", "limit"];

/// The longest name, in letters.
const NAME_LETTERS: usize = 120;
/// The longest remedy, in letters.
const REMEDY_LETTERS: usize = 1_000;

const ID: &str = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
const CURSOR: &str = "^[0-9a-f]{44}$";
const KEY: &str = "^[!-~]+$";
/// Spaces of every kind (Unicode White_Space), which do not count at the ends of a text.
const SPACES: &str = r"\t\n\x0b\x0c\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000";
/// What no text may hold: characters that control, but for tab and line ends.
const CONTROLS: &str = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f";
/// What no text may hold: marks that turn text around, and what is no character.
const TURNS: &str = r"\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff";

const EXAMPLE_ID: &str = "01936f2a-7c4e-7d31-9a58-3f6b2c1d0e94";
const EXAMPLE_MOMENT: &str = "2026-11-22T12:00:00Z";

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

fn or_null(builder: ObjectBuilder) -> ObjectBuilder {
    builder.schema_type(SchemaType::from_iter([Type::String, Type::Null]))
}

fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> ObjectBuilder {
    text().enum_values(Some(words))
}

/// One of a few words, or null.
fn one_or_null<'a>(words: impl IntoIterator<Item = &'a str>) -> ObjectBuilder {
    let words = words.into_iter().map(Value::from).chain([Value::Null]);
    or_null(ObjectBuilder::new().enum_values(Some(words)))
}

/// A text of many lines in which so many characters or more are seen.
fn prose(seen: usize, most: usize) -> ObjectBuilder {
    let (any, one) = (format!("[^{CONTROLS}{TURNS}]*"), format!("[^{CONTROLS}{TURNS}{SPACES}]"));
    let pattern = format!("^{any}{}$", format!("{one}{any}").repeat(seen));
    text().min_length(Some(seen)).max_length(Some(most)).pattern(Some(pattern))
}

/// A text of one line.
fn line(most: usize) -> ObjectBuilder {
    let unfit = format!(r"\x00-\x1f\x7f-\x9f{TURNS}");
    let (any, one) = (format!("[^{unfit}]*"), format!("[^{unfit}{SPACES}]"));
    let pattern = format!("^[{SPACES}]*{one}({any}{one})?[{SPACES}]*$");
    text().min_length(Some(1)).max_length(Some(most)).pattern(Some(pattern))
}

pub(super) fn state() -> ObjectBuilder {
    one_of(State::ALL.iter().map(|state| state.word()))
}

pub(super) fn step() -> ObjectBuilder {
    one_of(Step::ALL.iter().map(|step| step.word()))
}

pub(super) fn channel() -> ObjectBuilder {
    one_of(Channel::ALL.iter().map(|channel| channel.word()))
}

pub(super) fn voice() -> ObjectBuilder {
    one_of(Voice::ALL.iter().map(|voice| voice.word()))
}

pub(super) fn outcome_or_null() -> ObjectBuilder {
    one_or_null(Outcome::ALL.iter().map(|outcome| outcome.word()))
}

pub(super) fn language() -> ObjectBuilder {
    one_of(Language::ALL.iter().map(|language| language.code()))
}

pub(super) fn speaker() -> ObjectBuilder {
    one_of(
        [ActorKind::System, ActorKind::Guest, ActorKind::Contact, ActorKind::Staff, ActorKind::Program]
            .map(ActorKind::as_str),
    )
}

pub(super) fn id() -> ObjectBuilder {
    text().pattern(Some(ID)).examples([EXAMPLE_ID])
}

pub(super) fn number() -> ObjectBuilder {
    text().pattern(Some("^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$")).examples(["7K2Q-M4DX"])
}

pub(super) fn moment() -> ObjectBuilder {
    text().format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime))).examples([EXAMPLE_MOMENT])
}

pub(super) fn moment_or_null() -> ObjectBuilder {
    or_null(moment())
}

pub(super) fn link() -> ObjectBuilder {
    text().format(Some(SchemaFormat::Custom("uri".to_owned())))
}

pub(super) fn cursor() -> ObjectBuilder {
    text().pattern(Some(CURSOR))
}

pub(super) fn cursor_or_null() -> ObjectBuilder {
    or_null(cursor())
}

pub(super) fn key() -> ObjectBuilder {
    text().min_length(Some(1)).max_length(Some(KEY_LETTERS)).pattern(Some(KEY)).examples(["door-7-2026-11-22-0142"])
}

pub(super) fn limit() -> ObjectBuilder {
    let number = ObjectBuilder::new().schema_type(Type::Integer);
    number.minimum(Some(1)).maximum(Some(LARGEST_PAGE)).default(Some(json!(PAGE)))
}

/// What is sent to raise a concern.
pub(super) fn new_concern() -> ObjectBuilder {
    let said = |field: ObjectBuilder, what: &str| field.description(Some(what));
    let email = text().format(Some(SchemaFormat::KnownFormat(KnownFormat::Email))).max_length(Some(254));
    let object = ObjectBuilder::new()
        .property("site", said(id(), "The id of an open site, as in /api/v1/sites."))
        .property("words", said(words(), "What was said."))
        .property(
            "urgency",
            said(
                one_of(Urgency::ALL.iter().map(|urgency| urgency.word())),
                "How urgent it is, in the eyes of whoever tells us.",
            ),
        )
        .property(
            "voice",
            said(one_of(VOICES.map(Voice::word)), "Whose voice it is: a person of the client, or anybody at the site."),
        )
        .property(
            "category",
            said(
                one_or_null(Category::ALL.iter().map(|category| category.word())),
                "What it is about, where that is known.",
            ),
        )
        .property("remedy", said(or_null(prose(1, REMEDY_LETTERS)), "What they would like to happen."))
        .property(
            "reporter_name",
            said(or_null(line(NAME_LETTERS)), "What whoever tells us is called; leave it out for somebody anonymous."),
        )
        .property("reporter_email", said(or_null(email), "Where the answer reaches them."))
        .property(
            "language",
            said(
                one_or_null(Language::ALL.map(Language::code)),
                "In which language they said it; otherwise the one of Accept-Language, or of the organization.",
            ),
        )
        .property(
            "said_at",
            said(
                or_null(moment()),
                "When it was said, where that was not now (RFC 3339). What lies in the future is taken as now.",
            ),
        );
    ["site", "words", "urgency", "voice"]
        .into_iter()
        .fold(object, ObjectBuilder::required)
        .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)))
        .examples([json!({
            "site": EXAMPLE_ID,
            "words": "The side door at the loading bay was open again at six.",
            "urgency": "serious",
            "voice": "client",
            "reporter_name": "Dana Reyes",
            "reporter_email": "dana@harbour.example",
        })])
}

/// What is sent to say more.
pub(super) fn new_message() -> ObjectBuilder {
    ObjectBuilder::new()
        .property("words", words().description(Some("What was said.")))
        .required("words")
        .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)))
        .examples([json!({ "words": "It was open again this morning." })])
}

/// Why something was not done (RFC 9457).
pub(super) fn problem() -> ObjectBuilder {
    let field = ObjectBuilder::new()
        .property("field", text().description(Some("Its name.")))
        .property("code", text().description(Some("What is wrong, for programs.")))
        .property("detail", text().description(Some("What is wrong, for people.")));
    let field = ["field", "code", "detail"].into_iter().fold(field, ObjectBuilder::required);
    let number = ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(400)).maximum(Some(599));
    let object = ObjectBuilder::new()
        .property("status", number.description(Some("The status of this answer.")))
        .property("code", text().description(Some("Why, for programs.")).examples(["api-unfit"]))
        .property("title", text().description(Some("Why, for people, in the language of Accept-Language.")))
        .property("errors", field.to_array_builder().description(Some("What is wrong with each field.")));
    ["status", "code", "title"].into_iter().fold(object, ObjectBuilder::required)
}

fn words() -> ObjectBuilder {
    prose(2, WORDS_LETTERS)
}
