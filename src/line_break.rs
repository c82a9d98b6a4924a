//! Where a line of a headline or a label may end: between words, never inside one. Chinese sets no spaces, and browsers
//! break it between any two characters; in running text that is right, in a headline the torn word is seen.

use crate::text::{List, Text};
use serde::{Deserialize, Serialize};

/// The Chinese words of the site's own labels, sorted.
const OWN_WORDS: &[&str] = &[
    "一个",
    "一个个",
    "一件",
    "一共",
    "一列",
    "一句",
    "一块",
    "一幕",
    "一拖",
    "一条",
    "一条线",
    "一样",
    "一模一样",
    "一段",
    "一点",
    "一般",
    "一行",
    "一遍",
    "一部分",
    "一页",
    "一项",
    "万亩",
    "上面",
    "下载",
    "下面",
    "不会",
    "不再",
    "不准",
    "不成",
    "不是",
    "不用",
    "不能",
    "不让",
    "东西",
    "中文",
    "二维码",
    "五年",
    "亿元",
    "今后",
    "代码",
    "代表",
    "以上",
    "以后",
    "任何",
    "传给",
    "保存",
    "做到",
    "做成",
    "先猜",
    "全文",
    "全部",
    "全都",
    "全面",
    "公里",
    "关上",
    "再试一次",
    "几个",
    "几千",
    "几块",
    "几幕",
    "出处",
    "分享",
    "别人",
    "别的",
    "到时候",
    "前提",
    "力争",
    "单独",
    "原文",
    "发到",
    "发现错误",
    "发给",
    "变成",
    "句子",
    "只有",
    "可以",
    "可能",
    "同一",
    "同一个",
    "名称",
    "名词解释",
    "后面",
    "命令",
    "哪里",
    "图例",
    "图片",
    "在建",
    "地方",
    "增速",
    "增长",
    "复制",
    "多少",
    "大字",
    "字号",
    "完整",
    "定义",
    "实心",
    "实线",
    "宽度",
    "对不上",
    "对比",
    "封顶",
    "就是",
    "就算",
    "属于",
    "嵌入",
    "左右",
    "已经",
    "带不带",
    "常识",
    "平均",
    "平方公里",
    "年均",
    "年数",
    "开始",
    "引用",
    "总量",
    "成绩",
    "我们",
    "或者",
    "手动",
    "手里",
    "打开",
    "找到",
    "承诺",
    "拖进来",
    "拿到",
    "指标",
    "指纹",
    "换算",
    "接下来",
    "接着",
    "推算",
    "改动",
    "放在",
    "故事",
    "数值",
    "数字",
    "数据",
    "文件",
    "文字",
    "文本",
    "文本文件",
    "文章",
    "斜线",
    "方向键",
    "方面",
    "时段",
    "明暗",
    "显示",
    "最后",
    "朋友",
    "朗读",
    "期限",
    "条件",
    "标准",
    "样子",
    "核对",
    "格式",
    "正在",
    "正好",
    "正文",
    "正方形",
    "每个",
    "每天",
    "每年",
    "每格",
    "毕节",
    "毛病",
    "毛边",
    "没有",
    "波浪",
    "浅色",
    "浏览器",
    "海报",
    "深色",
    "清除",
    "照常",
    "版本",
    "猜测",
    "生活",
    "用不上",
    "的话",
    "目录",
    "目标",
    "相加",
    "相当于",
    "看不懂",
    "看到",
    "看看",
    "知道",
    "程序",
    "稳定",
    "算式",
    "篇文章",
    "系统",
    "给出",
    "编码",
    "网站",
    "网络",
    "网页",
    "脚本",
    "自动",
    "自己",
    "英文",
    "范围",
    "菜单",
    "虚线",
    "表格",
    "覆盖",
    "规划",
    "角度看",
    "解读",
    "认出",
    "认出来",
    "记录",
    "许可",
    "设备",
    "试试",
    "语言",
    "说明",
    "读者",
    "贯穿",
    "贴进",
    "贴进来",
    "起来",
    "起点",
    "跟着",
    "跟踪",
    "跟随",
    "转发",
    "边长",
    "达到",
    "过去",
    "运行",
    "还是",
    "还有",
    "这个",
    "这份",
    "这里",
    "进展",
    "进行",
    "选中",
    "速度",
    "里面",
    "重叠",
    "链接",
    "限定词",
    "面积",
    "项目",
    "高度",
];

/// The words of a plan that no line break may divide, sorted; those of the site's own labels are always known.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lexicon(List<Text>);

impl Lexicon {
    pub const OWN: Lexicon = Lexicon(List::EMPTY);

    pub fn of(words: &str) -> Lexicon {
        let mut words: Vec<Text> = words.split_whitespace().map(|word| Text::from(word.to_owned())).collect();
        words.sort();
        Lexicon(words.into_iter().collect())
    }

    /// Length in bytes of the word that `text` begins with: the longest one known, a run of Latin letters and digits,
    /// or a single character.
    fn first_word(self, text: &str) -> usize {
        let latin = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
        if latin > 0 {
            return latin;
        }
        let single = text.chars().next().map_or(0, char::len_utf8);
        let known = longest(OWN_WORDS, text, single).max(longest(self.0.items(), text, single));
        known.unwrap_or(single)
    }

