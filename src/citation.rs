//! How to cite the data. What is not known of the article is said to be unknown: [佚名] and [S.l.: s.n., s.d.] are the
//! standards' own words for it. The article is cited by its own title, with a translation beside it where there is one.

use crate::plan::Plan;

/// GB/T 7714—2015, an electronic resource: the data, then the article behind it.
pub fn gb_t_7714(plan: &Plan, url: &str) -> [String; 2] {
    let site = &plan.site;
    let (name, title, version) = (site.name.as_str(), site.title.as_str(), plan.version.as_str());
    let (article, translated) = (site.source.original_title.as_str(), site.source.title.as_str());
    [
        format!("{name}. {title}{}{version}[DS/OL]. {url}.", plan.lang.pick("：数据版本 ", ": data version ")),
        plan.lang.pick(
            format!("[佚名]. {article}[EB/OL]. [出版地不详]：[出版者不详]，[日期不详]. 网址不详."),
            format!("[Anon]. {article} [{translated}][EB/OL]. [S.l.: s.n., s.d.]. Address unknown."),
        ),
    ]
}

/// BibTeX, both entries.
pub fn bibtex(plan: &Plan, url: &str) -> String {
    let site = &plan.site;
    let (name, title, version) = (site.name.as_str(), site.title.as_str(), plan.version.as_str());
    let (article, translated) = (site.source.original_title.as_str(), site.source.title.as_str());
    let translation = plan.lang.pick(String::new(), format!("\n  titleaddon = {{{translated}}},"));
    format!(
        "@misc{{data-{version},\n  author = {{{{{name}}}}},\n  title = {{{title}}},\n  version = {{{version}}},\n  \
         url = {{{url}}},\n  note = {{CC BY 4.0}}\n}}\n\n\
         @misc{{article,\n  title = {{{article}}},{translation}\n  \
         note = {{Author, publisher, date and address unknown}}\n}}\n"
    )
}
