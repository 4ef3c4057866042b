//! What the enterprises of the zone do.

/// A line of business, with the codes it is filed under.
#[derive(Debug)]
pub(crate) struct Trade {
    /// 技术领域.
    pub(crate) field: &'static str,
    /// 战略性新兴产业领域.
    pub(crate) emerging: &'static str,
    /// 行业门类.
    pub(crate) section: &'static str,
    /// 行业代码 (GB/T 4754-2017).
    pub(crate) industry: &'static str,
    /// 划型行业.
    pub(crate) size_industry: &'static str,
    /// What a company of this trade has in its name.
    pub(crate) words: &'static [&'static str],
}

const fn trade(
    field: &'static str,
    emerging: &'static str,
    section: &'static str,
    industry: &'static str,
    size_industry: &'static str,
    words: &'static [&'static str],
) -> Trade {
    Trade { field, emerging, section, industry, size_industry, words }
}

/// Every trade of the zone.
pub(crate) const TRADES: &[Trade] = &[
    trade(
        "electronics",
        "information",
        "I",
        "6513",
        "software",
        &["软件", "数字科技", "智能科技", "信息技术"],
    ),
    trade("electronics", "information", "C", "3973", "industry", &["微电子", "半导体", "光电科技"]),
    trade("electronics", "information", "I", "6319", "information_transmission", &["通信技术", "网络科技"]),
    trade("biomedicine", "biology", "C", "2710", "industry", &["生物医药", "药业", "基因科技"]),
    trade("biomedicine", "biology", "C", "3589", "industry", &["医疗器械", "医疗科技", "生物科技"]),
    trade("aerospace", "equipment", "C", "3744", "industry", &["航空装备", "航天科技", "无人机"]),
    trade("materials", "materials", "C", "3985", "industry", &["新材料", "电子材料", "材料科技"]),
    trade("materials", "materials", "C", "2651", "industry", &["高分子材料", "新材料"]),
    trade("services", "services", "M", "7320", "other", &["技术服务", "工程设计", "检测技术"]),
    trade("services", "none", "L", "7299", "leasing_business", &["科技服务", "企业服务"]),
    trade("energy", "energy", "C", "3825", "industry", &["新能源", "光伏科技", "能源科技"]),
    trade("energy", "vehicles", "C", "3841", "industry", &["储能科技", "电池科技"]),
    trade("environment", "green", "C", "3591", "industry", &["环保科技", "环境装备"]),
    trade("environment", "green", "N", "7721", "other", &["水处理技术", "环境工程"]),
    trade("manufacturing", "equipment", "C", "3491", "industry", &["智能装备", "机器人", "精密机械"]),
    trade("manufacturing", "equipment", "C", "4011", "industry", &["自动化", "仪器仪表", "测控技术"]),
    trade("manufacturing", "vehicles", "C", "3670", "industry", &["汽车部件", "汽车电子"]),
];

/// How often each trade is met, in the order of [`TRADES`].
pub(crate) const WEIGHTS: &[i64] = &[19, 8, 2, 6, 7, 4, 5, 4, 9, 3, 5, 3, 3, 2, 9, 8, 3];

impl Trade {
    /// Whether it sells work rather than goods.
    pub(crate) fn sells_work(&self) -> bool {
        self.section != "C"
    }
}

#[cfg(test)]
mod tests {
    use super::{TRADES, WEIGHTS};

    #[test]
    fn weights_are_shares_of_a_hundred() {
        assert_eq!(WEIGHTS.len(), TRADES.len());
        assert_eq!(WEIGHTS.iter().sum::<i64>(), 100);
    }

    #[test]
    fn industry_codes_lie_in_their_section() {
        for trade in TRADES {
            let division: u32 = trade.industry[..2].parse().unwrap();
            let section = match division {
                13..=43 => "C",
                63..=65 => "I",
                71..=72 => "L",
                73..=75 => "M",
                76..=79 => "N",
                _ => "?",
            };
            assert_eq!(trade.section, section, "{}", trade.industry);
        }
    }
}
