//! Names that sound like companies and are none: they begin with a place that does not exist.

/// Places that are on no map.
const PLACES: [&str; 24] = [
    "霁州", "栖澜", "昭岚", "璟川", "筠海", "翊城", "砚湖", "禾屿", "砺湾", "澜屿", "衡屿", "珩州", "霁川",
    "岫城", "沅屿", "暮川", "曜州", "栎城", "澹州", "璟屿", "砚州", "渌屿", "筠湾", "昭屿",
];

/// First, second and third characters of the 字号; 80 × 80 × 80 of them.
const FIRST: &str = "恒锐启瀚铭晟睿卓迅凌拓昊臻弘钧曦星云泽朗智博腾汇联瑞创新科华信诚德嘉宏盛中海天和\
                     元同安立明远达思维力图微精慧感芯光电波量原始极致优品佳润沃丰景益康健仁济生颐百千";
const SECOND: &str = "川途帆海衡岳峰宇航域界景程舟桥渡石岩林森源泉溪湖洋澜涛浪潮汐阳晖曜辰星月霞虹雷霆\
                      云岚霖露禾穗谷田园圃松柏桐梓楠枫竹菊兰芷蓝青赤墨玄素白银金铂钛硅碳晶玉琮璞珩琳瑶";
const THIRD: &str = "特尔通达斯奥迪维纳普诺泰利丰瑞安康欣悦佳和顺昌盛兴隆茂荣华辉耀亮明朗清澄洁净静远\
                     长久恒永固坚强健伟宏大广博深厚高峻迈越腾飞翔升进步创立建成就业基本元始初心诚信义";

/// How many pairs and triples of characters there are.
const PAIRS: u64 = 80 * 80;
const TRIPLES: u64 = 80 * PAIRS;
/// Enterprises below this number have a 字号 of two characters, as most real ones do.
const SHORT: u64 = PAIRS * PLACES.len() as u64;

/// The name of enterprise `number` of a trade: place, 字号, trade word, form.
///
/// Names are unique below twelve million enterprises: the 字号 runs through all combinations before the places shift.
pub(crate) fn company(number: u64, trade_word: &str, joint_stock: bool) -> String {
    let form = if joint_stock { "股份有限公司" } else { "有限公司" };
    format!("{}{trade_word}{form}", place_and_style(number))
}

fn place_and_style(number: u64) -> String {
    let (number, styles) = if number < SHORT { (number, PAIRS) } else { (number - SHORT, TRIPLES) };
    format!("{}{}", place(number, styles), style(number % styles, styles))
}

fn place(number: u64, styles: u64) -> &'static str {
    PLACES[pick(number % styles + number / styles, PLACES.len())]
}

/// A bijection of the numbers below `styles` onto the combinations: the factor is odd and not divisible by 5.
fn style(number: u64, styles: u64) -> String {
    let scattered = number * 314_159 % styles;
    let letters = [(FIRST, scattered % 80), (SECOND, scattered / 80 % 80), (THIRD, scattered / PAIRS)];
    let count = if styles == PAIRS { 2 } else { 3 };
    let letter = |(letters, index): &(&str, u64)| letters.chars().nth(usize::try_from(*index).unwrap_or(0));
    letters[..count].iter().filter_map(letter).collect()
}

fn pick(number: u64, of: usize) -> usize {
    usize::try_from(number % of as u64).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{FIRST, PAIRS, PLACES, SECOND, SHORT, THIRD, TRIPLES, place, place_and_style, style};

    #[test]
    fn every_letter_of_a_position_is_another() {
        for letters in [FIRST, SECOND, THIRD] {
            assert_eq!(letters.chars().count(), 80, "{letters}");
            let mut seen = HashSet::new();
            let twice: String = letters.chars().filter(|letter| !seen.insert(*letter)).collect();
            assert_eq!(twice, "");
        }
        assert_eq!(PLACES.iter().collect::<HashSet<_>>().len(), PLACES.len());
    }

    #[test]
    fn the_places_shift_when_the_styles_have_run_through() {
        for (styles, tried) in [(PAIRS, PAIRS), (TRIPLES, 20_000)] {
            let seen: HashSet<_> = (0..tried).map(|number| style(number, styles)).collect();
            assert_eq!(seen.len() as u64, tried);
            for number in [0, 1, 77, styles - 1] {
                let places: HashSet<_> =
                    (0..24).map(|round| place(number + round * styles, styles)).collect();
                assert_eq!(places.len(), 24, "{number}");
            }
        }
    }

    #[test]
    fn short_names_come_first_and_none_comes_twice() {
        let names: HashSet<_> = (SHORT - 30_000..SHORT + 30_000).map(place_and_style).collect();
        assert_eq!(names.len(), 60_000);
        assert_eq!(place_and_style(8).chars().count(), 4);
        assert_eq!(place_and_style(SHORT).chars().count(), 5);
    }
}
