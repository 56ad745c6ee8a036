//! Packs the files in `src/web/assets` for the binary: each compressed once, and with the
//! digest of its content in its address, so that a browser may keep it for good.

use std::error::Error;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

const FOLDER: &str = "src/web/assets";
/// How much of the digest stands in the address: enough that no two versions share one.
const DIGEST_BYTES: usize = 6;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?);
    let mut names =
        fs::read_dir(FOLDER)?.map(|entry| Ok(entry?.file_name())).collect::<Result<Vec<OsString>, std::io::Error>>()?;
    names.sort();
    let mut table = String::from("&[\n");
    for name in names {
        let name = name.into_string().map_err(|_| "an asset's name is not text")?;
        // The test lies beside what it tests.
        if !name.ends_with(".rs") {
            table.push_str(&pack(&name, &out)?);
        }
    }
    table.push_str("]\n");
    fs::write(out.join("assets.rs"), table)?;
    Ok(())
}

/// Writes the compressed file and gives its line of the table, as Rust.
fn pack(name: &str, out: &Path) -> Result<String, Box<dyn Error>> {
    let (stem, extension) = name.rsplit_once('.').ok_or(format!("{name} has no extension"))?;
    let content_type = match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        _ => return Err(format!("{name}: say here what its content type is").into()),
    };
    let plain = fs::read(Path::new(FOLDER).join(name))?;
    let digest = Sha256::digest(&plain);
    let digest: String = digest[..DIGEST_BYTES].iter().map(|byte| format!("{byte:02x}")).collect();

    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&plain)?;
    fs::write(out.join(format!("{name}.gz")), encoder.finish()?)?;

    Ok(format!(
        r#"    Asset {{
        name: {name:?},
        url: "/assets/{stem}.{digest}.{extension}",
        content_type: {content_type:?},
        plain: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/{FOLDER}/{name}")),
        gzip: include_bytes!(concat!(env!("OUT_DIR"), "/{name}.gz")),
    }},
"#
    ))
}
