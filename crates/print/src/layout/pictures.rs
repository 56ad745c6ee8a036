//! Pictures: read within bounds, never larger than the page.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use krilla::image::Image;

use super::Layout;
use super::blocks::ABOVE;
use super::sheet::BODY_SIZE;
use super::strip::{Area, Mark, Strip};
use crate::Run;
use crate::lettering::clean;
use crate::lettering::paragraph::{Look, Paragraph};
use crate::tags::{Kind, Tags};

/// At most so many pixels on a side, and so many bytes when unpacked.
const MOST_SIDE: u32 = 12_000;
const MOST_UNPACKED_BYTES: u64 = 256 * 1024 * 1024;
/// A picture is printed at 144 dots an inch, or as wide as the page.
const POINTS_PER_PIXEL: f32 = 0.5;
/// At most this part of the height of a page.
const MOST_HEIGHT: f32 = 0.6;

impl Layout {
    pub(super) fn picture(&mut self, bytes: &[u8], alt: &str) {
        let words = clean::line(alt);
        let Some(image) = read(bytes) else { return self.unreadable(&words) };
        let (width, height) = image.size();
        let (wide, tall) = (width as f32 * POINTS_PER_PIXEL, height as f32 * POINTS_PER_PIXEL);
        let most_tall = self.sheet.body_height() * MOST_HEIGHT;
        let fits = (self.sheet.body_width() / wide).min(most_tall / tall).min(1.0);
        let area = Area { left: 0.0, top: 0.0, width: wide * fits, height: tall * fits };
        let node = (!words.is_empty()).then(|| self.tags.grow(Tags::ROOT, Kind::Figure(words)));
        let before = 2.0 * ABOVE * self.sheet.scale;
        let marks = vec![Mark::Picture { image, area, node }];
        self.strips.push(Strip { before, height: area.height, marks, ..Strip::default() });
    }

    /// A frame with the words of a picture that cannot be read.
    fn unreadable(&mut self, words: &str) {
        let node = self.tags.grow(Tags::ROOT, Kind::Paragraph);
        let look = Look { emphasis: true, ..self.look(BODY_SIZE) };
        let run = Run::plain(format!("\u{2612} {words}"));
        let paragraph = Paragraph::new(self.fonts, &[run], look, &mut self.tags, node);
        self.framed(paragraph);
    }
}

/// The picture of a file. A JPEG of light goes in as it is; all else is unpacked, so that
/// what is broken is seen here and not when the PDF is written.
fn read(bytes: &[u8]) -> Option<Image> {
    let reader = || {
        let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
        let mut limits = Limits::default();
        (limits.max_image_width, limits.max_image_height) = (Some(MOST_SIDE), Some(MOST_SIDE));
        limits.max_alloc = Some(MOST_UNPACKED_BYTES);
        reader.limits(limits);
        Some(reader)
    };
    let is_jpeg = reader()?.format() == Some(ImageFormat::Jpeg);
    let mut decoder = reader()?.into_decoder().ok()?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    if is_jpeg && orientation == Orientation::NoTransforms && !is_ink(bytes) {
        return Image::from_jpeg(bytes.to_vec().into(), false).ok();
    }
    picture.apply_orientation(orientation);
    let pixels = picture.to_rgba8();
    let (width, height) = pixels.dimensions();
    (width > 0 && height > 0).then(|| Image::from_rgba8(pixels.into_raw(), width, height))
}

/// Whether a JPEG is of four inks (ITU-T T.81, B.2.2: the number of components in its frame
/// header), which a PDF that is to be kept may not have without a profile.
fn is_ink(jpeg: &[u8]) -> bool {
    let mut rest = jpeg.get(2..).unwrap_or_default();
    while let [0xFF, marker, high, low, body @ ..] = rest {
        let is_frame = matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC);
        if is_frame {
            return body.get(5).is_some_and(|components| *components == 4);
        }
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        rest = rest.get(2 + length..).unwrap_or_default();
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(40, 20).write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn pictures_are_read_and_what_is_none_is_not() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let bytes = file(format);
            assert_eq!(read(&bytes).unwrap().size(), (40, 20), "{format:?}");
            assert!(read(&bytes[..bytes.len() / 3]).is_none(), "{format:?}");
        }
        assert!(read(b"").is_none());
        assert!(read(b"no picture").is_none());
    }

    #[test]
    fn a_picture_of_light_is_known() {
        assert!(!is_ink(&file(ImageFormat::Jpeg)));
        let frame = |components| [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, components, 0, 0];
        assert_eq!((is_ink(&frame(3)), is_ink(&frame(4))), (false, true));
    }
}
