//! What the interface for programs says of itself: OpenAPI 3.1.

use std::sync::LazyLock;

use utoipa::openapi::PathItem;
use utoipa::openapi::header::Header;
use utoipa::openapi::link::Link;
use utoipa::openapi::path::{HttpMethod, Operation, OperationBuilder, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::schema::{ComponentsBuilder, ObjectBuilder};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Components, ContentBuilder, InfoBuilder, OpenApiBuilder, Paths, PathsBuilder, Ref, Required};

use super::{bounds, schema};

const ABOUT: &str = "\
For programs that tell what somebody said about the service, and follow what became of it.

Every request but the one for this document carries the program's token in the header \
`Authorization: Bearer TOKEN`; an administrator makes one. What is on the protected path is never seen here, \
and neither are the notes of staff.

A request that writes carries a key of its own in the header `Idempotency-Key`. Sent again with the same key and \
the same body, such as after a lost answer, it is answered as the first time and does nothing more; a key is kept \
for 30 days. A program may write 600 times a minute.

Moments are texts as in RFC 3339, in UTC. What is not done is answered as in RFC 9457.";

/// The document.
pub(super) fn text() -> &'static str {
    static TEXT: LazyLock<String> = LazyLock::new(|| {
        let info = InfoBuilder::new().title("Rapport").version("1.0.0").description(Some(ABOUT));
        let document = OpenApiBuilder::new()
            .info(info.build())
            .paths(paths())
            .components(Some(components()))
            .security(Some([SecurityRequirement::new("token", [""; 0])]));
        // A document of texts and lists of texts can always be written.
        document.build().to_json().unwrap_or_default()
    });
    &TEXT
}

fn paths() -> Paths {
    let concerns = PathItem::new(HttpMethod::Get, list());
    let raising = PathItem::new(HttpMethod::Post, raise());
    PathsBuilder::new()
        .path("/api/v1/openapi.json", PathItem::new(HttpMethod::Get, describe()))
        .path("/api/v1/sites", PathItem::new(HttpMethod::Get, sites()))
        .path("/api/v1/concerns", concerns)
        .path("/api/v1/concerns", raising)
        .path("/api/v1/concerns/{id}", PathItem::new(HttpMethod::Get, show()))
        .path("/api/v1/concerns/{id}/messages", PathItem::new(HttpMethod::Post, say()))
        .build()
}

fn describe() -> Operation {
    let document = ContentBuilder::new().schema(Some(ObjectBuilder::new())).build();
    OperationBuilder::new()
        .operation_id(Some("describe"))
        .summary(Some("This document"))
        .security(SecurityRequirement::default())
        .response("200", ResponseBuilder::new().description("This document.").content("application/json", document))
        .response("500", Ref::from_response_name("Broken"))
        .build()
}

fn sites() -> Operation {
    let to_raise = Link::builder().operation_id("raise").description("Tell something about a site.");
    let to_raise = to_raise.request_body(Some(serde_json::json!({ "site": "$response.body#/sites/0/id" })));
    let to_list = Link::builder().operation_id("list").parameter("site", "$response.body#/sites/0/id");
    let found =
        answer("The open sites, by name.", "Sites").link("raise", to_raise.build()).link("list", to_list.build());
    refusable(
        OperationBuilder::new().operation_id(Some("sites")).summary(Some("The sites that are open")),
        &["BadRequest"],
    )
    .response("200", found)
    .build()
}

fn list() -> Operation {
    let next = Link::builder().operation_id("list").parameter("before", "$response.body#/next").build();
    let show = Link::builder().operation_id("show").parameter("id", "$response.body#/concerns/0/id").build();
    let more = Link::builder().operation_id("say").parameter("id", "$response.body#/concerns/0/id").build();
    let found = answer("The concerns, newest first, open and closed.", "Page");
    let operation = OperationBuilder::new()
        .operation_id(Some("list"))
        .summary(Some("What was told"))
        .parameter(asked("site", bounds::id(), "Only at this site."))
        .parameter(asked("state", bounds::state(), "Only those that stand there."))
        .parameter(asked("before", bounds::cursor(), "Only what comes after the page that gave this as `next`."))
        .parameter(asked("limit", bounds::limit(), "How many at most."));
    refusable(operation, &["BadRequest"])
        .response("200", found.link("next", next).link("show", show).link("say", more))
        .build()
}

fn raise() -> Operation {
    let show = Link::builder().operation_id("show").parameter("id", "$response.body#/id").build();
    let more = Link::builder().operation_id("say").parameter("id", "$response.body#/id").build();
    let raised = answer("It was raised, and its promises run.", "Raised");
    let operation = OperationBuilder::new()
        .operation_id(Some("raise"))
        .summary(Some("Tell what somebody said"))
        .parameter(key())
        .request_body(Some(body("NewConcern")));
    refusable(operation, WRITING)
        .response("404", problem("There is no open site of this id."))
        .response("201", raised.header("Location", location()).link("show", show).link("say", more))
        .build()
}

