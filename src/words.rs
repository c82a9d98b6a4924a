//! The words of the site itself: labels and controls. What is said about a plan stands in its data, not here.

use crate::quantity::Lang;

macro_rules! words {
    ($($name:ident: $zh:literal, $en:literal;)*) => {$(
        pub fn $name(lang: Lang) -> &'static str {
            lang.pick($zh, $en)
        }
    )*};
}

words! {
    skip: "跳到正文", "Skip to content";
    story: "故事", "Story";
    topics: "按生活找", "By topic";
    figures: "全部数字", "All figures";
    commitments: "全部承诺", "All promises";
    card: "五年对账卡", "The five-year card";
    card_title: "五年到了，拿它来对", "For the day the five years are over";
    card_lede: "带数字的承诺，一条不落，后面各留一个空格。留着它，五年到了，把实际做到的填进去。", "Every promise with a number, and beside each an empty box. Keep it, and when the five years are over write in what became of it.";
    card_promise: "答应的", "What was promised";
    card_outcome: "五年后填", "Five years on";
    card_name: "姓名", "Name";
    card_date: "哪天填的", "Filled in on";
    card_empty: "留给您填", "for you to fill in";
    card_others: "别的卡", "Other cards";
    card_all: "所有方面", "All parts";
    card_take: "带走一张五年对账卡", "Take the five-year card with you";
    print: "打印这一页", "Print this page";
    data: "数据与核对", "Data and checks";
    other_language: "English", "中文";
    main_menu: "主菜单", "Main menu";
    figure: "一个数字", "One figure";
    pillar: "一个方面", "One pillar";
    pillar_column: "方面", "Pillar";
    topic: "生活里的一件事", "One side of life";
    not_found: "没有这一页", "No such page";
    keep: "记下这一条", "Keep this one";
    kept_full: "已经记了七条。放下一条，才能再记。", "Seven are kept. Let one go to keep another.";
    kept_mine: "我记下的", "Kept by me";
    kept_theirs: "链接里带来的", "Came with the link";
    kept_not_stored: "这台设备没能存下您记的几条。网址里还有：把网址收藏起来，就丢不了。", "This device does not store what you keep. It stays in the address: bookmark that, and nothing is lost.";
    make_picture: "做成一张图片", "Make a picture";
    no_picture: "浏览器没能画出这张图片；上面的链接一样能用。", "The browser could not draw the picture; the link above does as well.";
    picture_how: "长按或点一下图片，就能存下、转发。", "Press and hold the picture, or click it, to keep it or send it on.";
    pass_on_by_hand: "浏览器没让复制，请自己复制上面的链接。", "The browser did not allow it; please copy the link above by hand.";
    handout_scan: "扫码看这几条", "Scan to see these promises";
    handout_unofficial: "这是一个非官方的解读", "An unofficial explainer";
    field_points: "全部承诺，一条一个点：用方向键一个个看", "All promises, a dot each: arrow keys go through them";
    open_promise: "打开这一条", "Open this promise";
    promise_unkept: "五年以后，做到了吗？", "Five years on: was it done?";
    promise_before: "前一条", "The one before";
    promise_after: "后一条", "The one after";
    no_hedge: "这句话没有加“加快”“争取”一类的词：说了要做，做到什么程度算做到，没有说。", "No word softens it: it is to be done, though what would count as done is not said.";
    same_sentence: "同一句里还答应了", "Also promised in the same sentence";
    ask: "到时候可以问", "What to ask when the time comes";
    ask_done: "做了没有？在哪里看得到？", "Was it done, and where can one see it?";
    ask_now: "现在是什么样，五年前又是什么样？", "What is it like now, and what was it like five years before?";
    ask_counted: "怎样才算做到，由谁来数？", "What counts as done, and who does the counting?";
    since_numbers_alone: "别的来源，我们主要给带数字的承诺找过：", "We have looked for other sources mainly where a promise has a number:";
    nearest: "您要找的可能是", "You may be looking for";
    numbers: "有数字的", "With a number";
    without_number: "没有数字的承诺", "Promises without a number";
    milestones: "没有数字的成绩和进展", "Done or under way, without a number";
    milestone_under_way: "还在进行", "under way";
    source: "出处", "Source";
    fingerprint: "句子指纹", "Sentence fingerprint";
    period: "时段", "Period";
    measure: "指标", "Measure";
    value: "数值", "Value";
    computed: "推算", "computed";
    computed_title: "我们算的", "Our own sums";
    arithmetic: "算式", "Arithmetic";
    since: "后来", "Since then";
    since_title: "后来呢？", "And since then?";
    since_lede: "答应的，后来做到了吗？那篇文章讲今后，讲的只是打算。这里把别的公开来源说的，一条条摆在承诺旁边；还没找到的，就老实说没找到。", "Did it happen? Of the years to come the article tells only intentions. Here is what other public sources say, each beside its promise; and where we found nothing, we say so.";
    since_apart: "为什么单放一页：这个网站别处讲的，全都出自那一篇文章。这一页的数来自别处，量的不一定是同一件事，所以分开放，画法也不同，不掺进文章的数里。指标不一样的，可以摆在一起看，不拿来相减。", "Why it stands on a page of its own: everything else on this site comes from one article. The numbers here come from others and may not measure the same thing. They are kept apart, drawn in their own way and never mixed with the article’s; where the measures differ, you may look at both, and nothing is worked out between them.";
    since_nothing: "还没有找到公开的来源。", "No public source found yet.";
    since_send: "哪一条您知道有公开的来源，请告诉我们是哪份文件、哪一天的、原话怎么说；读到了、对上了，就添上：", "If you know of a public source for one of them, please tell us which document it is, its date and its very words; once it is read and checked it is added: ";
    since_send_one: "您知道吗？", "Do you know one?";
    since_past: "过去五年的事，别处怎么说", "What others say of the past five years";
    since_of_this: "后来呢？看别的公开来源怎么说", "And since then? What other public sources say";
    since_after: "后来呢？", "And since then?";
    since_unknown: "这些承诺，还没有找到公开的来源", "No public source found yet for these promises";
    since_sources: "谁说的，原话怎么说", "Who says so, and in what words";
    since_why: "这一页怎么读", "How to read this page";
    since_switch: "图上也画出别的来源说的", "Also draw what other sources say";
    embed_since: "别的来源", "Other sources";
    embed_since_off: "不显示", "left out";
    embed_since_on: "一起显示", "shown as well";
    download_since: "别的来源说的（CSV）", "What other sources say (CSV)";
    from_elsewhere: "来自别的来源", "From another source";
    not_stated: "原文没有说", "not stated";
    no_baseline: "过去的数：原文没有说", "Past value: not stated";
    caveats: "读这个数要知道", "What to know before you use it";
    table: "看表格", "Show the table";
    points: "图上的点：用方向键一个个看", "Points of the chart: arrow keys go through them";
    open_figure: "打开这个数字", "Open this figure";
    guess_first: "先猜一猜", "Guess first";
    guess_title: "先猜，再看", "Guess, then look";
    guess_yours_label: "您猜的数", "Your guess";
    guess_move: "先把圆点拉到您觉得的地方，或者填一个数。", "First move the handle to where you think it is, or write a number.";
    guess_show: "看看猜得准不准", "Show the figure";
    guess_unknown: "链接里带的猜测看不懂，没有用它。", "The guess in the link could not be read and was left out.";
    guess_yours: "您猜 {}。", "You guessed {}. ";
    guess_higher: "比文章里的数高了 {}。", "That is {} above the article’s number.";
    guess_lower: "比文章里的数低了 {}。", "That is {} below the article’s number.";
    guess_exact: "和文章里的数一模一样！", "That is exactly the article’s number!";
    guess_friend: "发链接的朋友猜的也在下面。", "Your friend’s guess is shown below too.";
    guess_mine: "您猜的", "You";
    guess_theirs: "朋友猜的", "Your friend";
    guess_answer: "文章里的", "The article";
    guess_link: "请朋友也猜的链接", "Link that asks a friend";
    guess_send: "发给朋友", "Send it";
    guess_pass_on: "请朋友先猜再看", "Ask a friend to guess first";
    copied: "已经复制", "Copied";
    whatif: "要走多快？", "What would it take?";
    whatif_pull: "拉一拉", "Pull it";
    whatif_how: "图上的圆点可以上下拉，看每年要走多快。", "Move the round handle on the drawing up or down to see what yearly pace it takes.";
    whatif_back: "回到文章里的数", "Back to the article’s number";
    whatif_growth: "每年增长 {pace}%，五年后是 {end}。", "At {pace}% a year it is {end} after five years. ";
    whatif_fall: "每年下降 {pace}%，五年后是 {end}。", "Falling {pace}% a year, it is {end} after five years. ";
    whatif_even: "每年 {pace}，五年一共 {end}。", "{pace} each year make {end} in five years. ";
    whatif_short: "比目标少 {}。", "That is {} short of the target.";
    whatif_over: "比目标多 {}。", "That is {} beyond the target.";
    whatif_below: "比目标低 {}。", "That is {} below the target.";
    whatif_above: "比目标高 {}。", "That is {} above the target.";
    whatif_met: "正好到目标。", "That meets the target.";
    whatif_unknown: "链接里带的速度看不懂，没有用它。", "The pace in the link could not be read and was left out.";
    actions: "能做什么", "What you can do here";
    other_figures: "别的数字", "Other numbers";
    unfold: "展开看", "Open it here";
    speak: "朗读", "Read aloud";
    note_more: "到名词解释里看", "See it in the glossary";
    note_close: "关上", "Close";
    offline: "现在没有联网。这一页由存在您手机或电脑里的程序画出来；等一会儿还没有，请联网后再打开。", "There is no network. The program kept on this device draws this page; if nothing comes, open it again once you are connected.";
    newer: "这个网站有了新的版本，您看的还是之前的。", "There is a newer edition of this site; you are reading the one before.";
    newer_reload: "看新的版本", "Open the newer one";
    search_nearest: "没有找到，最接近的是", "Nothing found; the nearest is";
    stored_copy: "网站现在没有应答，您看的是先前存在这台设备上的一份。", "The site does not answer now; you are reading the copy kept on this device.";
    stored_copy_reload: "再试一次", "Try again";
    search: "在承诺里找", "Search the promises";
    search_hint: "中文、英文都可以", "in English or Chinese";
    filter_pillar: "方面", "Pillar";
    filter_theme: "生活", "Topic";
    filter_measured: "数字", "Number";
    filter_hedge: "轻重", "Hedge";
    any: "不限", "any";
    clear: "全部清除", "Clear all";
    link_unknown: "链接里有这一页看不懂的东西，没有用它；别的都照常。", "The link asks for something this page does not know; that was left out.";
    vision: "愿景", "The vision";
    key_title: "图例", "How to read the marks";
    key_done: "已经做到：实心", "done: solid";
    key_under_way: "还在建：斜线", "under way: hatched";
    key_no_more_than: "不超过、以内：顶上加盖", "at most, within: a lid on top";
    key_just_over: "多、余：毛边朝外", "just over: feathered outwards";
    key_just_under: "近、接近：毛边朝里", "nearly: feathered inwards";
    key_promised: "承诺：圆点", "promised: dots";
    key_promised_in_wax: "承诺：蜡点", "promised: wax dots";
    key_strive: "力争：虚线边", "aims for: dashed edge";
    key_at_least: "以上：没有封顶", "at least: open end";
    key_about: "左右：毛边", "about: feathered end";
    key_hold: "稳定在：一条线贯穿", "hold at: a line kept";
    key_from_elsewhere: "来自别的来源：交叉的斜线", "from another source: cross-hatched";
    key_computed: "推算：点线", "computed by us: dotted";
    key_not_stated: "没有说：问号", "not stated: question mark";
    key_ring: "承诺，没有数", "a promise in words";
    key_waxed: "承诺，有数", "a promise with a number";
    belongs_to: "属于", "Belongs to";
    next: "接着看", "Read on";
    where_next: "接下来看哪里", "Where next";
    why_these_years: "怎么推断的", "Why these years";
    how_we_count: "怎么数的", "How we count";
    no_rulers: "没有两个数量的是同一件事", "No two numbers are measured alike";
    no_number: "没有数字", "no number";
    glossary: "名词解释", "Glossary";
    article_says: "原文说", "The article says";
    general_knowledge: "一般常识", "General knowledge";
    undefined: "原文没有给出定义。", "The article does not define it.";
    open_data: "下载数据", "Open data";
    download_plan: "全部数据（JSON）", "All data (JSON)";
    download_schema: "数据的格式说明（JSON Schema）", "Its schema (JSON Schema)";
    schema_draft: "用的是 JSON Schema 2020-12。早于 2019-09 的工具不认识它：ajv 会说 no schema with key or ref，请改用 ajv/dist/2020；ajv-cli 要加 --spec=draft2020。check-jsonschema 和 Python 的 jsonschema 直接就能用。", "It is written in JSON Schema 2020-12, which tools made before draft 2019-09 do not know. Plain ajv says “no schema with key or ref”: use ajv/dist/2020, or ajv-cli with --spec=draft2020. check-jsonschema and Python’s jsonschema take it as it is.";
    download_figures: "全部数字（CSV）", "All figures (CSV)";
    download_commitments: "没有数字的承诺（CSV）", "Promises without a number (CSV)";
    for_excel: "给 Excel 用的", "the same for Excel";
    download_workbook: "数字和承诺的工作簿（Excel）", "Figures and promises as a workbook (Excel)";
    bundle_files: "figures/ 里每一项有四个文件：.csv 是数据（UTF-8），.svg 和 .png 是图，-poster.png 是海报。commitments.csv 是没有数字的承诺。", "In figures/ each figure has four files: .csv is the data (UTF-8), .svg and .png the chart, -poster.png the poster. commitments.csv holds the promises without a number.";
    frozen_newest: "看这一页现在的样子", "See this page as it is now";
    feed: "订阅数据的改动", "Changes of the data as a feed";
    read_in: "在 R 或 Python 里直接读：", "Straight into R or Python:";
    changes: "改动记录", "Changes";
    cite: "引用格式", "How to cite";
    version: "数据版本", "Data version";
    explained: "被解读的文章", "The article explained here";
    report: "发现错误", "Report an error";
    theme_switch: "明暗", "Light and dark";
    theme_auto: "跟随系统", "system";
    theme_light: "浅色", "light";
    theme_dark: "深色", "dark";
    theme_contrast: "高对比", "high contrast";
    text_switch: "字号", "Text size";
    text_normal: "标准", "normal";
    text_large: "大字", "large";
    if_word: "前提", "Provided that";
    glance_done: "件事做成了，或正在做", "done or under way";
    glance_numbers: "项承诺带数字", "promised with a number";
    glance_without: "条承诺没有数字", "promised without one";
    hedged: "带“力争”“以上”这类词", "Hedged";
    with_baseline: "说了同一个指标的起点", "With a past value of the same measure";
    with_deadline: "单独写了期限", "With a deadline of its own";
    contents: "目录", "Contents";
    previous_scene: "上一幕", "Back";
    next_scene: "下一幕", "Next";
    progress: "看到第几幕", "How far you have read";
    areas_title: "面积放在同一把尺上，不能相加", "Areas at one scale, not to be added up";
    areas_scale: "每格 10 × 10 公里；几块地可能重叠，不能相加", "One cell is 10 × 10 km; the areas may overlap, never add them";
    ladder_title: "每一个年均增速", "Every yearly pace";
    check_title: "自己核对一遍", "Check it yourself";
    check_lede: "手里有原文的话，把全文贴进来：每一句都按指纹去认，每一个数字都去对。文字只在您自己的设备上看，不会发到任何地方。", "If you have the article, paste all of it here: each sentence is looked up by its fingerprint and each number is matched. The text stays on your device and is sent nowhere.";
    check_text: "原文全文", "The article’s text";
    check_start: "开始核对", "Check it";
    check_file: "或者选一个文本文件，也可以拖进来", "Or choose a text file, or drop one here";
    check_working: "正在核对……", "Checking …";
    check_empty: "还没有文字。请先把原文贴进来。", "There is no text yet. Please paste the article first.";
    check_not_text: "这个文件读不成文字。请把原文存成纯文本，再试一次。", "This file cannot be read as text. Please save the article as plain text and try again.";
    check_failed: "核对程序没能打开，可能是网络断了。请再试一次，或者用下面的命令核对。", "The check could not be started; the network may be down. Please try again, or use the command below.";
    check_word_file: "这是 Word 或 PDF 一类的文件，里面不只有文字。请把它打开，全选、复制，再贴到上面的框里。", "This is a Word or PDF file, which holds more than text. Please open it, select all, copy, and paste it into the box above.";
    check_misses: "对不上的地方", "What does not match";
    check_otherwise: "字一样、字符不一样的句子", "Same words, other characters";
    check_marked: "标好数字的原文", "The text with its numbers marked";
    check_key: "带实线的数字，点开就是那一项数据；带点线的，是名称或条件的一部分；加了框的数字和画了波浪线的句子，我们对不上。", "A number with a solid line leads to its figure; one with a dotted line is part of a name or a condition; boxed numbers and sentences with a wavy line do not match.";
    check_command: "不用网页也能核对。拿到这个项目的代码，运行这一行，每个指纹、每个数字、每一句话都会对一遍：", "It can be checked without this page too. With the project’s code at hand, this line goes through every fingerprint, number and sentence:";
    check_other_text: "这里面没有一句是我们讲的那篇文章里的。贴的是它的全文吗？", "Not one sentence of this stands in the article explained here. Is it the right text?";
    check_unknown_sentence: "我们没有读到过这一句：", "A sentence we do not know: ";
    check_unmatched: "对不上", "does not match";
    check_named: "名称或条件的一部分", "part of a name or a condition";
    check_text_cut: "后面的文字太长，这里不再显示；核对是全文做的。", "The rest is too long to show; all of it was checked.";
    measure_title: "各方面的承诺，带不带数字", "The promises of each pillar, with a number or without";
    share: "传给别人", "Pass it on";
    share_all: "传给别人、引用、嵌入、下载", "Pass it on, cite, embed, download";
    share_poster_file: "打开海报", "Open the poster";
    share_system: "分享", "Share";
    share_link: "复制链接", "Copy the link";
    share_text: "复制一句话", "Copy a sentence";
    share_picture: "复制图片", "Copy a picture";
    share_poster: "海报", "Poster";
    share_poster_how: "长按图片可以保存或转发；上面的二维码通到这一页。", "Press and hold the picture to keep it or send it on; its code leads to this page.";
    share_download: "下载这一项", "Download";
    share_bundle: "这一方面的全部文件（ZIP）", "everything of this pillar (ZIP)";
    share_cite_more: "别的引用格式和全部数据", "Other forms of citation, and all the data";
    share_copied: "已经复制好了", "Copied";
    share_no_picture: "图片没能取来，可能是网络断了；这一页上的字和图都在。", "The picture could not be fetched; the network may be down. The words and drawings on this page are all here.";
    share_refused: "浏览器没让复制。链接已经选中，请您自己复制。", "The browser did not allow it. The link is selected; please copy it by hand.";
    scan: "扫码看全文：", "Scan for the full page: ";
    widget: "嵌入版", "widget";
    view_chart: "图", "Chart";
    view_table: "表格", "Table";
    view_switch: "看图还是看表", "Chart or table";
    credit: "出处和许可", "Source and licence";
    marks_and_licence: "图例和许可", "marks and licence";
    full_page: "看完整的一页", "See the full page";
    all_of: "全部", "All";
    promises_here: "条没有数字的承诺", "promises without a number";
    embed: "嵌入到文章里", "Embed in an article";
    embed_how: "把代码贴进文章就行：高度会自己调好，不跟踪读者，也不写 cookie。", "Paste the code into an article. It finds its own height, follows no reader and sets no cookie.";
    embed_snippet: "要贴的代码", "Code to paste";
    embed_plain: "您的网站不让放脚本？贴这一段", "Does your site take no scripts? Paste this instead";
    embed_language: "语言", "Language";
    embed_view: "先看到", "Shows first";
    embed_size: "宽度", "Width";
    embed_full_width: "跟着栏宽", "full width";
    embed_preview: "贴好以后的样子", "What readers will see";
    embed_copy: "复制代码", "Copy the code";
    embed_copied: "已复制", "Copied";
    embed_not_copied: "没能自动复制，代码已选中，请手动复制", "Copying was refused; the code is selected, so copy it by hand";
}

