//! Pictures, on disk, named by what is in them.
//!
//! A picture that comes in is decoded and written anew as JPEG: what is kept is a real picture
//! without its place, its camera's name, or anything else that was hidden in it.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use crate::{Error, Fields, Refusal, Result, disk, secret};

/// The largest picture that may come in, in bytes.
pub const LARGEST_BYTES: usize = 12 * 1024 * 1024;
/// The widest or tallest picture that may come in, in pixels.
const LARGEST_SIDE: u32 = 12_000;
/// What decoding may take, in bytes of memory; 50 million pixels fit.
const DECODING_BYTES: u64 = 200 * 1024 * 1024;
/// How many pictures are decoded at once, whoever sends them: each may take so much memory.
static TURNS: Semaphore = Semaphore::const_new(2);
/// The longest side of what is kept, in pixels.
const KEPT_SIDE: u32 = 1_600;
const JPEG_QUALITY: u8 = 80;

/// The folder of pictures.
#[derive(Debug, Clone)]
pub struct Files {
    folder: PathBuf,
}

/// A picture that is on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// SHA-256 of what is kept, in hex: its name.
    pub hash: String,
    /// In pixels.
    pub width: i64,
    /// In pixels.
    pub height: i64,
    /// How large it is.
    pub bytes: i64,
}

impl Files {
    /// The pictures in this data folder.
    ///
    /// # Errors
    /// Broken when the folder cannot be made.
    pub fn open(data: &Path) -> Result<Self> {
        let folder = data.join("files");
        disk::make_folder(&folder)?;
        Ok(Self { folder })
    }

    /// Takes pictures in, when it is their turn, off the threads that serve.
    ///
    /// # Errors
    /// Refused when one of them is no picture of a kind that we read, or too large.
    pub async fn keep_pictures(&self, pictures: Vec<Vec<u8>>) -> Result<Vec<Picture>> {
        let mut kept = Vec::with_capacity(pictures.len());
        for bytes in pictures {
            let turn = TURNS.acquire().await.map_err(|error| Error::Broken(error.into()))?;
            let files = self.clone();
            // The work has the turn, not whoever waits for it: they may go away before it is done.
            let keeping = tokio::task::spawn_blocking(move || {
                let picture = files.keep_picture(&bytes);
                drop(turn);
                picture
            });
            kept.push(keeping.await??);
        }
        Ok(kept)
    }

