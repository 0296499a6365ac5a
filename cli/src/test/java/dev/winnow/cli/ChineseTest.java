package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import dev.winnow.console.terminal.Exit;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.report.internal.layout.Columns;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The output with {@code --lang zh} is in Chinese throughout. */
class ChineseTest {

    /**
     * Text that stays in its original language: notes by the authors of facts, names in backticks and quotation marks,
     * paths, digests, ids, options, formats and abbreviations.
     */
    private static final Pattern DATA = Pattern.compile("原 ?注：[^）\\n"
            + "]*|notice of [^）\\n"
            + "]*|`[^`]*`|“[^”]*”|\"[^\"]*\"|\\S*[./_]\\S*|[0-9a-f]{12,}"
            + "|[a-z]+(,[a-z]+)+|Invented for illustration"
            + "|--?[a-z][a-z-]*(=\\S+)?|[A-Z][A-Z|=\\[\\].-]*|\\b[a-z0-9]+(-[a-z0-9]+)+\\b|\\bU\\+\\p{XDigit}+");

    private static final Pattern SENTENCE = Pattern.compile("[A-Za-z]{2,}[ ,][A-Za-z]{2,}[ ,][A-Za-z]{2,}");

    @TempDir
    private Path folder;

    private static void isChinese(String text) {
        String plain = text.replaceAll("(?<=\\p{ASCII})\\n +", " ").replaceAll("\\n +(?=\\p{ASCII})", " ");
        Matcher english = SENTENCE.matcher(DATA.matcher(plain).replaceAll("…"));
        assertThat(english.results().map(one -> one.group()).toList()).as(text).isEmpty();
        assertThat(text.isEmpty() || text.codePoints().anyMatch(ChineseTest::isHan))
                .as(text)
                .isTrue();
    }