pub fn kept_count(count: usize, lang: Lang) -> String {
    lang.pick(format!("我记下的 {count} 条"), format!("Kept by me: {count}"))
}

pub fn theirs_count(count: usize, lang: Lang) -> String {
    lang.pick(format!("链接里带来的 {count} 条"), format!("Came with the link: {count}"))
}

/// Of what part and side of life a promise is.
pub fn promise_kicker(plan: &crate::plan::Plan, commitment: &crate::plan::Commitment) -> String {
    let part = commitment.pillar.map_or(vision(plan.lang), |pillar| plan[pillar].name.as_str());
    format!("{part} · {}", plan[commitment.topic].name.as_str())
}

/// A promise without a number, with what is known of it.
pub fn promise_in_short(plan: &crate::plan::Plan, commitment: &crate::plan::Commitment) -> String {
    let lang = plan.lang;
    let hedge = commitment.hedge.map(|hedge| {
        let (label, meaning) = (plan[hedge].label.as_str(), plan[hedge].meaning.plain());
        lang.pick(format!("“{label}”：{meaning}"), format!(" “{label}”: {meaning}"))
    });
    let hedge = hedge.unwrap_or_default();
    let (part, at) = (promise_kicker(plan, commitment), locator(commitment.at, lang));
    let text = commitment.text.plain();
    lang.pick(format!("{text}。{part}，{at}，没有数字。{hedge}"), format!("{text}. {part}, {at}, no number.{hedge}"))
}

