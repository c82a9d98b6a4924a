use super::assets::{Asset, shell_file};
use super::output::Output;
use super::{Error, Options};
use crate::check::CheckData;
use crate::plan::source::Bilingual;
use crate::quantity::Lang;
use crate::view::CheckFiles;

/// The files of the check that readers make themselves, in one language.
pub struct CheckAssets {
    worker: Asset,
    wasm: Asset,
    data: Asset,
}

impl CheckAssets {
    pub fn write(plan: &Bilingual, lang: Lang, options: &Options, output: &mut Output) -> Result<CheckAssets, Error> {
        let data = CheckData::of(plan, lang, &options.public_url).encode();
        // The program's glue and what is around it are one file: a worker starts with one.
        let worker =
            [shell_file(options, "check.js")?, b"\n".to_vec(), shell_file(options, "check-worker.js")?].concat();
        Ok(CheckAssets {
            worker: Asset::write("check-worker", "js", &worker, output)?,
            wasm: Asset::write("check", "wasm", &shell_file(options, "check_bg.wasm")?, output)?,
            data: Asset::write(&format!("check-{}", lang.code()), "bin", &data, output)?,
        })
    }

    /// Their addresses on a site served under `base`; kept as long as the program, as pages are made of them.
    pub fn under(&self, base: &str) -> CheckFiles {
        let address = |asset: &Asset| -> &'static str { format!("{base}{}", asset.name).leak() };
        let integrity = |asset: &Asset| -> &'static str { asset.integrity.clone().leak() };
        CheckFiles {
            worker: address(&self.worker),
            wasm: address(&self.wasm),
            wasm_integrity: integrity(&self.wasm),
            data: address(&self.data),
            data_integrity: integrity(&self.data),
        }
    }
}
