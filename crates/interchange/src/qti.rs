//! 1EdTech's Question and Test Interoperability, in the three versions that programs exchange.

mod item;
mod manifest;
mod names;
pub(crate) mod package;
mod processing;
pub(crate) mod usage;
pub(crate) mod write;

use crate::Format;

/// The versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    V21,
    V22,
    V30,
}

impl Version {
    pub(crate) fn format(self) -> Format {
        match self {
            Self::V21 => Format::Qti21,
            Self::V22 => Format::Qti22,
            Self::V30 => Format::Qti30,
        }
    }

    /// The version of an address of a namespace or of a type of resource, whose last digits vary from program to program.
    fn of(address: &str) -> Option<Self> {
        if address.contains("v2p2") {
            Some(Self::V22)
        } else if address.contains("v2p1") || address.contains("v2p0") {
            Some(Self::V21)
        } else if address.contains("v3p0") || address.contains("qtiasi_v3") {
            Some(Self::V30)
        } else {
            None
        }
    }

    /// The namespace of questions.
    fn namespace(self) -> &'static str {
        match self {
            Self::V21 => "http://www.imsglobal.org/xsd/imsqti_v2p1",
            Self::V22 => "http://www.imsglobal.org/xsd/imsqti_v2p2",
            Self::V30 => "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
        }
    }

    /// The type of a question in the manifest.
    fn resource(self) -> &'static str {
        match self {
            Self::V21 => "imsqti_item_xmlv2p1",
            Self::V22 => "imsqti_item_xmlv2p2",
            Self::V30 => "imsqti_item_xmlv3p0",
        }
    }
}