/// Between a label and what it is of.
pub fn colon(lang: Lang) -> &'static str {
    lang.pick("：", ": ")
}

/// A landmark of a widget: an article can hold several.
pub fn of_widget(landmark: &str, name: &str, lang: Lang) -> String {
    [landmark, colon(lang), name].concat()
}

/// Behind a change whose text was corrected later.
pub fn corrected_on(date: &str, lang: Lang) -> String {
    lang.pick(format!("（{date} 更正）"), format!(" (corrected on {date})"))
}

/// Over the pages of a copy that stays as it is.
pub fn frozen(version: &str, date: Option<&str>, lang: Lang) -> String {
    let date = date.map_or_else(String::new, |date| lang.pick(format!("（{date}）"), format!(" ({date})")));
    lang.pick(
        format!("这是数据版本 {version}{date}的存档，以后不再改动。"),
        format!("This is a kept copy of data version {version}{date}; it will not change."),
    )
}

/// On the button that shows more of a long list: how many it brings, and how many are left.
pub fn show_more(more: usize, left: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh if more == left => format!("再看最后 {more} 条"),
        Lang::Zh => format!("再看 {more} 条（后面还有 {left} 条）"),
        Lang::En if more == left => format!("Show the last {more}"),
        Lang::En => format!("Show {more} more of the {left} that follow"),
    }
}

