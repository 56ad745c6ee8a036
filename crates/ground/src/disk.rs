//! Folders and files of ours: for ourselves alone where they must be, and still there after a power cut.

use std::fs::{self, DirBuilder, File};
use std::io::{Result, Write};
use std::path::Path;

/// Makes a folder that only our own user may enter, and what is missing above it. A folder that is
/// there stays as it is: whoever made it knows who else needs it.
///
/// # Errors
/// When the disk says so.
pub fn make_private_folder(folder: &Path) -> Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    make(folder, &mut builder)
}

/// Makes a folder as the process makes folders, and what is missing above it.
pub(crate) fn make_folder(folder: &Path) -> Result<()> {
    make(folder, &mut DirBuilder::new())
}

/// Writes a file beside its place and moves it there when all of it is on disk, so that a crash
/// leaves no half of it under its name.
///
/// # Errors
/// When the disk says so.
pub fn write_whole(beside: &Path, place: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = File::create(beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(beside, place)?;
    sync_around(place)
}

/// Puts on disk that a file or a folder has this name: its folder knows that, not itself.
pub(crate) fn sync_around(path: &Path) -> Result<()> {
    match path.parent() {
        None => Ok(()),
        // A name without a folder lies in the one we work in, which the system knows as a dot.
        Some(folder) if folder.as_os_str().is_empty() => File::open(".")?.sync_all(),
        Some(folder) => File::open(folder)?.sync_all(),
    }
}

fn make(folder: &Path, builder: &mut DirBuilder) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    builder.recursive(true).create(folder)?;
    sync_around(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    fn mode(path: &Path) -> u32 {
        use std::os::unix::fs::PermissionsExt;
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[cfg(unix)]
    #[test]
    fn a_private_folder_is_for_our_own_user_and_one_that_is_there_stays_as_it_is() {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join("of").join("ours");
        make_private_folder(&folder).unwrap();
        assert_eq!((mode(&folder), mode(folder.parent().unwrap())), (0o700, 0o700));
        fs::set_permissions(&folder, std::os::unix::fs::PermissionsExt::from_mode(0o750)).unwrap();
        make_private_folder(&folder).unwrap();
        assert_eq!(mode(&folder), 0o750);
    }

    #[test]
    fn a_file_is_written_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("letter");
        for words in ["first", "second"] {
            write_whole(&folder.path().join(".letter"), &place, words.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&place).unwrap(), words);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
