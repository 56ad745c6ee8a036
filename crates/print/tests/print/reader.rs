//! Reads a PDF back by a library that had no part in writing it.

use lopdf::content::Content;
use lopdf::{Dictionary, Encoding, Object, ObjectId, decode_text_string};
use print::Document;

pub(crate) struct Reader {
    pdf: lopdf::Document,
}

impl Reader {
    pub(crate) fn of(document: &Document) -> Reader {
        Reader { pdf: lopdf::Document::load_mem(&print::print(document).unwrap()).unwrap() }
    }

    pub(crate) fn pages(&self) -> usize {
        self.pdf.get_pages().len()
    }

    /// All that stands on all pages, in the order in which it is drawn.
    pub(crate) fn text(&self) -> String {
        (1..=self.pages()).map(|page| self.page_text(page)).collect()
    }

    /// What stands on a page: as its fonts say, or as the text that is meant by what is drawn.
    pub(crate) fn page_text(&self, page: usize) -> String {
        let page = self.page(page);
        let fonts = self.pdf.get_page_fonts(page).unwrap();
        let encoding = |name: &[u8]| fonts[name].get_font_encoding(&self.pdf).unwrap();
        let fonts: std::collections::BTreeMap<&Vec<u8>, Encoding> =
            fonts.keys().map(|name| (name, encoding(name))).collect();
        let (mut text, mut font, mut meant) = (String::new(), None, Vec::new());
        for operation in Content::decode(&self.pdf.get_page_content(page)).unwrap().operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "Tf" => font = fonts.get(&operands[0].as_name().unwrap().to_vec()),
                "BMC" => meant.push(false),
                "BDC" => {
                    let actual = operands[1].as_dict().and_then(|properties| properties.get(b"ActualText"));
                    let actual = actual.ok().map(|actual| decode_text_string(actual).unwrap());
                    meant.push(actual.is_some());
                    text.extend(actual);
                }
                "EMC" => drop(meant.pop().unwrap()),
                "Tj" | "TJ" if !meant.contains(&true) => {
                    for bytes in strings(&operands[0]) {
                        text += &lopdf::Document::decode_text(font.unwrap(), bytes).unwrap();
                    }
                }
                _ => {}
            }
        }
        text
    }

    pub(crate) fn size(&self) -> (i64, i64) {
        let page = self.pdf.get_dictionary(self.page(1)).unwrap();
        let sides = page.get(b"MediaBox").unwrap().as_array().unwrap();
        let side = |place: usize| sides[place].as_float().unwrap().round() as i64;
        (side(2), side(3))
    }

    pub(crate) fn is_tagged(&self) -> bool {
        let mark = self.dictionary(self.catalog(), b"MarkInfo");
        mark.get(b"Marked").unwrap().as_bool().unwrap()
    }

    pub(crate) fn language(&self) -> String {
        decode_text_string(self.catalog().get(b"Lang").unwrap()).unwrap()
    }

    pub(crate) fn title(&self) -> String {
        let properties = self.dictionary(&self.pdf.trailer, b"Info");
        decode_text_string(properties.get(b"Title").unwrap()).unwrap()
    }

    /// The XMP packet.
    pub(crate) fn metadata(&self) -> String {
        let stream = self.object(self.catalog().get(b"Metadata").unwrap()).as_stream().unwrap();
        String::from_utf8(stream.get_plain_content().unwrap()).unwrap()
    }

    /// The entries of the outline, each before what is within it.
    pub(crate) fn outline(&self) -> Vec<String> {
        let mut found = Vec::new();
        self.entries(self.dictionary(self.catalog(), b"Outlines"), &mut found);
        found
    }

    fn entries(&self, around: &Dictionary, found: &mut Vec<String>) {
        let mut next = around.get(b"First").ok();
        while let Some(entry) = next {
            let entry = self.object(entry).as_dict().unwrap();
            found.push(decode_text_string(entry.get(b"Title").unwrap()).unwrap());
            self.entries(entry, found);
            next = entry.get(b"Next").ok();
        }
    }

    /// The kinds of all elements of the structure, each before what is within it.
    pub(crate) fn structure(&self) -> Vec<String> {
        self.elements().into_iter().map(|element| name(element, b"S")).filter(|kind| kind != "Document").collect()
    }

    /// The words for who does not see the pictures.
    pub(crate) fn alternatives(&self) -> Vec<String> {
        let figures = self.elements().into_iter().filter(|element| name(element, b"S") == "Figure");
        figures.map(|figure| decode_text_string(figure.get(b"Alt").unwrap()).unwrap()).collect()
    }

    fn elements(&self) -> Vec<&Dictionary> {
        let mut found = Vec::new();
        self.below(self.dictionary(self.catalog(), b"StructTreeRoot"), &mut found);
        found
    }

    fn below<'a>(&'a self, element: &'a Dictionary, found: &mut Vec<&'a Dictionary>) {
        let children = element.get(b"K").map(|children| self.object(children));
        let children = match children {
            Ok(Object::Array(children)) => children.iter().collect(),
            Ok(child) => vec![child],
            Err(_) => Vec::new(),
        };
        for child in children.into_iter().filter_map(|child| self.object(child).as_dict().ok()) {
            if child.has(b"S") {
                found.push(child);
                self.below(child, found);
            }
        }
    }

    /// Where the links lead.
    pub(crate) fn addresses(&self) -> Vec<String> {
        let pages = self.pdf.get_pages();
        let annotations = pages.values().flat_map(|page| self.pdf.get_page_annotations(*page).unwrap());
        let address = |annotation: &Dictionary| self.dictionary(annotation, b"A").get(b"URI").unwrap().clone();
        annotations.map(|annotation| decode_text_string(&address(annotation)).unwrap()).collect()
    }

    fn page(&self, page: usize) -> ObjectId {
        self.pdf.get_pages()[&u32::try_from(page).unwrap()]
    }

    fn catalog(&self) -> &Dictionary {
        self.pdf.catalog().unwrap()
    }

    fn dictionary<'a>(&'a self, around: &'a Dictionary, key: &[u8]) -> &'a Dictionary {
        self.object(around.get(key).unwrap()).as_dict().unwrap()
    }

    fn object<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.pdf.dereference(object).unwrap().1
    }
}

fn name(element: &Dictionary, key: &[u8]) -> String {
    String::from_utf8(element.get(key).unwrap().as_name().unwrap().to_vec()).unwrap()
}

/// The strings of a Tj or of a TJ.
fn strings(operand: &Object) -> Vec<&[u8]> {
    match operand {
        Object::Array(parts) => parts.iter().filter_map(|part| part.as_str().ok()).collect(),
        part => vec![part.as_str().unwrap()],
    }
}
