package dev.winnow.report.internal.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.internal.overview.Grouping;
import dev.winnow.analysis.internal.overview.Overview;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScreeningSheetsTest {

    private static final RulePack PACK = RulePack.load(Path.of("..", "rules", "data-centre"));
    private static final Universe UNIVERSE = Universe.read(PACK.vocabulary(), Path.of("..", "seeds", "data-centre"));

    @Test
    void evidenceShowsTheTitleAndAddressOfEachSource() {
        ScreeningResult result = ScreeningRequest.of(PACK, UNIVERSE).open().result();
        Overview overview = Overview.of(result.asked().assessments(), Grouping.CITY, Set.of(), result.session());
        Wording english = Wording.inLanguage(Language.EN);
        FactWords facts = new FactWords(english, result.asked().names());
        Table evidence =
                ScreeningSheets.of(result, overview, english, facts, Insight.of(result), PairAdditions.NONE).stream()
                        .map(TableBuilder::streamed)
                        .filter(sheet -> sheet.id().equals("figures"))
                        .findFirst()
                        .orElseThrow();
        int source = column(evidence, "source");
        Map<String, List<String>> described = new TreeMap<>();
        evidence.rows()
                .forEach(row -> described.put(
                        text(row.cells().get(source)),
                        List.of(
                                text(row.cells().get(column(evidence, "title"))),
                                text(row.cells().get(column(evidence, "url"))))));
        assertThat(described)
                .containsEntry(
                        "hebei-daily",
                        List.of(
                                "Hebei Daily on Zhangjiakou",
                                "https://wz.hebei.com.cn/system/2023/07/05/101174520.shtml"));
    }

    private static int column(Table table, String name) {
        return IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Cell cell) {
        return cell.shown();
    }
}