/// What a search and its filters leave.
pub fn found(count: usize, lang: Lang) -> String {
    match count {
        0 => lang
            .pick(
                "一条也没有找到。换个词，或者清除几个条件试试。",
                "Nothing found. Try another word, or clear a filter.",
            )
            .to_owned(),
        _ => lang.pick(format!("找到 {count} 条"), format!("{count} found")),
    }
}

/// The same, where it is what there was before.
pub fn still_found(count: usize, lang: Lang) -> String {
    match count {
        0 => lang.pick("还是一条也没有。", "Still nothing found.").to_owned(),
        _ => lang.pick(format!("还是 {count} 条"), format!("still {count}")),
    }
}

/// The heading over all pillars, which Chinese counts.
pub fn pillars(plan: &crate::plan::Plan) -> String {
    const COUNTS: [&str; 11] = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    let count = plan.pillars.len();
    let counted = COUNTS.get(count).map_or_else(|| count.to_string(), |count| (*count).to_owned());
    plan.lang.pick(counted + "个方面", "Pillars".to_owned())
}

/// What stands behind the number of a pillar's figures.
pub fn figures_here(count: usize, lang: Lang) -> &'static str {
    lang.pick("个数字", if count == 1 { "figure" } else { "figures" })
}

/// Where the city is, for those who do not see it.
pub fn meeting(city: &str, regions: &[&str], lang: Lang) -> String {
    let (last, others) = regions.split_last().map_or(("", &regions[..0]), |(last, others)| (*last, others));
    lang.pick(
        format!("{city}在{}交界的地方", regions.join("、")),
        format!("{city} lies where {} and {last} meet", others.join(", ")),
    )
}

