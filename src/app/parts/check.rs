//! The section of the data page where readers check a text themselves. Its form is hidden until its module has come:
//! without it the section says how to check by the command line, and pretends nothing.

use crate::app::Context;
use crate::check::MOST_BYTES;
use crate::words;
use yew::prelude::*;

fn section(cx: &Context) -> Html {
    let lang = cx.lang;
    let files = cx.check();
    html! {
        <section id="check" class="check" data-module="check"
            data-worker={files.worker.as_str()} data-wasm={files.wasm.as_str()} data-wasm-hash={files.wasm_integrity.as_str()}
            data-most={MOST_BYTES.to_string()} data-too-long={words::check_too_long(MOST_BYTES >> 20, lang)}
            data-empty={words::check_empty(lang)} data-not-text={words::check_not_text(lang)}
            data-working={words::check_working(lang)} data-failed={words::check_failed(lang)}>
            <h2>{words::check_title(lang)}</h2>
            <form hidden=true>
                <p>{words::check_lede(lang)}</p>
                <label for="check-text">{words::check_text(lang)}</label>
                <textarea id="check-text" lang="zh-CN" rows="6" autocomplete="off" spellcheck="false" />
                <p><button type="submit">{words::check_start(lang)}</button></p>
                <label for="check-file">{words::check_file(lang)}</label>
                <input id="check-file" type="file" accept=".txt,text/plain" />
                <p role="status"></p>
                <div class="outcome" hidden=true>
                    <div>
                        <h3>{words::check_misses(lang)}</h3>
                        <ul></ul>
                    </div>
                    <div>
                        <h3>{words::check_marked(lang)}</h3>
                        <p>{words::check_key(lang)}</p>
                        <div class="marked-text"></div>
                    </div>
                </div>
            </form>
            <p>{words::check_command(lang)}</p>
            <pre><code>{COMMAND}</code></pre>
        </section>
    }
}

const COMMAND: &str = "make verify ARTICLE=article.txt";

#[derive(Clone, PartialEq, Properties)]
pub struct CheckProps {
    pub context: Context,
}

#[component]
pub fn Check(props: &CheckProps) -> Html {
    section(&props.context)
}
