//! What a text says around its sentences: headings, what a paragraph tells of, the columns of a table.

use super::sentence::{Context, columns, turn};

/// Words of headings over what is to come, and over what was.
const AHEAD: &[&str] = &[
    "目标",
    "今后",
    "未来",
    "下一步",
    "打算",
    "任务",
    "安排",
    "展望",
    "规划",
    "纲要",
    "要点",
    "计划",
    "重点工作",
    "主要举措",
    "思路",
    "部署",
    "愿景",
];
const BACK: &[&str] = &[
    "回顾",
    "完成情况",
    "成就",
    "五年来",
    "过去",
    "总结",
    "成绩",
    "取得",
    "公报",
    "通报",
    "办理情况",
    "运行情况",
    "发展情况",
    "来的工作",
    "以来",
];

/// Follows a text from sentence to sentence.
#[derive(Clone, Debug, Default)]
pub struct Narrator {
    /// Of the heading.
    base: bool,
    /// Of the paragraph.
    context: Context,
    begun: bool,
    /// The five-year plan that headings speak of: 15 for 十五五.
    plan: Option<usize>,
}

impl Narrator {
    /// At the beginning of a paragraph.
    pub fn paragraph(&mut self) {
        self.context.promised = self.base;
    }

    /// What stands around this sentence. A heading is a paragraph of its own that does not end as sentences do.
    pub fn sentence(&mut self, text: &str, heading: bool) -> Context {
        if heading {
            if let Some(columns) = columns(text) {
                self.context.columns = Some(columns);
            }
            let last = |words: &[&str]| words.iter().filter_map(|word| text.rfind(word)).max();
            let (ahead, back) = (last(AHEAD), last(BACK));
            let title = !std::mem::replace(&mut self.begun, true);
            match (ahead, back) {
                (None, None) => {}
                // A title may name both.
                (Some(_), Some(_)) if title => self.base = false,
                _ => self.base = ahead > back,
            }
            self.plan = self.plan.max(five_year_plan(text));
            self.context.promised = self.base;
            return self.context.clone();
        }
        self.begun = true;
        if let (Some(own), Some(named)) = (self.plan, five_year_plan(text)) {
            let period = ["时期", "期间", "以来"].iter().any(|word| text.contains(word));
            if named < own && period {
                self.context.promised = false;
            }
        }
        let before = self.context.clone();
        if let Some(promised) = turn(text) {
            self.context.promised = promised;
            // 今后五年 at the head of a paragraph is a heading in all but form.
            let head: String = text.trim_start().chars().take(6).collect();
            if ["今后", "未来", "下一步"].iter().any(|word| head.starts_with(word)) {
                self.base = true;
            }
        }
        before
    }
}

/// The number of the five-year plan that a text names, if it names one.
fn five_year_plan(text: &str) -> Option<usize> {
    const NAMES: [(&str, &str); 6] = [
        ("十一五", "第十一个五年"),
        ("十二五", "第十二个五年"),
        ("十三五", "第十三个五年"),
        ("十四五", "第十四个五年"),
        ("十五五", "第十五个五年"),
        ("十六五", "第十六个五年"),
    ];
    let named = NAMES.iter().enumerate().filter(|(_, (short, long))| text.contains(short) || text.contains(long));
    named.map(|(index, _)| index + 11).max()
}