/// Of a list that has no room for all.
pub fn and_more(count: usize, lang: Lang) -> String {
    lang.pick(format!("……还有 {count} 条"), format!("… and {count} more"))
}

/// After the number of promises that the card cannot hold.
pub fn card_rest(count: usize, lang: Lang) -> &'static str {
    lang.pick(
        "条承诺没有数字，这张卡上填不了，得去问、去看：",
        if count == 1 {
            " promise has no number, so it cannot be filled in here; one has to go and look:"
        } else {
            " promises have no number, so they cannot be filled in here; one has to go and look:"
        },
    )
}

/// Title of one side of the rulers.
pub fn rulers_side(period: &str, count: usize, lang: Lang) -> String {
    lang.pick(
        format!("{period}，{count} 个数"),
        format!("{count} number{} about {period}", if count == 1 { "" } else { "s" }),
    )
}

/// Whether two values are measured alike, and why we say so.
pub fn alike(alike: crate::plan::Alike, reason: &str, lang: Lang) -> String {
    use crate::plan::Alike;
    match alike {
        Alike::Same => lang.pick(format!("量的是同一件事，{reason}"), format!("measured alike: {reason}")),
        Alike::Perhaps => lang.pick(format!("也许是同一件事：{reason}"), format!("perhaps measured alike: {reason}")),
    }
}

/// What a steady pace makes of a hundred.
pub fn hundred_becomes(end: &str, lang: Lang) -> String {
    let computed = computed(lang);
    lang.pick(format!("五年 100 → {end} · {computed}"), format!("100 → {end} in 5 years · {computed}"))
}

/// Our own yardstick of distance, which everybody has walked.
pub fn hours_walk(km: f64, lang: Lang) -> String {
    lang.pick(
        format!("走一个钟头，{km} 公里上下 · 我们加的尺子"),
        format!("an hour’s walk, some {km} km · our yardstick"),
    )
}

