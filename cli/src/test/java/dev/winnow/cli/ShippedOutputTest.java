package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.report.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Output of all commands for the shipped packs and universes. Digests are left out, because every edit changes them.
 */
class ShippedOutputTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "screen.txt                   | screen",
                "screen-zh.txt                | screen --lang zh",
                "screen-all.txt               | screen --all",
                "screen-by-project.txt        | screen --by project -u illustrative -r battery --lang zh",
                "screen-all-by-project.txt    | screen --all --by project --city qingdao --project sien",
                "screen-jinan.txt             | screen --city jinan",
                "screen-many-cities.txt       | screen -u data-centre -r data-centre",
                "screen-decision.txt          | screen --as-of decision",
                "screen-illustrative.txt      | screen -u illustrative -r battery",
                "screen-chips-act.txt         | screen -u chips-act -r chips-act",
                "screen-data-centre.txt       | screen -u data-centre -r data-centre --city zhongwei",
                "explain-windhall.txt         | explain windhall qingyang -u data-centre -r data-centre",
                "explain-windhall-zh.txt      | explain windhall qingyang -u data-centre -r data-centre --lang zh",
                "explain-amkor.txt            | explain amkor united-states -u chips-act -r chips-act",
                "explain-sien-qingdao.txt     | explain sien qingdao",
                "explain-sien-decision.txt    | explain sien qingdao --as-of decision",
                "explain-sirui-jinan.txt      | explain sirui jinan",
                "explain-thinfilm.txt         | explain thinfilm birchport -u illustrative -r battery --why-not",
                "explain-nickelworks.txt      | explain nickelworks alderbay -u illustrative -r battery",
                "explain-sien-qingdao.json    | explain sien qingdao -f json",
                "paper-sien.txt               | paper sien qingdao",
                "paper-sien-zh.txt            | paper sien qingdao --lang zh",
                "paper-boe.txt                | paper boe qingdao -f markdown",
                "paper-boe-zh.txt             | paper boe qingdao --lang zh",
                "paper-nickelworks.txt        | paper nickelworks alderbay -u illustrative -r battery",
                "backtest.txt                 | backtest -q",
                "backtest-zh.txt              | backtest -q --lang zh",
                "ask-hisense-xinxin.txt       | ask hisense-xinxin qingdao",
                "ask-zh.txt                   | ask --lang zh",
                "ask-ratings.txt              | ask bigcell alderbay -u illustrative -r battery-review",
                "ask-ratings-zh.txt           | ask bigcell alderbay -u illustrative -r battery-review --lang zh",
                "explain-ratings.txt          | explain plaincell alderbay -u illustrative -r battery-review",
                "explain-ratings-zh.txt       | explain plaincell alderbay -u illustrative -r battery-review --lang zh",
                "rules-doc-ratings.md         | rules doc battery-review",
                "evidence-sien.txt            | evidence sien",
                "evidence-sien.json           | evidence sien -f json",
                "evidence-hisense-2004.txt    | evidence hisense --as-of 2004-01-01",
                "evidence-conflicts.txt       | evidence --conflicts",
                "evidence-gaps.txt            | evidence qingdao --gaps",
                "panel-screen.txt             | screen -u illustrative -r battery-review --panel ../docs/examples/panel/panel.yaml",
                "panel-screen-zh.txt          | screen --all --city alderbay --lang zh -u illustrative -r battery-review --panel ../docs/examples/panel/panel.yaml",
                "panel-explain.txt            | explain plaincell alderbay -u illustrative -r battery-review --panel ../docs/examples/panel/panel.yaml",
                "panel-explain-zh.txt         | explain solidstart alderbay --lang zh -u illustrative -r battery-review --panel ../docs/examples/panel/panel.yaml",
                "panel-show.txt               | panel show -u illustrative -r battery-review --panel ../docs/examples/panel/panel.yaml",
                "panel-show-zh.txt            | panel show --lang zh -u illustrative -r battery-review --panel ../docs/examples/panel/panel.yaml",
                "panel-discuss.txt            | panel discuss -u illustrative -r battery-review --panel ../docs/examples/panel/panel.yaml",
                "panel-discuss-zh.txt         | panel discuss --city cedarvale --lang zh -u illustrative -r battery-review --panel ../docs/examples/panel/panel.yaml",
                "panel-discuss.json           | panel discuss --city cedarvale -f json -u illustrative -r battery-review --panel ../docs/examples/panel/panel.yaml",
                "rules-list.txt               | rules list",
                "rules-reads.txt              | rules list --reads",
                "rules-list.json              | rules list battery -f json",
                "rules-check.txt              | rules check",
                "rules-test.txt               | rules test"
            })
    void outputEqualsTheGoldenFile(String file, String line) {
        Run.assumeBuilt(line);
        Run run = Run.winnow(line.split(" "));
        assertThat(run.exit()).as(run.err()).isZero();
        Golden.assertSame("shipped/" + file.strip(), undigested(run.out()));
    }

    private static String undigested(String text) {
        return text.replaceAll("\\b[0-9a-f]{64}\\b", "(digest)")
                .replaceAll("(pack|universe|规则包|数据集) [0-9a-f]{12}\\b", "$1 (digest)");
    }
}
