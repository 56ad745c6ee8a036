//! Pages over HTTP: addresses, the frame around every page, forms, and what guards them.

pub mod address;
pub mod assets;
pub mod form;
pub mod frame;
pub mod guard;
pub mod live;
pub mod path;
pub mod problem;
pub mod routes;
pub mod see;

pub use frame::Frame;
pub use path::Path;
pub use routes::{Permission, Routes};
pub use see::see;