/// Promises of a group and those of them with a number.
pub fn field_group(count: usize, numbers: usize, lang: Lang) -> String {
    match numbers {
        0 => lang.pick(format!("{count} 条 · 没有数"), format!("{count} · no number")),
        _ => lang.pick(format!("{count} 条 · {numbers} 条有数"), format!("{count} · {numbers} with a number")),
    }
}

/// The same in a drawing.
pub fn field_counts(count: usize, numbers: usize, lang: Lang) -> String {
    match numbers {
        0 => lang.pick(format!("{count} · 没有数"), format!("{count} · no number")),
        _ => lang.pick(format!("{count} · {numbers} 条有数"), format!("{count} · {numbers} numbered")),
    }
}

/// Beside the number of a pillar's promises with a number.
pub fn of_all_numbered(count: usize, lang: Lang) -> String {
    lang.pick(format!("条带数字，一共 {count} 条"), format!("of {count} with a number"))
}

/// Of the numbers of two periods, those that no line leads to.
pub fn rulers_alone(lang: Lang) -> &'static str {
    lang.pick("灰色：另一边没有同样量的数", "grey: none like it on the other side")
}

pub fn field_all(count: usize, numbers: usize, lang: Lang) -> String {
    lang.pick(
        format!("一条承诺一个点，按我们的数法共 {count} 条：带数字的 {numbers} 条，圈里有蜡；不带数字的 {} 条，是空圈", count - numbers),
        format!("One dot for each promise, {count} by our count: {numbers} with a number have wax in their ring, {} without one are empty rings", count - numbers),
    )
}

pub fn field_rulers(count: usize, lang: Lang) -> String {
    lang.pick(
        format!("亮着的 {count} 条，和过去量的是同一件事，或者也许是"),
        format!("The {count} that stand out are, or perhaps are, measured as before"),
    )
}

pub fn field_lit(count: usize, lang: Lang) -> String {
    lang.pick(format!("亮着 {count} 条"), format!("{count} stand out"))
}

/// What the marks of a pillar are: so many promises with a number, so many without.
pub fn measured_marks(counts: &crate::plan::Measured, lang: Lang) -> String {
    let (numbers, without) = (counts.numbers, counts.without);
    match numbers {
        0 => {
            lang.pick(format!("{without} 条承诺，没有一条带数字"), format!("{without} promises, not one with a number"))
        }
        _ => lang.pick(
            format!("{numbers} 项带数字，{without} 条没有"),
            format!("{numbers} with a number, {without} without"),
        ),
    }
}

pub fn lens(lens: crate::plan::Lens, lang: Lang) -> &'static str {
    use crate::plan::Lens;
    match lens {
        Lens::PerYear => lang.pick("平均每年", "Average per year"),
        Lens::PerDay => lang.pick("平均每天", "Average per day"),
        Lens::Square => lang.pick("画成正方形", "As a square"),
    }
}

/// What the counts of the measure are of.
pub fn having(having: crate::plan::PromiseAspect, lang: Lang) -> &'static str {
    use crate::plan::PromiseAspect;
    match having {
        PromiseAspect::Number => numbers(lang),
        PromiseAspect::Hedge => hedged(lang),
        PromiseAspect::Baseline => with_baseline(lang),
        PromiseAspect::Deadline => with_deadline(lang),
    }
}

/// What the numbers of a pillar carry; nothing where it has none.
pub fn measured_kinds(counts: &crate::plan::Measured, lang: Lang) -> String {
    if counts.numbers == 0 {
        return String::new();
    }
    let (hedged, baseline, deadline) = (counts.hedged, counts.baseline, counts.deadline);
    let text = lang.pick(
        format!("带“力争”“以上”这类词 {hedged} 项 · 说了起点 {baseline} 项 · 单独写了期限 {deadline} 项"),
        format!("hedged {hedged} · starting point stated {baseline} · own deadline {deadline}"),
    );
    // Lines break behind a dot alone.
    text.replace(' ', "\u{a0}").replace("·\u{a0}", "· ")
}

/// "第 9 段第 4 句" or "paragraph 9, sentence 4"; the title and the credit line are paragraphs like any other.
pub fn locator(at: crate::plan::Locator, lang: Lang) -> String {
    lang.pick(
        format!("第 {} 段第 {} 句", at.paragraph, at.sentence),
        format!("paragraph {}, sentence {}", at.paragraph, at.sentence),
    )
}

/// What the check of a text counted.
pub struct CheckCounts {
    pub sentences: usize,
    pub known: usize,
    pub numbers: usize,
    pub matched: usize,
    pub misses: usize,
    /// Sentences known but for characters that look the same.
    pub otherwise: usize,
}

