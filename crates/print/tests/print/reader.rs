//! Reads a PDF back by a library that had no part in writing it.

use std::collections::BTreeMap;

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
        self.stretches(self.page(page)).into_iter().map(|(_, text)| text).collect()
    }

    /// What is read aloud: what stands at the leaves of the structure, in its order.
    pub(crate) fn aloud(&self) -> String {
        let mut stretches: BTreeMap<(ObjectId, i64), String> = BTreeMap::new();
        for page in self.pdf.get_pages().into_values() {
            for (number, text) in self.stretches(page) {
                if let Some(number) = number {
                    *stretches.entry((page, number)).or_default() += &text;
                }
            }
        }
        let mut text = String::new();
        for element in self.elements() {
            let page = |dictionary: &Dictionary| dictionary.get(b"Pg").and_then(Object::as_reference);
            for child in self.children(element) {
                let (page, number) = match child {
                    Object::Integer(number) => (page(element), Ok(*number)),
                    Object::Dictionary(child) => (page(child), child.get(b"MCID").and_then(Object::as_i64)),
                    _ => continue,
                };
                let Ok(number) = number else { continue };
                let place = (page.unwrap(), number);
                text += stretches.get(&place).map_or("", String::as_str);
            }
            text.push(' ');
        }
        text
    }

    /// The text of a page in stretches, each with its number in the structure if it has one.
    fn stretches(&self, page: ObjectId) -> Vec<(Option<i64>, String)> {
        let fonts = self.pdf.get_page_fonts(page).unwrap();
        let encoding = |name: &[u8]| fonts[name].get_font_encoding(&self.pdf).unwrap();
        let fonts: BTreeMap<&Vec<u8>, Encoding> = fonts.keys().map(|name| (name, encoding(name))).collect();
        let (mut stretches, mut font, mut open) = (Vec::new(), None, Vec::new());
        for operation in Content::decode(&self.pdf.get_page_content(page)).unwrap().operations {
            let operands = &operation.operands;
            let number = open.iter().rev().find_map(|(number, _)| *number);
            match operation.operator.as_str() {
                "Tf" => font = fonts.get(&operands[0].as_name().unwrap().to_vec()),
                "BMC" => open.push((None, false)),
                "BDC" => {
                    let properties = operands[1].as_dict().unwrap();
                    let actual = properties.get(b"ActualText").ok().map(|actual| decode_text_string(actual).unwrap());
                    open.push((properties.get(b"MCID").and_then(Object::as_i64).ok(), actual.is_some()));
                    stretches.extend(actual.map(|actual| (number, actual)));
                }
                "EMC" => drop(open.pop().unwrap()),
                "Tj" | "TJ" if !open.iter().any(|(_, meant)| *meant) => {
                    let text = |bytes| lopdf::Document::decode_text(font.unwrap(), bytes).unwrap();
                    stretches.extend(strings(&operands[0]).into_iter().map(|bytes| (number, text(bytes))));
                }
                _ => {}
            }
        }
        stretches
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
        self.outline_pages().into_iter().map(|(words, _, _)| words).collect()
    }

    /// The entries of the outline: their words, how deep they are, the page they lead to.
    pub(crate) fn outline_pages(&self) -> Vec<(String, usize, usize)> {
        let mut found = Vec::new();
        self.entries(self.dictionary(self.catalog(), b"Outlines"), 1, &mut found);
        found
    }

    fn entries(&self, around: &Dictionary, level: usize, found: &mut Vec<(String, usize, usize)>) {
        let mut next = around.get(b"First").ok();
        while let Some(entry) = next {
            let entry = self.object(entry).as_dict().unwrap();
            let place = self.object(entry.get(b"Dest").unwrap()).as_array().unwrap();
            let page = place[0].as_reference().unwrap();
            let page = self.pdf.get_pages().into_iter().find(|(_, found)| *found == page).unwrap().0;
            found.push((decode_text_string(entry.get(b"Title").unwrap()).unwrap(), level, page as usize));
            self.entries(entry, level + 1, found);
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

    /// Where figures stand on their pages: left, lower edge, right, upper edge.
    pub(crate) fn places(&self) -> Vec<Vec<f32>> {
        let figures = self.elements().into_iter().filter(|element| name(element, b"S") == "Figure");
        let attributes = |figure: &Dictionary| match self.object(figure.get(b"A").unwrap()) {
            Object::Array(all) => self.object(&all[0]).as_dict().unwrap().clone(),
            one => one.as_dict().unwrap().clone(),
        };
        let sides = |figure: &Dictionary| attributes(figure).get(b"BBox").unwrap().as_array().unwrap().clone();
        figures.map(|figure| sides(figure).iter().map(|side| side.as_float().unwrap()).collect()).collect()
    }

    /// How many pictures made of dots are in the file.
    pub(crate) fn images(&self) -> usize {
        let streams = self.pdf.objects.values().filter_map(|object| object.as_stream().ok());
        streams
            .filter(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image"))
            .count()
    }

    fn elements(&self) -> Vec<&Dictionary> {
        let mut found = Vec::new();
        self.below(self.dictionary(self.catalog(), b"StructTreeRoot"), &mut found);
        found
    }

    fn below<'a>(&'a self, element: &'a Dictionary, found: &mut Vec<&'a Dictionary>) {
        for child in self.children(element).into_iter().filter_map(|child| child.as_dict().ok()) {
            if child.has(b"S") {
                found.push(child);
                self.below(child, found);
            }
        }
    }

    fn children<'a>(&'a self, element: &'a Dictionary) -> Vec<&'a Object> {
        match element.get(b"K").map(|children| self.object(children)) {
            Ok(Object::Array(children)) => children.iter().map(|child| self.object(child)).collect(),
            Ok(child) => vec![child],
            Err(_) => Vec::new(),
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
