//! Documents as they are printed in life: post orders, a difference, a poster, signatures.

use print::{Document, Paper, Part, Run, TypeSize};

/// Post orders of a gate, with all that a document may have.
pub(crate) fn post_orders() -> Document {
    let mut parts = vec![
        heading(1, "Purpose of the post"),
        paragraph(
            "The gate is the only way in for lorries. Whoever stands here knows at every moment who is inside, and can say so to the fire brigade.",
        ),
        heading(1, "Duties"),
        heading(2, "On arrival"),
        paragraph("Do these in order:"),
        item(Some(1), 0, "Take over the keys and count them: 14 on the ring, 2 in the safe."),
        item(Some(2), 0, "Read the log of the last 24 hours, and sign that you did."),
        item(Some(3), 0, "Walk the fence:"),
        item(None, 1, "north side, past the transformer;"),
        item(
            None,
            1,
            "east side, past the loading docks, where the lamps over docks 3 and 4 must burn even by day, because the cameras need them;",
        ),
        item(None, 2, "dock 4 has a door that looks shut when it is not."),
        item(Some(4), 0, "Call the control room."),
        heading(2, "Visitors"),
        visitors(),
        Part::Quote(vec![Run::plain("Nobody was ever late because we asked twice who he was.")]),
        heading(1, "Whom to call"),
        calls(),
        heading(1, "Equipment"),
        Part::Picture {
            bytes: picture(),
            alt: "Plan of the gate: the barrier, the hut to its left, the turning place behind".to_owned(),
        },
        paragraph(
            "The radio is on channel 4. If it is silent: \u{2192} \u{26A0} use the telephone \u{260E} in the hut, \u{BD} turn of the key, \u{2713} and wait.",
        ),
        Part::Code("CALL   control-1\nSAY    post 7, gate, <your number>\n       over".to_owned()),
        Part::Rule,
    ];
    parts.extend((1..=9).flat_map(section));
    Document {
        language: "en".to_owned(),
        title: "Post orders: Main gate".to_owned(),
        organization: "Torre Norte Security".to_owned(),
        header: "Riverside logistics park, Main gate".to_owned(),
        footer: "Revision 7, in force since 3 November 2026 06:00. Printed 25 November 2026 14:02 by L. Romero. A later revision replaces this one.".to_owned(),
        page_of_pages: "Page {page} of {pages}".to_owned(),
        notice: Some("Temporary order until 1 December 2026 18:00: the east fence is open for works. An officer stands there at all times.".to_owned()),
        facts: facts(),
        parts,
        printed_at: "2026-11-25T13:02:00Z".parse().unwrap(),
        ..Document::default()
    }
}

fn visitors() -> Part {
    Part::Paragraph(vec![
        Run::plain("Ask for an identity card. "),
        Run::strong("Never keep it."),
        Run::plain(" Write the badge number as "),
        Run { code: true, ..Run::plain("V-0147") },
        Run::plain(" and "),
        Run { emphasis: true, ..Run::plain("never as a name alone") },
        Run::plain(". The rules of the site are "),
        Run { link: Some("https://example.org/rules".to_owned()), ..Run::plain("on their page") },
        Run::plain("; the office answers at "),
        Run { link: Some("tel:+34910000000".to_owned()), ..Run::plain("+34 910 000 000") },
        Run::plain("."),
    ])
}

/// What changed from one revision to the next.
pub(crate) fn difference() -> Document {
    let gone = |text: &str| Run { gone: true, ..Run::plain(text) };
    let new = |text: &str| Run { new: true, ..Run::plain(text) };
    Document {
        language: "es-ES".to_owned(),
        title: "\u{D3}rdenes del puesto: qu\u{E9} cambi\u{F3}".to_owned(),
        organization: "Seguridad Torre Norte".to_owned(),
        header: "Parque log\u{ED}stico Ribera, Entrada principal".to_owned(),
        footer: "Revisi\u{F3}n 7 frente a la 6".to_owned(),
        page_of_pages: "P\u{E1}gina {page} de {pages}".to_owned(),
        paper: Paper::Letter,
        parts: vec![
            heading(1, "Rondas"),
            Part::Paragraph(vec![
                Run::plain("\u{BF}Cu\u{E1}ndo? La ronda empieza a las "),
                gone("22:00"),
                Run::plain(" "),
                new("21:30"),
                Run::plain(" y el vigilante anota la hora en el cuaderno del a\u{F1}o."),
            ]),
            Part::Paragraph(vec![new(
                "Un p\u{E1}rrafo entero que es nuevo: la puerta peque\u{F1}a se cierra con llave al anochecer.",
            )]),
            Part::Item { ordered: Some(10), depth: 0, runs: vec![gone("Apagar las luces del muelle.")] },
            Part::Item { ordered: Some(11), depth: 0, runs: vec![Run::plain("Avisar al centro de control.")] },
        ],
        ..Document::default()
    }
}