/// The outcome of a check in a few sentences.
pub fn check_summary(counts: &CheckCounts, lang: Lang) -> String {
    let CheckCounts { sentences, known, numbers, matched, misses, otherwise } = *counts;
    let mut summary = if misses == 0 {
        lang.pick(
            format!("{sentences} 句全都认出来了，{numbers} 个数字全都对上了。"),
            format!("All {sentences} sentences are known, and all {numbers} numbers match."),
        )
    } else {
        let listed = if misses == 1 { "One thing does".to_owned() } else { format!("{misses} things do") };
        lang.pick(
            format!(
                "{sentences} 句里认出了 {known} 句，{numbers} 个数字里对上了 {matched} 个。有 {misses} 处对不上，列在下面。"
            ),
            format!(
                "{known} of {sentences} sentences are known, and {matched} of {numbers} numbers match. {listed} not match, as listed below."
            ),
        )
    };
    if otherwise > 0 {
        let them = if otherwise == 1 { "One sentence is".to_owned() } else { format!("{otherwise} sentences are") };
        summary += &lang.pick(
            format!("认出来的句子里，有 {otherwise} 句要换成平常的字符才认得，也列在下面。"),
            format!(" {them} known only with unusual characters read as usual ones, listed below as well."),
        );
    }
    summary
}

/// `listed` names each character and what it stands for.
pub fn check_characters(place: &str, listed: &str, lang: Lang) -> String {
    lang.pick(
        format!("{place}的字一样，有些字符不一样：{listed}。"),
        format!("The same words in other characters ({place}): {}.", listed.replace('、', ", ")),
    )
}

/// `listed` names each character and what it stands for.
pub fn check_unusual(listed: &str, lang: Lang) -> String {
    lang.pick(
        format!("里面有不寻常的字符：{listed}。"),
        format!(" It holds unusual characters: {}.", listed.replace('、', ", ")),
    )
}

/// How a file was read, where it was not the usual way.
pub fn check_read_as(encoding: &str, lang: Lang) -> String {
    lang.pick(format!("（文件按 {encoding} 编码读取。）"), format!(" (The file was read as {encoding}.)"))
}

/// A text over the limit, in megabytes.
pub fn check_too_long(most: usize, lang: Lang) -> String {
    lang.pick(
        format!("这份文字太长了，最多能核对 {most} MB。原文只有几千字，请只贴原文。"),
        format!("This text is too long: up to {most} MB can be checked. The article has a few thousand characters; please paste it alone."),
    )
}

/// `place` is as [`locator`] writes it.
pub fn check_changed_sentence(place: &str, lang: Lang) -> String {
    lang.pick(format!("{place}和我们读到的不一样："), format!("Differs from what we read ({place}): "))
}

pub fn check_missing_sentence(place: &str, lang: Lang) -> String {
    lang.pick(format!("缺了{place}。"), format!("Missing: {place}. "))
}

pub fn check_missing_words(said: &str, place: &str, lang: Lang) -> String {
    lang.pick(format!("{place}里没有“{said}”。"), format!("“{said}” is not there ({place}). "))
}

pub fn check_unmatched_number(number: &str, lang: Lang) -> String {
    lang.pick(format!("数字“{number}”对不上："), format!("The number “{number}” matches nothing: "))
}

pub fn check_own_fault(place: &str, lang: Lang) -> String {
    lang.pick(
        format!("{place}：是我们的数据有毛病，不怪原文。"),
        format!("Our own data is at fault here, not the text ({place})."),
    )
}

pub fn check_promises(count: usize, lang: Lang) -> String {
    let plural = if count == 1 { "" } else { "s" };
    lang.pick(format!("{count} 条承诺"), format!("{count} promise{plural}"))
}

pub fn check_more_misses(count: usize, lang: Lang) -> String {
    lang.pick(format!("还有 {count} 处，不一一列了。"), format!("And {count} more."))
}

/// `parameters` as the address has them: `theme=blue`.
pub fn not_understood(parameters: &[String], lang: Lang) -> String {
    lang.pick(
        format!("链接里的 {} 看不懂，没有用它；别的都照常。", parameters.join("、")),
        format!("The link asks for {}, which means nothing here and was left out.", parameters.join(", ")),
    )
}

pub fn view(view: crate::view::View, lang: Lang) -> &'static str {
    use crate::view::View;
    match view {
        View::Chart => view_chart(lang),
        View::Table => view_table(lang),
    }
}

pub fn color_theme(theme: crate::view::ColorTheme, lang: Lang) -> &'static str {
    use crate::view::ColorTheme;
    match theme {
        ColorTheme::Auto => theme_auto(lang),
        ColorTheme::Light => theme_light(lang),
        ColorTheme::Dark => theme_dark(lang),
        ColorTheme::Contrast => theme_contrast(lang),
    }
}

pub fn text_size(size: crate::view::TextSize, lang: Lang) -> &'static str {
    use crate::view::TextSize;
    match size {
        TextSize::Normal => text_normal(lang),
        TextSize::Large => text_large(lang),
    }
}

/// `asked` is the period and the measure.
pub fn guess_question(asked: &str, lang: Lang) -> String {
    lang.pick(format!("{asked}，您猜是多少？"), format!("What is your guess for {asked}?"))
}

/// What a guess may be, up to the end of the scale.
pub fn guess_out_of_scale(most: &str, lang: Lang) -> String {
    lang.pick(format!("请填一个从 0 到 {most} 的数。"), format!("Please write a number from 0 to {most}."))
}

