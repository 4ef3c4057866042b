//! The Chinese help texts: command path, argument, text. A test sees to it that none is missing.

use clap::Command;
use formula::Language;

use crate::settings;

/// `(path, argument or "", text)`; path words are separated by spaces, "" is the command itself.
const TEXTS: &[(&str, &str, &str)] = &[
    ("", "", "企业创新积分：精确、可解释、可排名、可复现"),
    ("", "lang", "提示与表头的语言：zh 中文，en 英文（默认随系统区域设置）"),
    ("", "json", "以JSON回答，供程序使用"),
    ("score", "", "按方案为一张表里的企业评分"),
    ("score", "scheme", "方案文件"),
    ("score", "input", "企业数据表：.csv、.xlsx 或 .parquet"),
    ("score", "sheet", "工作簿中的工作表（默认：第一张有数据的表）"),
    ("score", "period", "评价年度（默认：表中最近一年）"),
    ("score", "as_of", "评价时点，用于判断年限与标签是否有效（默认：评价年度12月31日）"),
    ("score", "id_column", "没有统一社会信用代码时，用哪一列区分企业"),
    ("score", "output", "结果文件：.csv、.xlsx 或 .parquet"),
    ("score", "detail", "结果包含哪些列：full 全部（默认），points 只有得分"),
    ("score", "receipt", "写出凭据，供 explain、what-if、verify 使用"),
    ("score", "calibration", "与这份已存的参照比较，而不是与本表比较"),
    ("score", "save_calibration", "把参照统计量存成文件"),
    ("score", "rules_on", "采用哪一天有效的规则值（默认：评价时点，或方案生效首日）"),
    ("score", "threads", "线程数（默认：全部核心；结果与线程数无关）"),
    ("score", "top", "显示各阶段前N名（默认3）"),
    ("explain", "", "解释一家企业的每一分从何而来"),
    ("explain", "receipt", "评分凭据"),
    ("explain", "id", "企业的统一社会信用代码"),
    ("what-if", "", "改动若干数值后，按同一参照为一家企业重新评分"),
    ("what-if", "receipt", "评分凭据"),
    ("what-if", "id", "企业的统一社会信用代码"),
    ("what-if", "changes", "改动的数值，如 '研发费用=1200万元'；等号后留空表示缺失"),
    ("ladder", "", "按培育阶梯逐条核对企业条件"),
    ("ladder", "ladder", "培育阶梯文件，可以写几个，也可以写文件夹：汇总写到 --output，各梯级的明细写在旁边"),
    ("ladder", "input", "企业数据表：.csv、.xlsx 或 .parquet"),
    ("ladder", "sheet", "工作簿中的工作表（默认：第一张有数据的表）"),
    ("ladder", "period", "评价年度（默认：表中最近一年）"),
    ("ladder", "as_of", "申请日：决定用哪一年的规则，并用于判断年限与标签是否有效（默认：评价年度12月31日）"),
    ("ladder", "id_column", "没有统一社会信用代码时，用哪一列区分企业"),
    ("ladder", "review", "按复核测算（不写则按认定测算）"),
    ("ladder", "output", "结果文件：.csv、.xlsx 或 .parquet"),
    ("policies", "", "哪些企业符合哪些政策、得多少、为什么不符合"),
    ("policies match", "", "把一张表里的企业与某一天有效的全部政策匹配"),
    ("policies match", "policies", "政策文件或文件夹，可以写几个"),
    ("policies match", "input", "企业数据表：.csv、.xlsx 或 .parquet"),
    ("policies match", "sheet", "工作簿中的工作表（默认：第一张有数据的表）"),
    ("policies match", "period", "用哪一年度的数据（默认：表中最近一年）"),
    ("policies match", "as_of", "匹配日：决定哪些政策有效（默认：今天）"),
    ("policies match", "id_column", "没有统一社会信用代码时，用哪一列区分企业"),
    ("policies match", "scheme", "积分方案：政策要用积分时按它计算"),
    ("policies match", "output", "结果文件：.csv、.xlsx 或 .parquet"),
    ("policies match", "receipt", "写出凭据，供 policies explain、verify 使用"),
    ("policies match", "threads", "线程数（默认：全部核心；结果与线程数无关）"),
    ("policies explain", "", "一家企业能得什么、差一点能得什么、为什么不能"),
    ("policies explain", "receipt", "匹配凭据"),
    ("policies explain", "id", "企业的统一社会信用代码"),
    ("verify", "", "按凭据重算：逐字节一致，或指出哪里不同"),
    ("verify", "receipt", "要核验的凭据"),
    ("verify", "threads", "线程数（默认：全部核心；结果与线程数无关）"),
    ("rules", "", "检查、试算、展示、比较规则文件"),
    ("rules check", "", "找出规则文件的全部问题"),
    ("rules check", "paths", "文件或文件夹"),
    ("rules test", "", "运行规则文件旁的用例"),
    ("rules test", "paths", "文件或文件夹"),
    ("rules show", "", "把规则文件显示为文字与表格"),
    ("rules show", "file", "规则文件"),
    ("rules show", "on", "采用哪一天有效的规则值（默认：生效首日）"),
    ("rules diff", "", "比较两个方案改了什么，并可用数据看谁升谁降"),
    ("rules diff", "before", "改前的方案"),
    ("rules diff", "after", "改后的方案"),
    ("rules diff", "data", "用两个方案为这张表评分，看谁升谁降"),
    ("rules diff", "period", "评价年度（默认：表中最近一年）"),
    ("rules diff", "top", "显示变动最大的N家（默认10）"),
    ("profile", "", "看一张表里有什么：识别的列、单位、缺失、异常值、错误代码"),
    ("profile", "file", "数据表：.csv、.xlsx 或 .parquet"),
    ("profile", "items", "数据字典（默认：内置的企业数据字典）"),
    ("demo-data", "", "生成一个虚拟园区：三年数据、标签与典型案例"),
    ("demo-data", "enterprises", "企业数量（默认6000）"),
    ("demo-data", "seed", "种子，同一种子在任何机器上生成同一园区（默认1）"),
    ("demo-data", "last_year", "三个年度中最近的一年（默认2025）"),
    ("demo-data", "formats", "写出哪些格式的表：csv、xlsx、parquet（默认全部）"),
    ("demo-data", "output", "写到哪个文件夹"),
    ("serve", "", "启动服务"),
    ("serve", "demo", "演示模式：虚构的单位，每种角色一个账号；只能监听本机地址"),
    ("config", "", "查看服务的配置"),
    ("config show", "", "列出每项设置的值及其来源；口令隐去"),
    ("config show", "demo", "按演示模式的默认值列出"),
    ("admin", "", "管理员在服务器本机上的操作"),
    ("admin reset-password", "", "生成一次性链接，由本人设置新口令"),
    ("admin reset-password", "login", "登录名"),
    ("admin reset-password", "second_factor", "同时解除动态码绑定（手机丢失时）"),
    ("admin appoint", "", "无人可以复核时，在本机授予管理类角色"),
    ("admin appoint", "login", "登录名；没有此人时在最上级单位新建"),
    ("admin appoint", "name", "姓名（新建时使用）"),
    ("admin appoint", "role", "角色"),
    ("backup", "", "备份内置数据库，服务运行时也可以"),
    ("backup", "output", "备份到哪个文件（默认：数据目录下的 backups，超出保留份数的最旧备份会删除）"),
    ("restore", "", "检查备份，或用备份恢复数据库"),
    ("restore", "file", "备份文件"),
    ("restore", "check", "只检查能否恢复"),
    ("restore", "discard_newer", "即使备份之后的变更会丢失，也要恢复"),
    ("audit", "", "审计日志"),
    ("audit verify", "", "通读审计日志，找出改动、删除、重建和旧库顶替"),
];