/// A poster for a lobby.
pub(crate) fn poster() -> Document {
    let row = |said: &str, did: &str| vec![vec![Run::plain(said)], vec![Run::plain(did)]];
    Document {
        language: "en".to_owned(),
        title: "You said, we did".to_owned(),
        organization: "Torre Norte Security".to_owned(),
        header: "Riverside logistics park".to_owned(),
        footer: "November 2026".to_owned(),
        page_of_pages: "Page {page} of {pages}".to_owned(),
        type_size: TypeSize::Poster,
        parts: vec![
            Part::Table {
                head: vec![vec![Run::plain("You said")], vec![Run::plain("We did")]],
                rows: vec![
                    row("The lobby is dark after eight.", "The lamps burn until midnight since 4 November."),
                    row("Nobody answers the side gate.", "A bell rings at the desk."),
                    row("Visitors wait too long.", "A second officer from 08:00 to 10:00."),
                ],
            },
            paragraph("Tell us more: scan the sign beside the door."),
        ],
        ..Document::default()
    }
}

/// A sheet that officers sign.
pub(crate) fn signatures() -> Document {
    let names = (1..=32).map(|number| format!("Officer {number:02} M\u{E1}rquez N\u{FA}\u{F1}ez"));
    Document {
        title: "Read and understood: revision 7".to_owned(),
        facts: facts(),
        notice: None,
        parts: vec![
            paragraph("I have read these post orders, and I could ask what I did not understand."),
            Part::SignatureRows {
                head: ["Name", "Signature", "Date"].map(str::to_owned).to_vec(),
                names: names.collect(),
            },
        ],
        ..post_orders()
    }
}

fn facts() -> Vec<(String, String)> {
    [
        ("Site", "Riverside logistics park"),
        ("Post", "Main gate"),
        ("Revision", "7"),
        ("In force since", "3 November 2026 06:00 (Europe/Madrid)"),
        ("Author", "L. Romero"),
        ("Approved by", "S. Okafor, 2 November 2026"),
        ("Replaces", "Revision 6 of 14 May 2026"),
        ("Cause", "Concern 2026-118: lorries waited in the street"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .to_vec()
}

fn calls() -> Part {
    let cell = |text: &str| vec![Run::plain(text)];
    let row = |number: usize| {
        vec![
            cell(&format!("Case {number}: somebody is hurt, or smoke is seen, or the alarm of hall {number} rings")),
            vec![Run::strong("112"), Run::plain(", then the control room")],
            cell(if number.is_multiple_of(3) { "" } else { "at once" }),
        ]
    };
    Part::Table { head: vec![cell("What happened"), cell("Call"), cell("When")], rows: (1..=24).map(row).collect() }
}

fn section(number: usize) -> Vec<Part> {
    let words = "The officer stays until relieved, writes down what happened, when, and who was told, and leaves nothing for the next one to guess. ";
    vec![heading(1, &format!("Section {number}")), paragraph(&words.repeat(4)), paragraph(&words.repeat(2))]
}

pub(crate) fn heading(level: u8, text: &str) -> Part {
    Part::Heading { level, text: text.to_owned() }
}

pub(crate) fn paragraph(text: &str) -> Part {
    Part::Paragraph(vec![Run::plain(text)])
}

fn item(ordered: Option<u32>, depth: u8, text: &str) -> Part {
    Part::Item { ordered, depth, runs: vec![Run::plain(text)] }
}

/// A picture of shades.
pub(crate) fn picture() -> Vec<u8> {
    let shades = image::RgbImage::from_fn(320, 160, |x, y| image::Rgb([(x / 2) as u8, (y) as u8, 120]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    shades.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}