    /// Takes in the pictures that came with a field; none, and a problem beside it, when one of them is refused.
    ///
    /// # Errors
    /// Broken when they cannot be put on disk.
    pub async fn keep_uploads(&self, fields: &mut Fields, name: &'static str) -> Result<Option<Vec<Picture>>> {
        let uploads = fields.uploads(name).map(|upload| upload.bytes.clone()).collect();
        match self.keep_pictures(uploads).await {
            Ok(kept) => Ok(Some(kept)),
            Err(Error::Refused(refusal)) => {
                fields.refuse(name, refusal);
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// Takes a picture in: decodes it within bounds, makes it upright and small, and puts it on disk.
    /// For jobs, of which one runs at a time; whoever serves takes turns, see [`Files::keep_pictures`].
    ///
    /// # Errors
    /// Refused when it is no picture of a kind that we read, or too large.
    pub fn keep_picture(&self, bytes: &[u8]) -> Result<Picture> {
        if bytes.len() > LARGEST_BYTES {
            return Err(Error::refused("photo-too-large"));
        }
        let picture = upright(bytes)?;
        let small = if picture.width().max(picture.height()) > KEPT_SIDE {
            picture.resize(KEPT_SIDE, KEPT_SIDE, image::imageops::FilterType::Triangle)
        } else {
            picture
        };
        let mut kept = Vec::new();
        let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut kept, JPEG_QUALITY);
        small.to_rgb8().write_with_encoder(encoder).map_err(|error| Error::Broken(error.into()))?;
        let hash = secret::hex(&Sha256::digest(&kept));
        self.put(&hash, &kept)?;
        Ok(Picture {
            hash,
            width: small.width().into(),
            height: small.height().into(),
            bytes: i64::try_from(kept.len()).unwrap_or(i64::MAX),
        })
    }

    /// The file of this hash.
    ///
    /// # Errors
    /// Not found when the hash is none, or nothing of that name is here.
    pub fn read(&self, hash: &str) -> Result<Vec<u8>> {
        let path = self.path(hash)?;
        std::fs::read(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Error::NotFound,
            _ => error.into(),
        })
    }

    /// Puts bytes under their hash, on disk when this returns. A file that is there already is the same file.
    ///
    /// # Errors
    /// Broken when the disk says so.
    pub fn put(&self, hash: &str, bytes: &[u8]) -> Result<()> {
        let path = self.path(hash)?;
        if path.exists() {
            return Ok(());
        }
        let folder = path.parent().unwrap_or(&self.folder);
        disk::make_folder(folder)?;
        let beside = folder.join(format!("{hash}.{}", secret::hex(&secret::random::<8>()?)));
        Ok(disk::write_whole(&beside, &path, bytes)?)
    }

    /// The names of all pictures, in order, one folder at a time.
    ///
    /// # Errors
    /// Broken when the disk says so.
    pub fn names(&self) -> Result<impl Iterator<Item = Result<String>> + use<>> {
        let folders = sorted(&self.folder)?;
        let files = folders.into_iter().map(|folder| sorted(&folder));
        Ok(files.flat_map(|files| match files {
            Ok(files) => files.iter().filter_map(|file| name(file).map(Ok)).collect(),
            Err(error) => vec![Err(error)],
        }))
    }

    fn path(&self, hash: &str) -> Result<PathBuf> {
        secret::from_hex::<32>(hash).ok_or(Error::NotFound)?;
        Ok(self.folder.join(&hash[..2]).join(hash))
    }
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<PathBuf>>>()?;
    paths.sort();
    Ok(paths)
}

/// The name of a picture; what is still being written beside its place is none.
fn name(file: &Path) -> Option<String> {
    let name = file.file_name()?.to_str()?;
    secret::from_hex::<32>(name).map(|_| name.to_owned())
}

/// Decodes a picture and turns it as its camera was held.
fn upright(bytes: &[u8]) -> Result<DynamicImage> {
    let no_picture = |_| Error::Refused(Refusal::new("photo-unreadable"));
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(DECODING_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(no_picture)?;
    if decoder.total_bytes() > DECODING_BYTES {
        return Err(Error::refused("photo-too-large"));
    }
    let orientation = decoder.orientation().map_err(no_picture)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(no_picture)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    fn files() -> (tempfile::TempDir, Files) {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::open(folder.path()).unwrap();
        (folder, files)
    }

    #[test]
    fn a_picture_is_made_small_and_named_by_its_hash() {
        let (_folder, files) = files();
        let kept = files.keep_picture(&png(3_200, 1_000)).unwrap();
        assert_eq!((kept.width, kept.height), (1_600, 500));
        let bytes = files.read(&kept.hash).unwrap();
        assert_eq!(secret::hex(&Sha256::digest(&bytes)), kept.hash);
        assert_eq!(files.keep_picture(&png(3_200, 1_000)).unwrap(), kept, "the same picture is kept once");
        assert_eq!(files.names().unwrap().map(Result::unwrap).collect::<Vec<_>>(), [kept.hash]);
    }

    #[test]
    fn the_place_in_a_photo_is_not_kept() {
        let mut with_place = Vec::new();
        let mut encoder = image::codecs::jpeg::JpegEncoder::new(&mut with_place);
        image::ImageEncoder::set_exif_metadata(&mut encoder, b"GPSLatitude 41.0".to_vec()).unwrap();
        DynamicImage::new_rgb8(8, 8).write_with_encoder(encoder).unwrap();
        let found = |bytes: &[u8]| bytes.windows(11).any(|window| window == b"GPSLatitude");
        assert!(found(&with_place));
        let (_folder, files) = files();
        let kept = files.keep_picture(&with_place).unwrap();
        assert!(!found(&files.read(&kept.hash).unwrap()));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let (_folder, files) = files();
        for bytes in [b"<svg onload=alert(1)>".to_vec(), Vec::new(), png(8, 8)[..30].to_vec()] {
            assert!(matches!(files.keep_picture(&bytes), Err(Error::Refused(_))));
        }
    }

    /// CRC-32 as a chunk of a PNG ends with it (PNG specification, annex D).
    fn crc(bytes: &[u8]) -> u32 {
        let one_bit = |crc: u32| (crc >> 1) ^ (0xedb8_8320 * (crc & 1));
        !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| one_bit(crc)))
    }

    /// A picture of one pixel that says it is as large as this, in a header that is whole.
    fn bomb(side: u32) -> Vec<u8> {
        let mut bytes = png(1, 1);
        assert_eq!(bytes[29..33], crc(&bytes[12..29]).to_be_bytes(), "the header is where we look for it");
        bytes[16..20].copy_from_slice(&side.to_be_bytes());
        bytes[20..24].copy_from_slice(&side.to_be_bytes());
        let sum = crc(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&sum.to_be_bytes());
        bytes
    }

    #[test]
    fn a_picture_that_is_too_wide_or_a_bomb_is_refused() {
        let (_folder, files) = files();
        assert!(files.keep_picture(&png(LARGEST_SIDE, 1)).is_ok());
        assert!(matches!(files.keep_picture(&png(LARGEST_SIDE + 1, 1)), Err(Error::Refused(_))));
        let refused = files.keep_picture(&bomb(LARGEST_SIDE));
        assert!(matches!(refused, Err(Error::Refused(refusal)) if refusal.key == "photo-too-large"));
    }

    #[test]
    fn a_turn_lasts_as_long_as_the_work_also_when_nobody_waits_for_it() {
        let (_folder, files) = files();
        let runtime = tokio::runtime::Builder::new_current_thread().max_blocking_threads(1).build().unwrap();
        runtime.block_on(async {
            let (begin, begun) = std::sync::mpsc::channel::<()>();
            let _busy = tokio::task::spawn_blocking(move || begun.recv());
            tokio::select! {
                biased;
                kept = files.keep_pictures(vec![png(8, 8)]) => panic!("no thread was free for it: {kept:?}"),
                () = std::future::ready(()) => {}
            }
            assert_eq!(TURNS.available_permits(), 1);
            drop(begin);
            drop(TURNS.acquire_many(2).await.unwrap());
        });
    }

    #[test]
    fn a_name_that_is_no_hash_is_not_found() {
        let (_folder, files) = files();
        assert!(matches!(files.read("../../rapport.key"), Err(Error::NotFound)));
    }
}