fn show() -> Operation {
    let operation = OperationBuilder::new()
        .operation_id(Some("show"))
        .summary(Some("Where it stands, and what was said"))
        .parameter(concern());
    refusable(operation, &["BadRequest", "NotFound"])
        .response("200", answer("The concern, as whoever told us sees it.", "Shown"))
        .build()
}

fn say() -> Operation {
    let show = Link::builder().operation_id("show").parameter("id", "$response.body#/id").build();
    let said = answer("It was heard.", "Standing").header("Location", location()).link("show", show);
    let operation = OperationBuilder::new()
        .operation_id(Some("say"))
        .summary(Some("Tell what they said further"))
        .parameter(concern())
        .parameter(key())
        .request_body(Some(body("NewMessage")));
    refusable(operation, WRITING)
        .response("404", Ref::from_response_name("NotFound"))
        .response("409", problem("It is closed."))
        .response("201", said)
        .build()
}

/// What may go wrong with every request that writes.
const WRITING: &[&str] = &["BadRequest", "TooLarge", "NotJson", "TooOften"];
/// Every way in which something is not done: its name, its status, and what it means.
const REFUSALS: &[(&str, &str, &str)] = &[
    ("BadRequest", "400", "What was sent cannot be read, or the header Idempotency-Key is missing or unfit."),
    ("SignIn", "401", "No token was sent, or one that is not known or was taken away."),
    ("NotAllowed", "403", "A browser sent this from a page of somebody else."),
    ("NotFound", "404", "There is no such thing, or it is on the protected path."),
    ("TimedOut", "408", "The answer took too long."),
    ("TooLarge", "413", "The body is larger than 256 KB."),
    ("NotJson", "415", "The body is not application/json."),
    (
        "Unfit",
        "422",
        "Something is not within its bounds: `errors` names each field. Or the key came before with another body.",
    ),
    ("TooOften", "429", "The program writes too often."),
    ("Broken", "500", "Something of ours is broken."),
];

/// An operation for programs with a token, with the ways in which it may be refused.
fn refusable(operation: OperationBuilder, ways: &[&str]) -> OperationBuilder {
    let always = ["SignIn", "NotAllowed", "TimedOut", "Unfit", "Broken"];
    let named = REFUSALS.iter().filter(|(name, ..)| ways.contains(name) || always.contains(name));
    named.fold(operation, |operation, (name, status, _)| operation.response(*status, Ref::from_response_name(*name)))
}

fn components() -> Components {
    let token = Http::builder().scheme(HttpAuthScheme::Bearer).description(Some("The token of the program.")).build();
    let components = ComponentsBuilder::new()
        .schema("NewConcern", bounds::new_concern())
        .schema("NewMessage", bounds::new_message())
        .schema("Problem", bounds::problem())
        .schema_from::<schema::Standing>()
        .schema_from::<schema::Raised>()
        .schema_from::<schema::Listed>()
        .schema_from::<schema::Page>()
        .schema_from::<schema::Shown>()
        .schema_from::<schema::Said>()
        .schema_from::<schema::Promised>()
        .schema_from::<schema::Sites>()
        .schema_from::<schema::SiteName>()
        .security_scheme("token", SecurityScheme::Http(token));
    REFUSALS
        .iter()
        .fold(components, |components, (name, status, means)| components.response(*name, refusal(status, means)))
        .build()
}

fn refusal(status: &str, means: &str) -> Response {
    let header =
        |schema: ObjectBuilder, means: &str| Header::builder().schema(Some(schema)).description(Some(means)).build();
    let seconds = ObjectBuilder::new().schema_type(utoipa::openapi::schema::Type::Integer).minimum(Some(1));
    match status {
        "401" => problem(means).header("WWW-Authenticate", header(ObjectBuilder::new(), "How to sign in: `Bearer`.")),
        "429" => problem(means).header("Retry-After", header(seconds, "In how many seconds to try again.")),
        _ => problem(means),
    }
    .build()
}

fn problem(means: &str) -> ResponseBuilder {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    ResponseBuilder::new().description(means).content("application/problem+json", content)
}

fn answer(means: &str, schema: &str) -> ResponseBuilder {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(schema))).build();
    ResponseBuilder::new().description(means).content("application/json", content)
}

fn body(schema: &str) -> RequestBody {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(schema))).build();
    RequestBodyBuilder::new().content("application/json", content).required(Some(Required::True)).build()
}

fn location() -> Header {
    Header::builder().description(Some("Where the concern is read.")).build()
}

fn asked(name: &str, schema: ObjectBuilder, means: &str) -> Parameter {
    let parameter = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Query).required(Required::False);
    parameter.schema(Some(schema)).description(Some(means)).build()
}

fn concern() -> Parameter {
    let parameter = ParameterBuilder::new().name("id").parameter_in(ParameterIn::Path).required(Required::True);
    parameter.schema(Some(bounds::id())).description(Some("The id of a concern.")).build()
}

fn key() -> Parameter {
    let means =
        "A text that the program chooses for this request alone. Sent again with the same body, it does nothing more.";
    let parameter = ParameterBuilder::new().name("Idempotency-Key").parameter_in(ParameterIn::Header);
    parameter.required(Required::True).schema(Some(bounds::key())).description(Some(means)).build()
}