/// The heading of a column of the open data, by its name there.
pub fn column(name: &str, lang: Lang) -> &'static str {
    let (zh, en) = match name {
        "id" => ("代号", "Id"),
        "name" | "figure" => ("哪一项", "Figure"),
        "text" => ("承诺", "Promise"),
        "pillar" => ("哪个方面", "Pillar"),
        "theme" => ("生活里的哪件事", "Topic"),
        "period" => ("哪五年", "Period"),
        "measure" => ("指标", "Measure"),
        "value" => ("数值", "Value"),
        "to" => ("到（区间的上端）", "To (upper end of a range)"),
        "unit" => ("单位", "Unit"),
        "of" => ("总共", "Of how many"),
        "tense" => ("做到没有", "Done or promised"),
        "hedge" | "hedges" => ("轻重", "Hedge"),
        "written" => ("原话的分寸", "As written, with its qualifiers"),
        "at" => ("第几段第几句", "Paragraph and sentence"),
        "sha256" => ("那一句的 SHA-256", "SHA-256 of the sentence"),
        "phrase" => ("原话（中文）", "The words themselves (Chinese)"),
        "deadline" => ("单独的期限", "Deadline of its own"),
        "url" | "address" => ("网页", "Page"),
        "version" => ("数据版本", "Data version"),
        "from" => ("来自哪里", "From"),
        "kind" => ("哪一段", "Stage"),
        "as_of" => ("哪一年、哪一天的", "As of"),
        "same_measure" => ("是不是原文的指标", "Same measure?"),
        "reason" => ("为什么", "Why"),
        "locator" => ("在来源的哪里", "Where in the source"),
        "source" => ("别的来源", "Other source"),
        "publisher" => ("谁发布的", "Publisher"),
        "source_date" => ("哪天发布的", "Published on"),
        "read" => ("哪天读到的", "Read on"),
        "note" => ("说明", "Note"),
        "replaced_by" => ("改成了哪一条", "Replaced by"),
        _ => ("", ""),
    };
    lang.pick(zh, en)
}

/// Which part of the way a number from elsewhere is of.
pub fn since_kind(kind: crate::plan::FollowUpKind, lang: Lang) -> &'static str {
    use crate::plan::FollowUpKind;
    match kind {
        FollowUpKind::Start => lang.pick("承诺之前", "before the promise"),
        FollowUpKind::OnTheWay => lang.pick("途中", "on the way"),
        FollowUpKind::Outcome => lang.pick("结果", "outcome"),
    }
}

/// Whether another source measures what the article promises.
pub fn same_measure(same: crate::plan::SameMeasure, lang: Lang) -> &'static str {
    use crate::plan::SameMeasure;
    match same {
        SameMeasure::Yes => lang.pick("指标和原文一样", "same measure as the article’s"),
        SameMeasure::No => lang.pick("指标和原文不一样", "not the article’s measure"),
        SameMeasure::Unclear => lang.pick("是不是原文的指标，说不准", "perhaps not the article’s measure"),
    }
}

/// The promise beside numbers from elsewhere.
pub fn promised_value(value: &str, lang: Lang) -> String {
    lang.pick(format!("承诺：{value}"), format!("The promise: {value}"))
}

/// How a number of the same measure stands to the `promise`. `gap` is what lies between, empty where nothing does.
pub fn standing(
    standing: crate::plan::Standing,
    kind: crate::plan::FollowUpKind,
    promise: &crate::quantity::Quantity,
    gap: &str,
    lang: Lang,
) -> String {
    use crate::plan::{FollowUpKind, Standing};
    use crate::quantity::Hedge;
    let over = kind == FollowUpKind::Outcome;
    let fall = promise.is_fall();
    match standing {
        Standing::Reached => {
            // What is to be held can be lost again until the years are over, and so can a limit be passed.
            let so_far = match (over, promise.hedges.has(Hedge::Hold)) {
                (true, _) if promise.hedges.is_ceiling() => lang.pick("没有超过承诺的数", "within the promised limit"),
                (false, _) if promise.hedges.is_ceiling() => {
                    lang.pick("那时没有超过承诺的数", "within the promised limit so far")
                }
                (true, true) => lang.pick("守住了", "the level was held"),
                (true, false) => lang.pick("达到了承诺的数", "the promise is reached"),
                (false, true) => lang.pick("到那时守住了", "held so far"),
                (false, false) => lang.pick("那时已经到了承诺的数", "at the promised number by then"),
            };
            match gap {
                "" => so_far.to_owned(),
                gap => lang.pick(format!("{so_far}，还有 {gap} 的余地"), format!("{so_far}, with {gap} to spare")),
            }
        }
        Standing::Above if fall => {
            lang.pick(format!("降幅比承诺的大 {gap}"), format!("the fall is {gap} larger than promised"))
        }
        Standing::Above => lang.pick(format!("比承诺的数高 {gap}"), format!("{gap} above the promise")),
        Standing::Below if over && fall => {
            lang.pick(format!("降幅比承诺的小 {gap}"), format!("the fall is {gap} smaller than promised"))
        }
        Standing::Below if over => lang.pick(format!("比承诺的数低 {gap}"), format!("{gap} below the promise")),
        Standing::Below => lang.pick(format!("离承诺的数还差 {gap}"), format!("{gap} still to go")),
        Standing::Open => lang.pick(
            format!("和承诺的数相差 {gap}；两个数里有一个不是准数，算不算做到，说不准"),
            format!("{gap} apart; as one of the two is not exact, nobody can say whether it was reached"),
        ),
    }
}

pub fn since_read(date: &str, lang: Lang) -> String {
    lang.pick(format!("（{date} 读到）"), format!("(read on {date})"))
}

/// After the number of promises that another source is known of.
pub fn since_known(of: usize, lang: Lang) -> String {
    lang.pick(
        format!("项承诺找到了别的来源，带数字的一共 {of} 项"),
        format!("of {of} promises with a number have another source so far"),
    )
}