/// The command with Chinese help.
#[must_use]
pub fn in_chinese(command: Command) -> Command {
    translate(command, "").mut_subcommands(|child| {
        let name = child.get_name().to_owned();
        translate(child, &name).mut_subcommands(|grandchild| {
            let path = format!("{name} {}", grandchild.get_name());
            translate(grandchild, &path)
        })
    })
}

fn translate(command: Command, path: &str) -> Command {
    let template = "{about-with-newline}\n用法：{usage}\n\n{all-args}";
    let command = match text(path, "") {
        Some(about) => command.about(about).help_template(template),
        None => command.help_template(template),
    };
    command
        .subcommand_help_heading("命令")
        .mut_args(|argument| {
            let id = argument.get_id().to_string();
            let heading = if argument.is_positional() { "参数" } else { "选项" };
            // What the values are stands in the text; clap's own words for them are English.
            let takes_values = argument.get_action().takes_values();
            let argument = argument
                .help_heading(heading)
                .hide_possible_values(takes_values)
                .hide_default_value(takes_values);
            match text(path, &id).or_else(|| text("", &id)) {
                Some(help) => argument.help(help),
                None => match settings::help(&id, Language::Chinese) {
                    Some(help) => argument.help(help),
                    None => argument,
                },
            }
        })
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            clap::Arg::new("help")
                .short('h')
                .long("help")
                .action(clap::ArgAction::Help)
                .help_heading("选项")
                .help("显示帮助"),
        )
}

fn text(path: &str, argument: &str) -> Option<&'static str> {
    TEXTS.iter().find(|(at, of, _)| *at == path && *of == argument).map(|(_, _, text)| *text)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::*;
    use crate::args::Cli;

    fn walk(command: &Command, path: &str, found: &mut BTreeSet<(String, String)>) {
        found.insert((path.to_owned(), String::new()));
        for argument in command
            .get_arguments()
            .filter(|argument| !["help", "version"].contains(&argument.get_id().as_str()))
            .filter(|argument| {
                let id = argument.get_id().as_str();
                text(path, id).is_some() || settings::help(id, Language::Chinese).is_none()
            })
        {
            found.insert((path.to_owned(), argument.get_id().to_string()));
        }
        for child in command.get_subcommands() {
            let path = if path.is_empty() {
                child.get_name().to_owned()
            } else {
                format!("{path} {}", child.get_name())
            };
            walk(child, &path, found);
        }
    }

    #[test]
    fn every_command_and_argument_has_a_chinese_text_and_no_text_is_left_over() {
        let mut found = BTreeSet::new();
        walk(&Cli::command(), "", &mut found);
        let texts: BTreeSet<_> =
            TEXTS.iter().map(|(path, id, _)| ((*path).to_owned(), (*id).to_owned())).collect();
        assert_eq!(found, texts);
    }
}
