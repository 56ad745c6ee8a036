mod properties;
mod reference;