    /// The parts of `text` that no line break divides; joined, they are `text`.
    pub fn pieces(self, text: &str) -> Vec<&str> {
        let mut pieces = Vec::new();
        let (mut start, mut at, mut last) = (0, 0, "");
        while at < text.len() {
            let word = &text[at..at + self.first_word(&text[at..])];
            if at > start && may_part(&text[..at], last, word) {
                pieces.push(&text[start..at]);
                start = at;
            }
            at += word.len();
            last = word;
        }
        if start < text.len() {
            pieces.push(&text[start..]);
        }
        pieces
    }
}

/// Length in bytes of the longest of the sorted `words` that `text` begins with; its first character takes `single` bytes.
fn longest<W: AsRef<str>>(words: &[W], text: &str, single: usize) -> Option<usize> {
    let first = &text[..single];
    let begins = words.partition_point(|word| word.as_ref() < first);
    let alike = words[begins..].iter().map(AsRef::as_ref).take_while(|word| word.starts_with(first));
    alike.filter(|word| text.starts_with(word)).map(str::len).max()
}

/// Words that stay with the one before them.
const LEAN_BACK: [&str; 24] = [
    "的", "了", "吗", "呢", "吧", "着", "得", "地", "们", "个", "到", "里", "上", "中", "好", "回", "出", "成", "开",
    "大", "强", "以上", "以下", "左右",
];

/// Words that stay with the one behind them.
const LEAN_ON: [&str; 27] = [
    "要", "在", "把", "会", "不", "没", "被", "再", "更", "占", "很", "都", "就", "能", "为", "向", "看", "每", "第",
    "早", "有", "多", "还", "全", "万", "亿", "十大",
];

/// Whether a line may end between two words that stand side by side, behind `text`.
fn may_part(text: &str, before: &str, after: &str) -> bool {
    let (Some(end), Some(begin)) = (before.chars().next_back(), after.chars().next()) else {
        return false;
    };
    if end == ' ' {
        // Between a number or a Latin name and a Chinese word a space is spacing, and no place to part.
        let latin = text.trim_end().ends_with(|c: char| c.is_ascii_alphanumeric());
        return begin != ' ' && !(latin && begin.is_alphabetic() && !begin.is_ascii());
    }
    // The space that does not break holds a number and its unit together.
    // Before a number stands what it is; a break there would cost the narrow space that browsers set.
    let begins = begin.is_alphabetic() || "“‘（《".contains(begin) || (begin.is_numeric() && !end.is_alphanumeric());
    let ends = !(end.is_ascii() || "“‘（《·\u{a0}".contains(end)) || (end == '%' && !begin.is_ascii());
    // What stands in quotation marks is one name.
    let quoted = || text.matches('“').count() > text.matches('”').count();
    begins && ends && !LEAN_BACK.contains(&after) && !LEAN_ON.contains(&before) && !quoted()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        let words = "规模以上 工业 增加值 森林 覆盖率 达到 力争 平均 每年 增长 以上 村寨 网络 做到 今后 做 多大 稳定 守住 青山 覆盖";
        Lexicon::of(words).pieces(text)
    }

    #[test]
    fn words_stay_whole() {
        assert_eq!(pieces("规模以上工业增加值"), ["规模以上", "工业", "增加值"]);
        assert_eq!(pieces("森林覆盖率达到了"), ["森林", "覆盖率", "达到了"]);
    }

    #[test]
    fn a_number_stays_with_its_unit_and_its_hedge() {
        assert_eq!(pieces("力争达到2,400\u{a0}亿元以上"), ["力争", "达到2,400\u{a0}亿元以上"]);
        assert_eq!(pieces("平均每年增长8.1%左右"), ["平均", "每年", "增长8.1%左右"]);
    }

    #[test]
    fn a_space_beside_a_latin_name_is_no_place_to_part() {
        assert_eq!(pieces("30 户以上的村寨，4G 网络"), ["30 户以上的", "村寨，", "4G 网络"]);
        assert_eq!(pieces("做到了38.87\u{a0}万人；今后"), ["做到了38.87\u{a0}万人；", "今后"]);
    }

    #[test]
    fn small_words_lean_on_their_neighbours() {
        assert_eq!(pieces("工业要做到多大？"), ["工业", "要做到", "多大？"]);
        assert_eq!(pieces("今后要稳定在60%"), ["今后", "要稳定", "在60%"]);
    }

    #[test]
    fn punctuation_ends_a_line_and_never_begins_one() {
        assert_eq!(pieces("守住青山，“力争”的"), ["守住", "青山，", "“力争”的"]);
        assert_eq!(pieces("站和“四级九同”全覆盖"), ["站", "和", "“四级九同”", "全覆盖"]);
    }

    #[test]
    fn words_of_the_latin_alphabet_part_at_spaces() {
        assert_eq!(pieces("jobs in towns (done)"), ["jobs ", "in ", "towns ", "(done)"]);
        assert_eq!(pieces(""), Vec::<&str>::new());
    }
}