    private static boolean isHan(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    private static Run chinese(String line) {
        return Run.winnow(Map.of("WINNOW_LANG", "zh"), false, line.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "screen -q",
                "screen -q -f markdown",
                "screen -q --as-of decision",
                "screen -q -u illustrative -r battery",
                "screen -q -u chips-act -r chips-act",
                "screen -q -u data-centre -r data-centre",
                "explain -q sirui jinan",
                "explain -q looper alderbay -u illustrative -r battery",
                "explain -q amkor united-states -u chips-act -r chips-act",
                "explain -q windhall zhongwei -u data-centre -r data-centre",
                "gaps -q qingdao",
                "gaps -q alderbay -u illustrative -r battery",
                "backtest -q",
                "backtest -q -f markdown",
                "compare -q battery battery -u illustrative",
                "compare -q battery battery -u illustrative -f markdown",
                "evidence -q qingdao --gaps",
                "rules list battery",
                "rules check",
                "rules check battery -u illustrative",
                "rules test battery --coverage",
                "rules fmt battery",
                "rules doc semiconductor",
                "rules doc battery",
                "rules doc chips-act",
                "rules doc data-centre",
                "screen -q --project looper -u illustrative -r battery",
                "screen -q --project amkor -u chips-act -r chips-act -f markdown",
                "explain -q sirui jinan -f markdown"
            })
    void aReportHasNoEnglishSentence(String line) {
        Run.assumeBuilt(line);
        Run run = chinese(line);
        assertThat(run.exit()).as(run.err()).isZero();
        isChinese(FOREIGN.matcher(run.out()).replaceAll("…"));
        isChinese(run.err());
    }

    /** Only text without a translation, the examples of a pack, is marked as English. */
    private static final Pattern FOREIGN = Pattern.compile("<(\\w+) lang=\"en\">.*?</\\1>", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules doc semiconductor -f html",
                "rules doc chips-act -f html",
                "gaps qingdao -q -f html",
                "gaps alderbay -u illustrative -r battery -q -f html",
                "backtest -q -f html",
                "compare -q battery battery -u illustrative -f html",
                "screen -q -u chips-act -r chips-act -f html",
                "explain -q sien qingdao -f html"
            })
    void pagesContainNoEnglishSentence(String line) {
        Run.assumeBuilt(line);
        Run run = chinese(line);
        assertThat(run.exit()).as(run.err()).isZero();
        String markup =
                run.out().replaceAll("(?s)<(script|style)\\b.*?</\\1>", "").replaceAll("<head>(?s).*?</head>", "");
        String text = FOREIGN.matcher(markup)
                .replaceAll("…")
                .replaceAll("<[a-z][^>]*aria-label=\"([^\"]*)\"[^>]*>", "\n$1\n")
                .replaceAll("<[^>]*>", "\n")
                .replaceAll("&#39;|&#34;|&quot;", "\"");
        isChinese(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "screen ",
                "explain ",
                "compare ",
                "backtest ",
                "gaps ",
                "evidence ",
                "schema ",
                "completion ",
                "rules ",
                "rules check ",
                "rules test ",
                "rules mutate ",
                "rules list ",
                "rules doc ",
                "rules new ",
                "rules new rule ",
                "rules new pack ",
                "rules new criterion ",
                "rules fmt "
            })
    void helpContainsNoEnglishSentence(String command) {
        Run.assumeBuilt(command);
        Run run = chinese(command + "--help");
        assertThat(run.exit()).isZero();
        isChinese(run.out().replaceAll("(?s)用法：.*?\n(?=\\S)", "").replaceAll("示例：\n(  .*\n)+", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scren                             | winnow：未知命令 `scren`；是否为 `screen`？",
                "screen --ctiy qingdao             | winnow：未知选项 `--ctiy`；是否为 `--city`？",
                "screen --city qingdoa             | winnow：没有城市 `qingdoa`；是否为 `qingdao`？",
                "screen --as-of 2004               | winnow：`2004` 不是日期；是否为 `2004-12-31`？",
                "screen -f xml                     | winnow：`xml` 不是 --format 的有效取值，可选：",
                "screen -r nosuch                  | nosuch: 没有此规则包",
                "screen -q -r nosuch               | winnow：1处问题；未作筛选",
                "explain sien                      | winnow：缺少 `CITY`",
                "screen -q -o nowhere/at/all.txt   | winnow：无法写入 `nowhere/at/all.txt`：没有此文件夹",
                "screen -u chips-act               | 规则包以元计价，数据集 `chips-act` 以美元计价"
            })
    void refusalsAreInChinese(String line, String said) {
        Run run = chinese(line);
        assertThat(run.exit()).isNotZero();
        assertThat(run.err()).contains(said);
        isChinese(run.err());
    }

    @Test
    void moneySharesDaysAndBoundsFollowChineseUsage() {
        String memo = chinese("explain -q sien qingdao").out();

        assertThat(memo.replaceAll("\\s", "")).contains("标准“足以形成首批市场的本地龙头用户数”：3（假定）");
        assertThat(memo).contains("良率超过90%，要求达到90%", "自2024年9月24日起为AIC股权投资试点城市", "芯恩落户青岛评估意见");
        assertThat(chinese("explain -q amkor united-states -u chips-act -r chips-act")
                        .out())
                .contains("亿美元");
    }

    @Test
    void tableRowsCountChineseCharactersAsTwoColumns() {
        for (String line : chinese("screen -q --city qingdao").out().split("\n", -1)) {
            assertThat(Columns.width(line)).as(line).isLessThanOrEqualTo(Columns.PAGE);
        }
        List<Integer> bars = chinese("screen -q --city qingdao")
                .out()
                .lines()
                .filter(line -> line.contains("▕"))
                .map(line -> Columns.width(line.substring(0, line.indexOf('▕'))))
                .distinct()
                .toList();
        assertThat(bars).as("the bars stand below each other").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 200})
    void chineseBreaksAtAllowedPlaces(int width) {
        String text = "本市自2024年9月24日起为AIC股权投资试点城市，农银AIC基金（正解局文章§1）可投集成电路；".repeat(9);

        List<String> lines = Columns.wrap(text, width);
        assertThat(lines.subList(0, lines.size() - 1)).isNotEmpty().allSatisfy(line -> {
            assertThat(Columns.width(line)).isBetween(width - 12, width);
            assertThat(line).doesNotContainPattern("^[，。；：）]").doesNotContainPattern("[（]$");
        });
        assertThat(String.join("", lines)).isEqualTo(text);
    }

    @Test
    void machineReadableTextsAreInChinese() {
        Run.assumeBuilt("rules check");
        PackCopy copy = PackCopy.of("battery", folder);
        copy.replace("demand-pull.drl", "@family(market-scale)", "@family(market)");
        copy.replace(
                "limits.yaml",
                "title: Annual output from which a local end market counts as large\n    values: [{value: 40 bn yuan}]",
                "title: Annual output from which a local end market counts as large\n    values: [{value: 50 bn yuan}]");
        for (String format : List.of("sarif", "github")) {
            Run checked = chinese("rules check " + copy.folder() + " -f " + format);
            assertThat(checked.exit()).isZero();
            assertThat(checked.out()).contains("只有它自己");
            isChinese(checked.out());
        }
        Run tested = chinese("rules test " + copy.folder() + " -f junit");
        assertThat(tested.exit()).isEqualTo(Exit.GATE);
        assertThat(tested.out()).contains("预期：成立；实际：不成立", "位于");
    }

    @Test
    void remarksOnAPackAreInChinese() {
        Run.assumeBuilt("rules check");
        PackCopy copy = PackCopy.of("battery", folder);
        copy.replace(
                "limits.yaml", "limits:", "limits:\n  - {id: idle, title: idle, values: [{value: 3}], source: tbd}");
        copy.replace("demand-pull.drl", "@family(market-scale)", "@family(market)");
        Run run = chinese("rules check " + copy.folder());

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("警告：", Check.UNREAD_LIMIT.code(), "没有规则用到标准 `idle`", "的家族 `market` 只有它自己");
        isChinese(run.out());
    }
}
